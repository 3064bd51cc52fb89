import { html } from '../../vendor/lit-html/lit-html.js';
import { setModel } from '../../advice.js';
import { state } from '../../state.js';
import { say, text } from '../../words.js';

const PREFIX = 'any-of:';

/** Whichever of several models would do: their best plans are then set side by side. */
export function severalModels() {
  const chosen = chosenModels();
  return html`<details class="folded several" ?open=${chosen.length > 0}>
    <summary class="small">${say('several.title')}</summary>
    <fieldset class="ticks">
      <legend class="unseen">${say('several.title')}</legend>
      ${state.models.map((model) => tick(model, chosen))}
    </fieldset>
  </details>`;
}

function tick({ id, title }, chosen) {
  return html`<label
    ><input type="checkbox" .checked=${chosen.includes(id)} @change=${(event) => choose(event.target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))} />
    ${text(title)}</label
  >`;
}

/** One alone is asked for as one. */
function choose(ids) {
  setModel(ids.length > 1 ? PREFIX + ids.join() : (ids[0] ?? ''));
}

function chosenModels() {
  const model = state.fields.model ?? '';
  if (model.startsWith(PREFIX)) {
    return model.slice(PREFIX.length).split(/[,，、]/).map((id) => id.trim());
  }
  return [];
}

/** What stands in the field of the model while several are asked for. */
export function severalTitle() {
  const chosen = chosenModels();
  return chosen.length > 0 ? say('several.any', { count: chosen.length }) : null;
}
