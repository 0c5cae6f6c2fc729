import { pointerOf } from '../pointer.ts';
import { quote } from '../quote.ts';
import { near } from './near.ts';
import { finding, type Finding } from './finding.ts';

interface Cited {
  readonly ref: string;
  readonly pointer: string;
}

function refOf(key: string, value: object): string | undefined {
  if (key !== 'source' || !('ref' in value) || !('standing' in value)) return undefined;
  return typeof value.ref === 'string' ? value.ref : undefined;
}

function citedIn(document: object): Cited[] {
  const cited: Cited[] = [];
  const path: string[] = [];
  const visit = (value: object) => {
    for (const [key, inner] of Object.entries(value) as [string, unknown][]) {
      if (typeof inner !== 'object' || inner === null) continue;
      path.push(key);
      const ref = refOf(key, inner);
      if (ref !== undefined) cited.push({ ref, pointer: pointerOf([...path, 'ref']) });
      visit(inner);
      path.pop();
    }
  };
  visit(document);
  return cited;
}

/** Every `source` of a document, wherever it stands, that refers to an entry its `sources` lack. */
export function checkSources(document: object, sources: Readonly<Record<string, unknown>>): Finding[] {
  const known = Object.keys(sources);
  return citedIn(document)
    .filter(({ ref }) => !Object.hasOwn(sources, ref))
    .map(({ ref, pointer }) =>
      finding('unknown-source', pointer, {
        message: `no source is named ${quote(ref)}`,
        suggestion: near(ref, () => known),
      }),
    );
}
