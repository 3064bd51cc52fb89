import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { live } from '../../vendor/lit-html/directives/live.js';
import { headOf, rulesIn, withHead } from '../../rule-head.js';
import { write } from '../../known-file.js';
import { update } from '../../state.js';
import { say } from '../../words.js';
import { goTo } from './text-pane.js';

const POINTS = /^-?\d{1,3}$/;

/** The points and the sentences of one rule of a file in fields, which write its text. */
export function ruleForm(file, line) {
  const rules = rulesIn(file.text);
  const chosen = rules.find(({ id }) => id === chosenOf(file, line)) ?? rules.findLast((rule) => rule.line <= line) ?? rules[0];
  file.chosen = chosen && { id: chosen.id, line };
  return chosen
    ? html`<details class="rule-form" open>
        <summary>${say('form.title')}</summary>
        <div class="rule-fields">${choice(file, line, rules, chosen)} ${fields(file, chosen.id)}</div>
      </details>`
    : nothing;
}

/** Whoever comes to the file by another line has chosen no rule of it yet; lines that are put before it choose no other. */
function chosenOf({ chosen }, line) {
  return chosen?.line === line ? chosen.id : null;
}

function choice(file, line, rules, chosen) {
  return html`<p class="rule-field">
    <label for="form-rule">${say('form.rule')}</label>
    <select id="form-rule" @change=${(event) => choose(file, line, rules, event.target.value)}>
      ${rules.map(({ id }) => html`<option value=${id} ?selected=${id === chosen.id}>${id}</option>`)}
    </select>
  </p>`;
}

function choose(file, line, rules, id) {
  file.chosen = { id, line };
  update();
  goTo(rules.find((rule) => rule.id === id).line, 1, false);
}

function fields(file, id) {
  const head = headOf(file.text, id);
  return head
    ? html`${head.points ? points(file, id, head.points) : nothing} ${sentence(file, id, 'en', head.en)} ${sentence(file, id, 'zh', head.zh)}`
    : html`<p class="quiet">${say('form.unsure')}</p>`;
}

function points(file, id, { value }) {
  return html`<p class="rule-field">
    <label for="form-points">${say('form.points')}</label>
    <input id="form-points" type="number" step="1" min="-999" max="999" .value=${live(value)} @input=${(event) => takePoints(file, id, event.target)} @blur=${() => update()} />
  </p>`;
}

/** What is no whole number, or not yet, is not taken; whoever leaves the field sees the points again. */
function takePoints(file, id, { value }) {
  if (POINTS.test(value)) {
    write(file, withHead(file.text, id, 'points', value));
  }
}

function sentence(file, id, language, { value }) {
  return html`<p class="rule-field wide">
    <label for=${`form-${language}`}>${say(`form.${language}`)}</label>
    <textarea
      id=${`form-${language}`}
      lang=${language === 'zh' ? 'zh-Hans' : 'en'}
      rows="2"
      .value=${live(value)}
      @input=${(event) => write(file, withHead(file.text, id, language, event.target.value))}
    ></textarea>
  </p>`;
}
