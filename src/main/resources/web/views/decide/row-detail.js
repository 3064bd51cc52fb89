import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { applyChange } from '../../changing.js';
import { money, moneyRange } from '../../format.js';
import { askForQuoteOn } from '../../offers.js';
import { state } from '../../state.js';
import { say, text } from '../../words.js';
import { sign, stanceChip } from './facts.js';
import { groupOf } from './groups.js';
import { memoryBar } from './memory-bar.js';

const REASONS = 3;

/** What stands behind a line of the list. */
export function rowDetail(verdict, others) {
  return html`
    ${obstacles(verdict)} ${reasons(verdict, others)} ${paid(verdict)} ${memoryBar(verdict.memory)}
    <p class="actions">
      ${groupOf(verdict) === 'undecided' ? changeButton(verdict) : nothing} ${quoteButton(verdict)}
    </p>
  `;
}

/** Where a price is missing, or old, a quote of one's own decides. */
function quoteButton({ kind, option }) {
  return kind === 'purchase' ? html`<button type="button" @click=${() => askForQuoteOn(option)}>${say('offer.have')}</button>` : nothing;
}

/** What decides comes first: what an authority bars, nobody else can lift. */
function obstacles(verdict) {
  return list(verdict.obstacles.flatMap((rule) => verdict.findings.filter((finding) => finding.rule === rule)));
}

/** What most sets it apart from the others. */
function reasons(verdict, others) {
  const counted = verdict.findings.filter(({ kind }) => kind === 'merit' || kind === 'concern');
  const order = (one, other) => distinction(other, others) - distinction(one, others);
  return list(['merit', 'concern'].flatMap((kind) => counted.filter((finding) => finding.kind === kind).sort(order).slice(0, REASONS)));
}

function list(findings) {
  return findings.length === 0
    ? nothing
    : html`<ul class="reasons">
        ${findings.map((finding) => html`<li class=${finding.kind}><span class="points">${sign(finding)}</span> ${text(finding.text)}</li>`)}
      </ul>`;
}

/** A finding's points, less the more options share it. */
function distinction(finding, others) {
  const sharing = others.filter((other) => other.findings.some((found) => found.rule === finding.rule)).length;
  return Math.abs(finding.points) * (1 + others.length - sharing);
}

function paid({ cost }) {
  return cost.total
    ? html`<p class="small quiet">
        ${say('row.paid', { upfront: money(cost.upfront.likely, cost.currency), monthly: money(cost.monthly.likely, cost.currency), total: moneyRange(cost.total, cost.currency) })}
      </p>`
    : nothing;
}

/** The nearest change of the request that admits an option. */
export function changeButton(verdict) {
  const found = state.changes?.value?.options.find((entry) => entry.option === verdict.option);
  if (!found) {
    return state.changes?.value ? html`<span class="small quiet">${say('decide.no-change')}</span>` : nothing;
  }
  const words = found.changes.map((change) => text(change.text)).join(say('list.and'));
  return html`<button type="button" class="change" title=${words} @click=${() => applyChange(found.changes, words)}>${words}</button>
    <span class="small quiet">${say('decide.then')} ${stanceChip(found.stance)}</span>`;
}

/** What the buttons beside the rejected options are, or why there are none yet. */
export function changesIntro() {
  const { value, problem } = state.changes ?? {};
  const found = value ? 'changes' : problem ? 'not-searched' : 'searching';
  return html`<p class="small quiet" role="status">${say(`decide.${found}`)}</p>`;
}
