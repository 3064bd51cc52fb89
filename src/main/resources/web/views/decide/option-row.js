import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { say, text } from '../../words.js';
import { costFigure, optionLink, planLine, sign, stanceChip } from './facts.js';
import { memoryBar } from './memory-bar.js';

/** One option that works, with what most sets it apart from the others that do. */
export function optionRow(verdict, viable) {
  return html`
    <li class="option">
      <span class="rank"><span class="unseen">${say('report.rank')}</span> ${verdict.rank}</span>
      <div class="what">
        <h4>${optionLink(verdict)}</h4>
        <p class="quiet small">${planLine(verdict)}</p>
        <ul class="reasons">
          ${reason(verdict, 'merit', viable)} ${reason(verdict, 'concern', viable)}
        </ul>
      </div>
      <div class="held">${memoryBar(verdict.memory)}</div>
      <p class="cost">${costFigure(verdict)}</p>
      <p class="stands">${stanceChip(verdict.stance, verdict.score)}</p>
    </li>
  `;
}

function reason(verdict, kind, viable) {
  const [first] = verdict.findings
    .filter((finding) => finding.kind === kind)
    .sort((one, other) => distinction(other, viable) - distinction(one, viable));
  return first
    ? html`<li class=${kind}><span class="points">${sign(first)}</span> ${text(first.text)}</li>`
    : nothing;
}

/** A finding's points, less the more options share it. */
function distinction(finding, viable) {
  const sharing = viable.filter((other) => other.findings.some((found) => found.rule === finding.rule)).length;
  return Math.abs(finding.points) * (1 + viable.length - sharing);
}
