import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { readVersions, restore } from '../../known-file.js';
import { state, update } from '../../state.js';
import { say } from '../../words.js';
import { diffBox } from './changes.js';

const SHOWN_OF_HASH = 8;

/** What the file was before it was saved here, each against the file as it is, with the way back to it. */
export function versionsView(file) {
  return html`<details class="versions" @toggle=${(event) => event.target.open && readVersions(file)}>
    <summary>${say('editor.versions')}</summary>
    ${file.versions?.length === 0 ? html`<p class="quiet">${say('editor.versions.none')}</p>` : nothing}
    <ul>${(file.versions ?? []).map((version) => entry(file, version))}</ul>
  </details>`;
}

function entry(file, version) {
  const open = file.version === version.number;
  return html`<li>
    <button type="button" class="plain" aria-expanded=${open ? 'true' : 'false'} @click=${() => toggle(file, version, open)}>
      <time datetime=${version.savedAt}>${moment(version.savedAt)}</time>
    </button>
    <code class="quiet" title=${version.sha256}>${version.sha256.slice(0, SHOWN_OF_HASH)}</code>
    ${open ? opened(file, version) : nothing}
  </li>`;
}

function opened(file, version) {
  return version.sha256 === file.base.sha256
    ? html`<p class="quiet">${say('editor.versions.same')}</p>`
    : html`${diffBox(say('editor.versions.difference'), file.base.text, version.text)}
        <button type="button" @click=${() => restore(file, version)}>${say('editor.versions.restore')}</button>`;
}

function toggle(file, { number }, open) {
  file.version = open ? null : number;
  update();
}

function moment(instant) {
  return new Intl.DateTimeFormat(state.language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));
}
