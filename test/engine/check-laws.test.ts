import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkCalendar, checkCases, checkRuleset, checkVocabulary } from '../../engine/check/check.ts';
import { diagnostic, type Diagnostic } from '../../engine/check/diagnostic.ts';
import { readReleases } from '../../engine/check/document.ts';
import { misfits } from '../../engine/check/form/misfits.ts';
import { near } from '../../engine/check/near.ts';
import { ruleset } from '../../engine/document/ruleset.ts';
import { checkedSmallRuleset, smallLibrary } from '../builders/check-library.ts';
import { nested, patched, type Patch } from '../builders/patch.ts';
import { smallRuleset } from '../builders/ruleset.ts';

function findingsOf(document: unknown): readonly Diagnostic[] {
  const result = checkRuleset(document, smallLibrary);
  return result.ok ? result.value.warnings : result.error;
}

function isInner(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function pointersIn(value: unknown, pointer = ''): string[] {
  if (!isInner(value)) return [pointer];
  const below = Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    pointersIn(inner, `${pointer}/${key}`),
  );
  return pointer === '' ? below : [pointer, ...below];
}

function at(document: unknown, pointer: string): unknown {
  const steps = pointer.split('/').slice(1);
  return steps.reduce<unknown>((inner, step) => {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    if (!isInner(inner) || !Object.hasOwn(inner, key)) throw new Error(`nothing at ${pointer}`);
    return Reflect.get(inner, key);
  }, document);
}

const places = pointersIn(smallRuleset());
const place = fc.constantFrom(...places);

/** One change of a good ruleset: another value, a value from elsewhere in it, a part taken away, a slip in a key. */
const change: fc.Arbitrary<Patch> = fc.oneof(
  fc
    .record({ pointer: place, value: fc.jsonValue() })
    .map(({ pointer, value }) => ({ set: { [pointer]: value } })),
  fc
    .record({ pointer: place, from: place })
    .map(({ pointer, from }) => ({ set: { [pointer]: at(smallRuleset(), from) } })),
  place.map((pointer) => ({ remove: [pointer] })),
  place
    .filter((pointer) => !/\/\d+$/.test(pointer))
    .map((pointer) => ({ set: { [`${pointer}s`]: at(smallRuleset(), pointer) }, remove: [pointer] })),
);

const changed = fc.array(change, { minLength: 1, maxLength: 2 }).map((changes) =>
  changes.reduce<unknown>((document, patch) => {
    try {
      return patched(document, patch);
    } catch {
      return document;
    }
  }, smallRuleset()),
);

/** The same JSON with the keys of every object in another order. */
function shuffled(value: unknown, order: (key: string) => number): unknown {
  if (Array.isArray(value)) return value.map((inner) => shuffled(inner, order));
  if (!isInner(value)) return value;
  const entries = Object.entries(value).map(
    ([key, inner]: [string, unknown]) => [key, shuffled(inner, order)] as const,
  );
  return Object.fromEntries(entries.toSorted(([left], [right]) => order(left) - order(right)));
}

test('any JSON value gets an answer, and each finding has the form of one', () => {
  const { ruleset: small } = checkedSmallRuleset();
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (document) => {
      const results = [
        checkRuleset(document, smallLibrary),
        checkVocabulary(document),
        checkCalendar(document),
        checkCases(document, small),
        readReleases(document),
      ];
      for (const result of results) {
        expect(result.ok).toBe(false);
        if (!result.ok) expect(diagnostic.array().nonempty().safeParse(result.error).success).toBe(true);
      }
    }),
  );
});

test('a changed ruleset gets the same answer twice, at places that are there, errors before warnings', () => {
  fc.assert(
    fc.property(changed, (document) => {
      const findings = findingsOf(document);
      expect(findingsOf(document)).toEqual(findings);
      for (const { pointer } of findings) expect(() => at(document, pointer)).not.toThrow();
      const severities = findings.map(({ severity }) => severity);
      expect(severities).toEqual([...severities].toSorted());
    }),
    { numRuns: 150 },
  );
});

test('what has no misfits is what zod reads', () => {
  fc.assert(
    fc.property(changed, (document) => {
      expect(misfits(ruleset, document, '').length === 0).toBe(ruleset.safeParse(document).success);
    }),
    { numRuns: 150 },
  );
});

test('the order of keys changes no finding', () => {
  const seeds = fc.integer({ min: 1, max: 1008 });
  fc.assert(
    fc.property(changed, seeds, (document, seed) => {
      const order = (key: string): number =>
        Array.from(key).reduce((sum, letter) => (sum * seed + letter.charCodeAt(0)) % 1009, seed);
      expect(findingsOf(shuffled(document, order))).toEqual(findingsOf(document));
    }),
    { numRuns: 100 },
  );
});

test('of two names as near, the order of keys does not choose', () => {
  const fact = { label: 'x', count: 'incident', window: { ever: true, includes: true } };
  const comparison = { fact: 'same-x', operator: 'equal', value: 1 };
  const found = [
    ['same-a', 'same-b'],
    ['same-b', 'same-a'],
  ].map((names) => {
    const facts = { ...Object.fromEntries(names.map((name) => [name, fact])), ...smallRuleset().facts };
    return findingsOf({
      ...smallRuleset(),
      facts,
      payments: [{ ...smallRuleset().payments[0], when: comparison }],
    });
  });
  expect(found[0]?.find(({ code }) => code === 'unknown-fact')?.suggestion).toBe('same-a');
  expect(found[1]).toEqual(found[0]);
});

test.for([
  { count: 400, suggestion: 'name-7', why: 'as many as are searched' },
  { count: 401, suggestion: undefined, why: 'one more' },
])('of $count names $suggestion is suggested ($why)', ({ count, suggestion }) => {
  const names = Array.from({ length: count }, (_, at) => `name-${at}`);
  expect(near('nmae-7', () => names)()).toBe(suggestion);
});

test('a thousand findings are listed, and that there are more', () => {
  const findings = findingsOf(patched(smallRuleset(), { fill: { '/payments': { count: 1001, of: 0 } } }));
  expect(findings).toHaveLength(1001);
  expect(findings.slice(-2).map(({ code, pointer, message }) => ({ code, pointer, message }))).toEqual([
    { code: 'wrong-type', pointer: '/payments/999', message: 'a number stands where an object is needed' },
    { code: 'too-many-findings', pointer: '', message: 'only the first 1000 findings are listed' },
  ]);
});

test.for([
  { levels: 64, codes: ['wrong-type'], why: 'the deepest that is read' },
  { levels: 65, codes: ['too-deep'], why: 'one deeper' },
  { levels: 10_000, codes: ['too-deep'], why: 'no stack is that deep' },
])('$levels lists in one another are $codes ($why)', ({ levels, codes }) => {
  expect(findingsOf(nested(levels)).map(({ code }) => code)).toEqual(codes);
});

/** Each level tried in two forms would take 2^29 attempts. */
test('thirty quantifiers in one another are found without trying every form of each', () => {
  let condition: unknown = { condition: 'school' };
  for (let level = 0; level < 30; level += 1) condition = { every: {}, satisfies: condition };
  const findings = findingsOf(patched(smallRuleset(), { set: { '/criteria/2/when': condition } }));
  expect(findings.map(({ code }) => code)).toEqual(Array.from({ length: 29 }, () => 'nested-quantifier'));
});
