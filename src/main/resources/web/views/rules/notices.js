import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { state } from '../../state.js';
import { say } from '../../words.js';
import { goTo, isOf } from './text-pane.js';

/** What the checker says of a text, each line a way to its place. */
export function notices({ name, text, check, impact }) {
  const ofScenarios = impact?.text === text ? impact.notices : [];
  return html`
    <section class="notices" aria-labelledby="notices-title">
      <h3 id="notices-title">${say('editor.notices')}</h3>
      <p role="status">${check ? sum(check, name) : say('editor.notices.untouched')}</p>
      ${list(check?.notices ?? [], name)}
      ${ofScenarios.length === 0 ? nothing : html`<p>${say('editor.scenarios')}</p>`} ${list(ofScenarios, name)}
    </section>
  `;
}

function sum({ rules, errors, warnings }, name) {
  const clean = name.endsWith('.drl') ? say('editor.clean', { rules }) : say('editor.clean.figures');
  return errors + warnings === 0 ? clean : say('editor.found', { errors, warnings });
}

function list(found, name) {
  return found.length === 0 ? nothing : html`<ul>${found.map((notice) => entry(notice, name))}</ul>`;
}

function entry(notice, name) {
  return html`
    <li class=${`notice ${notice.level}`}>
      <strong>${say(`editor.level.${notice.level}`)}</strong> ${place(notice, name)}
      ${said(notice)}
    </li>
  `;
}

/** What is wrong with rules is told in English alone. */
function said({ message, hint, message_zh, hint_zh }) {
  const chinese = state.language === 'zh' && message_zh;
  const [what, how] = chinese ? [message_zh, hint_zh] : [message, hint];
  return html`<span lang=${chinese ? 'zh-Hans' : 'en'}>${what}${how ? html` <span class="quiet">${how}</span>` : nothing}</span>`;
}

/** A fault of another file cannot be gone to: that file is not open. */
function place(notice, name) {
  const { file, line, column } = notice;
  const here = [file, line, column].filter(Boolean).join(':');
  return line && isOf(notice, name)
    ? html`<button type="button" class="plain" @click=${() => goTo(line, column, true)}>${say('editor.line', { line, column })}</button>`
    : html`<code>${here}</code>`;
}
