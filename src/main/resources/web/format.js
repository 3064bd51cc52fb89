import { state } from './state.js';
import { say } from './words.js';

/** Amounts as people write them in the language of the page; the same as on the command line. */

function grouped(value, digits) {
  return new Intl.NumberFormat('en-US', { maximumFractionDigits: digits }).format(value);
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

/** Decimal gigabytes, or plain bytes for what is far below one. */
export function bytes(count) {
  if (count === null || count === undefined) {
    return say('unknown');
  }
  return Math.abs(count) < 1e7 ? `${grouped(count, 0)} B` : `${grouped(count / 1e9, 1)} GB`;
}

/** A share of one, in per cent. */
export function percent(share) {
  return `${grouped(share * 100, Math.abs(share) < 0.1 ? 1 : 0)} %`;
}

/** A number of whole units of a currency. */
export function money(amount, currency) {
  return state.language === 'zh' ? chinese(amount, currency) : `${currency} ${english(amount)}`;
}

function chinese(amount, currency) {
  const written = chineseAmount(amount);
  return currency === 'CNY' ? `¥${written}` : `${written}美元`;
}

function chineseAmount(amount) {
  const magnitude = Math.abs(amount);
  if (magnitude >= 1e8) {
    return `${grouped(amount / 1e8, 2)}亿`;
  }
  return magnitude >= 1e4 ? `${grouped(amount / 1e4, magnitude >= 1e6 ? 0 : 1)}万` : small(amount);
}

function english(amount) {
  const magnitude = Math.abs(amount);
  if (magnitude >= 1e6) {
    return `${grouped(amount / 1e6, 2)} M`;
  }
  return magnitude >= 1e4 ? `${grouped(amount / 1e3, magnitude >= 1e5 ? 0 : 1)} k` : small(amount);
}

function small(amount) {
  return grouped(amount, Math.abs(amount) < 100 ? 2 : 0);
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

/** Whole units, so that a reader can add up. */
export function whole(amount) {
  return grouped(amount, 0);
}

/** A sentence whose amounts stay in one line with their units. */
export function unbroken(sentence) {
  return sentence.replace(/(CNY|USD) (?=\d)|(?<=\d) (k|M|GB|%)(?![\w])/g, (found) => found.replace(' ', '\u00a0'));
}
