import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { ifDefined } from '../../vendor/lit-html/directives/if-defined.js';
import { live } from '../../vendor/lit-html/directives/live.js';
import { setFields } from '../../advice.js';
import { country, currency } from '../../format.js';
import { state } from '../../state.js';
import { has, say, text } from '../../words.js';
import { faultsOf } from '../problem.js';

/** The codes of ISO 3166 that are in use. */
const COUNTRIES =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'.split(' ');

/** A label with its control below, and below that what is wrong with it. */
export function field(name, control, hint = nothing) {
  const faults = faultsOf(state.problem, name);
  return html`
    <div class=${`field ${name}`}>
      <label for=${`field-${name}`}>${say(`field.${name}`)}</label>
      ${control} ${hint}
      <div id=${`fault-${name}`} class="fault">${faults.map((fault) => html`<p>${text(fault.text)}</p>`)}</div>
    </div>
  `;
}

export function isFaulty(name) {
  return faultsOf(state.problem, name).length > 0 ? 'true' : 'false';
}

/** A number; what holds if it is left empty stands in it, faintly. */
export function numberField(name, { absent, decimal = false } = {}) {
  const isLimit = /^(min|max)-/.test(name);
  const placeholder = absent ?? (isLimit ? say('field.no-limit') : undefined);
  return input(name, { type: 'text', inputmode: decimal ? 'decimal' : 'numeric', placeholder });
}

export function textField(name) {
  return input(name, { type: 'text', placeholder: has(`field.${name}.example`) ? say(`field.${name}.example`) : undefined });
}

/** Several texts, a line each. */
export function linesField(name) {
  return field(
    name,
    html`<textarea
      id=${`field-${name}`}
      rows="2"
      placeholder=${say(`field.${name}.example`)}
      autocomplete="off"
      spellcheck="false"
      aria-invalid=${isFaulty(name)}
      aria-describedby=${`fault-${name}`}
      .value=${live(state.fields[name] ?? '')}
      @input=${(event) => setFields({ [name]: event.target.value })}
    ></textarea>`,
  );
}

export function dateField(name) {
  return input(name, { type: 'date' });
}

function input(name, { type, inputmode, placeholder }) {
  return field(
    name,
    html`<input
      id=${`field-${name}`}
      type=${type}
      inputmode=${ifDefined(inputmode)}
      placeholder=${ifDefined(placeholder)}
      autocomplete="off"
      aria-invalid=${isFaulty(name)}
      aria-describedby=${`fault-${name}`}
      .value=${live(state.fields[name] ?? '')}
      @input=${(event) => setFields({ [name]: event.target.value.trim() })}
    />`,
  );
}

/** One of a few; the first is what holds if nothing is chosen. */
export function choice(name, values) {
  return select(name, values.map((value, i) => ({ value: i === 0 ? '' : value, label: say(`choice.${name}.${value}`) })));
}

export function countryChoice(name) {
  const known = COUNTRIES.map((code) => ({ value: code, label: country(code) }));
  known.sort((one, other) => one.label.localeCompare(other.label, state.language));
  return select(name, [{ value: '', label: say('field.not-given') }, ...known]);
}

/** Those that the catalog has a rate of exchange for. */
export function currencyChoice(name) {
  const known = state.currencies.map((code) => ({ value: code, label: currency(code) }));
  return select(name, [{ value: '', label: say('field.not-given') }, ...known]);
}

function select(name, choices) {
  const chosen = state.fields[name] ?? '';
  return field(
    name,
    html`<select
      id=${`field-${name}`}
      aria-invalid=${isFaulty(name)}
      aria-describedby=${`fault-${name}`}
      .value=${live(chosen)}
      @change=${(event) => setFields({ [name]: event.target.value })}
    >
      ${choices.map(({ value, label }) => html`<option value=${value} ?selected=${value === chosen}>${label}</option>`)}
      ${choices.some(({ value }) => value === chosen) ? nothing : html`<option value=${chosen} selected>${chosen}</option>`}
    </select>`,
  );
}
