import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { unlikeHarrow } from '../../builders/like-harrow.ts';
import { patched } from '../../builders/patch.ts';

const harrow: unknown = JSON.parse(
  readFileSync(new URL('../../../rulesets/harrow/harrow/1.0.0.json', import.meta.url), 'utf8'),
);

test('Harrow’s own outcome is like itself, and says every verdict', () => {
  const { asked, verdicts, unlike } = unlikeHarrow(harrow);
  expect(asked).toBeGreaterThan(300);
  expect(verdicts).toEqual(expect.arrayContaining(['met', 'not-met', 'unknown']));
  expect(unlike).toEqual([]);
});

test.for([
  { path: '/parameters/result-exclusion-limit/value', value: 2 },
  { path: '/parameters/asb-fall/value', value: 61 },
  { path: '/parameters/result-months/value', value: 5 },
])('with $path of $value it is unlike Harrow’s', ({ path, value }) => {
  expect(unlikeHarrow(patched(harrow, { set: { [path]: value } })).unlike.length).toBeGreaterThan(0);
});
