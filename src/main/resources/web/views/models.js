import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { money, moneyRange, number } from '../format.js';
import { link } from '../request.js';
import { state } from '../state.js';
import { say, text } from '../words.js';
import { stanceChip } from './decide/facts.js';

/** Several models, each with its own best plan, as the server ranks them; each leads to its whole advice. */
export function models({ answer, models: ranked }) {
  return html`
    <section class="headline panel" aria-labelledby="verdict">
      <div class="verdict" id="verdict" tabindex="-1" role="group" aria-live="polite">${answer.map((sentence) => html`<p>${text(sentence)}</p>`)}</div>
      <h3>${say('models.title')}</h3>
      <ol class="options models-ranked">
        ${ranked.map(row)}
      </ol>
    </section>
  `;
}

function row({ model, title, optionTitle, stance, score, total, tokensPerSecondPerUser: speed, horizonMonths, because }, i) {
  return html`<li class="option">
    <span class="rank">${i + 1}</span>
    <div class="what">
      <h4><a href=${link({ fields: { ...state.fields, model }, option: null })}>${text(title)}</a></h4>
      <p class="quiet small">${text(optionTitle)}</p>
    </div>
    <div class="why small">${because ? text(because) : nothing}</div>
    <p class="fast">${speed ? html`${number(speed)} <span class="quiet small">${say('row.tokens-each')}</span>` : html`<span class="quiet small">${say('row.speed-not-said')}</span>`}</p>
    <p class="cost">${total ? cost(total, horizonMonths) : html`<span class="amount quiet">${say('cost.unknown')}</span>`}</p>
    <p class="stands">${stanceChip(stance, score)}</p>
  </li>`;
}

function cost(total, months) {
  return html`<span class="amount">${money(total.likely, total.currency)}</span>
    <span class="quiet small">${say('models.months', { months })}</span>
    <span class="quiet small">${moneyRange(total, total.currency)}</span>`;
}
