import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { impactIsSeen, isAllSeen, isGoingOn } from '../../known-file.js';
import { say, text } from '../../words.js';
import { stanceChip } from '../decide/facts.js';
import { points } from './marks.js';

/** Which verdicts a text turns and which scores it moves: for the request of the page, and over all scenarios. */
export function impactView(file, titles) {
  if (!file.impact) {
    return nothing;
  }
  const { request, all, ofConfig } = file.impact;
  return html`
    <section class="impact" aria-labelledby="impact-title">
      <h3 id="impact-title" tabindex="-1">${say('impact.title')}</h3>
      ${impactIsSeen(file) ? nothing : html`<p class="quiet">${say('impact.stale')}</p>`}
      ${ofConfig ? html`<p class="quiet">${say('impact.of-config')}</p>` : nothing}
      ${request ? part('impact.request', request, titles, false) : nothing}
      ${file.name.startsWith('scenarios/') ? tried(all) : part('impact.scenarios', all, titles, true)} ${progress(file)} ${failures(all)}
    </section>
  `;
}

/** How far it is; whoever comes back may have it go on. */
function progress(file) {
  const { all } = file.impact;
  if (isAllSeen(file)) {
    return nothing;
  }
  return html`<p class="impact-progress" role="status">
    <label for="impact-progress">${say(isGoingOn(file) ? 'impact.going' : 'impact.rests', { done: all.next, of: all.of })}</label>
    <progress id="impact-progress" max=${all.of} value=${all.next}></progress>
  </p>`;
}

/** What an edit of scenarios does: some of them hold. */
function tried({ requests, failed }) {
  return html`<p>${say(requests === 0 ? 'impact.tried.none' : 'impact.tried', { all: requests, held: requests - failed.length })}</p>`;
}

function failures({ failed }) {
  return failed.length === 0
    ? nothing
    : html`<h4>${say('impact.failed', { count: failed.length })}</h4>
        <ul class="rule-scenarios" lang="en">${failed.map(({ scenario, at, why }) => html`<li>${scenario} <code class="quiet">${at}</code><br />${why.split('\n')[0]}</li>`)}</ul>`;
}

function part(title, impact, titles, named) {
  const flips = impact.changes.filter(flipsStance);
  const moves = impact.changes.filter((change) => !flipsStance(change));
  return html`
    <h4>${say(title)}</h4>
    <p>${say('impact.sum', { ...impact, moves: moves.length })}</p>
    ${firsts(impact.firsts, titles, named)} ${refusals(impact.refused)} ${table('impact.flips', flips, titles, named)} ${folded(moves, titles, named)}
  `;
}

function firsts(found, titles, named) {
  return found.length === 0
    ? nothing
    : html`<p><strong>${say('impact.firsts', { count: found.length })}</strong></p>
        <ul class="rule-scenarios">${found.map(({ scenario, before, after }) => html`<li>
          ${named ? html`<span lang="en">${scenario}</span>: ` : nothing}${called(before, titles)} → ${called(after, titles)}
        </li>`)}</ul>`;
}

function called(option, titles) {
  const title = titles.get(option);
  return option === null ? say('impact.nothing') : title ? text(title) : option;
}

function refusals(found) {
  return found.length === 0
    ? nothing
    : html`<p><strong>${say('impact.refused', { count: found.length })}</strong></p>
        <ul class="rule-scenarios" lang="en">${found.map(({ scenario, why }) => html`<li>${scenario}: ${why}</li>`)}</ul>`;
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
