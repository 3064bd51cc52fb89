import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { say, text } from '../../words.js';
import { costFigure, optionLink, planLine, sign, stanceChip } from './facts.js';
import { memoryBar } from './memory-bar.js';

/** One option that works. */
export function optionRow(verdict) {
  return html`
    <li class="option">
      <span class="rank"><span class="unseen">${say('rank')}</span> ${verdict.rank}</span>
      <div class="what">
        <h4>${optionLink(verdict)}</h4>
        <p class="quiet small">${planLine(verdict)}</p>
        <ul class="reasons">
          ${reason(verdict, 'merit')} ${reason(verdict, 'concern')}
        </ul>
      </div>
      <div class="held">${memoryBar(verdict.memory)}</div>
      <p class="cost">${costFigure(verdict)}</p>
      <p class="stands">${stanceChip(verdict.stance, verdict.score)}</p>
    </li>
  `;
}

/** The weightiest finding of a kind. */
function reason(verdict, kind) {
  const [first] = verdict.findings
    .filter((finding) => finding.kind === kind)
    .sort((one, other) => Math.abs(other.points) - Math.abs(one.points));
  return first
    ? html`<li class=${kind}><span class="points">${sign(first)}</span> ${text(first.text)}</li>`
    : nothing;
}
