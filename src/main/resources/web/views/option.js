import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { closeOption } from '../changing.js';
import { link } from '../request.js';
import { state } from '../state.js';
import { say, text } from '../words.js';
import { planLine, stanceChip, totalFigure } from './decide/facts.js';
import { groupOf } from './decide/groups.js';
import { marks } from './decide/marks.js';
import { changesFound } from './option/changes.js';
import { contents } from './option/contents.js';
import { costOverTime, costParts } from './option/cost.js';
import { disagreements } from './option/disagreements.js';
import { ledger } from './option/ledger.js';
import { memoryWaterfall } from './option/memory.js';
import { openPoints } from './option/open-points.js';
import { sourceDialog, sourceList } from './option/sources.js';
import { speed } from './option/speed.js';
import { variants } from './option/variants.js';
import { whyNot } from './option/why-not.js';
import { problemBox } from './problem.js';

/** Those that few need at first are folded. */
const FOLDED = ['memory', 'disagreements', 'why-not', 'variants', 'sources'];

/** Everything of one option: why its verdict is what it is, what it rests on, what would change it. */
export function option(verdict) {
  const explanation = state.explanation?.value ?? null;
  const parts = sections(verdict, explanation).filter(({ content }) => content !== nothing);
  return html`
    <p class="panel-top">
      <a class="close" href=${link({ option: null })} @click=${closeOption}>${say('option.back')}</a>
    </p>
    <div class="opened">
      <h3 id="option-title" tabindex="-1">${text(verdict.title)}</h3>
      <p class="quiet">${planLine(verdict)}</p>
      <p class="stands">${stanceChip(verdict.stance, groupOf(verdict) === 'viable' ? verdict.score : null)}</p>
      <p class="cost">${totalFigure(verdict)}</p>
      ${marks(verdict, true)}
    </div>
    ${contents(parts.map(({ name }) => name))} ${problemBox(state.explanation?.problem)} ${parts.map(part)}
    ${explanation ? sourceDialog(explanation) : waiting()}
  `;
}

function sections(verdict, explanation) {
  const always = [
    { name: 'ledger', content: ledger(verdict, explanation) },
    { name: 'changes', content: changesFound(verdict) },
  ];
  const explained = explanation
    ? [
        { name: 'open', content: openPoints(explanation) },
        { name: 'cost', content: html`${costOverTime()} ${costParts(verdict, explanation)}` },
        { name: 'speed', content: speed(verdict) },
        { name: 'memory', content: memoryWaterfall(verdict, explanation) },
        { name: 'disagreements', content: disagreements(explanation) },
        { name: 'why-not', content: whyNot(explanation) },
        { name: 'sources', content: sourceList(explanation) },
      ]
    : [];
  return [...always, ...explained, { name: 'variants', content: variants(verdict) }];
}

function waiting() {
  return state.explanation?.problem ? nothing : html`<p class="quiet" role="status">${say('loading')}</p>`;
}

/** A section with its heading. */
function part({ name, content }) {
  return html`<details class="part" id=${`part-${name}`} ?open=${!FOLDED.includes(name)}>
    <summary><h4>${say(`option.${name}`)}</h4></summary>
    ${content}
  </details>`;
}
