import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { link } from '../../request.js';
import { fileOf } from '../../rules.js';
import { state, update } from '../../state.js';
import { say, text } from '../../words.js';
import { kindChip, lensChip, signed } from './marks.js';
import { sentence } from './sentence.js';

let sought = '';

/** The rules by file, as far as they match what is searched for. */
export function rulesList({ rules, questions }, path) {
  const found = rules.filter(matches);
  return html`
    <div class="rules-search" role="search">
      <label for="rules-search">${say('rules.search')}</label>
      <input id="rules-search" type="search" autocomplete="off" .value=${sought} @input=${search} />
      <p class="quiet small" role="status">${say('rules.found', { found: found.length, all: rules.length })}</p>
    </div>
    <div class="rules-files">${byFile(found).map(([file, of]) => group(file, questions.get(file), of, path))}</div>
  `;
}

function search(event) {
  sought = event.target.value;
  update();
}

/** Every word must stand somewhere in what the rule says of itself, in either language. */
function matches(rule) {
  const all = [rule.id, rule.text.en, rule.text.zh, rule.kind, rule.lens ?? '', ...kindAndLens(rule), ...rule.sources];
  const said = all.join(' ').toLowerCase();
  return sought.toLowerCase().split(/\s+/).every((word) => said.includes(word));
}

function kindAndLens(rule) {
  return [say(`Finding.Kind.${rule.kind}`), rule.lens ? say(`lens.${rule.lens}`) : ''];
}

function byFile(rules) {
  const files = new Map();
  rules.forEach((rule) => files.set(fileOf(rule), [...(files.get(fileOf(rule)) ?? []), rule]));
  return [...files].sort(([one], [other]) => (one < other ? -1 : 1));
}

function group(file, question, rules, path) {
  return html`
    <section class="rules-file">
      <h2><a href=${link({ path: `rules/${file}` })} aria-current=${path[0] === file ? 'page' : 'false'}>${file}</a></h2>
      ${question ? html`<p class="quiet small">${text(question)}</p>` : nothing}
      <ul>
        ${rules.map((rule) => entry(rule, path.join('/')))}
      </ul>
    </section>
  `;
}

function entry(rule, opened) {
  return html`
    <li>
      <a href=${link({ path: `rules/${rule.id}` })} aria-current=${rule.id === opened ? 'page' : 'false'}>
        <span class="rule-name">${rule.id.split('/')[1]}</span>
        <span class="rule-marks">${kindChip(rule.kind)} ${signed(rule)} ${lensChip(rule.lens)}</span>
        <span class="rule-says small" lang=${state.language}>${sentence(text(rule.text))}</span>
      </a>
    </li>
  `;
}
