import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { state } from '../../state.js';
import { say, text } from '../../words.js';
import MARKS from './marks.json' with { type: 'json' };

/**
 * Each mark that an option carries, with what its rules say: `{name, says}`. A mark is what must not be overlooked; the
 * table has the rules whose findings say so, the gravest mark first.
 */
export function marksOf(verdict) {
  return Object.entries(MARKS)
    .map(([name, rules]) => ({ name, says: verdict.findings.filter((finding) => rules.includes(finding.rule)).map((finding) => text(finding.text)) }))
    .map((mark) => (mark.name === 'unmeasured' ? withBasis(mark, verdict) : mark))
    .filter(({ says }) => says.length > 0);
}

/** Where neither the engine nor the devices of a plan were run in public, its speed is a guess. */
const WEIGHTY = ['engine', 'generation'];

function withBasis(mark, verdict) {
  const aspects = (state.answer?.unmeasured?.[verdict.option] ?? []).filter((aspect) => WEIGHTY.includes(aspect));
  return aspects.length === 0
    ? mark
    : { ...mark, says: [...mark.says, say('mark.never', { what: aspects.map((aspect) => say(`SpeedBasis.Aspect.${aspect}`)).join(say('mark.and')) })] };
}

/** Marks as short words; what they rest on stands in their titles, and in full where `full`. */
export function marks(verdict, full = false) {
  const found = marksOf(verdict);
  return found.length === 0
    ? nothing
    : html`<ul class=${`marks ${full ? 'full' : ''}`}>
        ${found.map(
          ({ name, says }) => html`<li class=${`mark ${name}`} title=${says.join('\n')}>
            <strong>${say(`mark.${name}`)}</strong>${full ? html` <span>${says[0]}</span>` : nothing}
          </li>`,
        )}
      </ul>`;
}
