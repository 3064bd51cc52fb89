import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { say, text } from '../../words.js';

/** Where evidence corrects the founding documents, on the first option that it concerns. */
export function corrections(answer) {
  const concerned = answer.verdicts.find((verdict) => verdict.rank && correcting(verdict).length > 0);
  if (answer.lens === 'founding' || !concerned) {
    return nothing;
  }
  return aside(
    say('decide.corrections', { option: text(concerned.title) }),
    html`<ul class="plain-list">
      ${correcting(concerned).map(
        (finding) => html`<li>
          <p>${text(finding.text)}</p>
          <p class="quiet">${say('decide.founding', { claim: text(finding.corrects.text) })}</p>
        </li>`,
      )}
    </ul>`,
  );
}

function correcting(verdict) {
  return verdict.findings.filter((finding) => finding.corrects?.text);
}

/** What is said to the question as a whole. */
export function notes(answer) {
  return answer.notes.length === 0 ? nothing : aside(say('decide.notes'), lines(answer.notes.map((note) => note.text)));
}

/** What the advice rests on without being sure of it. */
export function uncertain(answer) {
  return aside(say('decide.uncertain'), lines(answer.uncertain));
}

function lines(texts) {
  return html`<ul class="plain-list">
    ${texts.map((line) => html`<li>${text(line)}</li>`)}
  </ul>`;
}

function aside(title, content) {
  return html`<details class="panel aside">
    <summary><h3>${title}</h3></summary>
    ${content}
  </details>`;
}
