import { html } from '../../vendor/lit-html/lit-html.js';

/** A rule's sentence, with what is filled in from the facts set off. */
export function sentence(text) {
  return text
    .split(/(\{[^}]*\})/)
    .map((part) => (part.startsWith('{') ? html`<span class="filled">${part.slice(1, -1)}</span>` : part));
}
