import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { state, update } from '../../state.js';
import { say } from '../../words.js';
import { budgetField } from './budget.js';
import { configField } from './config.js';
import { choice, countryChoice, currencyChoice, dateField, linesField, numberField, textField } from './fields.js';
import { modelField } from './model.js';
import { offersField } from './offers.js';
import { severalModels } from './several.js';

/** What each kind of field is asked in. */
const CONTROLS = {
  model: () => html`${modelField()} ${severalModels()} ${configField()}`,
  amount: () => budgetField(),
  'whole-number': ({ name, absent }) => numberField(name, { absent }),
  number: ({ name, absent }) => numberField(name, { absent, decimal: true }),
  choice: ({ name, choices }) => choice(name, choices),
  country: ({ name }) => countryChoice(name),
  currency: ({ name }) => currencyChoice(name),
  date: ({ name }) => dateField(name),
  layout: ({ name }) => textField(name),
  assumptions: ({ name }) => textField(name),
  offers: ({ name }) => offersField(name),
  options: ({ name }) => linesField(name),
};

/** The form as the server's table of fields has it. */
export function askForm() {
  return html`
    <form class="form" @submit=${(event) => event.preventDefault()}>
      ${group('model')} ${group('load')} ${group('money')} ${group('constraints')} ${group('offers')}
      ${group('view')} ${folded()}
    </form>
  `;
}

function group(place) {
  return html`<fieldset class=${`group ${place}`}>
    <legend>${say(`ask.group.${place}`)}</legend>
    ${controls(at(place))}
  </fieldset>`;
}

function at(place) {
  return state.form.filter((field) => field.place === place);
}

function controls(fields) {
  return fields.map((field) => CONTROLS[field.kind](field));
}

/** Fields that few need; they are folded away, with how many of them are set. */
function folded() {
  const fields = at('more');
  const set = fields.filter(({ name }) => state.fields[name]).length;
  const faulty = state.problem?.errors.some((fault) => fields.some(({ name }) => name === fault.field));
  return html`
    <details class="folded" ?open=${faulty}>
      <summary>${say('ask.more')}${set ? html` <span class="count">${say('ask.more.set', { count: set })}</span>` : nothing}</summary>
      <div class="group more">${controls(fields)}</div>
    </details>
  `;
}
