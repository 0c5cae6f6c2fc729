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
import { completeJson, type Known } from './complete.ts';
import { highlight, look } from './highlight.ts';
import type { Mark } from './marks.ts';

interface CodeEditorProps {
  readonly label: string;
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly known: Known;
  readonly mayEdit: boolean;
  readonly onWrite: (text: string) => void;
  /** Is given a way to go to a place of the text. */
  readonly onReady: (goTo: (mark: Mark) => void) => void;
}

/** Told of a change that the page made, and nobody typed. */
const fromPage = Annotation.define<true>();

/** Everything about the editor that does not change while it is open. */
function fixed(props: CodeEditorProps, editable: Compartment) {
  return [
    ...[lineNumbers(), foldGutter(), lintGutter(), history(), highlightActiveLine()],
    ...[json(), indentOnInput(), bracketMatching(), closeBrackets(), highlight, look],
    // eslint-disable-next-line solid/reactivity -- what is known are accessors, which are read at each completion
    autocompletion({ override: [completeJson(props.known)], icons: false }),
    EditorView.lineWrapping,
    keymap.of([...completionKeymap, ...lintKeymap, ...foldKeymap, ...historyKeymap, ...defaultKeymap]),
    editable.of([]),
    EditorView.updateListener.of(({ docChanged, state, transactions }) => {
      const typed = !transactions.some((one) => one.annotation(fromPage));
      if (docChanged && typed) props.onWrite(state.doc.toString());
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
    const made = new EditorView({ doc: props.text, root, parent: root, extensions: fixed(props, editable) });
    view = made;
    props.onReady(({ from, to }) => {
      const last = made.state.doc.length;
      const selection = { anchor: Math.min(from, last), head: Math.min(to, last) };
      made.dispatch({ selection, effects: EditorView.scrollIntoView(selection.anchor, { y: 'center' }) });
      made.focus();
    });
  });
  onCleanup(() => view?.destroy());
  createEffect(() => {
    const [label, mayEdit] = [props.label, props.mayEdit];
    view?.dispatch({
      effects: editable.reconfigure([
        EditorState.readOnly.of(!mayEdit),
        EditorView.contentAttributes.of({ 'aria-label': label, 'aria-readonly': String(!mayEdit) }),
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
    const { marks } = props;
    if (view === undefined) return;
    const last = view.state.doc.length;
    const diagnostics = marks
      .filter(({ from }) => from <= last)
      .map(({ from, to, severity, message }) => ({ from, to: Math.min(to, last), severity, message }));
    view.dispatch(setDiagnostics(view.state, diagnostics));
  });
  return <div class={styles.editor} ref={(element) => (host = element)} />;
}
