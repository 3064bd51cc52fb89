import { html } from '../vendor/lit-html/lit-html.js';
import { later } from '../later.js';
import { state, update } from '../state.js';
import { say } from '../words.js';

/** On a small screen the form is folded as soon as there is an answer: the verdict comes first. */
const NARROW = matchMedia('(max-width: 63.99rem)');
NARROW.addEventListener('change', () => update());

export function ask() {
  const folds = NARROW.matches && state.answer !== null;
  return html`
    <section class="ask" aria-labelledby="ask-title">
      ${folds
        ? html`<details>
            <summary><h2 id="ask-title">${say('ask.change')}</h2></summary>
            ${form()}
          </details>`
        : html`<h2 id="ask-title">${say('ask.title')}</h2>
            ${form()}`}
    </section>
  `;
}

function form() {
  return later()?.askForm() ?? html`<p class="quiet" role="status">${say('ask.coming')}</p>`;
}
