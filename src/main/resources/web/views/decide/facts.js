import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { link } from '../../request.js';
import { money, moneyRange } from '../../format.js';
import { say, text } from '../../words.js';

/** What lists and pages say of an option. */

/** The stance in words, with its colour, and the score where it means something. */
export function stanceChip(stance, score = null) {
  return html`<span class=${`chip ${stance}`}
    ><span class="stance">${say(`Stance.${stance}`)}</span>${score === null ? nothing : html` <span class="score"><span class="unseen">${say('score')}</span> ${score}</span>`}</span
  >`;
}

/** The title as a link that opens the option; in the list it is found again by its id. */
export function optionLink(verdict, id = `open-${verdict.option}`) {
  return html`<a id=${id} title=${text(verdict.title)} href=${link({ option: verdict.option })}>${text(verdict.title)}</a>`;
}

/** Kind, format, engine, devices. */
export function planLine(verdict) {
  const { plan } = verdict;
  const format = verdict.kind === 'api' ? null : say(`Precision.${plan.precision}`);
  const units = plan.units > 1 ? say('cost.units', { units: plan.units }) : null;
  const facts = [units, say(`OptionKind.${verdict.kind}`), format, plan.engine, devices(plan)];
  return facts.filter(Boolean).join(' · ');
}

function devices({ devices: count, nodes }) {
  if (!count) {
    return null;
  }
  if (count === 1) {
    return say('plan.device');
  }
  return nodes > 1 ? say('plan.devices-nodes', { devices: count, nodes }) : say('plan.devices', { devices: count });
}

/** What the load costs in all over the horizon, the same sum for every kind, and below it the range. */
export function totalFigure({ cost }) {
  const range = cost.total;
  if (!range) {
    return html`<span class="amount quiet">${say('cost.unknown')}</span>`;
  }
  return html`
    <span class="amount">${money(range.likely, cost.currency)}</span>
    <span class="quiet small">${range.low === range.high ? nothing : moneyRange(range, cost.currency)}</span>
  `;
}

/** A finding's sign: what it does to the score or the verdict. */
export function sign(finding) {
  const signs = { blocker: '✗', unknown: '?', note: '·' };
  return signs[finding.kind] ?? (finding.points > 0 ? `+${finding.points}` : String(finding.points).replace('-', '−'));
}
