import { html } from '../vendor/lit-html/lit-html.js';
import { link } from '../request.js';
import { rulesNow } from '../rules.js';
import { state } from '../state.js';
import { say } from '../words.js';
import { problemBox } from './problem.js';
import { editorView } from './rules/editor.js';
import { rulesList } from './rules/list.js';
import { newRule } from './rules/new-rule.js';
import { ruleView } from './rules/rule.js';

/** `#/rules`, `#/rules/<topic>/<slug>` for a rule, `#/rules/<file>.drl/<line>` for a file. */
export function rulesView(path) {
  const { value, problem } = rulesNow();
  const opened = path.length > 0;
  return html`
    <div class=${opened ? 'rules opened' : 'rules'}>
      <section class="rules-all" aria-labelledby="rules-title">
        <h1 id="rules-title">${say('rules.title')}</h1>
        <p class="quiet">${say(state.health?.editing ? 'rules.editing' : 'rules.reading')}</p>
        ${newRule()} ${problemBox(problem)} ${value ? rulesList(value, path) : loading()}
      </section>
      <div class="rules-one">
        ${opened ? back() : ''} ${value && opened ? one(value, path) : ''}
      </div>
    </div>
  `;
}

function one(known, path) {
  return path[0].endsWith('.drl') ? editorView(known, path[0], Number(path[1] ?? 1)) : ruleView(known, path.join('/'));
}

function back() {
  return html`<p class="back"><a href=${link({ path: 'rules' })}>← ${say('rules.back')}</a></p>`;
}

function loading() {
  return html`<p class="quiet" role="status">${say('loading')}</p>`;
}
