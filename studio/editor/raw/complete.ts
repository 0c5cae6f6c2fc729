import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  insertCompletionText,
  pickedCompletion,
} from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import { getLocation, parse } from 'jsonc-parser';
import { idsFor, namesAt, namesThere, type Schema, valuesAt } from './schema-words.ts';

/** The word under the cursor, with the quotation mark before it where there is one. */
const word = /"?[\w.@-]*$/;

/** Puts a word in, and takes what is left of the one that stood there, up to its closing quotation mark. */
function take(view: EditorView, completion: Completion, { from, to }: { from: number; to: number }) {
  const rest = /^[\w.@-]*"/.exec(view.state.sliceDoc(to, to + 100))?.[0] ?? '';
  view.dispatch({
    ...insertCompletionText(view.state, completion.label, from, to + rest.length),
    annotations: pickedCompletion.of(completion),
  });
}

const offered = (label: string, detail: string): Completion => ({
  label,
  detail,
  apply: (view, completion, ...[from, to]) => {
    take(view, completion, { from, to });
  },
});

/** What may stand at the cursor: names of the schema where a name is written, its values and ids of the document where a value is. */
export function completeJson(schema: () => Schema) {
  return (context: CompletionContext): CompletionResult | null => {
    const before = context.matchBefore(word);
    if (before === null || (before.from === before.to && !context.explicit)) return null;
    const text = context.state.doc.toString();
    // As much of it as can be read while it is being written.
    const document: unknown = parse(text);
    const { path, isAtPropertyKey } = getLocation(text, context.pos);
    const around = isAtPropertyKey ? path.slice(0, -1) : path;
    const own = isAtPropertyKey ? String(path.at(-1) ?? '') : '';
    const there = namesThere(document, around).filter((name) => name !== own);
    const key = path.findLast((step) => typeof step === 'string') ?? '';
    const options = isAtPropertyKey
      ? namesAt(schema(), around, there).map((name) => offered(JSON.stringify(name), 'name'))
      : [
          ...valuesAt(schema(), path).map((value) => offered(JSON.stringify(value), 'value')),
          ...idsFor(document, key).map((id) => offered(JSON.stringify(id), 'id')),
        ];
    return options.length === 0 ? null : { from: before.from, options, validFor: /^"?[\w.@-]*$/ };
  };
}
