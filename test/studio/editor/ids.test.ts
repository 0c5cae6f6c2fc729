import { describe, expect, test } from 'vitest';
import { freeId, idFrom, idsIn } from '../../../studio/editor/ids.ts';

describe('an id out of words', () => {
  test.for([
    { words: 'Young carers', id: 'young-carers' },
    { words: '  3 exclusions in   3 terms ', id: 'exclusions-in-3-terms' },
    { words: 'Café – “Déjà vu”', id: 'cafe-deja-vu' },
    { words: 'self-harm', id: 'self-harm' },
    { words: '--', id: '' },
    { words: '2012', id: '' },
    { words: 'ŒŒ', id: '' },
  ])('$words is $id', ({ words, id }) => {
    expect(idFrom(words)).toBe(id);
  });

  test('is of at most 60 characters, and ends with a whole word', () => {
    const id = idFrom('a child has been away from school without leave for a fifth of the time or more');
    expect(id).toBe('a-child-has-been-away-from-school-without-leave-for-a-fifth');
    expect(idFrom('x'.repeat(80))).toHaveLength(60);
  });
});

test('an id that is taken gets the first number that is free', () => {
  expect(freeId('first', new Set())).toBe('first');
  expect(freeId('first', new Set(['first', 'first-2']))).toBe('first-3');
});

test('ids are those of rules and conditions, and the names of parameters, facts and sources', () => {
  const document = {
    id: 'rules',
    parameters: { threshold: { value: 3 } },
    facts: { exclusions: { label: 'exclusions' } },
    sources: { framework: { title: 'Framework' } },
    criteria: [
      { id: 'education', when: { id: 'education.all', all: [{ id: 'education.one', fact: 'exclusions' }] } },
    ],
  };
  expect([...idsIn(document)].toSorted()).toEqual([
    'education',
    'education.all',
    'education.one',
    'exclusions',
    'framework',
    'rules',
    'threshold',
  ]);
});
