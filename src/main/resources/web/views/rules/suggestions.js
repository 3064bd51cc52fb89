import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { completions, lastStep, loadFacts } from '../../completion.js';
import { state } from '../../state.js';
import { say, text } from '../../words.js';

/** What the word at the caret may become, with its meaning; a click, or Ctrl and Space for the first, takes it. */
export function suggestions(file) {
  loadFacts();
  const found = completions(file.text, state.caret ?? 0);
  return html`<div class="suggestions" role="status">
    ${found.length === 0 ? nothing : html`<span class="unseen">${say('editor.suggestions', { count: found.length })}</span>`}
    ${found.map(
      (fact) => html`<button type="button" class="small" @mousedown=${(event) => event.preventDefault()} @click=${() => take(fact.name)}>
        <code>${fact.name}</code> <span class="quiet">${text(fact.says)}</span>
      </button>`,
    )}
  </div>`;
}

/** Takes the first suggestion; false if there is none. */
export function takeFirst(file) {
  const [first] = completions(file.text, document.getElementById('rule-text').selectionStart);
  if (first) {
    take(first.name);
  }
  return Boolean(first);
}

/** Goes through the browser's own editing, so that it can be undone. */
function take(name) {
  const area = document.getElementById('rule-text');
  const caret = area.selectionStart;
  area.focus();
  area.setSelectionRange(caret - lastStep(area.value, caret).length, caret);
  document.execCommand('insertText', false, name);
}
