import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { has, say, text } from '../words.js';

/** What went wrong with a call; a fault of a field is told at the field as well. */
export function problemBox(problem) {
  if (!problem) {
    return nothing;
  }
  return html`
    <div class="problem" role="alert">
      <p><strong>${title(problem)}</strong></p>
      <ul>
        ${problem.errors.map((fault) => html`<li>${text(fault.text)}</li>`)}
      </ul>
      ${problem.requestId ? html`<p class="quiet">${say('problem.request', { id: problem.requestId })}</p>` : nothing}
    </div>
  `;
}

function title(problem) {
  const key = `problem.${problem.status}`;
  return has(key) ? say(key) : problem.message;
}

/** The faults of one field. */
export function faultsOf(problem, field) {
  return problem?.errors.filter((fault) => fault.field === field) ?? [];
}
