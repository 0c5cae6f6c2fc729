import { describe, expect, test } from 'vitest';
import { costs } from '../../engine/programme.ts';
import {
  checkedUnits,
  costOf,
  costsFound,
  type Days,
  saidOf,
  sheetOf,
  unitCostsOf,
} from '../builders/counted.ts';
import { quiet } from '../builders/quiet-family.ts';

const year: Days = { from: '2013-01-01', to: '2014-01-01' };
const asOf = '2014-06-01';

/** The quiet family with these records in place of its own of their types. */
function familyWith(records: object, more: object = {}) {
  return { ...quiet, ...more, records: { ...quiet.records, ...records } };
}

function said(counted: unknown, family: unknown, seenOn = asOf): string {
  const found = costsFound(checkedUnits(unitCostsOf([costOf(counted)])), sheetOf([year]), {
    ...{ family, asOf: seenOn },
  });
  expect(costs.safeParse(found).success).toBe(true);
  return saidOf(found.phases[0]);
}

const arrests = { records: 'arrest', per: 'record' };
const arrestOn = (...days: string[]) => ({ arrest: days.map((on) => ({ member: 'm2', on })) });
const jsaDays = { records: 'benefit', where: { kind: 'JSA' }, per: 'day' };
const jsa = (from: string, to: string | null, member = 'm1') => ({ member, from, to, kind: 'JSA' });
const plans = { records: 'child-protection', per: 'record' };
const plan = (from: string, to: string | null) => ({
  'child-protection': [{ member: 'm2', from, to, kind: 'child-protection-plan' }],
});
const missed = { records: 'term-attendance', sum: 'unauthorised' };
const row = (term: string, unauthorised?: number) => ({
  ...{ member: 'm2', term, possible: 100, authorised: 0 },
  ...(unauthorised === undefined ? {} : { unauthorised }),
});
const rows = (spring: number) => ({
  'term-attendance': [
    ...[row('2012-13/spring', spring), row('2012-13/summer', 5), row('2013-14/autumn', 6)],
    ...[row('2012-13/autumn', 70), row('2013-14/spring', 80)],
  ],
});
const members = (own: object) => ({ members: [quiet.members[0], { ...quiet.members[1], ...own }] });
const coverage = (type: string, to: string, member?: string) => ({
  coverage: { [type]: [{ from: '2010-01-01', to, ...(member === undefined ? {} : { member }) }] },
});
const nobody = { debt: [{ from: '2013-12-01', to: null }] };

describe('what surely counts in the year 2013, and whether there may be more', () => {
  test.for([
    { why: 'its first day is in', counted: arrests, of: arrestOn('2013-01-01'), is: '1' },
    { why: 'the day before is out', counted: arrests, of: arrestOn('2012-12-31'), is: 'none' },
    { why: 'its last day is in', counted: arrests, of: arrestOn('2013-12-31'), is: '1' },
    { why: 'the first day outside is out', counted: arrests, of: arrestOn('2014-01-01'), is: 'none' },
    {
      why: 'all members count',
      counted: jsaDays,
      of: { benefit: [jsa('2013-12-30', null), jsa('2013-12-31', null, 'm2')] },
      is: '3',
    },
    {
      why: 'a spell across both ends',
      counted: jsaDays,
      of: { benefit: [jsa('2012-01-01', '2015-01-01')] },
      is: '365',
    },
    {
      why: 'a spell that ends where the span begins',
      counted: jsaDays,
      of: { benefit: [jsa('2012-01-01', '2013-01-01')] },
      is: 'none',
    },
    { why: 'and a day later', counted: jsaDays, of: { benefit: [jsa('2012-01-01', '2013-01-02')] }, is: '1' },
    {
      why: 'two spells of one member are days once',
      counted: jsaDays,
      of: { benefit: [jsa('2013-01-01', '2013-01-05'), jsa('2013-01-03', '2013-01-08')] },
      is: '7',
    },
    {
      why: 'whole weeks',
      counted: { ...jsaDays, per: 'week' },
      of: { benefit: [jsa('2013-01-01', '2013-01-15')] },
      is: '2',
    },
    {
      why: 'weeks and a day',
      counted: { ...jsaDays, per: 'week' },
      of: { benefit: [jsa('2013-01-01', '2013-01-16')] },
      is: '15/7',
    },
    {
      why: 'another kind',
      counted: jsaDays,
      of: { benefit: [{ ...jsa('2013-01-01', null), kind: 'ESA' }] },
      is: 'none',
    },
    { why: 'a plan counts where it begins', counted: plans, of: plan('2013-01-01', null), is: '1' },
    { why: 'and not where it only goes on', counted: plans, of: plan('2012-12-31', null), is: 'none' },
    { why: 'terms that begin in it', counted: missed, of: rows(4), is: '15' },
    { why: 'a term’s rows', counted: { records: 'term-attendance', per: 'record' }, of: rows(4), is: '3' },
    {
      why: 'exclusions by their sessions',
      counted: { records: 'exclusion', sum: 'sessions' },
      of: { exclusion: [{ member: 'm2', on: '2013-05-01', kind: 'fixed-term', sessions: 6 }] },
      is: '6',
    },
    {
      why: 'one whose sessions are not given',
      counted: { records: 'exclusion', sum: 'sessions' },
      of: { exclusion: [{ member: 'm2', on: '2013-05-01', kind: 'fixed-term' }] },
      is: 'not known',
    },
    { why: 'of no member in particular', counted: { records: 'debt', per: 'day' }, of: nobody, is: '31' },
    {
      why: 'a field that is not given',
      counted: { ...arrests, records: 'offence', where: { proven: true } },
      of: { offence: [{ member: 'm2', on: '2013-05-01' }] },
      is: 'not known',
    },
    {
      why: 'beside one that is',
      counted: { ...arrests, records: 'offence', where: { proven: true } },
      of: {
        offence: [
          { member: 'm2', on: '2013-05-01' },
          { member: 'm2', on: '2013-05-01', proven: true },
        ],
      },
      is: 'at least 1',
    },
    {
      why: 'a field that is said to be otherwise',
      counted: { ...arrests, records: 'offence', where: { proven: true } },
      of: { offence: [{ member: 'm2', on: '2013-05-01', proven: false }] },
      is: 'none',
    },
    {
      why: 'a term whose number is not given',
      counted: missed,
      of: { 'term-attendance': [...rows(4)['term-attendance'].slice(1), row('2012-13/spring')] },
      is: 'at least 11',
    },
    {
      why: 'a term without a row',
      counted: missed,
      of: { 'term-attendance': rows(4)['term-attendance'].slice(1) },
      is: 'at least 11',
    },
    { why: 'no row at all', counted: missed, of: { 'term-attendance': [] }, is: 'not known' },
    {
      why: 'no session missed in any',
      counted: missed,
      of: { 'term-attendance': rows(0)['term-attendance'].map((one) => ({ ...one, unauthorised: 0 })) },
      is: 'none',
    },
  ])('$why: $is', ({ counted, of, is }) => {
    expect(said(counted, familyWith(of))).toBe(is);
  });

  test.for([
    { why: 'coverage of the whole span', more: coverage('arrest', '2014-01-01'), is: '1' },
    { why: 'coverage a day short', more: coverage('arrest', '2013-12-31'), is: 'at least 1' },
    { why: 'for that member alone', more: coverage('arrest', '2014-01-01', 'm2'), is: 'at least 1' },
    { why: 'joined on the day', more: members({ joinedOn: '2013-06-10' }), is: '1' },
    { why: 'joined the day after', more: members({ joinedOn: '2013-06-11' }), is: 'none' },
    { why: 'left the day after', more: members({ leftOn: '2013-06-11' }), is: '1' },
    { why: 'left on the day', more: members({ leftOn: '2013-06-10' }), is: 'none' },
  ])('an arrest on 10 June, $why: $is', ({ more, is }) => {
    expect(said(arrests, familyWith(arrestOn('2013-06-10'), more))).toBe(is);
  });

  test.for([
    { why: 'coverage that lacks days of a spell that is known', from: '2013-01-01', is: '365' },
    { why: 'coverage that lacks a day before it too', from: '2013-07-02', is: 'at least 183' },
  ])('$why: $is', ({ from, is }) => {
    const alone = { members: [quiet.members[0]] };
    const more = { ...alone, ...coverage('benefit', '2013-07-01') };
    const family = { ...familyWith({ benefit: [jsa(from, null)], 'term-attendance': [] }), ...more };
    expect(said(jsaDays, family)).toBe(is);
  });

  test.for([
    { seenOn: '2013-12-31', is: '365', why: 'the last day is seen' },
    { seenOn: '2013-12-30', is: 'at least 364', why: 'a day is still to come' },
    { seenOn: '2012-12-31', is: 'not known', why: 'all of it is still to come' },
  ])('an open spell seen on $seenOn: $is ($why)', ({ seenOn, is }) => {
    const benefit = seenOn < '2013-01-01' ? [] : [jsa('2012-01-01', null)];
    expect(said(jsaDays, familyWith({ benefit }), seenOn)).toBe(is);
  });

  test('a type that is not supplied is not known, and says for which days of whom', () => {
    const { arrest, ...records } = quiet.records as Record<string, unknown>;
    expect(arrest).toEqual([]);
    const found = costsFound(checkedUnits(unitCostsOf([costOf(arrests)])), sheetOf([year]), {
      ...{ family: { ...quiet, records }, asOf },
    });
    const [phase] = found.phases;
    expect(phase).toMatchObject({
      pence: 0,
      atLeast: true,
      byAgency: [{ agency: 'Council', atLeast: true }],
    });
    const days = { recordType: 'arrest', from: '2013-01-01', to: '2014-01-01' };
    expect(phase?.notKnown).toMatchObject([
      { cost: 'thing', missing: ['m1', 'm2'].map((member) => ({ ...days, member })) },
    ]);
  });

  test('a term that the calendar lacks is not known, and whose row cannot be placed', () => {
    const before = { from: '2009-09-01', to: '2010-09-01' };
    const family = familyWith({ 'term-attendance': [row('2009-10/autumn', 3)] });
    const found = costsFound(checkedUnits(unitCostsOf([costOf(missed)])), sheetOf([before]), {
      family,
      asOf,
    });
    expect(found.phases[0]?.notKnown[0]).toMatchObject({
      missing: [{ recordType: 'term-attendance', field: 'calendar' }],
    });
  });
});

test('a line says which records it rests on, and they are priced as any other', () => {
  const family = familyWith({ ...arrestOn('2013-02-01', '2012-02-01', '2013-03-01') });
  const units = unitCostsOf([{ ...costOf(arrests), pence: 193_000 }]);
  const [phase] = costsFound(checkedUnits(units), sheetOf([year]), { family, asOf }).phases;
  const record = (index: number, text: string) => ({
    recordType: 'arrest',
    index,
    member: 'm2',
    worth: 1,
    text,
  });
  expect(phase?.lines).toMatchObject([
    {
      ...{
        label: 'The thing',
        pence: 386_000,
        evidence: 'arrests: m2 on 1 February 2013; m2 on 1 March 2013',
      },
      counted: { quantity: 2, ratePence: 193_000 },
      derived: {
        ...{ atLeast: false, missing: [] },
        records: [record(0, 'm2 on 1 February 2013'), record(2, 'm2 on 1 March 2013')],
      },
    },
  ]);
});

describe('what is entered by hand for the same unit cost', () => {
  const line = { label: 'As noted', cost: 'thing', quantity: 3 };
  const found = (of: object) =>
    costsFound(checkedUnits(unitCostsOf([costOf(arrests)])), sheetOf([year], [line]), {
      ...{ family: familyWith(of), asOf },
    }).phases[0];

  test('stands, and what the records come to is set beside it', () => {
    const phase = found(arrestOn('2013-02-01'));
    expect(phase).toMatchObject({ pence: 3, atLeast: false, lines: [{ derived: null }] });
    const amounts = { enteredPence: 3, recordsPence: 1, differencePence: 2 };
    expect(phase?.enteredToo).toMatchObject([{ cost: 'thing', quantity: 1, lines: [0], ...amounts }]);
  });

  test('also where there are known to be none', () => {
    expect(found({ arrest: [] })?.enteredToo).toMatchObject([{ quantity: 0, differencePence: 3 }]);
  });
});

test.for([
  { before: '2014-01-01', after: '2015-01-01', bound: 'exact' },
  { before: '2013-12-31', after: '2013-12-31', bound: 'open' },
  { before: '2014-01-01', after: '2014-01-01', bound: 'at-most' },
])('what is saved lies $bound where coverage ends on $before and $after', ({ after, bound, before }) => {
  const spans = [year, { from: '2014-01-01', to: '2015-01-01' }];
  const saving = { of: 'p0', less: ['p1'] };
  const covered = [
    { from: '2013-01-01', to: before },
    ...(after > '2014-01-01' ? [{ from: '2014-01-01', to: after }] : []),
  ];
  const family = familyWith({ arrest: [] }, { coverage: { arrest: covered } });
  const given = { family, asOf: '2015-06-01' };
  const sheet = sheetOf(spans, [], { saving });
  expect(costsFound(checkedUnits(unitCostsOf([costOf(arrests)])), sheet, given).saving).toMatchObject({
    bound,
  });
});
