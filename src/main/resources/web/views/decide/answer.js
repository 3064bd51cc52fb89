import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { unbroken } from '../../format.js';
import { state } from '../../state.js';
import { say, text } from '../../words.js';

/** What was asked; what to do; and below it, question by question, what else the answer says. */
export function answerBox({ answer, question }) {
  return html`
    <div class="headline">
      <p class="quiet small">${text(question)}</p>
      <div class="verdict" aria-live="polite" aria-atomic="true">
        ${answer.do.map((sentence) => html`<p>${unbroken(text(sentence))}</p>`)}
      </div>
      <dl class="said">
        ${part('costs', lines(answer.costs))} ${part('gives', lines(answer.gives))}
        ${part('against', lines(answer.against))} ${part('yours', lines(answer.yours))}
        ${part('next-best', lines(answer.nextBest))} ${part('turns-if', [...lines(answer.turnsIf), ...sensitivity()])}
        ${part('not-known', lines(answer.notKnown))}
      </dl>
      ${state.fields.lens === 'founding' ? html`<p class="note" role="note">${say('decide.founding-lens')}</p>` : nothing}
    </div>
  `;
}

function part(name, sentences) {
  return sentences.length === 0
    ? nothing
    : html`<div><dt>${say(`answer.${name}`)}</dt><dd>${sentences}</dd></div>`;
}

function lines(texts) {
  return texts.map((sentence) => html`<p>${unbroken(text(sentence))}</p>`);
}

/** What takes longer than the rest, as soon as it is there. */
function sensitivity() {
  if (!state.sensitivity) {
    return [html`<p class="quiet">${say('sensitivity.loading')}</p>`];
  }
  const said = state.sensitivity.value?.text;
  return said ? lines([said]) : [];
}
