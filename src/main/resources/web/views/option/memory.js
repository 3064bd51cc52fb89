import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { guard } from '../../vendor/lit-html/directives/guard.js';
import { appearance } from '../../charts.js';
import { bytes } from '../../format.js';
import { say } from '../../words.js';
import { formula } from './formula.js';

const HELD = ['weights', 'weight-copies', 'cache', 'runtime'];
const COLOURS = { weights: 'weights', 'weight-copies': 'weights', cache: 'cache', runtime: 'runtime', needed: 'accent', usable: 'edge', total: 'line' };
const GIGA = 1e9;
const PIXELS = 260;

/** What is held, part upon part, against what is usable; and how each part is worked out. */
export function memoryWaterfall(verdict, explanation) {
  if (verdict.memory.neededBytes === null || explanation.memory.length === 0) {
    return nothing;
  }
  const parts = withSum(explanation.memory, verdict.memory.neededBytes);
  return html`
    <figure class="chart" role="img" aria-label=${described(verdict.memory)}>
      <chart-box .pixels=${PIXELS} .config=${guard([explanation, appearance()], () => (colours) => chart(parts, colours))}></chart-box>
    </figure>
    <div class="scroll" tabindex="0" role="group" aria-label=${say('option.memory')}>
      <table>
        <tbody>
          ${parts.map((part) => row(part, explanation))}
        </tbody>
      </table>
    </div>
  `;
}

/** The parts that hold something, their sum, and then what there is. */
function withSum(parts, needed) {
  const held = parts.filter((part) => HELD.includes(part.part) && part.bytes !== 0);
  const there = parts.filter((part) => part.part === 'usable' || part.part === 'total');
  return [...held, { part: 'needed', bytes: needed, formula: null }, ...there];
}

function described(memory) {
  return say('memory.of', { needed: bytes(memory.neededBytes), usable: bytes(memory.usableBytes) });
}

function row(part, explanation) {
  return html`<tr class=${HELD.includes(part.part) ? '' : 'sum'}>
    <th scope="row">${say(`memory-part.${part.part}`)}</th>
    <td class="number">${bytes(part.bytes)}</td>
    <td class="formula small">
      ${part.formula ? html`<details><summary>${say('formula.show')}</summary>${formula(part.formula, explanation)}</details>` : nothing}
    </td>
  </tr>`;
}

function chart(parts, colours) {
  let reached = 0;
  const bars = parts.map(({ part, bytes: count }) => {
    const from = HELD.includes(part) ? reached : 0;
    reached = HELD.includes(part) ? reached + count : reached;
    return { label: say(`memory-part.${part}`), range: [from / GIGA, (from + count) / GIGA], colour: colours[COLOURS[part]] };
  });
  return {
    type: 'bar',
    data: { labels: bars.map((bar) => bar.label), datasets: [{ data: bars.map((bar) => bar.range), backgroundColor: bars.map((bar) => bar.colour) }] },
    options: { plugins: { legend: { display: false } }, scales: { y: { title: { display: true, text: say('memory.unit') } }, x: { grid: { display: false } } } },
  };
}
