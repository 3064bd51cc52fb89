import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { state } from '../state.js';
import { say } from '../words.js';
import { budgetField } from './ask/budget.js';
import { configField } from './ask/config.js';
import { choice, countryChoice, dateField, numberField, textField } from './ask/fields.js';
import { modelField } from './ask/model.js';

/** Fields that few need; they are folded away, with how many of them are set. */
const FOLDED = ['min-speed', 'horizon', 'billing', 'warranty', 'sanctions', 'fp8', 'precision-floor', 'max-power-kw', 'max-nodes', 'assume'];

export function askForm() {
  return html`
    <form class="form" @submit=${(event) => event.preventDefault()}>
      ${group('model', html`${modelField()} ${configField()}`)} ${load()} ${money()} ${constraints()} ${view()} ${folded()}
    </form>
  `;
}

function group(name, fields) {
  return html`<fieldset class=${`group ${name}`}>
    <legend>${say(`ask.group.${name}`)}</legend>
    ${fields}
  </fieldset>`;
}

function load() {
  return group(
    'load',
    html`${numberField('streams', { absent: 16 })} ${numberField('prompt-tokens', { absent: 4096 })}
    ${numberField('output-tokens', { absent: 1024 })}`,
  );
}

function money() {
  return group('money', budgetField());
}

function constraints() {
  return group(
    'constraints',
    html`${countryChoice('jurisdiction')} ${choice('buyer', ['private', 'state-funded', 'multinational'])}
    ${choice('privacy', ['any', 'in-country', 'on-premises'])}`,
  );
}

function folded() {
  const set = FOLDED.filter((name) => state.fields[name]).length;
  const faulty = state.problem?.errors.some((fault) => FOLDED.includes(fault.field));
  return html`
    <details class="folded" ?open=${faulty}>
      <summary>${say('ask.more')}${set ? html` <span class="count">${say('ask.more.set', { count: set })}</span>` : nothing}</summary>
      <div class="group more">
        ${numberField('min-speed', { decimal: true })} ${numberField('horizon', { absent: 36 })}
        ${choice('billing', ['always-on', 'working-hours', 'scale-to-zero'])} ${choice('warranty', ['none', 'dealer', 'manufacturer'])}
        ${choice('sanctions', ['comply', 'report'])} ${choice('fp8', ['any', 'native'])}
        ${choice('precision-floor', ['any', '4bit', 'int8', 'native'])} ${numberField('max-power-kw', { decimal: true })}
        ${numberField('max-nodes')} ${textField('assume')}
      </div>
    </details>
  `;
}

function view() {
  return group('view', html`${dateField('as-of')} ${choice('lens', ['evidence', 'founding'])}`);
}
