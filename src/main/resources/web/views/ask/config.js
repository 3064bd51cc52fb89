import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { setModel } from '../../advice.js';
import { packConfig } from '../../request.js';
import { state, update } from '../../state.js';
import { say, text } from '../../words.js';
import { dropZone } from '../drop-zone.js';
import { faultsOf } from '../problem.js';

const LARGEST_BYTES = 200_000;

/** Where a model's own `config.json` is dropped or chosen. */
export function configField() {
  return html`
    ${dropZone({
      id: 'field-config',
      accept: '.json,application/json',
      shown: state.config ? chosen() : say('config.drop'),
      take,
      described: 'fault-config',
    })}
    <div id="fault-config" class="fault" role="status">
      ${state.configFault ? html`<p>${say(`config.${state.configFault}`)}</p>` : nothing}
      ${faultsOf(state.problem, 'model-config').map((fault) => html`<p>${text(fault.text)}</p>`)}
    </div>
  `;
}

function chosen() {
  return html`<strong>${state.config.name}</strong>
    <button type="button" class="plain" @click=${() => setModel('')}>${say('config.remove')}</button>`;
}

async function take(file) {
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
