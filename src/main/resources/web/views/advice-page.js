import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { openedOption } from '../advice.js';
import { namesModel } from '../request.js';
import { state } from '../state.js';
import { say } from '../words.js';
import { askForm } from './ask.js';
import { compare } from './compare.js';
import { decide } from './decide.js';
import { option } from './option.js';
import { problemBox } from './problem.js';
import { welcome } from './welcome.js';

/** Ask at the side, and beside it what the advisor says. */
export function advicePage() {
  return html`
    <div class="advice">
      <section class="ask" aria-labelledby="ask-title">
        <h2 id="ask-title">${say('ask.title')}</h2>
        ${askForm()}
      </section>
      <section class="answer" aria-labelledby="answer-title" aria-busy=${state.busy ? 'true' : 'false'}>
        <h2 id="answer-title" class="unseen">${say('answer.title')}</h2>
        ${problemBox(state.problem)} ${answer()}
      </section>
    </div>
  `;
}

function beginning() {
  return namesModel() ? html`<p class="quiet" role="status">${say('loading')}</p>` : welcome();
}

function answer() {
  if (!state.answer) {
    return state.problem ? nothing : beginning();
  }
  if (state.path === 'compare') {
    return html`<div class=${stale()}>${compare(state.answer)}</div>`;
  }
  const opened = openedOption();
  return html`<div class=${stale()}>${opened ? option(opened) : decide(state.answer)}</div>`;
}

function stale() {
  return state.busy || state.problem ? 'stale' : '';
}
