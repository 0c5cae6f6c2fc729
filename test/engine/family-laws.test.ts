import { isDeepStrictEqual as same } from 'node:util';
import fc from 'fast-check';
import { describe, test } from 'vitest';
import { familyParser } from '../../engine/family/parse.ts';
import { withOneEdit } from '../arbitraries/family-edit.ts';
import { smallFamily, smallVocabulary } from '../builders/vocabulary.ts';

const parse = familyParser(smallVocabulary);

/** Whether the pointer leads to something in the document; of a missing key only what should hold it need be there. */
function leads(document: unknown, pointer: string, isMissing: boolean): boolean {
  const steps = pointer.split('/').slice(1);
  let place = document;
  for (const step of isMissing ? steps.slice(0, -1) : steps) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof place !== 'object' || place === null || !Object.hasOwn(place, key)) return false;
    place = (place as Record<string, unknown>)[key];
  }
  return true;
}

describe.for([
  { documents: fc.jsonValue(), called: 'any JSON value', numRuns: 100 },
  { documents: withOneEdit(smallFamily()), called: 'a family with one edit', numRuns: 300 },
])('for $called', ({ documents, numRuns }) => {
  test('reading it twice gives the same, and does not change it', () => {
    const isRepeatable = (document: unknown) => {
      const before = structuredClone(document);
      const first = parse(document);
      return same(parse(document), first) && same(document, before);
    };
    fc.assert(fc.property(documents, isRepeatable), { numRuns });
  });

  test('what is read is the same after it has been written and read again', () => {
    const isStable = (document: unknown) =>
      same(parse(JSON.parse(JSON.stringify(document))), parse(document));
    fc.assert(fc.property(documents, isStable), { numRuns });
  });

  test('every finding is at a place that is there', () => {
    const isPlaced = (document: unknown) => {
      const result = parse(document);
      return (
        result.ok ||
        result.error.every(({ pointer, code }) => leads(document, pointer, code === 'missing-key'))
      );
    };
    fc.assert(fc.property(documents, isPlaced), { numRuns });
  });
});
