import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { state } from '../../state.js';
import { say, text } from '../../words.js';

/** What must not be overlooked about an option, and the rules whose findings say so; the gravest first. */
const MARKS = {
  barred: ['supply/barred', 'supply/barred-by-china', 'supply/barred-reported', 'supply/foreign-for-state', 'supply/prohibition-ten', 'supply/rented-for-state', 'supply/licence-out-of-reach', 'embargo/closed', 'embargo/closed-service', 'embargo/parent-closed-service', 'embargo/says-closed'],
  'law-open': ['supply/licence-open', 'supply/licence-reported', 'supply/supply-open', 'supply/import-open', 'supply/conditional', 'supply/rented-controlled', 'supply/rented-unproven', 'supply/rented-unproven-reported', 'embargo/used-from-afar', 'embargo/rented-for-a-parent', 'supply/re-export-denied', 'embargo/licence-doubtful', 'embargo/licence-for-all', 'embargo/country-not-assessed', 'embargo/parent-not-assessed', 'embargo/licence-needed', 'embargo/licence-class-open', 'embargo/closed-class-open', 'embargo/says-licence'],
  data: ['privacy/leaves-premises', 'privacy/leaves-country', 'privacy/country-unknown', 'privacy/leaves-eea', 'privacy/place-unknown', 'privacy/eea-not-documented', 'privacy/place-not-documented', 'privacy/public-place-not-documented', 'privacy/pipl-ground-missing', 'privacy/gdpr-ground-missing', 'privacy/api-crosses-border'],
  grey: ['supply/grey-channel', 'supply/embargoed-second-hand', 'supply/channel-of-another-market'],
  unpriced: ['budget/price-unknown', 'budget/price-left-open'],
  unmeasured: ['concurrency/unknown-speed', 'concurrency/speed-unknown'],
  'old-price': ['budget/old-price'],
};

/** Each mark that an option carries, with what its rules say: `{name, says}`. */
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
