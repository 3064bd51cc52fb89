import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { impactIsSeen, isChanged, isChecked, isSound, keepMine, maySave, revert, knownFile, save, seeImpact, takeTheirs } from '../../known-file.js';
import { state } from '../../state.js';
import { say, text } from '../../words.js';
import { problemBox } from '../problem.js';
import { changesView, diffBox } from './changes.js';
import { figureForm } from './figure-form.js';
import { impactView } from './impact.js';
import { notices } from './notices.js';
import { ruleForm } from './rule-form.js';
import { textPane } from './text-pane.js';
import { versionsView } from './versions.js';

const COMMAND = 'advisor serve --edit';

/** A rule file: its text, what the checker says of it, what it would turn, and the way to save it. */
export function editorView(known, { name, line }) {
  const file = knownFile(name);
  return html`
    <article class="editor" aria-labelledby="editor-title">
      <h2 id="editor-title">${name}</h2>
      ${about(known, name)}
      ${file.text === undefined ? failure(file) : pane(file, line, known)}
    </article>
  `;
}

/** What a file of rules asks, or what another tells of. */
function about({ questions, files }, name) {
  const said = questions.get(name.replace('rules/', '')) ?? files.find((file) => file.name === name)?.title;
  return said ? html`<p class="quiet">${text(said)}</p>` : nothing;
}

function pane(file, line, known) {
  return state.health?.editing
    ? html`${form(file, line, known)} ${textPane(file, line, false)} ${notices(file)} ${changesView(file)} ${steps(file)} ${failure(file)}
        ${impactView(file, known.titles)} ${versionsView(file)}`
    : html`<p class="note" role="note">${say('editor.read-only')} <code>${COMMAND}</code></p>
        ${textPane(file, line, true)}`;
}

/** What is changed most often, in fields. */
function form(file, line, known) {
  if (file.name.endsWith('.drl')) {
    return ruleForm(file, line);
  }
  return file.name.startsWith('parameters/') ? figureForm(file, line, known) : nothing;
}

/** What is done next, in its order; a step that must wait says for what. */
function steps(file) {
  const seen = impactIsSeen(file);
  return html`
    <div class="editor-steps">
      <button type="button" ?disabled=${!isChanged(file) || !isSound(file) || Boolean(file.busy)} @click=${() => seeImpact(file)}>
        ${say('editor.impact')}
      </button>
      <button type="button" class="main" ?disabled=${!maySave(file)} aria-describedby="editor-state" @click=${() => save(file)}>
        ${say('editor.save')}
      </button>
      <button type="button" ?disabled=${!isChanged(file)} @click=${() => revert(file)}>${say('editor.revert')}</button>
      <p id="editor-state" role="status">${say(`editor.state.${standing(file, seen)}`)}</p>
    </div>
  `;
}

function standing(file, seen) {
  if (file.busy) {
    return file.busy;
  }
  if (!isChanged(file)) {
    return file.saved ? 'saved' : 'unchanged';
  }
  if (!isChecked(file)) {
    return 'checking';
  }
  if (!isSound(file)) {
    return 'faulty';
  }
  return seen ? 'ready' : 'unseen';
}

function failure(file) {
  return file.problem?.status === 409 ? conflict(file) : problemBox(file.problem);
}

function conflict(file) {
  return html`
    <div class="problem" role="alert">
      <p><strong>${say('editor.conflict')}</strong></p>
      ${file.theirs ? html`<p>${say('editor.theirs')}</p>${diffBox(say('editor.theirs'), file.base.text, file.theirs.text)}` : nothing}
      <p class="editor-steps">
        <button type="button" @click=${() => keepMine(file)}>${say('editor.keep-mine')}</button>
        <button type="button" @click=${() => takeTheirs(file)}>${say('editor.take-theirs')}</button>
      </p>
    </div>
  `;
}
