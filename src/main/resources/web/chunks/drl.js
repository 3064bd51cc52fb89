import { StreamLanguage } from '../vendor/codemirror__language/index.js';

const KEYWORDS = new Set(
  'accumulate and collect contains declare end eval exists extends forall from function global import in matches memberOf not or over package query rule then when'.split(' '),
);
const CONSTANTS = new Set(['false', 'null', 'true']);

/** The language of rules, as far as colours go; within a sentence, what is filled in is set off. */
export const drl = StreamLanguage.define({
  name: 'drl',
  startState: () => ({ within: null }),
  token: (stream, state) => (state.within ? rest(stream, state) : start(stream, state)),
  languageData: { commentTokens: { line: '//', block: { open: '/*', close: '*/' } } },
});

function start(stream, state) {
  if (stream.match(/^\s+/)) {
    return null;
  }
  if (stream.match(/^\/\/.*/)) {
    return 'comment';
  }
  if (stream.match('/*')) {
    state.within = 'comment';
    return 'comment';
  }
  if (stream.match('"')) {
    state.within = 'string';
    return 'string';
  }
  return word(stream);
}

function word(stream) {
  if (stream.match(/^@\w+/)) {
    return 'meta';
  }
  if (stream.match(/^\$\w+/)) {
    return 'variableName.special';
  }
  if (stream.match(/^\d[\d_.]*/)) {
    return 'number';
  }
  const found = stream.match(/^[A-Za-z_]\w*/);
  if (found) {
    return named(found[0]);
  }
  stream.next();
  return null;
}

function named(name) {
  if (KEYWORDS.has(name)) {
    return 'keyword';
  }
  if (CONSTANTS.has(name)) {
    return 'atom';
  }
  return /^[A-Z]/.test(name) ? 'typeName' : 'variableName';
}

/** What goes on of a string, which ends with its line, or of a comment, which need not. */
function rest(stream, state) {
  return state.within === 'comment' ? comment(stream, state) : string(stream, state);
}

function comment(stream, state) {
  if (stream.match(/^.*?\*\//)) {
    state.within = null;
  } else {
    stream.skipToEnd();
  }
  return 'comment';
}

function string(stream, state) {
  if (stream.match(/^\{[^}"]*\}/)) {
    return 'variableName.special';
  }
  stream.match(/^(?:[^"\\{]|\\.)+/) || stream.next();
  if (stream.string[stream.pos - 1] === '"' || stream.eol()) {
    state.within = null;
  }
  return 'string';
}
