import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { interval, number } from '../../format.js';
import { isWhole } from '../../advice.js';
import { later } from '../../later.js';
import { state, update } from '../../state.js';
import { say, text } from '../../words.js';
import { compareBox } from './compare-box.js';
import { optionLink, planLine, stanceChip, totalFigure } from './facts.js';
import { groupOf } from './groups.js';
import { marks } from './marks.js';

/** One option in one line; what lies behind the line unfolds. */
export function optionRow(verdict, others) {
  const open = isOpen(verdict);
  return html`
    <li class=${`option ${groupOf(verdict)} ${state.option === verdict.option ? 'opened-now' : ''}`}>
      <button
        type="button"
        class="unfold"
        aria-expanded=${open ? 'true' : 'false'}
        aria-label=${say('row.unfold', { option: text(verdict.title) })}
        @click=${() => toggle(verdict)}
      >
        <span aria-hidden="true">${open ? '▾' : '▸'}</span>
      </button>
      <span class="rank"><span class="unseen">${say('report.rank')}</span> ${verdict.rank}</span>
      <div class="what">
        <h4>${optionLink(verdict)}</h4>
        <p class="quiet small">${planLine(verdict)}</p>
      </div>
      <div class="why">${reason(verdict)} ${marks(verdict)}</div>
      ${groupOf(verdict) === 'rejected' ? html`<div class="act">${later()?.changeButton(verdict) ?? nothing}</div>` : html`<p class="fast">${speed(verdict)}</p>`}
      <p class="cost">${totalFigure(verdict)}</p>
      <p class="stands">${stanceChip(verdict.stance, groupOf(verdict) === 'viable' ? verdict.score : null)}</p>
      ${compareBox(verdict)} ${open ? html`<div class="detail">${detail(verdict, others)}</div>` : nothing}
    </li>
  `;
}

function detail(verdict, others) {
  return later() && isWhole(state.answer) ? later().rowDetail(verdict, others) : html`<p class="quiet" role="status">${say('option.coming')}</p>`;
}

function isOpen(verdict) {
  return state.unfolded?.includes(verdict.option) ?? false;
}

function toggle({ option }) {
  const before = state.unfolded ?? [];
  update({ unfolded: before.includes(option) ? before.filter((other) => other !== option) : [...before, option] });
}

/** What keeps it out, or open; the whole of it unfolds. */
function reason(verdict) {
  const [rule] = verdict.obstacles;
  const finding = verdict.findings.find((found) => found.rule === rule);
  return finding ? html`<span class="obstacle" title=${text(finding.text)}>${text(finding.text)}</span>` : nothing;
}

function speed({ kind, performance }) {
  const each = performance.tokensPerSecondPerUser;
  if (!each) {
    return html`<span class="quiet small">${say(kind === 'api' ? 'row.speed-not-said' : 'row.speed-unknown')}</span>`;
  }
  return html`<span class="unseen">${say('speed.each')}</span> <span title=${interval(each)}>${number(each.likely)}</span> <span class="quiet small">${say('row.tokens-each')}</span>`;
}
