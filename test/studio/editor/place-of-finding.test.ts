import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { controlsAround, placeOfFinding } from '../../../studio/editor/place-of-finding.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../rulesets/harrow/harrow/${name}`, import.meta.url), 'utf8'));
const files = { kind: 'ruleset', document: read('1.0.0.json'), cases: read('1.0.0.cases.json') };
const finding = { code: 'x', severity: 'error', message: 'm' } as const;

test.for([
  { pointer: '/parameters/school-terms/value', part: 'parameters/school-terms' },
  { pointer: '/facts/attendance/window', part: 'facts/attendance' },
  { pointer: '/criteria/1/when/any/0', part: 'criteria/education' },
  { pointer: '/eligibility/routes/0/source', part: 'routes/automatic' },
  { pointer: '/outcomes/0/label', part: 'outcomes/crime-and-education' },
  { pointer: '/outcomes/0/parts/1/when', part: 'outcomes/crime-and-education/asb-result' },
  { pointer: '/payments/0/amount', part: 'payments/attachment-fee' },
  { pointer: '/pots/0/cap', part: 'pots/results' },
  { pointer: '/share/of', part: 'payments' },
  { pointer: '/criteria', part: 'identify' },
  { pointer: '/outcomes/99', part: 'outcomes' },
  { pointer: '/sources/harrow', part: 'about' },
  { pointer: '', part: 'about' },
])('$pointer is put right in $part', ({ pointer, part }) => {
  const place = placeOfFinding(files, { ...finding, file: 'document', pointer });
  expect(place).toEqual({ part, control: `at:${pointer}` });
});

test.for([
  { pointer: '/cases/0/asOf', part: /^cases\/[a-z-]+$/ },
  { pointer: '/families/improved', part: /^json\/cases$/ },
  { pointer: '/ruleset', part: /^cases$/ },
])('of the cases $pointer is put right in $part', ({ pointer, part }) => {
  expect(placeOfFinding(files, { ...finding, file: 'cases', pointer }).part).toMatch(part);
});

test('what is at fault in the text itself is put right in the text', () => {
  expect(placeOfFinding(files, { ...finding, file: 'document', pointer: '', line: 3 }).part).toBe('json');
});

test('where a control is not on the screen, what stands around it is looked for', () => {
  expect(controlsAround('at:/criteria/0/when')).toEqual([
    'at:/criteria/0/when',
    'at:/criteria/0',
    'at:/criteria',
  ]);
  expect(controlsAround('at:cases:/cases/0')).toEqual(['at:cases:/cases/0', 'at:cases:/cases']);
  expect(controlsAround('education.any-child')).toEqual([]);
});

test.for([
  { pointer: '/recordTypes/offence/fields/proven', part: 'record-types/offence' },
  { pointer: '/roles/0/id', part: 'members' },
  { pointer: '', part: 'vocabulary' },
])('of a vocabulary $pointer is put right in $part', ({ pointer, part }) => {
  const vocabulary = { kind: 'vocabulary', document: {}, cases: null };
  expect(placeOfFinding(vocabulary, { ...finding, file: 'document', pointer })).toEqual({
    part,
    control: `at:${pointer}`,
  });
});
