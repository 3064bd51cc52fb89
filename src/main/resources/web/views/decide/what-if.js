import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { setFields } from '../../advice.js';
import { money, whole } from '../../format.js';
import { state } from '../../state.js';
import { say, text } from '../../words.js';

const MOST_STREAMS = 1024;
const STEPS_A_DOUBLING = 4;
const MOST_MARKS = 3;

/** Load and budget to drag, with the points at which the order turns. */
export function whatIf(answer) {
  return html`<section class="what-if panel" aria-labelledby="what-if-title">
    <h3 id="what-if-title">${say('what-if.title')}</h3>
    ${load(answer)} ${budget(answer)}
  </section>`;
}

/** Streams by doublings, in quarters. */
function load(answer) {
  const { streams, requestsPerDay } = answer.request;
  const requests = (count) => (requestsPerDay ? String(Math.max(1, Math.round((requestsPerDay * count) / streams))) : '');
  const fieldsOf = (count) => ({ streams: String(count), 'requests-per-day': requests(count), users: '', 'active-share': '', 'peak-factor': '' });
  const at = (count) => Math.round(Math.log2(count) * STEPS_A_DOUBLING);
  return slider({
    name: 'streams',
    max: at(MOST_STREAMS),
    value: at(streams),
    told: say('what-if.streams', { streams: whole(streams) }),
    marks: loadFlips(answer).map((flip) => ({ at: at(flip.streams), words: say('what-if.flip', { ...flip, streams: whole(flip.streams) }), fields: fieldsOf(flip.streams) })),
    fieldsAt: (step) => fieldsOf(Math.round(2 ** (step / STEPS_A_DOUBLING))),
  });
}

/** Where an option and the recommended one cost the same, the nearest to the load first. */
function loadFlips({ recommended, request, verdicts }) {
  const titles = new Map(verdicts.map((verdict) => [verdict.option, text(verdict.title)]));
  return verdicts
    .flatMap(({ option, cost }) => (cost.comparisons ?? []).map((one) => ({ pair: [option, one.with], streams: one.breakEvenStreams })))
    .filter(({ pair, streams }) => streams && streams <= MOST_STREAMS && pair.includes(recommended))
    .sort((one, other) => Math.abs(Math.log(one.streams / request.streams)) - Math.abs(Math.log(other.streams / request.streams)))
    .slice(0, MOST_MARKS)
    .map(({ pair, streams }) => ({ streams, one: titles.get(pair[0]), other: titles.get(pair[1]) }));
}

function budget({ request: { budget: asked } }) {
  if (!asked) {
    return nothing;
  }
  const { amount, currency } = asked;
  const step = 10 ** Math.floor(Math.log10(amount) - 1);
  return slider({
    name: 'budget',
    max: Math.round((3 * amount) / step),
    value: Math.round(amount / step),
    told: say('what-if.budget', { budget: money(amount, currency) }),
    marks: budgetFlips(currency).map((flip) => ({ at: Math.round(flip.amount / step), words: say('what-if.admits', { budget: money(flip.amount, currency), option: flip.title }), fields: { budget: `${flip.amount}${currency}` } })),
    fieldsAt: (at) => ({ budget: `${Math.max(1, at) * step}${currency}` }),
  });
}

/** The budgets from which on a rejected option works, as the search for changes found them. */
function budgetFlips(currency) {
  const titles = new Map(state.answer.verdicts.map((verdict) => [verdict.option, text(verdict.title)]));
  return (state.changes?.value?.options ?? [])
    .filter(({ changes }) => changes.length === 1 && changes[0].field === 'budget' && changes[0].to.endsWith(currency))
    .map(({ option, changes }) => ({ title: titles.get(option), amount: Number(changes[0].to.slice(0, -currency.length)) }))
    .sort((one, other) => one.amount - other.amount)
    .slice(0, MOST_MARKS);
}

function slider({ name, max, value, told, marks, fieldsAt }) {
  return html`<div class="slider">
    <label for=${`slide-${name}`}>${told}</label>
    <input id=${`slide-${name}`} type="range" min="0" max=${Math.max(max, value)} .value=${String(value)} list=${`flips-${name}`} @input=${(event) => setFields(fieldsAt(Number(event.target.value)))} />
    <datalist id=${`flips-${name}`}>${marks.map((mark) => html`<option value=${mark.at}></option>`)}</datalist>
    ${marks.map((mark) => html`<button type="button" class="plain small" @click=${() => setFields(mark.fields, { step: true })}>${mark.words}</button>`)}
  </div>`;
}
