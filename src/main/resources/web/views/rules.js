import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { filesNow, listOf, placeOf } from '../files.js';
import { link } from '../request.js';
import { rulesNow } from '../rules.js';
import { state } from '../state.js';
import { say } from '../words.js';
import { problemBox } from './problem.js';
import { editorView } from './rules/editor.js';
import { catalogList, parametersList, scenariosList } from './rules/file-lists.js';
import { rulesList } from './rules/list.js';
import { newRule } from './rules/new-rule.js';
import { newScenario } from './rules/new-scenario.js';
import { ruleView } from './rules/rule.js';

/** Each list with what it leads to. */
const LISTS = { rules: 'rules', parameters: 'rules/parameters', catalog: 'rules/catalog', scenarios: 'rules/scenarios' };

/**
 * `#/rules` and the other lists, `#/rules/<topic>/<slug>` for a rule, `#/rules/<file>.drl/<line>` and
 * `#/rules/<folder>/<file>.yaml/<line>` for a file.
 */
export function rulesView(path) {
  const [rules, files] = [rulesNow(), filesNow()];
  const known = rules.value && files.value && { ...rules.value, files: files.value };
  const list = listOf(state.path);
  const file = placeOf(state.path);
  const opened = file !== null || path.length > 1;
  return html`
    <div class=${opened ? 'rules opened' : 'rules'}>
      <section class="rules-all" aria-labelledby="rules-title">
        <h1 id="rules-title">${say(`files.title.${list}`)}</h1>
        ${lists(list)}
        <p class="quiet">${say(`files.about.${list}`)} ${state.health?.editing ? say('files.editing') : nothing}</p>
        ${problemBox(rules.problem ?? files.problem)} ${known ? listView(list, known, path, file) : loading()}
      </section>
      <div class="rules-one">
        ${opened ? back(list) : nothing} ${known && opened ? one(known, path, file) : nothing}
      </div>
    </div>
  `;
}

function lists(current) {
  return html`<nav class="lists" aria-label=${say('files.lists')}>
    ${Object.entries(LISTS).map(([list, path]) => html`<a href=${link({ path, option: null })} aria-current=${list === current ? 'page' : 'false'}>${say(`files.list.${list}`)}</a>`)}
  </nav>`;
}

function listView(list, known, path, file) {
  switch (list) {
    case 'parameters':
      return parametersList(known.files, file);
    case 'catalog':
      return catalogList(known.files, file);
    case 'scenarios':
      return html`${newScenario(known.files)} ${scenariosList(known.files, file)}`;
    default:
      return html`${newRule()} ${rulesList(known, path)}`;
  }
}

function one(known, path, file) {
  return file ? editorView(known, file) : ruleView(known, path.join('/'));
}

function back(list) {
  return html`<p class="back"><a href=${link({ path: LISTS[list] })}>← ${say(`files.back.${list}`)}</a></p>`;
}

function loading() {
  return html`<p class="quiet" role="status">${say('loading')}</p>`;
}
