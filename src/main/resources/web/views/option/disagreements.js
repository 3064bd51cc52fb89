import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { say, text } from '../../words.js';
import { sign } from '../decide/facts.js';
import { citations } from './sources.js';

/** Where sources disagree: what the founding documents claim beside what evidence says since. */
export function disagreements(explanation) {
  if (explanation.disagreements.length === 0) {
    return nothing;
  }
  return html`<ul class="disagreements">
    ${[...explanation.disagreements].sort(claimsFirst).map(
      ({ founding, evidence }) => html`<li>${side('founding', founding, explanation)} ${side('evidence', evidence, explanation)}</li>`,
    )}
  </ul>`;
}

/** Where the documents say something of this very option. */
function claimsFirst(one, other) {
  return Number(one.founding.text === null) - Number(other.founding.text === null);
}

function side(lens, claim, explanation) {
  return html`<div class=${`side ${lens}`}>
    <p class="small quiet">${say(`disagreements.${lens}`)}</p>
    <p>${claim.text ? text(claim.text) : say('disagreements.silent')} ${citations(claim.sources ?? [], explanation)}</p>
    <p class="small"><code>${claim.rule}</code>${claim.points ? html` · ${say('disagreements.points', { points: sign(claim) })}` : nothing}</p>
  </div>`;
}
