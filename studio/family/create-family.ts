import { createMemo } from 'solid-js';
import { readJson } from '../engine.ts';
import { createHistory } from './create-history.ts';
import { type FamilyDocument, isObject, type Path, pointerTo, withValue } from './family-document.ts';

/** Longer texts are decided, and neither shown nor edited in a form: a page would stand still over them. */
export const mostShown = 400_000;

/** Where a family comes from, as an address can say it; what was pasted or changed comes from nowhere. */
export type Origin =
  { readonly kind: 'made'; readonly name: string } | { readonly kind: 'case'; readonly id: string };

interface Entry {
  readonly text: string;
  /** Known already where it was a form that changed it. */
  readonly document?: FamilyDocument;
  readonly origin?: Origin | undefined;
}

/** Two cases can give one family, each under an address of its own. */
const isSame = (one: Entry, other: Entry) =>
  one.text === other.text && JSON.stringify(one.origin) === JSON.stringify(other.origin);

const written = (document: FamilyDocument) => JSON.stringify(document, null, 2);

/**
 * One family that is typed as JSON or filled in as a form: its text is what counts, and both change it. Every change can be
 * undone; what is typed into one place without a pause elsewhere is one step.
 */
export function createFamily() {
  const { entry, take, ...history } = createHistory<Entry>({ text: '' }, isSame);
  const text = () => entry().text;
  const isLarge = createMemo(() => text().length > mostShown);
  const document = createMemo((): FamilyDocument | undefined => {
    const now = entry();
    if (now.document !== undefined) return now.document;
    if (now.text === '' || isLarge()) return undefined;
    const json = readJson(now.text);
    return json.ok && isObject(json.value) ? json.value : undefined;
  });
  const changed = (what: string, next: FamilyDocument, place?: string) => {
    const after = written(next);
    if (after !== text()) take(what, { text: after, document: next }, place);
  };
  /** Puts one value, or takes it away where it is undefined. */
  const put = (what: string, path: Path, value: unknown) => {
    const next = withValue(document() ?? {}, path, value);
    if (isObject(next)) changed(what, next, `${what} ${pointerTo(path)}`);
  };
  /** Takes several values away in one step. */
  const drop = (what: string, paths: readonly Path[]) => {
    const next = paths.reduce<unknown>((now, path) => withValue(now, path, undefined), document() ?? {});
    if (isObject(next)) changed(what, next);
  };
  return {
    ...{ ...history, text, isLarge, document, put, drop },
    origin: () => entry().origin,
    type: (next: string) => {
      take('Typing', { text: next }, 'text');
    },
    replace: (what: string, next: string, origin?: Origin) => {
      take(what, { text: next, origin });
    },
    start: (what: string, next: FamilyDocument, origin?: Origin) => {
      take(what, { text: written(next), document: next, origin });
    },
  };
}

export type Family = ReturnType<typeof createFamily>;
