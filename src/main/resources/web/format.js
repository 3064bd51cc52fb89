import { state } from './state.js';
import { has, say } from './words.js';

/** Amounts as people write them in the language of the page; the same as on the command line. */

/** Rounds the number as it is: 12.35 lies a little below, and becomes 12.3. What rounds to nothing has no sign. */
function grouped(value, digits) {
  return new Intl.NumberFormat('en-US', { maximumFractionDigits: digits }).format(Number(value.toFixed(digits)) || 0);
}

/** At most three significant digits below 100, whole numbers above. */
export function number(value) {
  const magnitude = Math.abs(value);
  if (magnitude >= 100 || Number.isInteger(value)) {
    return grouped(value, 0);
  }
  return grouped(value, magnitude < 10 ? 2 : 1);
}

/** Small shares keep the digits that they need. */
export function precise(value) {
  return value !== 0 && Math.abs(value) < 0.1 ? String(Number(value.toPrecision(3))) : number(value);
}

/** Decimal gigabytes, with two digits below a tenth; plain bytes for what these do not show. */
export function bytes(count) {
  if (count === null || count === undefined) {
    return say('unknown');
  }
  const size = Math.abs(count);
  return size < 5e6 ? `${grouped(count, 0)} B` : `${grouped(count / 1e9, size < 1e8 ? 2 : 1)} GB`;
}

/** A share of one, in per cent. */
export function percent(share) {
  return say('percent', [grouped(share * 100, Math.abs(share) < 0.1 ? 1 : 0)]);
}

/** An amount of a currency, by the server's words for currencies and large numbers. */
export function money(amount, currency) {
  const key = `money.${currency}`;
  return say(has(key) ? key : 'money.other', [scaled(amount), currency]);
}

/** In millions and thousands, or in 亿 and 万, as the language counts; what is written as a thousand of one is one of the next. */
function scaled(amount) {
  const magnitude = Math.abs(amount);
  const large = Number(say('amount.large.unit'));
  const middle = Number(say('amount.middle.unit'));
  const digits = magnitude >= 100 * middle ? 0 : 1;
  if (Number((magnitude / middle).toFixed(digits)) * middle >= large) {
    const many = amount / large;
    return say('amount.large', [grouped(Number(many.toPrecision(Math.abs(many) >= 1000 ? 4 : 3)), 2)]);
  }
  if (Math.round(magnitude) >= 1e4) {
    return say('amount.middle', [grouped(amount / middle, digits)]);
  }
  return grouped(amount, magnitude < 100 ? 2 : 0);
}

/** One amount if the range has no width, else low to high. */
export function moneyRange(range, currency) {
  if (!range) {
    return say('unknown');
  }
  const [low, high] = [money(range.low, currency), money(range.high, currency)];
  return low === high ? low : `${low}–${high}`;
}

/** The likely value with low and high behind it. */
export function interval(range) {
  if (!range) {
    return say('unknown');
  }
  return range.low === range.high
    ? number(range.likely)
    : `${number(range.likely)} (${number(range.low)}–${number(range.high)})`;
}

/** A country by its code of ISO 3166. */
export function country(code) {
  return new Intl.DisplayNames([state.language === 'zh' ? 'zh-Hans' : 'en'], { type: 'region' }).of(code);
}

/** A currency by its code of ISO 4217, and its name where names are short; else its sign, if it has one. */
export function currency(code) {
  const [language, currencyDisplay] = state.language === 'zh' ? ['zh-Hans', 'name'] : ['en', 'narrowSymbol'];
  const written = new Intl.NumberFormat(language, { style: 'currency', currency: code, currencyDisplay });
  const name = written.formatToParts(0).find((part) => part.type === 'currency').value;
  return name === code ? code : `${code} ${name}`;
}

/** Whole units, so that a reader can add up. */
export function whole(amount) {
  return grouped(amount, 0);
}

/** A sentence whose amounts stay in one line with their units. */
export function unbroken(sentence) {
  return sentence.replace(/[A-Z]{3} (?=\d)|(?<=\d) (k|M|GB|%)(?![\w])/g, (found) => found.replace(' ', '\u00a0'));
}
