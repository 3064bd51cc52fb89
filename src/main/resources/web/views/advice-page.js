import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { openedOption } from '../advice.js';
import { closeOption } from '../changing.js';
import { namesModel } from '../request.js';
import { state } from '../state.js';
import { say } from '../words.js';
import { ask } from './ask.js';
import { compare } from './compare.js';
import { decide } from './decide.js';
import { models } from './models.js';
import { option } from './option.js';
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
    ${option(opened)}
  </section>`;
}

/** What the address asks for and there is not: a language, an option. */
function unknown(opened) {
  return html`${state.languageFault ? html`<p class="note" role="status">${say('language.unknown', { language: state.languageFault })}</p>` : nothing}
  ${unknownOption(opened)}`;
}

function unknownOption(opened) {
  return state.option && state.answer?.verdicts && !opened && state.path !== 'compare'
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
  return state.path === 'compare' ? compare(found) : decide(found);
}

function stale() {
  return state.busy || state.problem ? 'stale' : '';
}
