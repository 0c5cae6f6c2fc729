import { expect, test } from 'vitest';
import { applyChange } from '../../../studio/draft/apply-change.ts';
import { asType, freshField, linesOf, renameField, valuesOf } from '../../../studio/vocabulary/fresh.ts';
import { monthDayOf, monthDayTyped } from '../../../studio/vocabulary/month-day.ts';
import { naming, wrongWith } from '../../../studio/vocabulary/naming.ts';

test.for([
  { kind: 'recordType', words: 'School visit', taken: [], id: 'school-visit' },
  { kind: 'recordType', words: 'School visit', taken: ['school-visit'], id: 'school-visit-2' },
  { kind: 'field', words: 'Because of an exclusion', taken: [], id: 'becauseOfAnExclusion' },
  { kind: 'field', words: 'kept', taken: ['kept'], id: 'kept2' },
  { kind: 'field', words: '12 days', taken: [], id: 'days' },
  { kind: 'value', words: 'a caution', taken: [], id: 'a-caution' },
  { kind: 'value', words: '!', taken: [], id: '' },
] as const)('of “$words” the $kind is $id', ({ kind, words, taken, id }) => {
  expect(naming[kind].propose(words, new Set(taken))).toBe(id);
});

test.for([
  { kind: 'recordType', id: 'visit', wrong: undefined, why: 'free' },
  { kind: 'recordType', id: 'offence', wrong: /there already/, why: 'taken' },
  { kind: 'recordType', id: 'Visit', wrong: /lower-case/, why: 'a capital' },
  { kind: 'value', id: 'JSA', wrong: undefined, why: 'capitals are allowed' },
  { kind: 'value', id: '2nd', wrong: /begins with a letter/, why: 'a digit first' },
  { kind: 'field', id: 'because-excluded', wrong: /run together/, why: 'a hyphen' },
  { kind: 'field', id: 'becauseExcluded', wrong: undefined, why: 'run together' },
  { kind: 'field', id: '', wrong: /run together/, why: 'nothing' },
] as const)('the id $id of a $kind: $why', ({ kind, id, wrong }) => {
  const said = wrongWith(id, naming[kind], new Set(['offence']));
  if (wrong === undefined) expect(said).toBeUndefined();
  else expect(said).toMatch(wrong);
});

test('values get an id each', () => {
  expect(valuesOf(linesOf(' a visit\n\na visit\n…'))).toEqual([
    { id: 'a-visit', label: 'a visit' },
    { id: 'a-visit-2', label: 'a visit' },
    { id: 'value-3', label: '…' },
  ]);
});

test.for([
  { type: 'yes-no', field: { type: 'yes-no', label: 'l' } },
  { type: 'count', field: { type: 'count', label: 'l', unit: 'times' } },
  { type: 'kind', field: { type: 'kind', label: 'l', values: [] } },
])('a new field: $type', ({ type, field }) => {
  expect(freshField(type, 'l')).toEqual(field);
});

test('of another type a field keeps what both can say', () => {
  const was = { type: 'count', label: 'l', unit: 'pence', max: 3, required: true };
  expect(asType(was, 'day')).toEqual({ type: 'day', label: 'l', required: true });
  const kinds = { type: 'kind', label: 'l', values: [{ id: 'a', label: 'a' }], nullable: true };
  expect(asType(kinds, 'kind')).toEqual(kinds);
});

test.for([
  {
    limits: [{ sum: ['a', 'b'], atMost: 'c' }],
    then: [{ sum: ['x', 'b'], atMost: 'c' }],
    why: 'of a sum',
  },
  { limits: [{ sum: ['b'], atMost: 'a' }], then: [{ sum: ['b'], atMost: 'x' }], why: 'the most' },
  { limits: [{ sum: ['b'], atMost: 'c' }], then: [{ sum: ['b'], atMost: 'c' }], why: 'not named' },
  { limits: undefined, then: undefined, why: 'no limit' },
])('a field is renamed in its limits: $why', ({ limits, then }) => {
  const text = JSON.stringify({ recordTypes: { t: { fields: { a: 1, b: 2, c: 3 }, limits } } });
  const changes = renameField({ path: ['recordTypes', 't'], limits, from: 'a', to: 'x' });
  const { recordTypes } = JSON.parse(changes.reduce(applyChange, text)) as {
    recordTypes: { t: { fields: object; limits?: unknown } };
  };
  expect(Object.keys(recordTypes.t.fields)).toEqual(['x', 'b', 'c']);
  expect(recordTypes.t.limits).toEqual(then);
});

test.for([
  { day: '31', month: '8', kept: '08-31' },
  { day: '28', month: '02', kept: '02-28' },
  { day: '29', month: '2', kept: undefined },
  { day: '31', month: '9', kept: undefined },
  { day: '0', month: '9', kept: undefined },
  { day: '1', month: '13', kept: undefined },
  { day: '1', month: '', kept: undefined },
])('$day $month is kept as $kept', ({ day, month, kept }) => {
  expect(monthDayOf({ day, month })).toBe(kept);
});

test('a day of every year as it is typed', () => {
  expect(monthDayTyped('08-01')).toEqual({ day: '1', month: '8' });
  expect(monthDayTyped('')).toEqual({ day: '', month: '' });
});
