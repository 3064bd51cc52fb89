import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { link } from '../request.js';
import { state } from '../state.js';
import { say, text } from '../words.js';
import { totalFigure, planLine, stanceChip } from './decide/facts.js';
import { changesFound } from './option/changes.js';
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

/** Everything of one option: why its verdict is what it is, what it rests on, what would change it. */
export function option(verdict) {
  const explanation = state.explanation?.value ?? null;
  return html`
    <p><a href=${link({ option: null })}>${say('option.back')}</a></p>
    <div class="opened">
      <div>
        <h3 id="option-title" tabindex="-1">${text(verdict.title)}</h3>
        <p class="quiet">${planLine(verdict)}</p>
      </div>
      <p class="stands">${stanceChip(verdict.stance, verdict.score)}</p>
      <p class="cost">${totalFigure(verdict)}</p>
    </div>
    ${problemBox(state.explanation?.problem)}
    ${part('ledger', ledger(verdict, explanation))} ${part('changes', changesFound())}
    ${explanation ? explained(verdict, explanation) : waiting()} ${part('variants', variants(verdict))}
  `;
}

function explained(verdict, explanation) {
  return html`
    ${part('open', openPoints(explanation))} ${part('memory', memoryWaterfall(verdict, explanation))}
    ${part('cost', html`${costOverTime()} ${costParts(verdict, explanation)}`)} ${part('speed', speed(verdict))}
    ${part('disagreements', disagreements(explanation))} ${part('why-not', whyNot(explanation))}
    ${part('sources', sourceList(explanation))} ${sourceDialog(explanation)}
  `;
}

function waiting() {
  return state.explanation?.problem ? nothing : html`<p class="quiet" role="status">${say('loading')}</p>`;
}

/** A section with its heading; none where there is nothing to say. */
function part(name, content) {
  return content === nothing
    ? nothing
    : html`<section class="part" aria-labelledby=${`part-${name}`}>
        <h4 id=${`part-${name}`}>${say(`option.${name}`)}</h4>
        ${content}
      </section>`;
}
