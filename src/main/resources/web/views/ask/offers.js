import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { askForOffer, offersOf, removeOffer } from '../../offers.js';
import { say } from '../../words.js';
import { linesField } from './fields.js';

/** The machines of a field, each to be taken out, a button that asks for one more, and the lines as text. */
export function offersField(name) {
  const lines = offersOf(name);
  return html`<div class="offers-of">
    ${lines.length === 0
      ? nothing
      : html`<ul class="offers-given small">
          ${lines.map(
            (line) => html`<li>
              <span>${line}</span>
              <button type="button" class="plain" aria-label=${say('offer.remove', { line })} @click=${() => removeOffer(name, line)}>${say('config.remove')}</button>
            </li>`,
          )}
        </ul>`}
    <button type="button" @click=${() => askForOffer(name)}>${say(`offer.add.${name}`)}</button>
    <details class="folded">
      <summary class="small">${say('offer.as-text')}</summary>
      ${linesField(name)}
    </details>
  </div>`;
}
