import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { diff } from '../../diff.js';
import { isChanged } from '../../rule-file.js';
import { say } from '../../words.js';

const SIGNS = { same: ' ', out: '−', in: '+' };

/** What the text has otherwise than the file on the server. */
export function changesView(file) {
  return isChanged(file)
    ? html`<details class="changed" open>
        <summary>${say('editor.changed')}</summary>
        <pre tabindex="0" aria-label=${say('editor.changed')}>${diff(file.base.text, file.text).map(
          ({ kind, line }) => html`<span class=${`line ${kind}`}>${SIGNS[kind]} ${line}
</span>`,
        )}</pre>
      </details>`
    : nothing;
}
