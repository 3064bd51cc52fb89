import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { setFields } from '../../advice.js';
import { state } from '../../state.js';
import { say, text } from '../../words.js';
import { optionLink, planLine, stanceChip } from './facts.js';
import { memoryBar } from './memory-bar.js';

/** An option of which something must be known first. */
export function openRow(verdict) {
  return row(verdict, obstacles(verdict), memoryBar(verdict.memory));
}

/** An option that is out, with what keeps it out and the nearest change that would admit it. */
export function rejectedRow(verdict) {
  return row(verdict, obstacles(verdict), changeButton(verdict));
}

function row(verdict, reasons, action) {
  return html`
    <li class="option short">
      <div class="what">
        <h4>${optionLink(verdict)}</h4>
        <p class="quiet small">${planLine(verdict)}</p>
      </div>
      <div class="why">
        ${reasons.slice(0, 1).map((finding) => html`<p>${text(finding.text)}</p>`)} ${others(reasons.slice(1))}
      </div>
      <div class="act">${action}</div>
    </li>
  `;
}

/** What decides comes first: what an authority bars, nobody else can lift. */
function obstacles(verdict) {
  return verdict.obstacles.flatMap((rule) => verdict.findings.filter((finding) => finding.rule === rule));
}

function others(reasons) {
  if (reasons.length === 0) {
    return nothing;
  }
  return html`<details>
    <summary class="small">${say('decide.also', { count: reasons.length })}</summary>
    <ul class="plain-list">
      ${reasons.map((finding) => html`<li>${text(finding.text)}</li>`)}
    </ul>
  </details>`;
}

function changeButton(verdict) {
  if (!state.changes?.value) {
    return nothing;
  }
  const found = state.changes.value.options.find((entry) => entry.option === verdict.option);
  return found
    ? html`<button type="button" class="change" @click=${() => applyChanges(found.changes)}>
          ${found.changes.map((change) => text(change.text)).join(say('list.and'))}
        </button>
        <span class="small quiet">${say('decide.then')} ${stanceChip(found.stance)}</span>`
    : html`<span class="small quiet">${say('decide.no-change')}</span>`;
}

/** What the buttons beside the rejected options are, or why there are none yet. */
export function changesIntro() {
  const { value, problem } = state.changes ?? {};
  const found = value ? 'changes' : problem ? 'not-searched' : 'searching';
  return html`<p class="small quiet" role="status">${say(`decide.${found}`)}</p>`;
}

/** Puts changes of the request into the form. */
export function applyChanges(changes) {
  setFields(Object.fromEntries(changes.map(({ field, to }) => [field, to])));
}
