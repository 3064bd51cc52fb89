import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { bytes } from '../../format.js';
import { say, text } from '../../words.js';
import { stanceChip } from '../decide/facts.js';

const COLUMNS = ['format', 'engine', 'stance', 'memory', 'decisive'];

/** The other formats in which the option could run the model. */
export function variants(verdict) {
  if (verdict.variants.length === 0) {
    return nothing;
  }
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${say('option.variants')}>
    <table>
      <thead>
        <tr>
          ${COLUMNS.map((column) => html`<th scope="col">${say(`variants.${column}`)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${verdict.variants.map(row)}
      </tbody>
    </table>
  </div>`;
}

function row(variant) {
  const { neededBytes, usableBytes } = variant.memory;
  return html`<tr>
    <th scope="row">${say(`Precision.${variant.precision}`)}<br /><span class="quiet small">${say(`ComputeMode.${variant.mode}`)}</span></th>
    <td>${variant.engine ?? ''}</td>
    <td>${stanceChip(variant.stance, variant.score)}</td>
    <td>${neededBytes === null ? say('unknown') : say('memory.of', { needed: bytes(neededBytes), usable: bytes(usableBytes) })}</td>
    <td>${variant.decisive ? text(variant.decisive) : ''}</td>
  </tr>`;
}
