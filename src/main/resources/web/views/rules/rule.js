import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { fileLink } from '../../files.js';
import { link } from '../../request.js';
import { fileOf, lineOf, ruleNow } from '../../rules.js';
import { state } from '../../state.js';
import { say, text } from '../../words.js';
import { problemBox } from '../problem.js';
import { kindChip, lensChip, signed } from './marks.js';
import { sentence } from './sentence.js';
import { trials } from './trials.js';

/** What a rule says beside how it is written, and how it is tried. */
export function ruleView({ rules, sources }, id) {
  const rule = rules.find((one) => one.id === id);
  return rule ? sheet(rule, sources) : html`<p role="alert">${say('rules.unknown', { id })}</p>`;
}

function sheet(rule, sources) {
  const { value, problem } = ruleNow(rule.id);
  const detail = value?.id === rule.id ? value : null;
  return html`
    <article class="rule" aria-labelledby="rule-title">
      <h2 id="rule-title">${rule.id}</h2>
      <p class="rule-marks">${kindChip(rule.kind)} ${signed(rule)} ${lensChip(rule.lens)}</p>
      <div class="rule-both">
        <div>${says(rule)} ${facts(rule, sources)}</div>
        ${detail ? written(rule, detail) : nothing}
      </div>
      ${problemBox(problem)} ${detail ? trials(detail) : nothing}
    </article>
  `;
}

function says(rule) {
  return html`
    <p class="rule-sentence" lang="en">${sentence(rule.text.en)}</p>
    <p class="rule-sentence" lang="zh-Hans">${sentence(rule.text.zh)}</p>
  `;
}

function facts(rule, sources) {
  return html`
    <dl class="rule-facts">
      ${fact('rules.place', html`<code>${rule.at}</code>`)}
      ${rule.corrects ? fact('rules.corrects', ruleLink(rule.corrects)) : nothing}
      ${rule.since ? fact('rules.since', rule.since) : nothing}
      ${fact('rules.sources', rule.sources.map((citation) => cited(citation, sources)))}
    </dl>
  `;
}

function fact(label, value) {
  return html`<dt>${say(label)}</dt><dd>${value}</dd>`;
}

function ruleLink(id) {
  return html`<a href=${link({ path: `rules/${id}` })}>${id}</a>`;
}

/** A source by its title, with the sentence of the place that is cited. */
function cited(citation, sources) {
  const [id, anchor] = citation.split('#');
  const source = sources.get(id);
  const place = source?.places[anchor];
  return html`
    <p>${source ? text(source.title) : nothing} <code class="quiet">${citation}</code></p>
    ${place ? html`<blockquote>${text(place)}</blockquote>` : nothing}
  `;
}

function written(rule, detail) {
  const file = fileOf(rule);
  const edit = fileLink(`rules/${file}`, lineOf(rule));
  return html`
    <div class="rule-written">
      <pre tabindex="0" aria-label=${say('rules.text')}><code>${detail.rule}</code></pre>
      <a class="button" href=${edit}>${say(state.health?.editing ? 'rules.edit' : 'rules.see', { file })}</a>
    </div>
  `;
}
