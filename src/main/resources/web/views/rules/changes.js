import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { diff } from '../../diff.js';
import { isChanged } from '../../known-file.js';
import { say } from '../../words.js';

const SIGNS = { same: ' ', out: '−', in: '+', gap: '⋯' };

/** What the text has otherwise than the file on the server. */
export function changesView(file) {
  return isChanged(file)
    ? html`<details class="changed" open>
        <summary>${say('editor.changed')}</summary>
        ${diffBox(say('editor.changed'), file.base.text, file.text)}
      </details>`
    : nothing;
}

/** What a text has otherwise than another, line by line. */
export function diffBox(label, before, after) {
  return html`<pre class="diff" tabindex="0" role="group" aria-label=${label}>${diff(before, after).map(
    ({ kind, line }) => html`<span class=${`line ${kind}`}>${SIGNS[kind]} ${line}
</span>`,
  )}</pre>`;
}
