import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { state } from '../../state.js';
import { say, text } from '../../words.js';
import { stanceChip } from '../decide/facts.js';
import { applyChange } from '../../changing.js';
import { ruleLink } from '../rule-link.js';
import { problemBox } from '../problem.js';

/** What keeps the option out, who could lift that, and what would change the verdict; each found by running it. */
export function changesFound(verdict) {
  const found = state.optionChanges?.value;
  if (!found) {
    return state.optionChanges?.problem
      ? problemBox(state.optionChanges.problem)
      : html`<p class="quiet" role="status">${say('changes.searching')}</p>`;
  }
  return html`
    ${blockers(found, verdict)}
    ${found.counterfactuals.length === 0 ? html`<p>${say('explain.nothing')}</p>` : html`<ul class="found">${found.counterfactuals.map(counterfactual)}</ul>`}
    ${found.counterfactualsCutOff ? html`<p class="quiet small">${say('explain.cut-off')}</p>` : nothing}
  `;
}

function blockers(found, verdict) {
  if (found.blockerSets.length === 0) {
    return nothing;
  }
  return html`<p>${say('changes.blockers')}</p>
    <ul class="plain-list">
      ${found.blockerSets.map((set) => html`<li>${set.map((rule) => blocker(rule, found, verdict))}</li>`)}
    </ul>`;
}

function blocker(rule, found, verdict) {
  const said = verdict.findings.find((finding) => finding.rule === rule);
  return html`<span class="blocker-of">${said ? text(said.text) : nothing} ${ruleLink(rule)} <span class="quiet">${say(`Lifter.${found.blockers[rule] ?? 'open'}`)}</span></span>`;
}

function counterfactual(found) {
  const words = found.changes.map((change) => text(change.text)).join(say('list.and'));
  const ofRequest = found.changes.every((change) => change.of === 'request');
  return html`<li>
    ${ofRequest
      ? html`<button type="button" class="change" @click=${() => applyChange(found.changes, words)}>${words}</button>`
      : html`<span class="change-of-offer">${words} <span class="quiet small">${say('changes.offer')}</span></span>`}
    ${stanceChip(found.stance, found.score)} ${found.smallest ? nothing : html`<span class="quiet small">${say('change.less-may-do')}</span>`}
  </li>`;
}
