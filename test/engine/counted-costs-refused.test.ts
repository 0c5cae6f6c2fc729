import { describe, expect, test } from 'vitest';
import { addUpFamilyCosts, checkCostSheet, checkUnitCosts } from '../../engine/programme.ts';
import { checkedUnits, costOf, type Days, sheetOf, unitCostsOf } from '../builders/counted.ts';
import { day } from '../builders/decided.ts';
import { quiet } from '../builders/quiet-family.ts';
import { readFamily, shippedLibrary } from '../builders/shipped.ts';

const year: Days = { from: '2013-01-01', to: '2014-01-01' };
const arrests = { records: 'arrest', per: 'record' };
const jsaDays = { records: 'benefit', where: { kind: 'JSA' }, per: 'day' };
const missed = { records: 'term-attendance', sum: 'unauthorised' };
const arrestOn = (...days: string[]) => ({ arrest: days.map((on) => ({ member: 'm2', on })) });

describe('unit costs that count are refused', () => {
  const at = '/costs/0/counted';
  test.for([
    {
      why: 'no such record type',
      counted: { ...arrests, records: 'arest' },
      finding: ['unknown-record-type', `${at}/records`, 'arrest'],
    },
    { why: 'days of events', counted: { ...arrests, per: 'day' }, finding: ['shape-mismatch', `${at}/per`] },
    {
      why: 'weeks of terms',
      counted: { records: 'term-attendance', per: 'week' },
      finding: ['shape-mismatch', `${at}/per`],
    },
    {
      why: 'a sum of spells',
      counted: { records: 'arrears', sum: 'pence' },
      finding: ['shape-mismatch', `${at}/sum`],
    },
    {
      why: 'no such field to sum',
      counted: { ...missed, sum: 'unautorised' },
      finding: ['unknown-field', `${at}/sum`, 'unauthorised'],
    },
    {
      why: 'a field that is no number',
      counted: { records: 'exclusion', sum: 'kind' },
      finding: ['field-type-mismatch', `${at}/sum`],
    },
    {
      why: 'no such field to test',
      counted: { ...jsaDays, where: { knd: 'JSA' } },
      finding: ['unknown-field', `${at}/where/knd`, 'kind'],
    },
    {
      why: 'no such kind',
      counted: { ...jsaDays, where: { kind: 'JSB' } },
      finding: ['unknown-kind', `${at}/where/kind`, 'JSA'],
    },
    {
      why: 'a parameter',
      counted: { ...jsaDays, where: { kind: { not: { parameter: 'kinds' } } } },
      finding: ['unknown-parameter', `${at}/where/kind/not`],
    },
    { why: 'neither a unit nor a sum', counted: { records: 'arrest' }, finding: ['missing-key', at] },
    { why: 'both', counted: { ...missed, per: 'record' }, finding: ['several-forms', at] },
    { why: 'no such unit', counted: { ...arrests, per: 'month' }, finding: ['not-allowed', `${at}/per`] },
  ])('$why', ({ counted, finding: [code, pointer, suggestion] }) => {
    const checked = checkUnitCosts(unitCostsOf([costOf(counted)]), shippedLibrary);
    const found = checked.ok ? [] : checked.error;
    expect(found.map((one) => [one.code, one.pointer, one.suggestion])).toEqual([
      [code, pointer, suggestion],
    ]);
  });

  test.for([
    {
      why: 'no vocabulary is named',
      more: { vocabulary: undefined, calendar: undefined },
      code: 'missing-key',
      pointer: '',
    },
    {
      why: 'another is',
      more: { vocabulary: 'family@9' },
      code: 'unknown-vocabulary',
      pointer: '/vocabulary',
    },
    {
      why: 'terms are counted without a calendar',
      more: { calendar: undefined },
      code: 'missing-key',
      pointer: '',
    },
    {
      why: 'no such calendar',
      more: { calendar: { fallback: 'hertfordshir' } },
      code: 'unknown-calendar',
      pointer: '/calendar/fallback',
    },
  ])('$why', ({ more, code, pointer }) => {
    const document: unknown = JSON.parse(JSON.stringify(unitCostsOf([costOf(missed)], more)));
    const checked = checkUnitCosts(document, shippedLibrary);
    expect(checked.ok ? [] : checked.error).toMatchObject([{ code, pointer }]);
  });

  test('without a library, because nothing can be checked', () => {
    const checked = checkUnitCosts(unitCostsOf([costOf(arrests)], { calendar: undefined }));
    expect(checked.ok ? [] : checked.error).toMatchObject([{ code: 'unknown-vocabulary' }]);
  });
});

describe('a sheet is refused', () => {
  const units = checkedUnits(unitCostsOf([{ ...costOf(arrests), pence: 1_000_000_000 }]));
  const refused = (sheet: unknown, of: object = { arrest: [] }) => {
    const checked = checkCostSheet(sheet, units);
    if (!checked.ok) return checked.error;
    const given = {
      family: readFamily({ ...quiet, records: { ...quiet.records, ...of } }),
      asOf: day('2014-06-01'),
      library: shippedLibrary,
    };
    const found = addUpFamilyCosts(checked.value, units, given);
    return found.ok ? [] : found.error;
  };
  const index = { to: '2015', by: { title: 'An index', values: { '2015': 100 } } };
  const often = arrestOn(...Array.from({ length: 101 }, () => '2013-05-01'));
  test.for([
    {
      why: 'a span that ends where it begins',
      sheet: sheetOf([{ from: year.from, to: year.from }]),
      code: 'to-not-after-from',
      pointer: '/phases/0/span/to',
    },
    {
      why: 'no phase with a span',
      sheet: { ...sheetOf([]), phases: [{ id: 'p', label: 'P', lines: [] }] },
      code: 'no-span',
      pointer: '/phases',
    },
    {
      why: 'more than can be added up',
      sheet: sheetOf([year]),
      of: often,
      code: 'too-much-money',
      pointer: '/phases/0/span',
    },
    {
      why: 'prices that the index lacks',
      sheet: sheetOf([year], [], { uprated: index }),
      of: arrestOn('2013-05-01'),
      code: 'no-index-value',
      pointer: '/phases/0/span',
    },
  ])('$why', ({ sheet, of, code, pointer }) => {
    expect(refused(sheet, of)).toMatchObject([{ code, pointer }]);
  });

  test('prices that the index lacks are no matter where nothing was counted', () => {
    expect(refused(sheetOf([year], [], { uprated: index }))).toEqual([]);
  });

  test.for([
    { records: 4_998, codes: [], why: 'as many as can be, with two members in each of 20 phases' },
    { records: 4_999, codes: ['too-much-to-count'], why: 'one more' },
  ])('$records records are looked at in 20 phases: $codes ($why)', ({ records, codes }) => {
    const phases = Array.from({ length: 20 }, () => year);
    const long = arrestOn(...Array.from({ length: records }, () => '2012-05-01'));
    expect(refused(sheetOf(phases), long).map(({ code }) => code)).toEqual(codes);
  });
});
