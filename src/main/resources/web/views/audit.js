import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { checkRecord } from '../record.js';
import { state } from '../state.js';
import { say, text } from '../words.js';
import { difference } from './audit/difference.js';
import { dropZone, fileOr } from './drop-zone.js';
import { problemBox } from './problem.js';

/** A decision record that somebody brings: is it whole, does it give the same again, would it be answered so today? */
export function auditView() {
  const { record } = state;
  return html`
    <div class="audit">
      <h2>${say('audit.title')}</h2>
      <p>${say('audit.how')}</p>
      ${dropZone({ id: 'record-file', accept: '.json,.gz,application/json,application/gzip', shown: fileOr(record, say('audit.drop')), take: checkRecord })}
      ${record ? found(record) : nothing}
    </div>
  `;
}

function found(record) {
  return html`<div role="status">
    ${step('verify', record.verify, verified)}
    ${record.verify?.value?.sound ? html`${step('replay', record.replay, replayed)} ${step('diff', record.diff, difference)}` : nothing}
  </div>`;
}

function step(name, part, show) {
  return html`<section class="part" aria-labelledby=${`audit-${name}`}>
    <h3 id=${`audit-${name}`}>${say(`audit.${name}`)}</h3>
    ${part ? html`${problemBox(part.problem)} ${part.value ? show(part.value) : nothing}` : html`<p class="quiet">${say('loading')}</p>`}
  </section>`;
}

/** Good or bad, in a word before the sentence. */
export function outcome(good, words) {
  return html`<p class=${`outcome ${good ? 'good' : 'bad'}`}><strong>${good ? '✓' : '✗'}</strong> ${words}</p>`;
}

function verified(check) {
  return html`
    ${outcome(check.sound, say(check.sound ? 'audit.sound' : 'audit.altered'))}
    <ul class="plain-list">${check.faults.map((fault) => html`<li>${text(fault)}</li>`)}</ul>
    ${(check.do ?? []).map((sentence) => html`<p><strong>${text(sentence)}</strong></p>`)}
    <dl class="stamps">
      ${['decisionId', 'asOf', 'advisor', 'sha256', 'ruleBase', 'catalog'].map((name) => (check[name] ? html`<div><dt>${say(`audit.of.${name}`)}</dt><dd><code>${check[name]}</code></dd></div>` : nothing))}
    </dl>
  `;
}

function replayed({ same, places }) {
  return html`${outcome(same, say(same ? 'audit.same' : 'audit.otherwise', { count: places.length }))}
    <ul class="plain-list small">${places.slice(0, 20).map((place) => html`<li><code>${place}</code></li>`)}</ul>`;
}
