import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { impactIsSeen } from '../../rule-file.js';
import { say, text } from '../../words.js';
import { stanceChip } from '../decide/facts.js';
import { points } from './marks.js';

/** Which verdicts a text turns and which scores it moves: for the request of the page, and over all scenarios. */
export function impactView(file, titles) {
  if (!file.impact) {
    return nothing;
  }
  const { request, scenarios, ofConfig } = file.impact;
  return html`
    <section class="impact" aria-labelledby="impact-title">
      <h3 id="impact-title" tabindex="-1">${say('impact.title')}</h3>
      ${impactIsSeen(file) ? nothing : html`<p class="quiet">${say('impact.stale')}</p>`}
      ${ofConfig ? html`<p class="quiet">${say('impact.of-config')}</p>` : nothing}
      ${request ? part('impact.request', request, titles, false) : nothing}
      ${part('impact.scenarios', scenarios, titles, true)}
    </section>
  `;
}

function part(title, impact, titles, named) {
  const flips = impact.changes.filter(flipsStance);
  const moves = impact.changes.filter((change) => !flipsStance(change));
  return html`
    <h4>${say(title)}</h4>
    <p>${say('impact.sum', { ...impact, moves: moves.length })}</p>
    ${table('impact.flips', flips, titles, named)} ${folded(moves, titles, named)}
  `;
}

function flipsStance({ before, after }) {
  return before.stance !== after.stance;
}

/** Moved scores may be many; they stay folded unless they are few. */
function folded(moves, titles, named) {
  return moves.length === 0
    ? nothing
    : html`<details ?open=${moves.length <= 10}>
        <summary>${say('impact.moves.count', { count: moves.length })}</summary>
        ${table('impact.moves', moves, titles, named)}
      </details>`;
}

function table(caption, changes, titles, named) {
  return changes.length === 0
    ? nothing
    : html`
        <div class="scroll" tabindex="0" role="group" aria-label=${say(caption)}>
          <table>
            <caption>${say(caption)}</caption>
            <thead>
              <tr>
                ${named ? html`<th scope="col">${say('impact.scenario')}</th>` : nothing}
                <th scope="col">${say('report.option')}</th>
                <th scope="col">${say('impact.before')}</th>
                <th scope="col">${say('impact.after')}</th>
                <th scope="col">${say('impact.rules')}</th>
              </tr>
            </thead>
            <tbody>
              ${changes.map((change) => row(change, titles, named))}
            </tbody>
          </table>
        </div>
      `;
}

function row({ scenario, option, before, after, rules }, titles, named) {
  const title = titles.get(option);
  return html`
    <tr>
      ${named ? html`<td lang="en">${scenario}</td>` : nothing}
      <th scope="row">${title ? text(title) : option}</th>
      <td>${stanceChip(before.stance, before.score)}</td>
      <td>${stanceChip(after.stance, after.score)}</td>
      <td>${rules.map((rule) => html`<div><code>${rule.rule}</code> ${spoken(rule.before)} → ${spoken(rule.after)}</div>`)}</td>
    </tr>
  `;
}

function spoken(said) {
  return said === null ? say('impact.silent') : points(said);
}
