import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { isComing, isWhole, openedOption } from '../advice.js';
import { closeOption } from '../changing.js';
import { later } from '../later.js';
import { namesModel } from '../request.js';
import { state } from '../state.js';
import { say, text } from '../words.js';
import { ask } from './ask.js';
import { decide } from './decide.js';
import { stanceChip, totalFigure } from './decide/facts.js';
import { groupOf } from './decide/groups.js';
import { marks } from './decide/marks.js';
import { models } from './models.js';
import { problemBox } from './problem.js';
import { welcome } from './welcome.js';

/** Ask at the side, beside it what the advisor says, and beside that the option that is opened. */
export function advicePage() {
  const opened = state.path === 'compare' ? null : openedOption();
  return html`
    <div class=${`advice ${opened ? 'with-option' : ''}`}>
      ${ask()}
      <section class="answer" aria-labelledby="answer-title" aria-busy=${state.busy ? 'true' : 'false'}>
        <h2 id="answer-title" class="unseen">${say('answer.title')}</h2>
        ${problemBox(state.problem)} ${unknown(opened)} ${answer()}
      </section>
      ${opened ? panel(opened) : nothing}
    </div>
  `;
}

function panel(opened) {
  return html`<section class=${`side-panel ${stale()}`} aria-labelledby="option-title" @keydown=${(event) => event.key === 'Escape' && !state.source && closeOption()}>
    ${later() && isWhole(state.answer) ? later().option(opened) : comingOption(opened)}
  </section>`;
}

/** What the list says of it stands there at once. */
function comingOption(verdict) {
  return html`<h3 id="option-title" tabindex="-1">${text(verdict.title)}</h3>
    <p class="stands">${stanceChip(verdict.stance, groupOf(verdict) === 'viable' ? verdict.score : null)}</p>
    <p class="cost">${totalFigure(verdict)}</p>
    ${marks(verdict, true)}
    ${isComing() ? html`<p class="quiet" role="status">${say('option.coming')}</p>` : nothing}`;
}

/** What the address asks for and there is not: a language, an option. */
function unknown(opened) {
  return html`${state.languageFault ? html`<p class="note" role="status">${say('language.unknown', { language: state.languageFault })}</p>` : nothing}
  ${unknownOption(opened)}`;
}

function unknownOption(opened) {
  return state.option && state.answer?.verdicts && isWhole(state.answer) && !opened && state.path !== 'compare'
    ? html`<p class="note" role="alert">${say('option.unknown', { option: state.option })}</p>`
    : nothing;
}

function beginning() {
  return namesModel() ? html`<p class="quiet" role="status">${say('loading')}</p>` : welcome();
}

function answer() {
  if (!state.answer) {
    return state.problem ? nothing : beginning();
  }
  return html`<div class=${stale()}>${shown(state.answer)}</div>`;
}

function shown(found) {
  if (!found.verdicts) {
    return models(found);
  }
  if (state.path === 'compare') {
    return later() && isWhole(found) ? later().compare(found) : beginning();
  }
  return decide(found);
}

function stale() {
  return state.busy || state.problem ? 'stale' : '';
}
