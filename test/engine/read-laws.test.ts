import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { placesOf } from '../../engine/document/places.ts';
import { linesOf, readingText, readPlace, readRuleset } from '../../engine/read/ruleset.ts';
import { ruleset } from '../arbitraries/ruleset.ts';
import { referenceVocabulary as vocabulary } from '../builders/reference-vocabulary.ts';
import { shippedRuleset, shippedRulesets } from '../builders/shipped.ts';

/** What no sentence has: traces of values that nothing put into words, and joints that do not meet. */
const unsaid = /undefined|\[object|NaN|null| {2}| [,.;:]|\(\)|“”|\n|[.,;:][.,;]/;

const numRuns = 300;

test('every place, fact and parameter of any checked ruleset is a whole sentence', () => {
  const property = fc.property(ruleset, (given) => {
    const reading = readRuleset({ ruleset: given, vocabulary });
    const lines = linesOf(reading);
    const said = new Set(lines.map(({ id }) => id));
    const ids = [
      ...placesOf(given).map(({ id }) => id),
      ...Object.keys(given.parameters),
      ...Object.keys(given.facts),
    ];
    expect(ids.filter((id) => !said.has(id))).toEqual([]);
    for (const { sentence, words, children, kind } of lines) {
      expect(sentence).not.toMatch(unsaid);
      expect(sentence).toMatch(/^[^a-z].*[.:]$/u);
      expect(words.map(({ text }) => text).join('')).toBe(sentence);
      if (kind === 'condition')
        expect(sentence.endsWith(':')).toBe(children.some((child) => !child.saidAbove));
    }
    expect(readingText(reading)).not.toMatch(/undefined|\[object/);
  });
  fc.assert(property, { numRuns });
});

test('a sentence names each parameter that its place uses, so that it can be changed there', () => {
  const property = fc.property(ruleset, (given) => {
    const reading = readRuleset({ ruleset: given, vocabulary });
    for (const { id, condition } of placesOf(given)) {
      if (!('fact' in condition) || typeof condition.value !== 'object') continue;
      const { parameter } = condition.value;
      const words = readPlace(reading, id)?.words ?? [];
      expect(words.map((token) => token.parameter)).toContain(parameter);
    }
  });
  fc.assert(property, { numRuns });
});

test.for(shippedRulesets.map((path) => ({ path })))('$path is whole sentences', ({ path }) => {
  for (const { sentence } of linesOf(readRuleset(shippedRuleset(path)))) {
    expect(sentence).not.toMatch(unsaid);
  }
});

test.for([{ ruleset: 'phase-1' }, { ruleset: 'phase-2' }])(
  '$ruleset reads as its golden text',
  async ({ ruleset: id }) => {
    const text = readingText(readRuleset(shippedRuleset(`england/${id}/1.0.0`)));
    await expect(text).toMatchFileSnapshot(`../golden/read-${id}-1.0.0.txt`);
  },
);

test('a line is found by its id, with what stands below it', () => {
  const reading = readRuleset(shippedRuleset('england/phase-1/1.0.0'));
  expect(readPlace(reading, 'education.absence')).toMatchObject({
    kind: 'condition',
    pointer: '/criteria/1/when/any/0/satisfies/any/3',
    sentence: 'That child has 15% or more unauthorised absence over the last 3 completed terms.',
    words: [
      { text: 'That child has ', kind: 'plain' },
      { text: '15%', kind: 'value', parameter: 'absence-threshold' },
      { text: ' or more unauthorised absence over the last ', kind: 'plain' },
      { text: '3', kind: 'value', parameter: 'school-terms' },
      { text: ' completed', kind: 'value', parameter: 'part-term-counts' },
      { text: ' terms.', kind: 'plain' },
    ],
  });
  expect(readPlace(reading, 'crime')?.children).toHaveLength(1);
  expect(readPlace(reading, 'no-such-line')).toBeUndefined();
});
