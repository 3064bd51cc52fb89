import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { download } from '../api.js';
import { requestBody } from '../request.js';
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
  const url = URL.createObjectURL(blob);
  const anchor = Object.assign(document.createElement('a'), { href: url, download: fileName });
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_MS);
  update({ kept: 'saved', keepProblem: null });
}

async function copyLink() {
  await navigator.clipboard.writeText(location.href);
  update({ kept: 'copied' });
}
