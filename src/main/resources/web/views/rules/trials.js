import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { say } from '../../words.js';

/** How the scenarios try a rule: those that name it, and what each of its conditions was seen to be. */
export function trials({ scenarios, coverage }) {
  return html`
    <section aria-labelledby="rule-scenarios">
      <h3 id="rule-scenarios">${say('rules.scenarios')}</h3>
      ${named('rules.fires', scenarios.filter((scenario) => scenario.fires))}
      ${named('rules.silent', scenarios.filter((scenario) => scenario.silent))}
      ${scenarios.length === 0 ? html`<p class="quiet">${say('rules.scenarios.none')}</p>` : nothing}
    </section>
    <section aria-labelledby="rule-coverage">
      <h3 id="rule-coverage">${say('rules.coverage')}</h3>
      ${coverage ? conditions(coverage) : html`<p class="quiet" role="status">${say('rules.coverage.working')}</p>`}
    </section>
  `;
}

function named(title, scenarios) {
  return scenarios.length === 0
    ? nothing
    : html`
        <h4>${say(title, { count: scenarios.length })}</h4>
        <ul class="rule-scenarios">
          ${scenarios.map(scenario)}
        </ul>
      `;
}

function scenario({ name, at }) {
  return html`<li><span lang="en">${name}</span> <code class="quiet">${at}</code></li>`;
}

function conditions({ conditions }) {
  return conditions.length === 0
    ? html`<p class="quiet">${say('rules.coverage.none')}</p>`
    : html`
        <div class="scroll" tabindex="0" role="group" aria-labelledby="rule-coverage">
          <table>
            <thead>
              <tr>
                <th scope="col">${say('rules.condition')}</th>
                <th scope="col">${say('rules.seen.true')}</th>
                <th scope="col">${say('rules.seen.false')}</th>
              </tr>
            </thead>
            <tbody>
              ${conditions.map(condition)}
            </tbody>
          </table>
        </div>
      `;
}

function condition({ text, seenTrue, seenFalse }) {
  return html`
    <tr>
      <th scope="row"><code>${text}</code></th>
      <td>${seen(seenTrue)}</td>
      <td>${seen(seenFalse)}</td>
    </tr>
  `;
}

function seen(yes) {
  return yes ? say('says.yes') : html`<strong>${say('rules.seen.never')}</strong>`;
}
