import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { fileLink } from '../../files.js';
import { beginRule } from '../../known-file.js';
import { state, update } from '../../state.js';
import { say } from '../../words.js';
import { problemBox } from '../problem.js';

/** Asks what a new rule shall be called, and opens its file with a template of it. */
export function newRule() {
  if (!state.health?.editing) {
    return nothing;
  }
  return html`<form class="new-rule" @submit=${begin}>
    <label for="new-rule">${say('rules.new')}</label>
    <input id="new-rule" name="id" required pattern="[a-z][a-z0-9\\-]*/[a-z][a-z0-9\\-]*" placeholder=${"topic/a-new-rule"} autocomplete="off" spellcheck="false" aria-describedby="new-rule-how" />
    <button type="submit">${say('rules.begin')}</button>
    <p id="new-rule-how" class="quiet small">${say('rules.new-how')}</p>
    ${problemBox(state.newRuleProblem)}
  </form>`;
}

async function begin(event) {
  event.preventDefault();
  try {
    const { name, line } = await beginRule(new FormData(event.target).get('id'));
    update({ newRuleProblem: null });
    location.hash = fileLink(name, line);
  } catch (problem) {
    update({ newRuleProblem: problem });
  }
}
