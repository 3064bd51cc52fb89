import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { topicName } from '../../topics.js';
import { say, text } from '../../words.js';
import { sign } from '../decide/facts.js';

const WIDEST = 40;

/** Points by topic, the topics that differ most first. */
export function topics({ pointsByTopic, verdicts }) {
  const rows = Object.entries(pointsByTopic).sort(([, one], [, other]) => spread(other) - spread(one));
  return table(
    verdicts,
    rows.map(([topic, points]) => ({ name: topicName(topic), cells: points.map((count) => bar(count)) })),
    say('compare.topics'),
  );
}

/** The rules that speak otherwise of one than of another, with what they say; those without points are folded. */
export function reasons({ differences, verdicts }) {
  const rows = Object.entries(differences).sort(([, one], [, other]) => spread(other) - spread(one));
  const of = (wanted) => rows.filter(([, points]) => (spread(points) > 0) === wanted).map(([rule]) => ({ name: null, cells: verdicts.map((verdict) => said(rule, verdict)) }));
  return html`${table(verdicts, of(true), say('compare.reasons'))}
    <details><summary class="small">${say('compare.notes', { count: of(false).length })}</summary>${table(verdicts, of(false), say('compare.notes', { count: of(false).length }))}</details>`;
}

function spread(points) {
  const values = points.map((count) => count ?? 0);
  return Math.max(...values) - Math.min(...values);
}

function said(rule, verdict) {
  const found = verdict.findings.filter((finding) => finding.rule === rule);
  return found.length === 0 ? html`<span class="quiet">—</span>` : found.map((finding) => html`<p class=${finding.kind}><span class="points">${sign(finding)}</span> ${text(finding.text)}</p>`);
}

function bar(points) {
  const length = Math.min(WIDEST, Math.abs(points));
  const kind = points > 0 ? 'merit' : points < 0 ? 'concern' : '';
  return html`<span class=${`topic-points ${kind}`}>
    <span class="points">${points > 0 ? `+${points}` : String(points).replace('-', '−')}</span>
    <meter min="0" max=${WIDEST} value=${length} aria-hidden="true"></meter>
  </span>`;
}

function table(verdicts, rows, label) {
  const named = rows.some((row) => row.name !== null);
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${label}>
    <table class="beside">
      <thead>
        <tr>
          ${named ? html`<td></td>` : nothing} ${verdicts.map(({ title }) => html`<th scope="col">${text(title)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ name, cells }) => html`<tr>
            ${named ? html`<th scope="row">${name}</th>` : nothing} ${cells.map((cell) => html`<td>${cell}</td>`)}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
