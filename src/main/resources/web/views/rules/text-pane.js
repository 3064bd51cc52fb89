import { html } from '../../vendor/lit-html/lit-html.js';
import { keyed } from '../../vendor/lit-html/directives/keyed.js';
import { live } from '../../vendor/lit-html/directives/live.js';
import { ref } from '../../vendor/lit-html/directives/ref.js';
import { write } from '../../rule-file.js';
import { update } from '../../state.js';
import { say } from '../../words.js';
import { suggestions, takeFirst } from './suggestions.js';

const INDENT = '    ';
const MARKS = { error: '●', warning: '▲' };

let leaving = false;

/** The text of a file with numbered lines, shown from a line on; Tab indents, and after Escape it leaves. */
export function textPane(file, line, readOnly) {
  return keyed(`${file.name}:${line}`, pane(file, line, readOnly));
}

function pane(file, line, readOnly) {
  return html`
    <div class="text-pane">
      <pre class="gutter" aria-hidden="true">${gutter(file)}</pre>
      <textarea
        id="rule-text"
        wrap="off"
        rows="24"
        spellcheck="false"
        autocapitalize="off"
        autocomplete="off"
        aria-label=${say('editor.text', { name: file.name })}
        aria-describedby="text-keys"
        aria-invalid=${file.check?.errors ? 'true' : 'false'}
        ?readonly=${readOnly}
        .value=${live(file.text)}
        @input=${(event) => typed(file, event.target)}
        @keydown=${readOnly ? null : (event) => press(event, file)}
        @blur=${() => (leaving = false)}
        @scroll=${alignGutter}
        data-line=${line}
        ${ref(showLine)}
      ></textarea>
    </div>
    ${readOnly ? '' : suggestions(file)}
    <p id="text-keys" class="quiet small">${readOnly ? '' : say('editor.keys')}</p>
  `;
}

/** Puts the caret at a place of the text; the first line and the first column are 1. */
export function goTo(line, column) {
  const area = document.getElementById('rule-text');
  const before = area.value.split('\n').slice(0, line - 1);
  const caret = before.reduce((sum, text) => sum + text.length + 1, 0) + Math.max(0, (column || 1) - 1);
  area.setSelectionRange(caret, caret);
  area.focus();
  scrollTo(area, line);
}

function showLine(area) {
  if (area) {
    requestAnimationFrame(() => scrollTo(area, Number(area.dataset.line)));
  }
}

function scrollTo(area, line) {
  const height = area.scrollHeight / area.value.split('\n').length;
  area.scrollTop = Math.max(0, (line - 4) * height);
}

/** Whether a notice speaks of a file: it names the folder too. */
export function isOf({ file }, name) {
  return file?.split('/').at(-1) === name;
}

function gutter({ name, text, check }) {
  const levels = new Map();
  const here = check?.notices.filter((notice) => notice.line && isOf(notice, name)) ?? [];
  here.forEach((notice) => levels.get(notice.line) === 'error' || levels.set(notice.line, notice.level));
  return text.split('\n').map((_, index) => numbered(index + 1, levels.get(index + 1)));
}

function numbered(line, level) {
  const marked = `${MARKS[level] ?? ''} ${line}\n`;
  return level ? html`<span class=${level}>${marked}</span>` : marked;
}

function alignGutter({ target }) {
  target.previousElementSibling.scrollTop = target.scrollTop;
}

function typed(file, area) {
  update({ caret: area.selectionStart });
  write(file, area.value);
}

function press(event, file) {
  if (event.key === ' ' && event.ctrlKey && takeFirst(file)) {
    event.preventDefault();
  } else {
    indent(event);
  }
}

/** Goes through the browser's own editing, so that it can be undone. */
function indent(event) {
  if (event.key === 'Tab' && !event.shiftKey && !leaving) {
    event.preventDefault();
    document.execCommand('insertText', false, INDENT);
  }
  leaving = event.key === 'Escape' || (leaving && event.key === 'Shift');
}
