import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { modal } from '../dialogs.js';
import { state, update } from '../state.js';
import { say } from '../words.js';

/** Who waits for the token; they all get the same. */
let waiting = null;

/** Asks the reader for the token of this server, once for all that wait. */
export function askForToken() {
  if (!waiting) {
    let resolve;
    const token = new Promise((given) => (resolve = given));
    waiting = { token, resolve };
    update({ tokenAsked: true });
  }
  return waiting.token;
}

export function tokenDialog() {
  if (!state.tokenAsked) {
    return nothing;
  }
  return html`
    <dialog aria-labelledby="token-title" ${modal()} @cancel=${(event) => event.preventDefault()}>
      <form class="form" @submit=${take}>
        <h2 id="token-title">${say('token.title')}</h2>
        <p>${say('token.how')}</p>
        <label>${say('token.label')} <input name="token" type="password" required autocomplete="off" /></label>
        <button class="main">${say('token.use')}</button>
      </form>
    </dialog>
  `;
}

function take(event) {
  event.preventDefault();
  const { resolve } = waiting;
  waiting = null;
  update({ tokenAsked: false });
  resolve(new FormData(event.target).get('token'));
}
