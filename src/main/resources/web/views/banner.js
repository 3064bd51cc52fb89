import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { state } from '../state.js';
import { has, say } from '../words.js';

/** What is wrong with the server, wherever the reader is. */
export function banner() {
  return html`${ofServer()} ${state.awaiting ? awaited() : nothing}`;
}

/** What did not come is asked for again; an older page asks a newer server in vain. */
function awaited() {
  return html`<section class="banner" role="alert" aria-label=${say('banner')}>
    <p>${say('banner.awaiting')} <a href="" @click=${anew}>${say('banner.anew')}</a></p>
  </section>`;
}

function anew(event) {
  event.preventDefault();
  location.reload();
}

function ofServer() {
  const status = state.health?.status;
  if (!has(`banner.${status}`)) {
    return nothing;
  }
  return html`
    <section class="banner" role="alert" aria-label=${say('banner')}>
      <p>${say(`banner.${status}`)}</p>
      <ul>
        ${(state.health.faults ?? []).map(fault)}
      </ul>
    </section>
  `;
}

function fault({ file, line, message }) {
  return html`<li><code>${[file, line].filter(Boolean).join(':')}</code> ${message}</li>`;
}
