import { describe, expect, test } from 'vitest';
import type { HeldRow } from '../../studio/api.ts';
import { changeOf, isUnreadable, laidOut, type Typed } from '../../studio/cohorts/held/typed-rows.ts';
import { linesOf } from '../../studio/cohorts/make/making.ts';
import { fieldsOf, mistakesIn } from '../../studio/cohorts/make/making-fields.ts';
import { percentOf } from '../../studio/ui/percent-of.ts';
import { commandLine } from '../builders/command-line.ts';

const offence: HeldRow = {
  file: 'offence.csv',
  row: 3,
  table: 'offence',
  cells: { member: 'm2', on: '1/1/2012' },
};
const sheet: HeldRow = { ...offence, file: 'all.xlsx', sheet: 'offence' };
const line: HeldRow = { file: 'families.ndjson', row: 2, cells: {}, text: '{"id":"F-1"}' };
const cut: HeldRow = { file: 'families.ndjson', row: 4, cells: {}, fault: 'too-long' };
const place = { file: 'offence.csv', row: 3 };

interface Case {
  readonly why: string;
  readonly row: HeldRow;
  readonly typed: Typed | undefined;
  readonly sent: unknown;
}

describe('what is sent of a row that is held aside', () => {
  test.for<Case>([
    { why: 'nothing of one that nobody touched', row: offence, typed: undefined, sent: undefined },
    {
      why: 'nothing where the same was typed again',
      row: offence,
      typed: { cells: { member: ' m2 ' } },
      sent: undefined,
    },
    {
      why: 'the cells alone in which something else was typed',
      row: offence,
      typed: { cells: { member: 'm1', on: '1/1/2012' } },
      sent: { ...place, cells: { member: 'm1' } },
    },
    {
      why: 'an empty cell, which takes away what was there',
      row: offence,
      typed: { cells: { on: '' } },
      sent: { ...place, cells: { on: '' } },
    },
    {
      why: 'nothing where a cell that was empty stays so',
      row: offence,
      typed: { cells: { proven: ' ' } },
      sent: undefined,
    },
    {
      why: 'no cell where the extra ones alone are taken away',
      row: offence,
      typed: { cells: {}, trimmed: true },
      sent: { ...place, cells: {} },
    },
    {
      why: 'that it is left out, whatever else was typed',
      row: offence,
      typed: { cells: { member: 'm1' }, out: true },
      sent: { ...place, leaveOut: true },
    },
    {
      why: 'the sheet of a workbook too',
      row: sheet,
      typed: { cells: { member: 'm1' } },
      sent: { file: 'all.xlsx', sheet: 'offence', row: 3, cells: { member: 'm1' } },
    },
    {
      why: 'nothing of a line that is only laid out',
      row: line,
      typed: { cells: {}, text: laidOut('{"id":"F-1"}') },
      sent: undefined,
    },
    {
      why: 'the whole family of a line',
      row: line,
      typed: { cells: {}, text: '{"id":"F-2"}' },
      sent: { file: 'families.ndjson', row: 2, family: { id: 'F-2' } },
    },
    {
      why: 'the family in place of a line that could not be kept',
      row: cut,
      typed: { cells: {}, text: '{"id":"F-2"}' },
      sent: { file: 'families.ndjson', row: 4, family: { id: 'F-2' } },
    },
    { why: 'nothing of half a family', row: line, typed: { cells: {}, text: '{"id":' }, sent: undefined },
    { why: 'nothing of a list', row: line, typed: { cells: {}, text: '[]' }, sent: undefined },
  ])('$why', ({ row, typed, sent }) => {
    expect(changeOf(row, typed)).toEqual(sent);
  });

  test('half a family is said to be none, unless its line is left out', () => {
    expect(isUnreadable(line, { cells: {}, text: '{"id":' })).toBe(true);
    expect(isUnreadable(line, { cells: {}, text: '{"id":', out: true })).toBe(false);
    expect(isUnreadable(line, { cells: {}, text: '{}' })).toBe(false);
    expect(isUnreadable(offence, { cells: { on: '{' } })).toBe(false);
  });
});

test('the page makes the families that `threshold synth` makes of the same choices', async () => {
  const asked = ['--families', '450', '--seed', '7', '--profile', 'corners', '--rate', 'patchy=0.5'];
  const { out } = await commandLine(['synth', ...asked], { folder: 'rulesets' });
  const wanted = { profile: 'corners', seed: 7, families: 450, drawnOn: '2020-10-01' };
  const made = [...linesOf({ ...wanted, rates: [['patchy', 0.5]] })];
  expect(made.map((one) => one.made)).toEqual([200, 400, 450]);
  expect(made.map(({ lines }) => lines).join('')).toBe(out);
});

describe('what is wrong with a cohort that is to be made', () => {
  test.for([
    { typed: {}, wrong: [], why: 'nothing, with what the form begins with' },
    { typed: { title: ' ' }, wrong: ['title'], why: 'no name' },
    { typed: { families: '0' }, wrong: ['families'], why: 'no family' },
    { typed: { families: '1' }, wrong: [], why: 'one family' },
    { typed: { families: '200000' }, wrong: [], why: 'as many as a page makes' },
    { typed: { families: '200001' }, wrong: ['families'], why: 'one more' },
    { typed: { families: '1e3' }, wrong: ['families'], why: 'a number that is not written out' },
    { typed: { seed: '' }, wrong: ['seed'], why: 'no seed' },
    { typed: { day: '31/6/2020' }, wrong: ['day'], why: 'no such day' },
    { typed: { patchy: '100' }, wrong: [], why: 'always' },
    { typed: { patchy: '100.1' }, wrong: ['patchy'], why: 'more than always' },
    { typed: { patchy: '0' }, wrong: [], why: 'never' },
    { typed: { patchy: '-1', poor: 'x' }, wrong: ['patchy', 'poor'], why: 'two rates that are none' },
  ])('$why', ({ typed, wrong }) => {
    expect(Object.keys(mistakesIn({ ...fieldsOf(), title: 'Some', ...typed }))).toEqual(wrong);
  });
});

test.for([
  { of: 0, all: 0, said: '–' },
  { of: 0, all: 9, said: '0 %' },
  { of: 1, all: 1000, said: 'under 1 %' },
  { of: 1, all: 3, said: '33 %' },
  { of: 999, all: 1000, said: 'over 99 %' },
  { of: 9, all: 9, said: '100 %' },
])('$of of $all is said to be $said', ({ of, all, said }) => {
  expect(percentOf(of, all)).toBe(said);
});
