import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { guard } from '../../vendor/lit-html/directives/guard.js';
import { appearance } from '../../charts.js';
import { money, number, whole } from '../../format.js';
import { state } from '../../state.js';
import { say, text } from '../../words.js';
import { problemBox } from '../problem.js';
import { costChart } from './cost-chart.js';
import { formula } from './formula.js';

const PIXELS = 340;
const YEAR = 12;

/** What this option and the best others have cost by each month, and when one overtakes the other. */
export function costOverTime() {
  const curves = state.curves?.value;
  if (!curves) {
    return state.curves?.problem ? problemBox(state.curves.problem) : html`<p class="quiet">${say('loading')}</p>`;
  }
  const priced = curves.options.some((entry) => entry.option === curves.option);
  return priced ? courses(curves, say('cost.described')) : html`<p class="quiet">${say('cost.no-curve')}</p>`;
}

/** Lines of cost over time, where they cross, and the same in figures. */
export function courses(curves, label) {
  return html`
    <figure class="chart" role="img" aria-label=${label}>
      <chart-box .pixels=${PIXELS} .config=${guard([curves, appearance()], () => (colours) => costChart(curves, colours))}></chart-box>
    </figure>
    <p class="quiet small">${say('cost.curve-note')}</p>
    ${crossovers(curves)} ${curveTable(curves)}
  `;
}

function crossovers(curves) {
  if (curves.crossovers.length === 0) {
    return html`<p>${say('cost.no-crossover')}</p>`;
  }
  return html`<ul class="plain-list">
    ${curves.crossovers.map(({ one = curves.option, with: other, month }) => html`<li>${say('cost.crossover', { month: number(month), one: titleOf(one, curves), option: titleOf(other, curves) })}</li>`)}
  </ul>`;
}

function titleOf(id, curves) {
  const found = curves.options.find((entry) => entry.option === id);
  return found ? text(found.title) : id;
}

/** The same in figures, at each year. */
function curveTable(curves) {
  const shown = curves.months.map((month, i) => ({ month, i })).filter(({ month, i }) => month % YEAR === 0 || i === curves.months.length - 1);
  return html`<details>
    <summary>${say('chart.figures')}</summary>
    <div class="scroll" tabindex="0" role="group" aria-label=${say('cost.described')}>
      <table>
        <thead>
          <tr>
            <th scope="col">${say('report.option')}</th>
            ${shown.map(({ month }) => html`<th class="number" scope="col">${say('cost.month', { month })}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${curves.options.map(
            (entry) => html`<tr>
              <th scope="row">${text(entry.title)}</th>
              ${shown.map(({ i }) => html`<td class="number">${money(entry.likely[i], curves.currency)}</td>`)}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}

/** What the cost is made of, so that a reader can add up. */
export function costParts(verdict, explanation) {
  if (explanation.cost.length === 0) {
    return nothing;
  }
  return html`
    <div class="scroll" tabindex="0" role="group" aria-label=${say('cost.parts')}>
      <table>
        <thead>
          <tr>
            <th scope="col">${say('cost.part', { currency: verdict.cost.currency ?? '' })}</th>
            <th scope="col">${say('cost.due')}</th>
            ${['low', 'likely', 'high'].map((end) => html`<th class="number" scope="col">${say(`explain.${end}`)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${explanation.cost.map((part) => partRows(part, explanation))}
          ${['upfront', 'monthly', 'total'].map((sum) => sumRow(sum, verdict.cost))}
        </tbody>
      </table>
    </div>
  `;
}

function partRows(part, explanation) {
  return html`<tr class="with-formula">
      <th scope="row">${say(`cost-part.${part.part}`)}</th>
      <td class="due">${say(`explain.due.${part.due}`)}</td>
      ${amounts(part.amount)}
    </tr>
    <tr>
      <td class="formula small" colspan="5">${part.formula ? html`<details><summary>${say('formula.show')}</summary>= ${formula(part.formula, explanation)}</details>` : nothing}</td>
    </tr>`;
}

function sumRow(name, cost) {
  return html`<tr class="sum">
    <th scope="row" colspan="2">${say(`cost.sum.${name}`, { months: cost.horizonMonths })}</th>
    ${amounts(cost[name])}
  </tr>`;
}

function amounts(range) {
  return range
    ? ['low', 'likely', 'high'].map((end) => html`<td class="number">${whole(range[end])}</td>`)
    : html`<td class="number quiet" colspan="3">${say('unknown')}</td>`;
}
