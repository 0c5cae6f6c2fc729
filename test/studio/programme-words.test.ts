import { describe, expect, test } from 'vitest';
import {
  numbersInWords,
  shareInWords,
  type Said,
  sourceInWords,
} from '../../studio/programme/said-in-words.ts';
import { judged, derived, families } from '../builders/programme.ts';

describe('a share in words', () => {
  test.for([
    { part: 40, of: 100, words: '40 %' },
    { part: 2, of: 5, words: '40 %' },
    { part: 1, of: 3, words: 'a third' },
    { part: 5, of: 6, words: '5 of 6' },
    { part: 1, of: 1, words: 'all' },
    { part: 0, of: 1, words: 'nothing' },
  ])('$part of $of is $words', ({ part, of, words }) => {
    expect(shareInWords({ part, of })).toBe(words);
  });
});

describe('numbers that are said', () => {
  const said = (...quantities: readonly object[]): readonly Said[] => judged([], quantities)?.expected ?? [];
  test.for([
    { of: [derived(10, 100, 1350)], words: '135 (10 % of 1,350)', why: 'made of another' },
    { of: [families(675), families(675)], words: '675', why: 'one number of two sources is said once' },
    {
      of: [families(675), derived(1, 2, 1350)],
      words: '675 (as it is said, and 50 % of 1,350)',
      why: 'said, and made',
    },
    {
      of: [derived(45, 100, 810), derived(45, 100, 675)],
      words: '364.5 (45 % of 810) or 303.75 (45 % of 675)',
      why: 'disputed',
    },
    { of: [], words: 'Not known', why: 'nothing is said' },
  ])('$words: $why', ({ of, words }) => {
    expect(numbersInWords(said(...of))).toBe(words);
  });

  test('a source is called by its title, with the place in it', () => {
    const source = { ref: 'report', at: '13', standing: 'sourced' as const };
    expect(sourceInWords(source, { report: { title: 'A report' } })).toBe('A report, 13');
  });
});
