import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { fileLink } from '../../files.js';
import { beginScenario } from '../../known-file.js';
import { state, update } from '../../state.js';
import { say } from '../../words.js';
import { problemBox } from '../problem.js';

/** Asks what the request of the page shall be called as a scenario, and opens its file with it at the end. */
export function newScenario(files) {
  if (!state.health?.editing) {
    return nothing;
  }
  return state.fields.model && !state.config
    ? form(files.filter(({ folder }) => folder === 'scenarios'))
    : html`<p class="note" role="note">${say('scenario.no-request')}</p>`;
}

function form(files) {
  return html`<form class="new-rule" @submit=${begin}>
    <label for="new-scenario">${say('scenario.new')}</label>
    <input id="new-scenario" name="name" required autocomplete="off" aria-describedby="new-scenario-how" />
    <label for="scenario-file">${say('scenario.file')}</label>
    <input id="scenario-file" name="file" required value="own" list="scenario-files" pattern="[a-z0-9]+([.\\-][a-z0-9]+)*" autocomplete="off" spellcheck="false" />
    <datalist id="scenario-files">${files.map(({ name }) => html`<option value=${topicOf(name)}></option>`)}</datalist>
    <button type="submit">${say('rules.begin')}</button>
    <p id="new-scenario-how" class="quiet small">${say('scenario.how')}</p>
    ${problemBox(state.newScenarioProblem)}
  </form>`;
}

function topicOf(name) {
  return name.replace(/^.*\/|\.yaml$/g, '');
}

async function begin(event) {
  event.preventDefault();
  const asked = new FormData(event.target);
  try {
    const { name, line } = await beginScenario(`scenarios/${asked.get('file')}.yaml`, asked.get('name'));
    update({ newScenarioProblem: null });
    location.hash = fileLink(name, line);
  } catch (problem) {
    update({ newScenarioProblem: problem });
  }
}
