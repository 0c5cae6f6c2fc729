import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  fieldInWords,
  limitInWords,
  listed,
  recordTypeInWords,
} from '../../../studio/vocabulary/in-words.ts';
import { partOfVocabulary } from '../../../studio/vocabulary/place-of-line.ts';

const family = JSON.parse(
  readFileSync(new URL('../../../rulesets/vocabulary/family@1.json', import.meta.url), 'utf8'),
) as { recordTypes: Readonly<Record<string, { fields: unknown }>> };

test.for([
  {
    type: 'offence',
    said: 'an event, of a member: proven (yes or no), how it was dealt with (one of a conviction, a police caution, a youth restorative disposal or another disposal)',
    why: 'four values are all said',
  },
  {
    type: 'asb-intervention',
    said: 'an event, of a member or of the family: kind of intervention (one of an anti-social behaviour order, an anti-social behaviour injunction, an acceptable behaviour contract and 8 more; always said)',
    why: 'of more than four, three and how many more',
  },
  { type: 'arrest', said: 'an event, of a member, with no field of its own', why: 'no field' },
  {
    type: 'term-attendance',
    said: 'a term, of a member: possible sessions (a number of sessions; always said), sessions of authorised absence (a number of sessions), sessions of unauthorised absence (a number of sessions)',
    why: 'numbers and their unit',
  },
])('$type in words ($why)', ({ type, said }) => {
  expect(recordTypeInWords(family.recordTypes[type])).toBe(said);
});

test.for([
  { field: { type: 'day', nullable: true }, said: 'a day; or known to have none' },
  { field: { type: 'text', maxLength: 40 }, said: 'text of at most 40 characters' },
  { field: { type: 'count', unit: 'pence', max: 250000 }, said: 'an amount of money, at most £2,500' },
  { field: { type: 'count', unit: 'points', max: 27 }, said: 'a number of points, at most 27' },
  { field: { type: 'kind', values: [] }, said: 'a choice that has no value yet' },
  { field: { type: 'kind', values: [{ id: 'a', label: 'an apple' }] }, said: 'always an apple' },
  { field: { type: 'kind', values: [{ id: 'a' }, 7] }, said: 'one of a or ' },
  { field: { type: 'colour' }, said: 'colour' },
  { field: 7, said: 'something' },
])('$field is $said', ({ field, said }) => {
  expect(fieldInWords(field)).toBe(said);
});

test('a limit in words', () => {
  const { fields } = family.recordTypes['term-attendance'] ?? {};
  expect(limitInWords({ sum: ['authorised', 'unauthorised'], atMost: 'possible' }, fields)).toBe(
    'sessions of authorised absence and sessions of unauthorised absence together: at most possible sessions',
  );
  expect(limitInWords({ sum: ['authorised'], atMost: 'gone' }, fields)).toBe(
    'sessions of authorised absence: at most gone',
  );
});

test.for([
  { words: [], said: '' },
  { words: ['a'], said: 'a' },
  { words: ['a', 'b'], said: 'a or b' },
  { words: ['a', 'b', 'c'], said: 'a, b or c' },
])('$words are listed as $said', ({ words, said }) => {
  expect(listed(words, 'or')).toBe(said);
});

test.for([
  { steps: ['recordTypes', 'offence', 'fields'], part: 'record-types/offence' },
  { steps: ['recordTypes'], part: 'record-types' },
  { steps: ['everyRecord', 'source'], part: 'every-record' },
  { steps: ['roles', '0', 'id'], part: 'members' },
  { steps: ['schoolAge'], part: 'members' },
  { steps: ['sources', 'x'], part: 'vocabulary' },
  { steps: [], part: 'vocabulary' },
])('$steps is edited in $part', ({ steps, part }) => {
  expect(partOfVocabulary(steps)).toBe(part);
});
