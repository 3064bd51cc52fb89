import { html } from '../../vendor/lit-html/lit-html.js';
import { live } from '../../vendor/lit-html/directives/live.js';
import { setFields } from '../../advice.js';
import { state, update } from '../../state.js';
import { say } from '../../words.js';
import { field, isFaulty } from './fields.js';

/** An amount without a unit of its own, as 300 or 1,500,000. */
const PLAIN = /^\s*\d[\d,.]*\s*$/;

/** How the request writes an amount in each unit. */
const UNITS = { wan: '万CNY', CNY: 'CNY', USD: 'USD' };
const SMALLEST_IN_WAN = 100_000;

/** An amount and its unit beside it. */
export function budgetField() {
  const { amount, unit } = shown();
  return field(
    'budget',
    html`<div class="pair">
      <input
        id="field-budget"
        inputmode="decimal"
        autocomplete="off"
        placeholder=${say('field.no-limit')}
        aria-invalid=${isFaulty('budget')}
        aria-describedby="fault-budget"
        .value=${live(amount)}
        @input=${(event) => set(event.target.value.trim(), unit)}
      />
      <select aria-label=${say('budget.unit')} .value=${live(unit)} @change=${(event) => set(amount, event.target.value)}>
        ${Object.keys(UNITS).map((name) => html`<option value=${name} ?selected=${name === unit}>${say(`budget.unit.${name}`)}</option>`)}
      </select>
    </div>`,
  );
}

function set(amount, unit) {
  update({ budgetUnit: unit });
  setFields({ budget: PLAIN.test(amount) ? `${amount}${UNITS[unit]}` : amount });
}

/** What was typed is shown as it was typed; an amount from elsewhere in whole units, or in 万 where Chinese read it. */
function shown() {
  const budget = state.fields.budget ?? '';
  const unit = Object.keys(UNITS).find((name) => budget.endsWith(UNITS[name]));
  if (unit === undefined) {
    return { amount: budget, unit: state.budgetUnit ?? (state.language === 'zh' ? 'wan' : 'CNY') };
  }
  const amount = budget.slice(0, -UNITS[unit].length).trim();
  const fromElsewhere = unit === 'CNY' && state.budgetUnit === undefined && state.language === 'zh';
  return fromElsewhere && Number(amount) >= SMALLEST_IN_WAN
    ? { amount: String(Number(amount) / 10_000), unit: 'wan' }
    : { amount, unit };
}
