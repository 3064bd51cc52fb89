import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { keyed } from '../../vendor/lit-html/directives/keyed.js';
import { ref } from '../../vendor/lit-html/directives/ref.js';
import { completions } from '../../completion.js';
import { endOf } from '../../files.js';
import { patiently } from '../../patience.js';
import { knownFile, write } from '../../known-file.js';
import { state } from '../../state.js';
import { say } from '../../words.js';

/** What the editor itself says, by its English words. */
const PHRASES = {
  'all': 'all',
  'by-word': 'by word',
  'close': 'close',
  'completions': 'Completions',
  'current-match': 'current match',
  'find': 'Find',
  'go': 'go',
  'go-to-line': 'Go to line',
  'match-case': 'match case',
  'next': 'next',
  'on-line': 'on line',
  'previous': 'previous',
  'regexp': 'regexp',
  'replace': 'replace',
  'replace-all': 'replace all',
  'replace-title': 'Replace',
  'replaced-all': 'replaced $ matches',
  'replaced-on-line': 'replaced match on line $',
  'diagnostics': 'Diagnostics',
  'no-diagnostics': 'No diagnostics',
  'deleted': 'Selection deleted',
};

/** What each place of the page holds: a promise of its editor, and what that was last shown. */
const panes = new WeakMap();
let opened;

/** The text of a file in an editor, shown from a line on; Tab indents, and after Escape it leaves. */
export function textPane(file, line, readOnly) {
  return html`
    ${keyed([file.name, line, state.language, readOnly].join(), html`<div class="text-pane" ${ref((place) => place && show(place, file, line, readOnly))}></div>`)}
    ${readOnly ? nothing : html`<p id="text-keys" class="quiet small">${say('editor.keys')}</p>`}
  `;
}

/** Puts the caret at a place of the text, and the focus too if wanted; the first line and the first column are 1. */
export function goTo(line, column, focus) {
  opened?.goTo(line, column, focus);
}

/** Whether a notice speaks of a file: it names the folder too. */
export function isOf({ file }, name) {
  return file?.endsWith(endOf(name));
}

async function show(place, file, line, readOnly) {
  if (!panes.has(place)) {
    panes.set(place, { editor: begin(place, file, line, readOnly), check: null });
  }
  const pane = panes.get(place);
  const editor = await pane.editor;
  editor.show(file.text);
  if (pane.check !== file.check) {
    pane.check = file.check;
    editor.mark(file.check?.notices.filter((notice) => notice.line && isOf(notice, file.name)) ?? []);
  }
}

/** Until the editor has come, the text can be read. */
async function begin(place, file, line, readOnly) {
  place.append(Object.assign(document.createElement('pre'), { textContent: file.text, tabIndex: 0 }));
  const { default: codeEditor } = await patiently(() => import('../../chunks/code-editor.js'));
  opened?.destroy();
  opened = codeEditor({
    text: file.text,
    readOnly,
    attributes: { id: 'rule-text', tabindex: '0', 'aria-label': say('editor.text', { name: file.name }), ...(readOnly ? {} : { 'aria-describedby': 'text-keys' }) },
    phrases: Object.fromEntries(Object.entries(PHRASES).map(([key, phrase]) => [phrase, say(`editor.phrase.${key}`)])),
    language: file.name.endsWith('.drl') ? 'drl' : 'yaml',
    complete: () => completions(file),
    edited: (text) => write(knownFile(file.name), text),
  });
  place.replaceChildren(opened.dom);
  opened.goTo(line, 1, false);
  return opened;
}
