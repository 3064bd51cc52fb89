import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { askAgain, isComing, isWhole } from '../advice.js';
import { later } from '../later.js';
import { state, update } from '../state.js';
import { say, text } from '../words.js';
import { card } from './decide/card.js';
import { compareBar } from './decide/compare-box.js';
import { GROUPS, groupOf } from './decide/groups.js';
import { optionRow } from './decide/option-row.js';

const KINDS = ['all', 'purchase', 'rental', 'api', 'owned'];
const ORDERS = {
  rank: (one, other) => one.rank - other.rank,
  cost: (one, other) => (one.cost.total?.likely ?? Infinity) - (other.cost.total?.likely ?? Infinity) || ORDERS.rank(one, other),
  speed: (one, other) => (speedOf(other) ?? -1) - (speedOf(one) ?? -1) || ORDERS.rank(one, other),
};

/** The advice: the answer, a picture of all options, then each in a line, and what it rests on. */
export function decide(answer) {
  const shown = answer.verdicts.filter((verdict) => ofKind(verdict) && named(verdict)).sort(ORDERS[state.order ?? 'rank']);
  const views = isWhole(answer) ? later() : null;
  return html`
    ${card(answer)} ${views?.keep() ?? nothing} ${failures(answer)} ${views ? html`${views.picture(answer, shown)} ${views.whatIf(answer)}` : coming()}
    <div class="list" id="options" tabindex="-1" role="group" aria-label=${say('list.title')}>
      ${controls(answer)} ${compareBar()} ${views?.memoryKey() ?? nothing} ${GROUPS.map((name) => section(answer, name, shown))}
    </div>
    <div class="asides">${views ? html`${views.corrections(answer)} ${views.notes(answer)} ${views.uncertain(answer)}` : nothing}</div>
  `;
}

/** What the list does not hold has its place already; if it does not come, it can be asked for again. */
function coming() {
  return html`<section class="picture panel coming" aria-busy=${isComing() ? 'true' : 'false'}>
    ${isComing() ? html`<p class="quiet" role="status">${say('decide.coming')}</p>` : html`<button type="button" @click=${askAgain}>${say('decide.again')}</button>`}
  </section>`;
}

function speedOf({ performance }) {
  return performance.tokensPerSecondPerUser?.likely;
}

function ofKind(verdict) {
  return (state.kind ?? 'all') === 'all' || verdict.kind === state.kind;
}

function named(verdict) {
  const sought = (state.named ?? '').toLowerCase();
  return `${verdict.option} ${verdict.title.en} ${verdict.title.zh}`.toLowerCase().includes(sought);
}

function section(answer, name, shown) {
  const group = shown.filter((verdict) => groupOf(verdict) === name);
  const left = name === 'rejected' && !isWhole(answer) ? answer.rejected : 0;
  return html`
    <section class=${`group-of ${name}`} aria-labelledby=${`title-${name}`}>
      <h3 id=${`title-${name}`}>${say(`decide.${name}`)} <span class="count">${group.length + left}</span></h3>
      ${left > 0 ? comingRejected() : listed(name, group)}
    </section>
  `;
}

function comingRejected() {
  return isComing() ? html`<p class="quiet" role="status">${say('decide.coming-rejected')}</p>` : nothing;
}

function listed(name, group) {
  if (group.length === 0) {
    return html`<p class="quiet">${say('decide.none')}</p>`;
  }
  return html`${(name === 'rejected' && later()?.changesIntro()) || nothing}
    <ol class="options">${group.map((verdict) => optionRow(verdict, group))}</ol>`;
}

/** Which options are shown, in the picture and in the list, and in which order. */
function controls(answer) {
  const kinds = KINDS.filter((kind) => kind === 'all' || answer.verdicts.some((verdict) => verdict.kind === kind));
  return html`
    <div class="controls">
      ${picker('kind', kinds, (name) => (name === 'all' ? say('kind.all') : say(`OptionKind.${name}`)))}
      ${picker('order', Object.keys(ORDERS), (name) => say(`order.${name}`))}
      <label
        ><span class="quiet small">${say('decide.named')}</span>
        <input type="search" .value=${state.named ?? ''} @input=${(event) => update({ named: event.target.value.trim() })}
      /></label>
    </div>
  `;
}

function picker(name, values, nameOf) {
  const chosen = state[name] ?? values[0];
  return html`<label
    ><span class="quiet small">${say(`decide.${name}`)}</span>
    <select @change=${(event) => update({ [name]: event.target.value })}>
      ${values.map((value) => html`<option value=${value} ?selected=${value === chosen}>${nameOf(value)}</option>`)}
    </select></label
  >`;
}

/** An advice of which rules failed must not be relied on. */
function failures(answer) {
  if (answer.errors.length === 0) {
    return nothing;
  }
  return html`<div class="problem" role="alert">
    <p><strong>${say('decide.incomplete', { failed: answer.errors.length, rules: answer.ruleBase.rules })}</strong></p>
    <ul>
      ${answer.errors.map((error) => html`<li><code>${error.at}</code> ${error.rule}: ${text(error.message)}</li>`)}
    </ul>
  </div>`;
}
