import { nothing, svg } from '../../vendor/lit-html/lit-html.js';
import { interval, money, moneyRange, number } from '../../format.js';
import { link } from '../../request.js';
import { scale } from '../../scale.js';
import { state } from '../../state.js';
import { say, text } from '../../words.js';
import { groupOf } from './groups.js';
import { labels } from './labels.js';

const HEIGHT = 320;
const EDGE = { left: 44, right: 16, top: 16, bottom: 40 };
const SIZE = 5;

/** Half of the longest amount under the axis: as near to the edge as its middle may stand. */
const HALF_TICK = 40;

/** Draws the options at a width in pixels; the rejected lie below, the recommended above all. */
export function plot(answer, placed, measure, width) {
  const x = scale([...placed.flatMap(({ cost }) => [cost.total.low, cost.total.high]), ...budgetOf(answer, placed)].filter((cost) => cost > 0), [EDGE.left, width - EDGE.right]);
  const y = scale(placed.flatMap((verdict) => [measure(verdict).low, measure(verdict).high]), [HEIGHT - EDGE.bottom, EDGE.top]);
  const points = [...placed].reverse().map((verdict) => ({ verdict, value: measure(verdict), left: x.at(Math.max(1, verdict.cost.total.likely)), top: y.at(measure(verdict).likely) }));
  return svg`<svg class="plot" width=${width} height=${HEIGHT} viewBox=${`0 0 ${width} ${HEIGHT}`} aria-hidden="true">
    ${y.ticks.map((tick) => across(tick, y.at(tick), width))}
    ${thinned(x.ticks, width).map((tick) => upright(tick, x.at(tick), currencyOf(placed), width))}
    ${budgetOf(answer, placed).map((budget) => limit(x.at(budget)))}
    ${points.map((point) => mark(point, x, y))}
    ${labels([...points].reverse(), width - EDGE.right).map(({ words, left, top, anchor }) => svg`<text class="name" x=${left} y=${top} text-anchor=${anchor}>${words}</text>`)}
  </svg>`;
}

function currencyOf(placed) {
  return placed[0].cost.currency;
}

/** The budget, where it is of the currency of the costs. */
function budgetOf({ request: { budget } }, placed) {
  return budget && budget.currency === currencyOf(placed) ? [budget.amount] : [];
}

function thinned(ticks, width) {
  const every = Math.ceil((ticks.length * 84) / width);
  return ticks.filter((_, i) => i % every === 0);
}

function across(tick, top, width) {
  return svg`<line class="grid" x1=${EDGE.left} x2=${width - EDGE.right} y1=${top} y2=${top}></line>
    <text class="tick" x=${EDGE.left - 8} y=${top + 4} text-anchor="end">${number(tick)}</text>`;
}

function upright(tick, left, currency, width) {
  return svg`<line class="grid" x1=${left} x2=${left} y1=${EDGE.top} y2=${HEIGHT - EDGE.bottom}></line>
    <text class="tick" x=${Math.min(left, width - HALF_TICK)} y=${HEIGHT - EDGE.bottom + 18} text-anchor="middle">${money(tick, currency)}</text>`;
}

function limit(left) {
  return svg`<line class="budget" x1=${left} x2=${left} y1=${EDGE.top - 8} y2=${HEIGHT - EDGE.bottom}></line>
    <text class="tick budget" x=${left - 5} y=${EDGE.top} text-anchor="end">${say('legend.budget')}</text>`;
}

function mark({ verdict, value, left, top }, x, y) {
  const { low, high } = verdict.cost.total;
  const chosen = verdict.option === state.answer.recommended ? 'chosen' : '';
  return svg`<g class=${`point ${groupOf(verdict)} ${chosen}`} @click=${() => (location.hash = link({ option: verdict.option }))}>
    <title>${told(verdict, value)}</title>
    <line x1=${x.at(Math.max(1, low))} x2=${x.at(Math.max(1, high))} y1=${top} y2=${top}></line>
    ${value.low === value.high ? nothing : svg`<line x1=${left} x2=${left} y1=${y.at(value.low)} y2=${y.at(value.high)}></line>`}
    <circle class="target" cx=${left} cy=${top} r="14"></circle>
    ${shape(verdict, left, top)}
  </g>`;
}

/** Colour need not tell the groups apart. */
function shape(verdict, left, top) {
  const by = SIZE;
  return groupOf(verdict) === 'rejected'
    ? svg`<path class="sign" d=${`M${left - by} ${top - by}l${2 * by} ${2 * by}m0 ${-2 * by}l${-2 * by} ${2 * by}`}></path>`
    : svg`<circle class="sign" cx=${left} cy=${top} r=${verdict.option === state.answer.recommended ? by + 2 : by}></circle>`;
}

function told(verdict, value) {
  const { cost } = verdict;
  const amount = `${money(cost.total.likely, cost.currency)} (${moneyRange(cost.total, cost.currency)})`;
  return `${text(verdict.title)}\n${say(`Stance.${verdict.stance}`)}\n${amount}\n${say(`measure.${state.measure ?? 'score'}`)}: ${interval(value)}`;
}
