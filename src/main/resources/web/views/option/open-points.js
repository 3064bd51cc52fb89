import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { say, text } from '../../words.js';
import { ruleLink } from '../rule-link.js';

/** What would have to be known to decide. */
export function openPoints(explanation) {
  if (explanation.open.length === 0) {
    return nothing;
  }
  return html`<ul class="plain-list">
    ${explanation.open.map((point) => html`<li>${words(point)}</li>`)}
  </ul>`;
}

function words(point) {
  if (point.text) {
    return html`${text(point.text)} ${ruleLink(point.rule)}`;
  }
  if (point.field) {
    return html`${say('open.field', { field: text(point.name) })} ${point.decides.map(ruleLink)}`;
  }
  return point.cost ? say('open.cost', { part: say(`cost-part.${point.cost}`) }) : say('open.memory', { part: say(`memory-part.${point.memory}`) });
}
