import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { setCompared } from '../changing.js';
import { whole } from '../format.js';
import { link } from '../request.js';
import { state } from '../state.js';
import { say, text } from '../words.js';
import { figures } from './compare/figures.js';
import { reasons, topics } from './compare/points.js';
import { courses } from './option/cost.js';
import { problemBox } from './problem.js';

/** Two to four options side by side: figures, points, cost over time, and what makes the difference. */
export function compare(answer) {
  const found = state.comparison?.value;
  return html`
    <p><a href=${link({ path: 'advice' })}>${say('option.back')}</a></p>
    <h3 id="option-title" tabindex="-1">${say('compare.title')}</h3>
    <p class="quiet">${text(answer.question)}</p>
    ${adding(answer)} ${problemBox(state.comparison?.problem)}
    ${state.compare.length < 2 ? html`<p>${say('compare.too-few')}</p>` : found ? beside(found) : waiting()}
  `;
}

function waiting() {
  return state.comparison?.problem ? nothing : html`<p class="quiet" role="status">${say('loading')}</p>`;
}

/** Another option may be put beside these. */
function adding({ verdicts }) {
  const others = verdicts.filter((verdict) => !state.compare.includes(verdict.option));
  return state.compare.length >= 4
    ? nothing
    : html`<label class="adding"
        ><span class="quiet small">${say('compare.another')}</span>
        <select .value=${''} @change=${(event) => setCompared([...state.compare, event.target.value], true)}>
          <option value=""></option>
          ${others.map((verdict) => html`<option value=${verdict.option}>${text(verdict.title)}</option>`)}
        </select></label
      >`;
}

function beside(found) {
  return html`
    ${part('figures', figures(found.verdicts))} ${part('cost', costs())} ${part('topics', topics(found))}
    ${part('reasons', reasons(found))} ${part('flips', flips(found))}
  `;
}

function costs() {
  const { value, problem } = state.courses ?? {};
  if (!value) {
    return problem ? problemBox(problem) : html`<p class="quiet">${say('loading')}</p>`;
  }
  return value.options.length < 2 ? html`<p class="quiet">${say('cost.no-curve')}</p>` : courses(value, say('compare.cost'));
}

/** At which load the order of these turns. */
function flips({ flips: found, verdicts }) {
  const titles = new Map(verdicts.map((verdict) => [verdict.option, text(verdict.title)]));
  return found.length === 0
    ? html`<p>${say('compare.no-flips')}</p>`
    : html`<ul class="plain-list">
        ${found.map(({ streams, order }) => html`<li>${say('compare.flip', { streams: whole(streams), order: order.map((id) => titles.get(id)).join(' › ') })}</li>`)}
      </ul>`;
}

function part(name, content) {
  return html`<section class="part" aria-labelledby=${`compare-${name}`}>
    <h4 id=${`compare-${name}`}>${say(`compare.${name}`)}</h4>
    ${content}
  </section>`;
}
