import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { isComing } from '../../advice.js';
import { interval, money, moneyRange, unbroken } from '../../format.js';
import { state } from '../../state.js';
import { say, text } from '../../words.js';
import { optionLink, planLine, stanceChip } from './facts.js';
import { groupOf } from './groups.js';
import { marks } from './marks.js';

const SEPARATOR = ' · ';
const SHOWN = 2;

/** The decision on one card: what was asked, what to do, with what, for how much, how surely, and what would turn it. */
export function card(advice) {
  const { answer, question, recommended, verdicts } = advice;
  const chosen = verdicts.find((verdict) => verdict.option === recommended);
  return html`
    <section class="headline panel" aria-labelledby="verdict">
      <ul class="asked" aria-label=${say('ask.title')}>
        ${text(question).split(SEPARATOR).map((part) => html`<li>${part}</li>`)}
      </ul>
      <div class="verdict" id="verdict" tabindex="-1" role="group" aria-live="polite" aria-atomic="true">
        ${answer.do.map((sentence) => html`<p>${unbroken(text(sentence))}</p>`)}
      </div>
      ${isComing() ? html`<p class="quiet small" role="status">${say('card.searching')}</p>` : nothing}
      ${chosen ? figures(chosen, answer) : nothing}
      <dl class="said">
        ${chosen ? nothing : [part('costs', answer.costs), part('gives', answer.gives)]}
        ${part('against', answer.against)} ${part('yours', answer.yours)}
        ${part('next-best', answer.nextBest)} ${part('other-model', answer.otherModel)}
        ${part('turns-if', answer.turnsIf)} ${part('not-known', answer.notKnown)}
      </dl>
      ${state.fields.lens === 'founding' ? html`<p class="note" role="note">${say('decide.founding-lens')}</p>` : nothing}
      ${stamp(advice)}
    </section>
  `;
}

function figures(verdict, answer) {
  return html`<div class="figures">
    <div class="figure what">
      <p>${stance(verdict)}</p>
      <p class="title">${optionLink(verdict, 'open-recommended')}</p>
      <p class="quiet small">${planLine(verdict)}</p>
    </div>
    <div class="figure">
      <p class="quiet small">${say('card.total', { months: verdict.cost.horizonMonths })}</p>
      <p class="large">${verdict.cost.total ? money(verdict.cost.total.likely, verdict.cost.currency) : say('cost.unknown')}</p>
      <p class="quiet small">${verdict.cost.total ? moneyRange(verdict.cost.total, verdict.cost.currency) : nothing}</p>
      ${lines(answer.costs, 'small')}
    </div>
    <div class="figure">
      <p class="quiet small">${say('speed.each')}</p>
      <p class="large">${speedOf(verdict)}</p>
      ${lines(answer.gives, 'small')}
    </div>
    ${firmness(verdict)}
    <div class="risks">${marks(verdict, true)}</div>
  </div>`;
}

/** As far as it is known: the runs over what is uncertain come later than the rest, and may tell of a close call. */
function stance({ stance: id, score }) {
  if (state.sensitivity?.value?.close) {
    return html`<span class="chip close">${say('card.close')}</span>`;
  }
  const untried = !state.sensitivity && state.fields.lens !== 'founding' && state.answer.verdicts.filter(isViable).length > 1;
  return html`${stanceChip(id, score)} ${untried ? html`<span class="quiet small">${say('card.untried')}</span>` : nothing}`;
}

function isViable(verdict) {
  return groupOf(verdict) === 'viable';
}

function speedOf({ performance: { tokensPerSecondPerUser: speed } }) {
  return speed ? interval(speed) : html`<span class="quiet">${say('unknown')}</span>`;
}

/** In how many of the runs over what is uncertain it stays first; it takes longer than the rest. */
function firmness(verdict) {
  const { value: found, problem } = state.sensitivity ?? {};
  if (problem) {
    return html`<div class="figure"><p class="quiet small">${say('sensitivity.failed')}</p></div>`;
  }
  if (!found) {
    return html`<div class="figure"><p class="quiet small">${say('sensitivity.loading')}</p></div>`;
  }
  if (found.runs === 0) {
    return nothing;
  }
  const won = found.first?.find((entry) => entry.option === verdict.option)?.runs ?? 0;
  return html`<div class="figure">
    <p class="quiet small">${say('card.firm')}</p>
    <p class="large">${say('card.runs', { won, runs: found.runs })}</p>
    <meter min="0" max=${found.runs} value=${won} aria-label=${say('card.firm')}></meter>
  </div>`;
}

/** The first sentences stand there; more unfold. */
function part(name, sentences = []) {
  if (sentences.length === 0) {
    return nothing;
  }
  const [first, rest] = [sentences.slice(0, SHOWN), sentences.slice(SHOWN)];
  return html`<div><dt>${say(`answer.${name}`)}</dt><dd>${lines(first)} ${more(rest)}</dd></div>`;
}

function more(sentences) {
  return sentences.length === 0
    ? nothing
    : html`<details><summary class="small">${say('decide.also', { count: sentences.length })}</summary>${lines(sentences)}</details>`;
}

function lines(texts, size = '') {
  return texts.map((sentence) => html`<p class=${size}>${unbroken(text(sentence))}</p>`);
}

/** By which an auditor finds this very decision again. */
function stamp({ decisionId, asOf, ruleBase, catalog }) {
  return html`<p class="stamp quiet small">${say('card.stamp', { id: decisionId, day: asOf, rules: ruleBase.sha256, catalog: catalog.sha256 })}</p>`;
}
