import { has, say } from './words.js';

/** The dated values in a file of parameters, as far as fields may change them: each value, and the source that it has. */
const PARAMETER = /^\s*- \{?\s*id: *["\x27]?([\w/.-]+)/gm;
const VALUE = /^\s*(?:- )?\{?\s*value: *(-?[\d.]+)/gm;
const SOURCE = /(?<=[\s,{])source: *(?:"([^"\n]*)"|([^\s,}"]+))/;
const SINCE = /(?<=[\s,{])from: *["\x27]?(\d{4}-\d{2}-\d{2})/;

/** The parameters of a text in their order: `{id, line}`. */
export function parametersIn(text) {
  return [...text.matchAll(PARAMETER)].map((found) => ({ id: found[1], line: lineAt(text, found.index + found[0].length) }));
}

/** What a unit is called; a share and the like have none. */
export function unitName(unit) {
  return unit === '1' ? '' : has(`unit.${unit}`) ? say(`unit.${unit}`) : unit;
}

function lineAt(text, index) {
  return text.slice(0, index).split('\n').length;
}

/** `{since, value, source}` of each value of a parameter, each with where it is `written`; only those that are safe to write. */
export function figuresOf(text, id) {
  const all = [...text.matchAll(PARAMETER)];
  const own = all.findIndex((found) => found[1] === id);
  if (own < 0) {
    return [];
  }
  const end = all[own + 1]?.index ?? text.length;
  const values = [...text.matchAll(VALUE)].filter(({ index }) => index >= all[own].index && index < end);
  return values.map((found, i) => figure(text, found, values[i + 1]?.index ?? end)).filter(Boolean);
}

function figure(text, found, end) {
  const entry = text.slice(found.index, end);
  const [source, since] = [SOURCE.exec(entry), SINCE.exec(entry)];
  return source && since ? { since: since[1], value: part(found, found[1], 0), source: part(source, source[1] ?? source[2], found.index) } : null;
}

function part(found, written, offset) {
  const from = offset + found.index + found[0].lastIndexOf(written);
  return { from, to: from + written.length, written };
}

/** The text with another `value` or `source` of one of the values of a parameter. */
export function withFigure(text, id, index, name, written) {
  const { from, to } = figuresOf(text, id)[index][name];
  return text.slice(0, from) + written + text.slice(to);
}
