import { parameter } from '../../../engine/document/parameter.ts';
import { describe, expect, test } from 'vitest';
import {
  isDay,
  penceIn,
  poundsTyped,
  unitNames,
  unitRows,
  valueInWords,
} from '../../../studio/editor/parameters/units.ts';
import { heldOn, usesOf } from '../../../studio/editor/parameters/value-on-day.ts';

test('every unit that a parameter may have is in the table, and no other', () => {
  const units = parameter.options.flatMap((option) => option.shape.unit.options);
  expect([...unitNames].toSorted()).toEqual(units.toSorted());
});

describe('money is typed in pounds and kept in pence', () => {
  test.for([
    { text: '3200', pence: 320_000 },
    { text: '£3,200', pence: 320_000 },
    { text: '10.5', pence: 1050 },
    { text: '10.05', pence: 1005 },
    { text: '0.29', pence: 29 },
    { text: '1.005', pence: undefined },
    { text: '10.', pence: undefined },
    { text: '', pence: undefined },
    { text: '-1', pence: undefined },
    { text: 'ten', pence: undefined },
  ])('“$text” is $pence', ({ text, pence }) => {
    expect(penceIn(text)).toBe(pence);
  });

  test('what is written is read as the same', () => {
    for (const pence of [0, 1, 10, 99, 100, 105, 110, 320_000, 123_456]) {
      expect(penceIn(poundsTyped(pence))).toBe(pence);
    }
  });
});

describe('numbers', () => {
  test.for([
    { unit: 'count', text: '4', kept: 4 },
    { unit: 'count', text: '4.5', kept: undefined },
    { unit: 'count', text: '1,000', kept: 1000 },
    { unit: 'percent', text: '12.5%', kept: 12.5 },
    { unit: 'percent', text: '12.505', kept: undefined },
    { unit: 'terms', text: 'three', kept: undefined },
  ] as const)('$text as $unit is $kept', ({ unit, text, kept }) => {
    expect(unitRows[unit].read?.(text)).toBe(kept);
  });
});

test.for([
  { value: 320_000, unit: 'pence', words: '£3,200' },
  { value: 15, unit: 'percent', words: '15%' },
  { value: 1, unit: 'months', words: '1 month' },
  { value: 3, unit: 'count', words: '3' },
  { value: false, unit: 'yes-no', words: 'No' },
  { value: ['JSA', 'ESA'], unit: 'kinds', words: 'JSA, ESA' },
  { value: '2015-06-01', unit: 'day', words: '1 June 2015' },
  { value: 'not-met', unit: 'choice', words: 'not met' },
  { value: undefined, unit: 'count', words: 'No value' },
])('$value of $unit reads $words', ({ value, unit, words }) => {
  expect(valueInWords(value, unit)).toBe(words);
});

test.for([
  { day: '2016-02-29', is: true },
  { day: '2015-02-29', is: false },
  { day: '2015-2-1', is: false },
  { day: '', is: false },
])('$day is a day: $is', ({ day, is }) => {
  expect(isDay(day)).toBe(is);
});

describe('the value on a day', () => {
  const parameter = {
    values: [
      { from: '2012-04-01', value: 1 },
      { from: '2013-04-01', value: 2 },
      { from: '2014-04-01', to: '2015-04-01', value: 3 },
    ],
  };
  test.for([
    { day: '2012-03-31', value: undefined, why: 'before the first there is none' },
    { day: '2012-04-01', value: 1, why: 'the day it begins is in' },
    { day: '2013-03-31', value: 1, why: 'the last day before the next' },
    { day: '2013-04-01', value: 2, why: 'the next begins' },
    { day: '2015-03-31', value: 3, why: 'the last day inside' },
    { day: '2015-04-01', value: undefined, why: 'its end is the first day outside' },
  ])('on $day: $value ($why)', ({ day, value }) => {
    expect(heldOn(parameter, day)?.value).toBe(value);
  });
  test('one value holds on every day', () => {
    expect(heldOn({ value: 7 }, '1990-01-01')?.value).toBe(7);
  });
});

test('a parameter is used where it is named, and where a condition asks for it itself', () => {
  const uses = usesOf({
    facts: { f: { window: { lastTerms: { parameter: 'terms' } } } },
    criteria: [{ when: { all: [{ value: { parameter: 'terms' } }, { parameter: 'switch', value: true }] } }],
  });
  expect(Object.fromEntries(uses)).toEqual({ terms: 2, switch: 1 });
});
