import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { getLocation, parse } from 'jsonc-parser';
import { idsFor, namesAt, namesThere, type Schema, valuesAt } from './schema-words.ts';

/** The word under the cursor, with the quotation mark before it where there is one. */
const word = /"?[\w.@-]*$/;

const written = (value: unknown, detail: string): Completion => ({
  label: JSON.stringify(value),
  type: typeof value === 'string' ? 'text' : 'constant',
  detail,
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
    const options = isAtPropertyKey
      ? namesAt(
          schema(),
          around,
          namesThere(document, around).filter((name) => name !== own),
        ).map((name) => ({ label: `"${name}"`, type: 'property', detail: 'name' }))
      : [
          ...valuesAt(schema(), path).map((value) => written(value, 'value')),
          ...idsFor(document, path.findLast((step) => typeof step === 'string') ?? '').map((id) =>
            written(id, 'id'),
          ),
        ];
    // What is written already up to its closing quotation mark gives way whole.
    const after = /^[\w.@-]*"/.exec(text.slice(context.pos, context.pos + 100))?.[0] ?? '';
    return options.length === 0
      ? null
      : { from: before.from, to: context.pos + after.length, options, validFor: /^"?[\w.@-]*$/ };
  };
}
