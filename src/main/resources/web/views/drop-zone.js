import { html } from '../vendor/lit-html/lit-html.js';
import { ifDefined } from '../vendor/lit-html/directives/if-defined.js';
import { state, update } from '../state.js';
import { say } from '../words.js';

/** Where a file is dropped, or chosen by the field `id`; `take` is given it, and `shown` stands beside the button. */
export function dropZone({ id, accept, shown, take, described }) {
  return html`<div class=${`drop ${state.dropping ? 'over' : ''}`} @dragover=${(event) => over(event, true)} @dragleave=${(event) => over(event, false)} @drop=${(event) => dropped(event, take)}>
    <span>${shown}</span>
    <label class="button file" for=${id}
      >${say('config.choose')} <input id=${id} class="unseen" type="file" accept=${accept} aria-describedby=${ifDefined(described)} @change=${(event) => given(event.target.files, take)}
    /></label>
  </div>`;
}

/** What the zone says: the file that is there, or what may be dropped. */
export function fileOr(file, words) {
  return file ? html`<strong>${file.name}</strong>` : words;
}

function over(event, dropping) {
  event.preventDefault();
  if (state.dropping !== dropping) {
    update({ dropping });
  }
}

function dropped(event, take) {
  over(event, false);
  given(event.dataTransfer.files, take);
}

/** Whoever leaves the choice gives none. */
function given([file], take) {
  if (file) {
    take(file);
  }
}
