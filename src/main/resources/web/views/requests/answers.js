import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { money } from '../../format.js';
import { requestLink } from '../../request.js';
import { optionTitle } from '../../option-titles.js';
import { say, text } from '../../words.js';
import { stanceChip } from '../decide/facts.js';

/** Requests and their answers: `{name, body, address, answer, drop}`, the last two where there are any. */
export function answersTable(rows) {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${say('requests.title')}>
    <table class="answers">
      <thead>
        <tr>${headings().map((heading) => html`<th scope="col">${heading}</th>`)}</tr>
      </thead>
      <tbody>
        ${rows.map(row)}
      </tbody>
    </table>
  </div>`;
}

export function headings() {
  return ['name', 'request', 'plan', 'stance', 'score', 'total', 'viable'].map((name) => say(`requests.column.${name}`));
}

/** What stands in the columns, as plain text. */
export function cells({ name, body, answer }) {
  const plan = planOf(answer);
  return [name, asked(body), faults(answer) || (plan ? titleOf(plan) : say('requests.nothing')), plan ? say(`Stance.${plan.stance}`) : '', plan?.score, plan ? total(plan) : '', answer?.viable];
}

function row(of) {
  const { name, body, address, answer, drop } = of;
  const plan = planOf(answer);
  return html`<tr>
    <th scope="row"><a href=${address ?? requestLink(body)}>${name}</a> ${drop ? html`<button type="button" class="quiet" aria-label=${say('requests.drop-one', { name })} @click=${drop}>×</button>` : nothing}</th>
    <td>${asked(body)}</td>
    ${answer ? (plan ? found(plan) : html`<td colspan="4">${faults(answer) || say('requests.nothing')}</td>`) : html`<td colspan="4" class="quiet">${say('loading')}</td>`}
    <td class="number">${answer?.viable ?? ''}</td>
  </tr>`;
}

function found(plan) {
  return html`<td>${titleOf(plan)}</td>
    <td>${stanceChip(plan.stance)}</td>
    <td class="number">${plan.score}</td>
    <td class="number">${total(plan)}</td>`;
}

/** The first plan of an advice in brief, or of the best of several models. */
function planOf(answer) {
  if (answer?.models) {
    const [first] = answer.models;
    return first && { ...first, total: first.total?.likely, currency: first.total?.currency };
  }
  const plan = answer?.plans?.[0];
  return plan && { ...plan, currency: answer.currency };
}

function titleOf({ option, optionTitle: title, units }) {
  const named = title ? text(title) : optionTitle(option);
  return units > 1 ? `${units} × ${named}` : named;
}

function total({ total: amount, currency }) {
  return amount === null || amount === undefined ? say('cost.unknown') : money(amount, currency);
}

function asked(body) {
  return Object.entries(body)
    .map(([name, value]) => (name === 'model' ? value : `${name} ${typeof value === 'object' ? '…' : value}`))
    .join(' · ');
}

function faults(answer) {
  return (answer?.faults ?? []).map(text).join(' ');
}
