import { html } from '../../vendor/lit-html/lit-html.js';
import { say } from '../../words.js';

/** The parts of an opened option, always in sight; each leads to its part and unfolds it. */
export function contents(names) {
  return html`<nav class="contents" aria-label=${say('option.contents')}>
    ${names.map((name) => html`<button type="button" class="plain small" @click=${() => show(name)}>${say(`option.${name}`)}</button>`)}
  </nav>`;
}

function show(name) {
  const part = document.getElementById(`part-${name}`);
  part.open = true;
  part.scrollIntoView();
  part.querySelector('summary').focus({ preventScroll: true });
}
