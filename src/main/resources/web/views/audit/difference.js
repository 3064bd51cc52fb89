import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { say, text } from '../../words.js';
import { stanceChip } from '../decide/facts.js';
import { ruleLink } from '../rule-link.js';

/** What today's rules and catalog answer otherwise, option by option, and the files that changed. */
export function difference({ sameAnswer, recommended, options, ruleFiles, catalogFiles }) {
  return html`
    <p><strong>${say(sameAnswer ? 'audit.today-same' : 'audit.today-otherwise', { count: options.length })}</strong></p>
    ${recommended.before === recommended.after ? nothing : html`<p>${say('audit.recommended', { before: recommended.before ?? '—', after: recommended.after ?? '—' })}</p>`}
    ${options.length === 0 ? nothing : table(options)}
    ${files('audit.rule-files', ruleFiles)} ${files('audit.catalog-files', catalogFiles)}
  `;
}

function table(options) {
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${say('audit.diff')}>
    <table>
      <thead>
        <tr>
          ${['report.option', 'audit.then', 'audit.today', 'report.reason'].map((key) => html`<th scope="col">${say(key)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${options.map(
          ({ option, before, after, rules }) => html`<tr>
            <th scope="row">${option}</th>
            <td>${side(before)}</td>
            <td>${side(after)}</td>
            <td>${rules.map(changed)}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function side(verdict) {
  return verdict ? stanceChip(verdict.stance, verdict.score) : html`<span class="quiet">—</span>`;
}

function changed({ rule, before, after }) {
  const said = after ?? before;
  return html`<p class="small">${before?.points ?? '—'} → ${after?.points ?? '—'} ${text(said.text)} ${ruleLink(rule)}</p>`;
}

function files(key, changes) {
  return changes.length === 0
    ? nothing
    : html`<details>
        <summary>${say(key, { count: changes.length })}</summary>
        <ul class="plain-list small">
          ${changes.map(({ path, change }) => html`<li><code>${path}</code> ${say(`audit.file.${change}`)}</li>`)}
        </ul>
      </details>`;
}
