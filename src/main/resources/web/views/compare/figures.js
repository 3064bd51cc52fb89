import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { setCompared } from '../../changing.js';
import { bytes, interval, money, moneyRange, number } from '../../format.js';
import { link } from '../../request.js';
import { state } from '../../state.js';
import { say, text } from '../../words.js';
import { planLine, stanceChip } from '../decide/facts.js';
import { groupOf } from '../decide/groups.js';
import { marks } from '../decide/marks.js';

/** What is set side by side, by name: what a verdict has there. */
const ROWS = {
  stance: (verdict) => stanceChip(verdict.stance, groupOf(verdict) === 'viable' ? verdict.score : null),
  marks: (verdict) => marks(verdict),
  plan: planLine,
  total: ({ cost }) => cost.total && html`<strong>${money(cost.total.likely, cost.currency)}</strong><br /><span class="quiet small">${moneyRange(cost.total, cost.currency)}</span>`,
  upfront: ({ cost }) => cost.upfront && moneyRange(cost.upfront, cost.currency),
  monthly: ({ cost }) => cost.monthly && moneyRange(cost.monthly, cost.currency),
  tokens: ({ cost }) => cost.perMillionOutputTokens?.atLoad && moneyRange(cost.perMillionOutputTokens.atLoad, cost.currency),
  speed: ({ performance }) => performance.tokensPerSecondPerUser && interval(performance.tokensPerSecondPerUser),
  'first-token': ({ performance }) => performance.timeToFirstTokenSeconds && interval(performance.timeToFirstTokenSeconds),
  memory: ({ memory }) => memory.neededBytes !== null && say('memory.of', { needed: bytes(memory.neededBytes), usable: bytes(memory.usableBytes) }),
  power: ({ power }) => power.allInKw !== null && say('compare.kilowatts', { kilowatts: number(power.allInKw) }),
  quote: ({ cost }) => cost.oldestQuote,
};

/** A column for each option. */
export function figures(verdicts) {
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${say('compare.figures')}>
    <table class="beside">
      <thead>
        <tr>
          <td></td>
          ${verdicts.map(head)}
        </tr>
      </thead>
      <tbody>
        ${Object.entries(ROWS).map(
          ([name, of]) => html`<tr>
            <th scope="row">${say(`compare.row.${name}`)}</th>
            ${verdicts.map((verdict) => html`<td>${of(verdict) || nothingKnown(name)}</td>`)}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function nothingKnown(name) {
  return name === 'marks' ? nothing : html`<span class="quiet">${say('unknown')}</span>`;
}

function head({ option, title }) {
  return html`<th scope="col">
    <a href=${link({ path: 'advice', option })}>${text(title)}</a>
    <button type="button" class="plain small" aria-label=${say('compare.remove', { option: text(title) })} @click=${() => setCompared(state.compare.filter((other) => other !== option), true)}>
      ${say('compare.take-out')}
    </button>
  </th>`;
}
