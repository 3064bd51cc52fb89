import { html } from '../../vendor/lit-html/lit-html.js';
import { live } from '../../vendor/lit-html/directives/live.js';
import { setFields } from '../../advice.js';
import { currency } from '../../format.js';
import { state, update } from '../../state.js';
import { say } from '../../words.js';
import { field, isFaulty } from './fields.js';

/** An amount without a unit of its own, as 300 or 1,500,000. */
const PLAIN = /^\s*\d[\d,.]*\s*$/;

/** Ten thousand yuan, which Chinese readers count in; every other unit is a currency. */
const WAN = 'wan';
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
        ${units().map((name) => html`<option value=${name} ?selected=${name === unit}>${unitTitle(name)}</option>`)}
      </select>
    </div>`,
  );
}

/** In which an amount may be given. */
export function units() {
  return [WAN, ...state.currencies];
}

export function unitTitle(unit) {
  return unit === WAN ? say('budget.unit.wan') : currency(unit);
}

/** How the request writes an amount in a unit. */
export function suffix(unit) {
  return unit === WAN ? '万CNY' : unit;
}

function set(amount, unit) {
  update({ budgetUnit: unit });
  setFields({ budget: PLAIN.test(amount) ? `${amount}${suffix(unit)}` : amount });
}

/** What was typed is shown as it was typed; an amount from elsewhere in whole units, or in 万 where Chinese read it. */
function shown() {
  const budget = state.fields.budget ?? '';
  const unit = units().find((name) => budget.endsWith(suffix(name)));
  if (unit === undefined) {
    return { amount: budget, unit: state.budgetUnit ?? (state.language === 'zh' ? WAN : 'CNY') };
  }
  const amount = budget.slice(0, -suffix(unit).length).trim();
  const fromElsewhere = unit === 'CNY' && state.budgetUnit === undefined && state.language === 'zh';
  return fromElsewhere && Number(amount) >= SMALLEST_IN_WAN
    ? { amount: String(Number(amount) / 10_000), unit: WAN }
    : { amount, unit };
}
