import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { guard } from '../../vendor/lit-html/directives/guard.js';
import '../../plot-box.js';
import { interval, moneyRange, number } from '../../format.js';
import { state, update } from '../../state.js';
import { say, text } from '../../words.js';
import { plot } from './plot.js';

/** What may stand upwards: `{low, likely, high}` of a verdict, or `null`. */
export const MEASURES = {
  score: ({ score }) => ({ low: score, likely: score, high: score }),
  speed: ({ performance }) => performance.tokensPerSecondPerUser,
  'first-token': ({ performance }) => performance.timeToFirstTokenSeconds,
};

/** Every option at its total cost and its score or speed, with what is uncertain about both. */
export function picture(answer, shown) {
  const measure = state.measure ?? 'score';
  const placed = shown.filter((verdict) => verdict.cost.total && MEASURES[measure](verdict));
  return html`
    <section class="picture panel" aria-labelledby="picture-title">
      <div class="over">
        <h3 id="picture-title">${say('picture.title')}</h3>
        <label
          ><span class="quiet small">${say('picture.upwards')}</span>
          <select @change=${(event) => update({ measure: event.target.value })}>
            ${Object.keys(MEASURES).map((name) => html`<option value=${name} ?selected=${name === measure}>${say(`measure.${name}`)}</option>`)}
          </select></label
        >
      </div>
      ${placed.length < 2
        ? html`<p class="quiet">${say('picture.none')}</p>`
        : html`<plot-box
            role="img"
            aria-label=${say('picture.described', { count: placed.length })}
            .drawing=${guard([answer, measure, state.kind, state.named, state.option, state.language], () => (width) => plot(answer, placed, MEASURES[measure], width))}
          ></plot-box>`}
      ${legend(answer)} ${left(shown.length - placed.length)} ${figures(placed, measure)}
    </section>
  `;
}

function legend(answer) {
  return html`<ul class="legend small quiet">
    ${['viable', 'undecided', 'rejected'].map((name) => html`<li class=${`dot ${name}`}>${say(`legend.${name}`)}</li>`)}
    <li class="bars">${say('legend.bars')}</li>
    ${answer.request.budget ? html`<li class="limit">${say('legend.budget')}</li>` : nothing}
  </ul>`;
}

function left(count) {
  return count === 0 ? nothing : html`<p class="small quiet">${say('picture.left', { count })}</p>`;
}

/** The same in figures. */
function figures(placed, measure) {
  return html`<details>
    <summary class="small">${say('chart.figures')}</summary>
    <div class="scroll" tabindex="0" role="group" aria-label=${say('picture.title')}>
      <table>
        <thead>
          <tr>
            <th scope="col">${say('report.option')}</th>
            <th scope="col">${say('variants.stance')}</th>
            <th class="number" scope="col">${say('column.total')}</th>
            <th class="number" scope="col">${say(`measure.${measure}`)}</th>
          </tr>
        </thead>
        <tbody>
          ${placed.map(
            (verdict) => html`<tr>
              <th scope="row">${text(verdict.title)}</th>
              <td>${say(`Stance.${verdict.stance}`)}</td>
              <td class="number">${moneyRange(verdict.cost.total, verdict.cost.currency)}</td>
              <td class="number">${measure === 'score' ? number(verdict.score) : interval(MEASURES[measure](verdict))}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}
