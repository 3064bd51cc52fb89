import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { say, text } from '../../words.js';
import { sign } from '../decide/facts.js';
import { ruleLink } from '../rule-link.js';
import { citations } from './sources.js';

/** Where sources disagree: what the founding documents claim of this very option beside what evidence says since. */
export function disagreements(explanation) {
  const told = explanation.disagreements.filter(({ founding }) => founding.text);
  if (told.length === 0) {
    return nothing;
  }
  return html`<ul class="disagreements">
    ${told.map(
      ({ founding, evidence }) => html`<li>${side('founding', founding, explanation)} ${side('evidence', evidence, explanation)}</li>`,
    )}
  </ul>`;
}

function side(lens, claim, explanation) {
  return html`<div class=${`side ${lens}`}>
    <p class="small quiet">${say(`disagreements.${lens}`)}</p>
    <p>${text(claim.text)} ${citations(claim.sources ?? [], explanation)}</p>
    <p class="small">${ruleLink(claim.rule)}${claim.points ? html` · ${say('disagreements.points', { points: sign(claim) })}` : nothing}</p>
  </div>`;
}
