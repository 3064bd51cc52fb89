import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { setModel } from '../../advice.js';
import { packConfig } from '../../request.js';
import { state, update } from '../../state.js';
import { say, text } from '../../words.js';
import { faultsOf } from '../problem.js';

const LARGEST_BYTES = 200_000;

/** Where a model's own `config.json` is dropped or chosen. */
export function configField() {
  return html`
    <div
      class=${`drop ${state.dropping ? 'over' : ''}`}
      @dragover=${(event) => over(event, true)}
      @dragleave=${(event) => over(event, false)}
      @drop=${dropped}
    >
      ${state.config ? chosen() : html`<span>${say('config.drop')}</span>`}
      <label class="button file" for="field-config"
        >${say('config.choose')}
        <input
          id="field-config"
          class="unseen"
          type="file"
          accept=".json,application/json"
          aria-describedby="fault-config"
          @change=${(event) => take(event.target.files[0])}
        />
      </label>
    </div>
    <div id="fault-config" class="fault" role="status">
      ${state.configFault ? html`<p>${say(`config.${state.configFault}`)}</p>` : nothing}
      ${faultsOf(state.problem, 'model-config').map((fault) => html`<p>${text(fault.text)}</p>`)}
    </div>
  `;
}

function chosen() {
  return html`<span
    ><strong>${state.config.name}</strong>
    <button type="button" class="plain" @click=${() => setModel('')}>${say('config.remove')}</button></span
  >`;
}

function over(event, dropping) {
  event.preventDefault();
  if (state.dropping !== dropping) {
    update({ dropping });
  }
}

function dropped(event) {
  over(event, false);
  take(event.dataTransfer.files[0]);
}

async function take(file) {
  if (!file) {
    return;
  }
  if (file.size > LARGEST_BYTES) {
    update({ configFault: 'too-large' });
    return;
  }
  try {
    setModel('', await packConfig(file.name, JSON.parse(await file.text())));
  } catch {
    update({ configFault: 'not-json' });
  }
}
