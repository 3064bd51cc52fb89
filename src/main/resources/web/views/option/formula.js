import { html } from '../../vendor/lit-html/lit-html.js';
import { bytes, money, number, precise } from '../../format.js';
import { has, say, text } from '../../words.js';
import { citations } from './sources.js';

const SIGNS = { sum: ' + ', difference: ' − ', product: ' × ', quotient: ' ÷ ', power: ' ^ ' };
const CURRENCY = /^[A-Z]{3}$/;
const BYTES_WITH_TWO_DIGITS = 1e7;

/** A formula as people write sums: each value with its name and where it was read. */
export function formula(node, explanation) {
  return node.operator ? operation(node, explanation) : operand(node, explanation);
}

function operation(node, explanation) {
  const parts = node.parts.map((part) => inner(part, node.operator, explanation));
  if (SIGNS[node.operator]) {
    return joined(parts, SIGNS[node.operator]);
  }
  if (node.operator === 'negation') {
    return html`− ${parts[0]}`;
  }
  return around(node, explanation);
}

/** `the largest of (…)`: the words stand before and behind what they speak of. */
function around(node, explanation) {
  const one = node.operator === 'low-end' || node.operator === 'likely';
  const [before, behind] = say(`formula.${node.operator}`, ['\u0000']).split('\u0000');
  const parts = one ? [inner(node.parts[0], node.operator, explanation)] : node.parts.map((part) => formula(part, explanation));
  return html`${before}${joined(parts, '; ')}${behind}`;
}

function joined(parts, separator) {
  return parts.map((part, i) => (i === 0 ? part : html`${separator}${part}`));
}

/** In parentheses where the sign around it binds more tightly, or as tightly, than its own. */
function inner(part, around, explanation) {
  const plain =
    !part.operator || !SIGNS[part.operator] || around === 'sum' || (around === 'quotient' && part.operator === 'product');
  return plain ? formula(part, explanation) : html`(${formula(part, explanation)})`;
}

function operand(node, explanation) {
  const read = node.source ? citations([node.source], explanation) : '';
  return html`<span class="operand">${value(node)} <span class="quiet">${text(node.name)}</span>${read}</span>`;
}

function value({ low, likely, high, unit }) {
  const write = writer(unit);
  return low === high ? write(likely) : `${write(likely)} [${write(low)}–${write(high)}]`;
}

function writer(unit) {
  if (unit === 'B') {
    return (count) => (Math.abs(count) < BYTES_WITH_TWO_DIGITS ? bytes(Math.round(count)) : `${number(count / 1e9)} GB`);
  }
  const [first, ...rest] = unit.split(/(?=\/)/);
  if (CURRENCY.test(first)) {
    return (amount) => money(amount, first) + rest.join('');
  }
  return (amount) => `${precise(amount)}${unitName(unit)}`;
}

function unitName(unit) {
  if (unit === '1') {
    return '';
  }
  return ` ${has(`unit.${unit}`) ? say(`unit.${unit}`) : unit}`;
}
