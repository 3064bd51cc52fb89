import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { state, update } from '../state.js';
import { say, text } from '../words.js';
import { card } from './decide/card.js';
import { corrections, notes, uncertain } from './decide/asides.js';
import { memoryKey } from './decide/memory-bar.js';
import { optionRow } from './decide/option-row.js';
import { changesIntro, openRow, rejectedRow } from './decide/short-rows.js';
import { keep } from './keep.js';

const KINDS = ['all', 'purchase', 'rental', 'api'];
const ORDERS = {
  rank: (one, other) => one.rank - other.rank,
  cost: (one, other) => totalOf(one) - totalOf(other),
};

/** The advice: the answer, the options that work, those that might, those that do not, and what it rests on. */
export function decide(answer) {
  const shown = answer.verdicts.filter(ofKind);
  const viable = shown.filter(works).sort(ORDERS[state.order ?? 'rank']);
  return html`
    ${card(answer)} ${keep()} ${failures(answer)} ${controls()} ${memoryKey()}
    ${section('viable', viable.length, html`<ol class="options">${viable.map((verdict) => optionRow(verdict, viable))}</ol>`)}
    ${section('undecided', count(shown, 'undecided'), list(shown, 'undecided', openRow))}
    ${section('rejected', count(shown, 'rejected'), html`${changesIntro()} ${list(shown, 'rejected', rejectedRow)}`)}
    <div class="asides">${corrections(answer)} ${notes(answer)} ${uncertain(answer)}</div>
  `;
}

function works(verdict) {
  return verdict.stance !== 'undecided' && verdict.stance !== 'rejected';
}

function totalOf(verdict) {
  return verdict.cost.total?.likely ?? Infinity;
}

function ofKind(verdict) {
  return (state.kind ?? 'all') === 'all' || verdict.kind === state.kind;
}

function count(verdicts, stance) {
  return verdicts.filter((verdict) => verdict.stance === stance).length;
}

function list(verdicts, stance, row) {
  return html`<ul class="options">
    ${verdicts.filter((verdict) => verdict.stance === stance).map(row)}
  </ul>`;
}

function section(name, size, content) {
  return html`
    <section class=${`group-of ${name}`} aria-labelledby=${`title-${name}`}>
      <h3 id=${`title-${name}`}>${say(`decide.${name}`)} <span class="count">${size}</span></h3>
      ${size === 0 ? html`<p class="quiet">${say('decide.none')}</p>` : content}
    </section>
  `;
}

/** Which options are listed, and in which order. */
function controls() {
  return html`
    <div class="controls">
      ${picker('kind', KINDS, kindName)} ${picker('order', Object.keys(ORDERS), (name) => say(`order.${name}`))}
    </div>
  `;
}

function kindName(name) {
  return name === 'all' ? say('kind.all') : say(`OptionKind.${name}`);
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
