import { HighlightStyle, syntaxHighlighting } from '../vendor/codemirror__language/index.js';
import { EditorView } from '../vendor/codemirror__view/index.js';
import { tags } from '../vendor/lezer__highlight/index.js';

const FRAME = {
  '&': {
    height: 'min(36rem, 70vh)',
    color: 'var(--ink)',
    backgroundColor: 'var(--surface)',
    border: '1px solid var(--edge)',
    borderRadius: 'var(--radius)',
  },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '2px' },
  '.cm-scroller': { font: '0.8125rem/1.5 var(--mono)' },
  '.cm-content': { caretColor: 'var(--ink)', padding: '0.5rem 0' },
  '.cm-gutters': { color: 'var(--quiet)', backgroundColor: 'var(--raised)', border: '0', borderRadius: 'var(--radius) 0 0 var(--radius)' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '2rem', padding: '0 0.25rem 0 0' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--accent-wash) 60%, transparent)' },
  '.cm-activeLineGutter': { color: 'var(--ink)', backgroundColor: 'var(--accent-wash)' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'transparent', outline: '1px solid var(--edge)' },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'var(--bad-wash)' },
  '.cm-searchMatch': { backgroundColor: 'var(--weak-wash)', outline: '1px solid var(--weak)' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--accent-wash)', outline: '2px solid var(--accent)' },
};

const AROUND = {
  '.cm-tooltip, .cm-panels': { color: 'var(--ink)', backgroundColor: 'var(--surface)', borderColor: 'var(--edge)' },
  '.cm-tooltip': { border: '1px solid var(--edge)', borderRadius: 'var(--radius)', overflow: 'hidden', maxWidth: 'min(40rem, 92vw)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { font: '0.8125rem/1.5 var(--mono)', minWidth: '0', maxWidth: 'min(40rem, 92vw)', maxHeight: '15rem' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '0.25rem 0.5rem', overflow: 'hidden', textOverflow: 'ellipsis' },
  '.cm-tooltip.cm-tooltip-autocomplete ul li[aria-selected]': { color: 'var(--ink)', backgroundColor: 'var(--accent-wash)', boxShadow: 'inset 3px 0 var(--accent)' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700', color: 'var(--accent)' },
  '.cm-completionDetail': { fontStyle: 'normal', fontFamily: 'var(--font)', color: 'var(--quiet)' },
  '.cm-diagnostic': { padding: '0.375rem 0.625rem', maxWidth: 'min(40rem, 92vw)', whiteSpace: 'pre-wrap', font: 'var(--small)/1.5 var(--font)' },
  '.cm-diagnostic-error': { borderLeft: '3px solid var(--bad)' },
  '.cm-diagnostic-warning': { borderLeft: '3px solid var(--weak)' },
  '.cm-panels': { position: 'relative', zIndex: '2', borderBottom: '1px solid var(--line)' },
  '.cm-panel.cm-search': { display: 'flex', flexWrap: 'wrap', gap: '0.375rem 0.5rem', alignItems: 'center', padding: '0.5rem 2.5rem 0.5rem 0.5rem', fontSize: 'var(--small)' },
  '.cm-panel.cm-search br': { display: 'none' },
  '.cm-panel.cm-search label': { fontSize: 'inherit', display: 'inline-flex', gap: '0.25rem', alignItems: 'center' },
  '.cm-panel.cm-search input, .cm-panel.cm-search button': { margin: '0' },
  '.cm-textfield': { color: 'var(--ink)', backgroundColor: 'var(--surface)', border: '1px solid var(--edge)', borderRadius: 'var(--radius)', minHeight: '1.75rem' },
  '.cm-button': { color: 'var(--ink)', background: 'var(--raised)', border: '1px solid var(--edge)', borderRadius: 'var(--radius)', minHeight: '1.75rem' },
};

const COLOURS = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--accent)', fontWeight: '600' },
  { tag: tags.meta, color: 'var(--weak)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--good)' },
  { tag: [tags.number, tags.atom], color: 'var(--weak)' },
  { tag: tags.comment, color: 'var(--quiet)', fontStyle: 'italic' },
  { tag: tags.typeName, color: 'var(--open)' },
  { tag: tags.special(tags.variableName), color: 'var(--accent)' },
]);

/** By the tokens of the page, so that light and dark follow it. */
export const look = [EditorView.theme({ ...FRAME, ...AROUND }), syntaxHighlighting(COLOURS)];
