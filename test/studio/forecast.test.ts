import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkForecastWindows, checkRuleset, ForecastSums, forecastOf } from '../../engine/index.ts';
import { forecaster, type ForecastQuestion, type FromForecaster } from '../../studio/forecast/forecasting.ts';
import { Gathered } from '../../studio/forecast/gathered.ts';
import { leftInWords } from '../../studio/forecast/left-in-words.ts';
import { day } from '../builders/decided.ts';
import { readFamily, shippedLibrary, shippedRuleset } from '../builders/shipped.ts';
import { familiesOf } from '../builders/synthetic.ts';

const asOf = day('2013-06-01');
const window = (id: string, opens: string, closes: string) => ({ id, label: id, opens, closes });
const open = checkForecastWindows(
  { windows: [window('july', '2013-07-01', '2013-08-01'), window('october', '2013-10-01', '2013-11-01')] },
  asOf,
);
if (!open.ok) throw new Error('the windows hold together');
const windows = open.value;

function question(): ForecastQuestion {
  const file = new URL('../../rulesets/england/phase-1/1.0.0.json', import.meta.url);
  const checked = checkRuleset(JSON.parse(readFileSync(file, 'utf8')), shippedLibrary);
  if (!checked.ok) throw new Error('phase-1 checks');
  // because what crosses to a worker is a copy
  return structuredClone({ rules: { key: 'phase-1', checked: checked.value }, windows, asOf });
}

const familyAt = familiesOf('hertfordshire-worked-with', 5);
const families = Array.from({ length: 12 }, (_, at) => familyAt(at));
const lines = families.map((one) => JSON.stringify(one));
const wrong = JSON.stringify({ ...families[0], id: 'F-WRONG', adress: 'here' });

test('batches that come in any order come to what the engine says of the families, in their order', () => {
  const asked = question();
  const forecast = forecaster(asked);
  const batches = [lines.slice(0, 5), [wrong], lines.slice(5)];
  const said = batches.map((batch, number): FromForecaster => ({ number, told: batch.map(forecast) }));
  const gathered = new Gathered(asked);
  const done = [2, 0, 1].map((at) => {
    gathered.add(structuredClone(said[at] ?? { number: at, told: [] }));
    return gathered.done;
  });
  expect(done).toEqual([7, 12, 13]);

  const rules = shippedRuleset('england/phase-1/1.0.0');
  const sums = new ForecastSums(rules.ruleset, windows);
  for (const document of families) {
    const family = readFamily(document);
    sums.add(family.id, forecastOf(rules, family, { asOf, windows }));
  }
  const { wrong: unread, ...found } = gathered.found();
  expect(found).toEqual(sums.summed());
  expect(found.total.expected.pence).toBeGreaterThan(0);
  expect(unread).toEqual({
    families: 1,
    first: [{ id: 'F-WRONG', wrong: expect.stringMatching(/^\/adress: /) as unknown }],
  });
});

test.for([
  { done: 19, all: 1000, spent: 60_000, words: '', why: 'too few are done to know' },
  { done: 20, all: 1000, spent: 1_000, words: ' Less than a minute is left.', why: '49 seconds' },
  { done: 20, all: 40, spent: 60_000, words: ' About 1 minute is left.', why: 'a minute to the second' },
  { done: 20, all: 41, spent: 60_000, words: ' About 2 minutes are left.', why: 'three seconds more' },
])('what is left after $done of $all in $spent ms: $why', ({ done, all, spent, words }) => {
  expect(leftInWords({ done, all, spent })).toBe(words);
});
