import { syntaxTree } from '@codemirror/language';
import type { Range } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';

const names: Readonly<Record<string, string>> = {
  PropertyName: 'cm-name',
  String: 'cm-text',
  Number: 'cm-value',
  True: 'cm-value',
  False: 'cm-value',
  Null: 'cm-value',
};

function decorated(view: EditorView): DecorationSet {
  const marks: Range<Decoration>[] = [];
  for (const { from, to } of view.visibleRanges)
    syntaxTree(view.state).iterate({
      from,
      to,
      enter: (node) => {
        const name = names[node.name];
        if (name !== undefined && node.to > node.from)
          marks.push(Decoration.mark({ class: name }).range(node.from, node.to));
      },
    });
  return Decoration.set(marks, true);
}

/** Names, texts and values told apart by weight and colour, of the words that are in view. */
export const highlight = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = decorated(view);
    }
    update(update: ViewUpdate) {
      const parsed = syntaxTree(update.startState) !== syntaxTree(update.state);
      if (update.docChanged || update.viewportChanged || parsed) this.decorations = decorated(update.view);
    }
  },
  { decorations: ({ decorations }) => decorations },
);

/** The look of the editor, in the colours of the theme. */
export const look = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'var(--paper)', fontSize: 'var(--small)' },
  '&.cm-focused': { outline: '3px solid var(--focus)' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.5', maxHeight: '70vh', minHeight: '16rem' },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-gutters': {
    color: 'var(--muted)',
    backgroundColor: 'var(--wash)',
    borderRight: '1px solid var(--line)',
  },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--wash)' },
  '.cm-name': { color: 'var(--accent)' },
  '.cm-value': { fontWeight: '600' },
  '.cm-tooltip': {
    color: 'var(--ink)',
    backgroundColor: 'var(--paper)',
    border: '1px solid var(--edge)',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    color: 'var(--on-accent)',
    backgroundColor: 'var(--accent)',
  },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--error)',
  },
  '.cm-lintRange-warning': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--unknown)',
  },
  '.cm-diagnostic': { borderLeft: '4px solid var(--unknown)' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--error)' },
  '.cm-selectionMatch': { backgroundColor: 'var(--unknown-wash)' },
  '.cm-matchingBracket': { backgroundColor: 'var(--unknown-wash)', outline: '1px solid var(--edge)' },
});
