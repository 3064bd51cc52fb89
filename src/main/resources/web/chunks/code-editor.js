import './page-styles.js';
import { autocompletion, completionKeymap } from '../vendor/codemirror__autocomplete/index.js';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '../vendor/codemirror__commands/index.js';
import { bracketMatching, indentUnit } from '../vendor/codemirror__language/index.js';
import { lintGutter, nextDiagnostic, previousDiagnostic, setDiagnostics } from '../vendor/codemirror__lint/index.js';
import { search, searchKeymap } from '../vendor/codemirror__search/index.js';
import { Annotation, Compartment, EditorState } from '../vendor/codemirror__state/index.js';
import { EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from '../vendor/codemirror__view/index.js';
import { drl } from './drl.js';
import { look } from './look.js';
import { yaml } from './yaml.js';

/** By language: its colours, how far it indents, and what a word of it is. */
const LANGUAGES = {
  drl: { colours: drl, indent: '    ', word: /\w+/, valid: /^\w*$/ },
  yaml: { colours: yaml, indent: '  ', word: /[\w./-]+/, valid: /^[\w./-]*$/ },
};

const SHOWN = Annotation.define();
const NARROW = '(max-width: 40rem)';

const FAULT_KEYS = [
  { key: 'F8', run: nextDiagnostic },
  { key: 'Shift-F8', run: previousDiagnostic },
];

/**
 * An editor of a text: `{dom, show, mark, goTo, destroy}`. It needs nothing of the page but its style tokens.
 *
 * `language` is `drl` or `yaml`; `attributes` are those of the element that is typed in, `phrases` the words of the editor itself by their English ones;
 * `complete` promises what may stand for a word: `{label, detail}`; `edited` is told each text that somebody has typed.
 */
export default function codeEditor({ text, language, readOnly, attributes, phrases, complete, edited }) {
  let known = text;
  const breaks = new Compartment();
  const view = new EditorView({
    doc: text,
    extensions: [
      breaks.of(lineBreaks(text)),
      surroundings(LANGUAGES[language]),
      EditorState.readOnly.of(readOnly),
      EditorState.phrases.of(phrases),
      EditorView.contentAttributes.of(attributes),
      readOnly ? [] : autocompletion({ override: [completed(LANGUAGES[language], complete)], icons: false }),
      keymap.of([...completionKeymap, ...FAULT_KEYS, ...searchKeymap, ...historyKeymap, ...defaultKeymap, indentWithTab]),
      EditorView.updateListener.of((update) => {
        if (update.docChanged && !update.transactions.some((one) => one.annotation(SHOWN))) {
          known = update.state.sliceDoc();
          edited(known);
        }
      }),
    ],
  });
  return {
    dom: view.dom,
    show(other) {
      if (other !== known) {
        known = other;
        view.dispatch({ effects: breaks.reconfigure(lineBreaks(other)), annotations: SHOWN.of(true) });
        view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: view.state.toText(other) }, annotations: SHOWN.of(true) });
      }
    },
    mark: (notices) => view.dispatch(setDiagnostics(view.state, notices.map((notice) => diagnostic(view.state, notice)))),
    goTo(line, column, focus) {
      const anchor = placeOf(view.state, line, column);
      view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
      focus && view.focus();
    },
    destroy: () => view.destroy(),
  };
}

/** What every editor has. */
function surroundings({ colours, indent }) {
  return [
    lineNumbers(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    bracketMatching(),
    history(),
    search({ top: true }),
    lintGutter(),
    colours,
    look,
    indentUnit.of(indent),
    matchMedia(NARROW).matches ? EditorView.lineWrapping : [],
  ];
}

/** Lines end as they did. */
function lineBreaks(text) {
  return text.includes('\r\n') ? EditorState.lineSeparator.of('\r\n') : [];
}

function completed({ word: one, valid }, complete) {
  return async (context) => {
    const word = context.matchBefore(one);
    const asked = context.explicit || (word && word.to - word.from > 1);
    return asked ? { from: word?.from ?? context.pos, options: await complete(), validFor: valid } : null;
  };
}

/** The first line and the first column are 1. */
function placeOf({ doc }, line, column) {
  const { from, to } = doc.line(Math.min(Math.max(line || 1, 1), doc.lines));
  return Math.min(from + Math.max(0, (column || 1) - 1), to);
}

function diagnostic(state, { line, column, level, message, hint }) {
  const from = placeOf(state, line, column);
  const word = state.wordAt(from);
  const to = word && word.to > from ? word.to : state.doc.lineAt(from).to;
  return { from, to, severity: level, message: hint ? `${message}\n${hint}` : message };
}
