import { html } from '../vendor/lit-html/lit-html.js';
import { link } from '../request.js';
import { topicName } from '../topics.js';

/** A rule by its topic; its id is in the title, and its own page is behind it. */
export function ruleLink(rule) {
  return html`<a class="rule-of" href=${link({ path: `rules/${rule}`, option: null })} title=${rule}>${topicName(rule.split('/')[0])}</a>`;
}
