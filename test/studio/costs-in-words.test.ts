import { expect, test } from 'vitest';
import type { Costs } from '../../studio/api.ts';
import { conflictsOfCosts, pricesInWords } from '../../studio/programme/costs-in-words.ts';

const source = { ref: 'treasury', at: 'table 1', standing: 'sourced' as const };

test.for<{ why: string; given: Pick<Costs, 'uprated' | 'priceYears'>; words: string }>([
  {
    why: 'one year',
    given: { uprated: null, priceYears: ['2013'] },
    words: 'Prices are those of 2013, as printed.',
  },
  {
    why: 'several years that were added up',
    given: { uprated: null, priceYears: ['2011/12', '2012', '2013'] },
    words:
      'Prices are those of 2011/12, 2012 and 2013 together, as printed: no index was given to make them the prices of one year.',
  },
  {
    why: 'an index',
    given: { uprated: { to: '2015', index: 'GDP deflator', source }, priceYears: ['2015'] },
    words:
      'Every cost is made the prices of 2015 by an index, GDP deflator (treasury, table 1); what it is as printed stands beside it.',
  },
  {
    why: 'an index of no source',
    given: { uprated: { to: '2015', index: 'A guess', source: null }, priceYears: ['2015'] },
    words:
      'Every cost is made the prices of 2015 by an index, A guess; what it is as printed stands beside it.',
  },
])('prices are said of $why', ({ given, words }) => {
  expect(pricesInWords(given)).toBe(words);
});

test('a conflict has every figure with its source, how far they are apart, and what is noted', () => {
  const figures = [
    { pencePerFamily: 1_000_000, families: 1, source: { ...source, note: 'Disputed.' } },
    { pencePerFamily: 7_500_000, families: 120_000, source: { ref: 'guide', standing: 'sourced' as const } },
  ];
  const conflicts = [{ id: 'year', label: 'What a family costs', figures, differencePence: 6_500_000 }];
  expect(conflictsOfCosts({ conflicts })).toEqual([
    {
      label: 'What a family costs',
      said: ['£10,000 a family (treasury, table 1)', '£75,000 a family, shared by 120,000 families (guide)'],
      ...{ apart: '£65,000', note: 'Disputed.' },
    },
  ]);
});
