import { autocompletion, closeBrackets, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, foldGutter, foldKeymap, indentOnInput } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { Annotation, Compartment, EditorState } from '@codemirror/state';
import { EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { createEffect, onCleanup, onMount } from 'solid-js';
import { changeBetween } from '../../draft/text-change.ts';
import styles from './code-editor.module.css';
import { completeJson } from './complete.ts';
import { highlight, look } from './highlight.ts';
import type { Mark } from './marks.ts';
import type { Schema } from './schema-words.ts';

interface CodeEditorProps {
  readonly label: string;
  readonly text: string;
  readonly marks: readonly Mark[];
  /** What the text is meant to be of, once it is known. */
  readonly schema: Schema;
  readonly mayEdit: boolean;
  readonly onWrite: (text: string) => void;
  /** Where in the text to go now: again where it is another of the same place. */
  readonly goTo: { readonly mark: Mark } | undefined;
}

/** Told of a change that the page made, and nobody typed. */
const fromPage = Annotation.define<true>();

interface Fixed {
  readonly schema: () => Schema;
  readonly editable: Compartment;
  readonly onTyped: (text: string) => void;
}

/** Everything about the editor that does not change while it is open. */
function fixed({ schema, editable, onTyped }: Fixed) {
  return [
    ...[lineNumbers(), foldGutter(), lintGutter(), history(), highlightActiveLine()],
    ...[json(), indentOnInput(), bracketMatching(), closeBrackets(), highlight, look],
    autocompletion({ override: [completeJson(schema)], icons: false }),
    EditorView.lineWrapping,
    keymap.of([...completionKeymap, ...lintKeymap, ...foldKeymap, ...historyKeymap, ...defaultKeymap]),
    editable.of([]),
    EditorView.updateListener.of(({ docChanged, state, transactions }) => {
      const typed = !transactions.some((one) => one.annotation(fromPage));
      if (docChanged && typed) onTyped(state.doc.toString());
    }),
  ];
}

/**
 * A text of JSON as code. It stands in a shadow root, where its styles are sheets that the page makes: the policy of the
 * server lets no style be written into the page. Tab leaves it.
 */
export function CodeEditor(props: CodeEditorProps) {
  let host: HTMLDivElement | undefined;
  let view: EditorView | undefined;
  const editable = new Compartment();
  onMount(() => {
    const root = host?.attachShadow({ mode: 'open' });
    if (root === undefined) return;
    const onTyped = (text: string) => {
      props.onWrite(text);
    };
    const extensions = fixed({ schema: () => props.schema, editable, onTyped });
    view = new EditorView({ doc: props.text, root, parent: root, extensions });
  });
  onCleanup(() => view?.destroy());
  createEffect(() => {
    const [label, mayEdit] = [props.label, props.mayEdit];
    view?.dispatch({
      effects: editable.reconfigure([
        EditorState.readOnly.of(!mayEdit),
        EditorView.contentAttributes.of({
          'aria-label': label,
          tabindex: '0',
          'aria-readonly': String(!mayEdit),
        }),
      ]),
    });
  });
  // What was changed elsewhere, as by undo, without touching what stands around it.
  createEffect(() => {
    const next = props.text;
    const there = view?.state.doc.toString();
    if (view === undefined || there === undefined || there === next) return;
    const { at, was, now } = changeBetween(there, next);
    view.dispatch({
      changes: { from: at, to: at + was.length, insert: now },
      annotations: fromPage.of(true),
    });
  });
  createEffect(() => {
    const marks = props.marks;
    if (view === undefined) return;
    const last = view.state.doc.length;
    const diagnostics = marks
      .filter(({ from }) => from <= last)
      .map(({ from, to, severity, message }) => ({ from, to: Math.min(to, last), severity, message }));
    view.dispatch(setDiagnostics(view.state, diagnostics));
  });
  createEffect(() => {
    const mark = props.goTo?.mark;
    if (view === undefined || mark === undefined) return;
    const last = view.state.doc.length;
    const selection = { anchor: Math.min(mark.from, last), head: Math.min(mark.to, last) };
    view.dispatch({ selection, effects: EditorView.scrollIntoView(selection.anchor, { y: 'center' }) });
    view.focus();
  });
  return <div class={styles.editor} ref={(element) => (host = element)} />;
}
