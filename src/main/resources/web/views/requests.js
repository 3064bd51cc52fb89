import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { askFile, csv } from '../request-file.js';
import { dropScenario, scenarioAnswers, scenarios } from '../scenarios.js';
import { state } from '../state.js';
import { say } from '../words.js';
import { dropZone, fileOr } from './drop-zone.js';
import { saveFile } from './keep.js';
import { problemBox } from './problem.js';
import { answersTable, cells, headings } from './requests/answers.js';

/** Several requests, a line each: those that the reader has named, and those of a file. */
export function requestsView() {
  return html`
    <div class="requests">
      <h2>${say('requests.title')}</h2>
      <section class="part" aria-labelledby="scenarios-title">
        <h3 id="scenarios-title">${say('requests.saved')}</h3>
        ${saved()}
      </section>
      <section class="part" aria-labelledby="batch-title">
        <h3 id="batch-title">${say('requests.file')}</h3>
        <p>${say('requests.how')}</p>
        ${dropZone({ id: 'requests-file', accept: '.csv,.jsonl,.ndjson,text/csv', shown: fileOr(state.batch, say('requests.drop')), take: askFile })}
        ${state.batch ? batch(state.batch) : nothing}
      </section>
    </div>
  `;
}

function saved() {
  const all = scenarios();
  if (all.length === 0) {
    return html`<p class="quiet">${say('requests.none-saved')}</p>`;
  }
  const { value, problem } = scenarioAnswers();
  const rows = all.map(({ name, body, address }, i) => ({ name, body, address, answer: value?.[i], drop: () => dropScenario(name) }));
  return html`${problemBox(problem)} ${answersTable(rows)}`;
}

function batch({ requests, answers, busy, problem }) {
  const rows = requests.map((body, i) => ({ name: String(i + 1), body: typeof body === 'string' ? parsed(body) : body, answer: answers[i] }));
  return html`
    <p role="status">${say(busy ? 'requests.asking' : 'requests.asked', { done: answers.length, all: requests.length })}</p>
    ${problemBox(problem)} ${answers.length > 0 ? downloads(rows, answers) : nothing} ${rows.length > 0 ? answersTable(rows) : nothing}
  `;
}

function parsed(line) {
  try {
    return JSON.parse(line);
  } catch {
    return {};
  }
}

function downloads(rows, answers) {
  const table = () => csv([headings(), ...rows.map(cells)]);
  const lines = () => answers.map((answer) => `${JSON.stringify(answer)}\n`).join('');
  return html`<p class="keep">
    <button type="button" @click=${() => saveFile(new Blob([table()], { type: 'text/csv' }), 'answers.csv')}>${'CSV'}</button>
    <button type="button" @click=${() => saveFile(new Blob([lines()]), 'answers.jsonl')}>${'JSON Lines'}</button>
  </p>`;
}
