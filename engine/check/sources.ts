import { step } from '../pointer.ts';
import { quote } from '../quote.ts';
import { near } from './near.ts';
import { finding, type Finding } from './finding.ts';

interface Cited {
  readonly ref: string;
  readonly pointer: string;
}

function citedIn(value: unknown, pointer: string): Cited[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const place = step(pointer, key);
    const below = citedIn(inner, place);
    const isSource =
      key === 'source' &&
      typeof inner === 'object' &&
      inner !== null &&
      'ref' in inner &&
      'standing' in inner;
    return isSource && typeof inner.ref === 'string'
      ? [{ ref: inner.ref, pointer: `${place}/ref` }, ...below]
      : below;
  });
}

/** Every `source` of a document, wherever it stands, that refers to an entry its `sources` lack. */
export function checkSources(document: object, sources: Readonly<Record<string, unknown>>): Finding[] {
  const known = Object.keys(sources);
  return citedIn(document, '')
    .filter(({ ref }) => !Object.hasOwn(sources, ref))
    .map(({ ref, pointer }) =>
      finding('unknown-source', pointer, {
        message: `no source is named ${quote(ref)}`,
        suggestion: near(ref, () => known),
      }),
    );
}
