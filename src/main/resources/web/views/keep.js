import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { download } from '../api.js';
import { requestBody } from '../request.js';
import { keepScenario } from '../scenarios.js';
import { state, update } from '../state.js';
import { say } from '../words.js';
import { problemBox } from './problem.js';

const REVOKE_MS = 60_000;

/** The ways to take the advice away. */
export function keep() {
  return html`
    <div class="keep" role="group" aria-label=${say('keep')}>
      <button type="button" @click=${print}>${say('keep.print')}</button>
      <button type="button" @click=${() => fetched(`api/reports?lang=${state.language}`, name('html'))}>${say('keep.report')}</button>
      <button type="button" @click=${() => save(new Blob([JSON.stringify(state.answer, null, 2)]), name('json'))}>${say('keep.json')}</button>
      <button type="button" @click=${() => fetched('api/records', name('record.json'))}>${say('keep.record')}</button>
      <button type="button" @click=${copyLink}>${say('keep.link')}</button>
      <form class="scenario" @submit=${keepNamed}>
        <input name="name" required aria-label=${say('keep.scenario-name')} placeholder=${say('keep.scenario-name')} autocomplete="off" />
        <button type="submit">${say('keep.scenario')}</button>
      </form>
      <span role="status" class="small quiet">${state.kept ? say(`keep.${state.kept}`) : nothing}</span>
    </div>
    ${problemBox(state.keepProblem)}
  `;
}

function name(ending) {
  return `${state.answer.decisionId}.${ending}`;
}

function print() {
  window.print();
}

async function fetched(path, fileName) {
  update({ kept: 'working', keepProblem: null });
  try {
    save(await download(path, requestBody()), fileName);
  } catch (problem) {
    update({ kept: null, keepProblem: problem });
  }
}

function save(blob, fileName) {
  saveFile(blob, fileName);
  update({ kept: 'saved', keepProblem: null });
}

/** Gives the reader a file. */
export function saveFile(blob, fileName) {
  const url = URL.createObjectURL(blob);
  const anchor = Object.assign(document.createElement('a'), { href: url, download: fileName });
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_MS);
}

function keepNamed(event) {
  event.preventDefault();
  keepScenario(new FormData(event.target).get('name').trim());
  event.target.reset();
  update({ kept: 'scenario-saved' });
}

async function copyLink() {
  await navigator.clipboard.writeText(location.href);
  update({ kept: 'copied' });
}
