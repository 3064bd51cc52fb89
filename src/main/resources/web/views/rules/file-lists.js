import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { fileLink } from '../../files.js';
import { unitName } from '../../figure-text.js';
import { update } from '../../state.js';
import { say, text } from '../../words.js';

/** What is searched for, by list. */
const sought = {};

/** The parameters by file, each with its value of today. */
export function parametersList(files, opened) {
  return list('parameters', inFolder(files, 'parameters'), opened, ({ name, title, value, unit }) => html`
    <span class="rule-name">${title ? text(title) : name}</span>
    <span class="number">${value} ${unitName(unit)}</span>
    <code class="rule-says quiet small">${name}</code>
  `);
}

/** The scenarios by file. */
export function scenariosList(files, opened) {
  return list('scenarios', inFolder(files, 'scenarios'), opened, ({ name }) => html`<span class="rule-says" lang="en">${name}</span>`);
}

function inFolder(files, folder) {
  return files.filter((file) => file.folder === folder);
}

function list(kind, files, opened, shown) {
  const found = files.map((file) => ({ file, parts: file.parts.filter((part) => matches(kind, [file.name, part.name, ...titles(part)])) }));
  const all = count(files.map(({ parts }) => parts));
  return html`
    ${searchBox(kind, count(found.map(({ parts }) => parts)), all)}
    <div class="rules-files">
      ${found.filter(({ parts }) => parts.length > 0 || !sought[kind]).map(({ file, parts }) => section(file, parts, opened, shown))}
    </div>
  `;
}

function count(lists) {
  return lists.reduce((sum, { length }) => sum + length, 0);
}

function section(file, parts, opened, shown) {
  return html`
    <section class="rules-file">
      <h2><a href=${fileLink(file.name)} aria-current=${opened?.name === file.name ? 'page' : 'false'}>${lastOf(file.name)}</a></h2>
      <ul>
        ${parts.map((part) => html`<li><a href=${fileLink(file.name, part.line)} aria-current=${isOpen(file, part, opened) ? 'page' : 'false'}>${shown(part)}</a></li>`)}
      </ul>
    </section>
  `;
}

function isOpen(file, part, opened) {
  return opened?.name === file.name && opened.line === part.line;
}

function lastOf(name) {
  return name.split('/').at(-1);
}

/** The other files of the catalog by folder, folded unless something is searched for. */
export function catalogList(files, opened) {
  const others = files.filter(({ folder }) => !['rules', 'scenarios', 'parameters'].includes(folder));
  const found = others.filter((file) => matches('catalog', [file.name, ...titles(file)]));
  const folders = [...new Set(others.map(({ folder }) => folder))];
  return html`
    ${searchBox('catalog', found.length, others.length)}
    <div class="rules-files">${folders.map((folder) => folderView(folder, inFolder(found, folder), opened))}</div>
  `;
}

function folderView(folder, files, opened) {
  return files.length === 0
    ? nothing
    : html`<details class="rules-file" ?open=${Boolean(sought.catalog) || files.some(({ name }) => name === opened?.name)}>
        <summary>${say(`files.folder.${folder}`)} <span class="quiet small">${files.length}</span></summary>
        <ul>${files.map((file) => fileEntry(file, opened))}</ul>
      </details>`;
}

function fileEntry(file, opened) {
  return html`<li>
    <a href=${fileLink(file.name)} aria-current=${opened?.name === file.name ? 'page' : 'false'}>
      <span class="rule-name">${file.title ? text(file.title) : lastOf(file.name)}</span>
      ${file.title ? html`<code class="rule-says quiet small">${lastOf(file.name)}</code>` : nothing}
    </a>
  </li>`;
}

function searchBox(kind, found, all) {
  return html`<div class="rules-search" role="search">
    <label for="files-search">${say(`files.search.${kind}`)}</label>
    <input id="files-search" type="search" autocomplete="off" .value=${sought[kind] ?? ''} @input=${(event) => search(kind, event.target.value)} />
    <p class="quiet small" role="status">${say('files.found', { found, all })}</p>
  </div>`;
}

function search(kind, value) {
  sought[kind] = value;
  update();
}

function titles({ title }) {
  return title ? [title.en, title.zh] : [];
}

function matches(kind, said) {
  const all = said.join(' ').toLowerCase();
  return (sought[kind] ?? '').toLowerCase().split(/\s+/).every((word) => all.includes(word));
}
