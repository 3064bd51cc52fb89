import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { state } from '../state.js';
import { endToast } from '../toast.js';
import { say } from '../words.js';

/** What was just done, and the button that undoes it. */
export function toastBox() {
  const { words, undo } = state.toast ?? {};
  return html`<div class="toasts" role="status">
    ${words
      ? html`<div class="toast">
          <span>${words}</span>
          ${undo ? html`<button type="button" @click=${() => (endToast(), undo())}>${say('toast.undo')}</button>` : nothing}
          <button type="button" @click=${endToast}>${say('close')}</button>
        </div>`
      : nothing}
  </div>`;
}
