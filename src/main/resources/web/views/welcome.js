import { html } from '../vendor/lit-html/lit-html.js';
import { link } from '../request.js';
import { state } from '../state.js';
import { say, text } from '../words.js';

/** Where somebody begins who has asked nothing yet. */
export function welcome() {
  return html`
    <div class="welcome">
      <p class="lead">${say('welcome.lead')}</p>
      <p>${say('welcome.how')}</p>
      <h3>${say('welcome.models')}</h3>
      <ul class="models">
        ${state.models.map(start)}
      </ul>
    </div>
  `;
}

function start(model) {
  const fields = { ...state.fields, model: model.id };
  return html`<li><a href=${link({ fields })}>${text(model.title)}</a></li>`;
}
