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

/** The title as a link that opens the option. */
export function optionLink(verdict) {
  return html`<a id=${`open-${verdict.option}`} href=${link({ option: verdict.option })}>${text(verdict.title)}</a>`;
}

/** Kind, format, engine, devices. */
export function planLine(verdict) {
  const { plan } = verdict;
  const format = verdict.kind === 'api' ? null : say(`Precision.${plan.precision}`);
  const facts = [say(`OptionKind.${verdict.kind}`), format, plan.engine, devices(plan)];
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

/** The likely amount to pay for what the load takes, and below it the range. */
export function costFigure({ kind, cost, plan: { units } }) {
  const range = kind === 'purchase' ? cost.upfront : cost.total;
  if (!range) {
    return html`<span class="amount quiet">${say('cost.unknown')}</span>`;
  }
  const due = kind === 'purchase' ? say('cost.upfront') : say('cost.months', { months: cost.horizonMonths });
  return html`
    <span class="amount">${money(range.likely, cost.currency)}</span>
    <span class="quiet small">${due}${units > 1 ? ` · ${say('cost.units', { units })}` : ''}</span>
    ${range.low === range.high ? nothing : html`<span class="quiet small">${moneyRange(range, cost.currency)}</span>`}
  `;
}

/** A finding's sign: what it does to the score or the verdict. */
export function sign(finding) {
  const signs = { blocker: '✗', unknown: '?', note: '·' };
  return signs[finding.kind] ?? (finding.points > 0 ? `+${finding.points}` : String(finding.points).replace('-', '−'));
}
