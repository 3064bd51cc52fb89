import { html } from '../../vendor/lit-html/lit-html.js';
import { state, update } from '../../state.js';
import { say, text } from '../../words.js';
import { ruleLink } from '../rule-link.js';

/** Which rules are listed, by the name of the choice. */
const SHOWN = {
  near: (rule) => rule.nearMiss || rule.outcome === 'unknown',
  fired: (rule) => rule.outcome === 'fired',
  all: () => true,
};
const MARKS = { true: '✓', false: '·', null: '?' };

/** Why the option has no other verdict: the rules with each of their conditions: what is so, and whether the rule asks for that. */
export function whyNot(explanation) {
  const chosen = state.rulesShown ?? 'near';
  const rules = explanation.rules.filter(SHOWN[chosen]);
  return html`
    <div class="controls">
      <label
        ><span class="quiet small">${say('why-not.show')}</span>
        <select @change=${(event) => update({ rulesShown: event.target.value })}>
          ${Object.keys(SHOWN).map((name) => html`<option value=${name} ?selected=${name === chosen}>${label(name, explanation)}</option>`)}
        </select></label
      >
    </div>
    <p class="small quiet">${say('why-not.key')}</p>
    ${rules.length === 0 ? html`<p class="quiet">${say('why-not.none')}</p>` : table(rules)}
  `;
}

function label(name, explanation) {
  return say(`why-not.${name}`, { count: explanation.rules.filter(SHOWN[name]).length });
}

function table(rules) {
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${say('option.why-not')}>
    <table class="rules-tried">
      <thead>
        <tr>
          <th scope="col">${say('ledger.topic')}</th>
          <th scope="col">${say('why-not.outcome')}</th>
          <th scope="col">${say('why-not.conditions')}</th>
        </tr>
      </thead>
      <tbody>
        ${rules.map(row)}
      </tbody>
    </table>
  </div>`;
}

function row(rule) {
  return html`<tr>
    <th scope="row">${ruleLink(rule.rule)}</th>
    <td class="outcome">${say(`Outcome.${rule.outcome}`)}</td>
    <td>
      <ul class="conditions">
        ${rule.conditions.filter(tells).map(condition)}
      </ul>
    </td>
  </tr>`;
}

/** A pattern that found nothing tells something only if there was nothing to search. */
function tells(one) {
  return one.kind !== 'pattern' || one.searched === 0;
}

function condition(one) {
  return html`<li class=${one.holds === false ? 'fails' : ''}>
    <span class="mark" role="img" aria-label=${say(`holds.${one.holds}`)}>${MARKS[one.holds]}</span>
    <span title=${one.text}>${text(one.truth)}</span>
  </li>`;
}
