import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { say } from '../../words.js';

/** What a rule states: a blocker, a concern … */
export function kindChip(kind) {
  return html`<span class=${`kind kind-${kind}`}>${say(`Finding.Kind.${kind}`)}</span>`;
}

/** The only lens in which a rule speaks. */
export function lensChip(lens) {
  return lens ? html`<span class="kind">${say(`lens.${lens}`)}</span>` : nothing;
}

/** The points of a rule; nothing for kinds that carry none. */
export function signed(rule) {
  return rule.points ? html`<span class="number">${points(rule.points)}</span>` : nothing;
}

/** +4, −12, 0. */
export function points(number) {
  return number > 0 ? `+${number}` : String(number).replace('-', '−');
}
