import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { modal } from '../../dialogs.js';
import { acceleratorIds, addOffer } from '../../offers.js';
import { state, update } from '../../state.js';
import { say } from '../../words.js';
import { suffix, units, unitTitle } from './budget.js';

const EXAMPLE = 'nvidia-h20-96gb';

const WARRANTIES = ['', 'manufacturer', 'dealer', 'no'];
const CHANNELS = ['', 'official', 'dealer', 'used', 'grey'];

/** Asks for a machine of one's own, or for a quote, field by field; the server judges what comes of it. */
export function offerDialog() {
  const { offer } = state;
  return offer
    ? html`<dialog class="offer" aria-labelledby="offer-title" ${modal()} @close=${() => update({ offer: null })}>
        <form class="form" @submit=${take}>
          <h2 id="offer-title">${say(`offer.add.${offer.name}`)}</h2>
          <div class="offer-fields">
            ${input('count', { type: 'number', min: 1, value: offer.count ?? 8, required: true })} ${accelerator(offer)}
            ${input('nodes', { type: 'number', min: 1, value: offer.nodes ?? 1, required: true })} ${amount(offer.name)}
            ${offer.name === 'quote' ? ofQuote() : nothing}
          </div>
          <p class="actions">
            <button class="main">${say('offer.judge')}</button>
            <button type="button" @click=${() => update({ offer: null })}>${say('close')}</button>
          </p>
        </form>
      </dialog>`
    : nothing;
}

function ofQuote() {
  return html`${choice('warranty', WARRANTIES)} ${choice('channel', CHANNELS)}
    <label class="tick"><input type="checkbox" name="each" /> ${say('offer.each')}</label>`;
}

function input(name, { type, min, value, required }) {
  return html`<label>${say(`offer.${name}`)} <input name=${name} type=${type} min=${min} .value=${String(value)} ?required=${required} /></label>`;
}

function accelerator({ accelerator: known }) {
  return html`<label
    >${say('offer.accelerator')}
    <input name="accelerator" list="accelerators" autocomplete="off" required .value=${known ?? ''} placeholder=${EXAMPLE} />
    <datalist id="accelerators">${acceleratorIds().map((id) => html`<option value=${id}></option>`)}</datalist></label
  >`;
}

function amount(name) {
  return html`<label>${say(`offer.amount.${name}`)} <input name="amount" inputmode="decimal" ?required=${name === 'quote'} /></label>
    <label
      >${say('offer.unit')}
      <select name="unit">
        ${units().map((unit) => html`<option value=${unit} ?selected=${unit === (state.budgetUnit ?? 'CNY')}>${unitTitle(unit)}</option>`)}
      </select></label
    >`;
}

function choice(name, values) {
  return html`<label
    >${say(`offer.${name}`)}
    <select name=${name}>
      ${values.map((value) => html`<option value=${value}>${value === '' ? say('field.not-given') : say(`offer.${name}.${value}`)}</option>`)}
    </select></label
  >`;
}

function take(event) {
  event.preventDefault();
  const given = Object.fromEntries(new FormData(event.target));
  addOffer(state.offer.name, line(state.offer.name, given));
}

/** As the request writes it. */
function line(name, { count, accelerator, nodes, amount, unit, each, warranty, channel }) {
  const price = amount.trim() && `${amount.trim()}${suffix(unit)}${each ? ' each' : ''}`;
  return [
    `${count} x ${accelerator.trim()}${Number(nodes) > 1 ? ` in ${nodes} nodes` : ''}`,
    name === 'own' && price ? `worth ${price}` : price,
    warranty && `${warranty} warranty`,
    channel,
  ]
    .filter(Boolean)
    .join(', ');
}
