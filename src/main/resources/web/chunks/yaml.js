import { StreamLanguage } from '../vendor/codemirror__language/index.js';

const CONSTANT = /^(?:true|false|null|~)(?=\s*(?:[,\]}#]|$))/;
const DAY = /^\d{4}-\d{2}-\d{2}(?=\s*(?:[,\]}]|$))/;
const FIGURE = /^[-+]?\d[\d_.]*(?:e[-+]?\d+)?(?=\s*(?:[,\]}]|$|#))/i;
const KEY = /^(?:"[^"]*"|'[^']*'|[\w./#-]+)(?=:(?:\s|$))/;

/** The YAML of the catalog and of scenarios, as far as colours go. */
export const yaml = StreamLanguage.define({
  name: 'yaml',
  token(stream) {
    if (stream.match(/^\s+/)) {
      return null;
    }
    if (stream.match(/^#.*/)) {
      return 'comment';
    }
    return word(stream);
  },
  languageData: { commentTokens: { line: '#' } },
});

function word(stream) {
  if (stream.match(KEY)) {
    return 'keyword';
  }
  if (stream.match(/^"(?:[^"\\]|\\.)*"?|^'(?:[^']|'')*'?/)) {
    return 'string';
  }
  if (stream.match(DAY) || stream.match(FIGURE)) {
    return 'number';
  }
  if (stream.match(CONSTANT)) {
    return 'atom';
  }
  return plain(stream);
}

function plain(stream) {
  if (stream.match(/^[-:,[\]{}]/)) {
    return null;
  }
  stream.match(/^(?:[^\s,[\]{}]|\s(?!#))+/) || stream.next();
  return 'string';
}
