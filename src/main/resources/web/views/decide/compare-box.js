import { html } from '../../vendor/lit-html/lit-html.js';
import { setCompared } from '../../changing.js';
import { link } from '../../request.js';
import { state } from '../../state.js';
import { say, text } from '../../words.js';

/** As many as stand beside each other legibly. */
export const MOST = 4;

/** Puts an option among those to compare. */
export function compareBox({ option, title }) {
  const chosen = state.compare.includes(option);
  return html`<label class="compare-box" title=${say('compare.add')}
    ><input
      type="checkbox"
      .checked=${chosen}
      ?disabled=${!chosen && state.compare.length >= MOST}
      aria-label=${say('compare.this', { option: text(title) })}
      @change=${(event) => setCompared(event.target.checked ? [...state.compare, option] : state.compare.filter((other) => other !== option))}
  /></label>`;
}

/** What is chosen so far, and the way to see it. */
export function compareBar() {
  const count = state.compare.length;
  return html`<div class="compare-bar" role="status">
    ${count === 0
      ? html`<span class="quiet small">${say('compare.how', { most: MOST })}</span>`
      : html`<span class="small">${say('compare.chosen', { count, most: MOST })}</span>
          ${count < 2 ? '' : html`<a class="button main" href=${link({ path: 'compare', option: null })}>${say('compare.show', { count })}</a>`}
          <button type="button" @click=${() => setCompared([])}>${say('compare.none')}</button>`}
  </div>`;
}
