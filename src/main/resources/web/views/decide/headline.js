import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { unbroken } from '../../format.js';
import { state } from '../../state.js';
import { say, text } from '../../words.js';

/** What to do, in one sentence; what was asked, above it; and whether it survives what is uncertain, below. */
export function headline(answer) {
  return html`
    <div class="headline">
      <p class="quiet small">${text(answer.question)}</p>
      <p class="verdict" aria-live="polite" aria-atomic="true">${unbroken(text(answer.headline))}</p>
      <p class="sensitivity">${sensitivity()}</p>
      ${state.fields.lens === 'founding' ? html`<p class="note" role="note">${say('decide.founding-lens')}</p>` : nothing}
    </div>
  `;
}

function sensitivity() {
  if (!state.sensitivity) {
    return html`<span class="quiet">${say('sensitivity.loading')}</span>`;
  }
  const said = state.sensitivity.value?.text;
  return said ? text(said) : nothing;
}
