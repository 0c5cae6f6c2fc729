import { describe, expect, test } from 'vitest';
import { fundedFamilies, fundedPence } from '../../engine/decide/share.ts';
import { share, type Share } from '../../engine/document/payment.ts';

const source = { ref: 'seeds', standing: 'sourced' } as const;

function five(families: Share['families'], money: Share['money'] = 'penny'): Share {
  return share.parse({ funded: 5, of: 6, families, money, source });
}

describe('the figures that councils published', () => {
  test.for<{ who: string; of: number; rule: Share | undefined; funded: number; rate: number; pence: number }>(
    [
      {
        who: 'Harrow, 2012/13 fees',
        of: 150,
        rule: five('floor'),
        funded: 125,
        rate: 320_000,
        pence: 40_000_000,
      },
      { who: 'Oxfordshire, funded families', of: 810, rule: five('floor'), funded: 675, rate: 0, pence: 0 },
      {
        who: 'Hertfordshire, 170 claims, fractions kept',
        of: 170,
        rule: five('none'),
        funded: 850 / 6,
        rate: 70_000,
        pence: 9_916_667,
      },
      {
        who: 'Hertfordshire, 170 claims, whole families',
        of: 170,
        rule: five('floor'),
        funded: 141,
        rate: 70_000,
        pence: 9_870_000,
      },
      {
        who: 'Kensington and Chelsea',
        of: 400,
        rule: five('floor'),
        funded: 333,
        rate: 400_000,
        pence: 133_200_000,
      },
      {
        who: 'Birmingham, to the pound',
        of: 4180,
        rule: five('none', 'pound'),
        funded: 20_900 / 6,
        rate: 400_000,
        pence: 1_393_333_300,
      },
      {
        who: 'Cambridgeshire, Phase 2, no share',
        of: 2680,
        rule: undefined,
        funded: 2680,
        rate: 180_000,
        pence: 482_400_000,
      },
    ],
  )('$who', ({ of, rule, funded, rate, pence }) => {
    const families = fundedFamilies(rule, of);
    expect(families.part / families.of).toBe(funded);
    expect(fundedPence(rule, of, rate)).toBe(pence);
  });

  test('the sixth that Oxfordshire does not claim for is 135 families', () => {
    expect(fundedFamilies({ funded: 1, of: 6, families: 'floor' }, 810)).toEqual({ part: 135, of: 1 });
  });
});

describe('rounding', () => {
  test.for<{ families: Share['families']; of: number; funded: number; why: string }>([
    { families: 'floor', of: 11, funded: 9, why: '9.17 is nine' },
    { families: 'nearest', of: 11, funded: 9, why: '9.17 is nine' },
    { families: 'nearest', of: 10, funded: 8, why: '8.33 is eight' },
    { families: 'nearest', of: 9, funded: 8, why: '7.5 is eight: halves go up' },
    { families: 'floor', of: 9, funded: 7, why: '7.5 is seven' },
    { families: 'none', of: 9, funded: 7.5, why: 'the fraction is kept' },
    { families: 'floor', of: 0, funded: 0, why: 'nobody' },
  ])('$families of $of: $funded ($why)', ({ families, of, funded }) => {
    const found = fundedFamilies(five(families), of);
    expect(found.part / found.of).toBe(funded);
  });

  test.for<{ money: Share['money']; rate: number; pence: number; why: string }>([
    { money: 'penny', rate: 3, pence: 3, why: '2.5 pence: halves go up' },
    { money: 'penny', rate: 2, pence: 2, why: '1.67 pence is two' },
    { money: 'penny', rate: 1, pence: 1, why: '0.83 pence is one' },
    { money: 'pound', rate: 300, pence: 300, why: '£2.50: halves go up' },
    { money: 'pound', rate: 299, pence: 200, why: '£2.49 is two' },
  ])('five sixths of one family at $rate pence, to the $money: $pence ($why)', ({ money, rate, pence }) => {
    expect(fundedPence(five('none', money), 1, rate)).toBe(pence);
  });
});
