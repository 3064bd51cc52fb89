/** What stands before `when` in a rule of a rule file, as far as fields may change it: its points and its sentences. */
const LONGEST_LINE = 120;
const INDENT = '        ';
const RULE = /^rule "([^"\n]+)"$/gm;
const ANNOTATION = /\s*@(\w+)(\(\s*)((?:"[^"\\\n]*"\s*)+|[^()"\\]*?)\s*\)/y;
const PARTS = /"([^"]*)"/g;
const POINTS = /^-?\d+$/;
const SENTENCE = /^"/;
/** What no line may be broken within: what is filled in, a word, a character of Chinese. */
const UNBROKEN = /\{[^}]*\}\s*|[\p{Script=Han}\u3000-\u303f\uff00-\uffef]\s*|[^\s{\p{Script=Han}\u3000-\u303f\uff00-\uffef]+\s*|\{|\s+/gu;

/** The rules of a text in their order: `{id, line}`. */
export function rulesIn(text) {
  return [...text.matchAll(RULE)].map((found) => ({ id: found[1], line: text.slice(0, found.index).split('\n').length }));
}

/** `{points, en, zh}`, each with its `value`; null unless all of the head is understood, which then is safe to write. */
export function headOf(text, id) {
  const rule = [...text.matchAll(RULE)].find((found) => found[1] === id);
  const end = rule ? text.indexOf('\nwhen\n', rule.index) : -1;
  return end < 0 ? null : read(text, rule.index + rule[0].length, end);
}

function read(text, begin, end) {
  const found = {};
  ANNOTATION.lastIndex = begin;
  for (let at = begin; text.slice(at, end).trim() !== ''; at = ANNOTATION.lastIndex) {
    const annotation = ANNOTATION.exec(text);
    if (!annotation || ANNOTATION.lastIndex > end || found[annotation[1]]) {
      return null;
    }
    found[annotation[1]] = part(annotation);
  }
  return fields(found);
}

function part(annotation) {
  const [all, name, opening, written] = annotation;
  const from = annotation.index + all.indexOf(`@${name}`) + 1 + name.length + opening.length;
  return { from, to: from + written.length, written };
}

function fields({ points, en, zh }) {
  if (!SENTENCE.test(en?.written) || !SENTENCE.test(zh?.written) || (points && !POINTS.test(points.written))) {
    return null;
  }
  const spoken = (one) => ({ ...one, value: [...one.written.matchAll(PARTS)].map(([, words]) => words).join('') });
  return { points: points ? { ...points, value: points.written } : null, en: spoken(en), zh: spoken(zh) };
}

/** The text with other points, or another sentence, of a rule. */
export function withHead(text, id, name, value) {
  const head = headOf(text, id);
  if (!head?.[name]) {
    return text;
  }
  const { from, to } = head[name];
  return text.slice(0, from) + (name === 'points' ? value : literals(value, `    @${name}(`)) + text.slice(to);
}

/** A sentence in as many literals, one a line, as it takes. */
function literals(sentence, before) {
  const width = LONGEST_LINE - Math.max(before.length, INDENT.length) - '"")'.length;
  const lines = [''];
  for (const unit of sentence.replaceAll('"', '’').replace(/[\\\r\n]+/g, ' ').match(UNBROKEN) ?? []) {
    if (lines.at(-1) !== '' && lines.at(-1).length + unit.length > width) {
      lines.push('');
    }
    lines[lines.length - 1] += unit;
  }
  return lines.map((line) => `"${line}"`).join(`\n${INDENT}`);
}
