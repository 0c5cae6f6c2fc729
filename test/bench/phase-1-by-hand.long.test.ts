import { named } from './by-hand/named.ts';
import { describe, expect, test } from 'vitest';
import { verdictReader } from '../../engine/decide/verdicts-only.ts';
import {
  ONGOING,
  type CoverageSpan,
  type Family,
  type FamilyRecord,
  type Member,
} from '../../engine/family/family.ts';
import { givenFamily } from '../../engine/review/given.ts';
import { addDays, addMonths, formatDay, parseDay, type Day } from '../../engine/time/civil-date.ts';
import { readFamily, shippedCases, shippedRuleset } from '../builders/shipped.ts';
import { phase1ByHand } from './phase-1-by-hand.ts';

const path = 'england/phase-1/1.0.0';
const compiled = shippedRuleset(path);
const engine = verdictReader(compiled);
const byHand = phase1ByHand(compiled.calendarFor, compiled.compiler.ofSchoolAge);

function day(text: string): Day {
  const found = parseDay(text);
  if (found === undefined) throw new Error(`${text} is not a day`);
  return found;
}

const file = shippedCases(path);
const cases = file.cases.map((one) => {
  const given = givenFamily(file, one.given);
  if (!given.ok) throw new Error(`${one.id}: ${JSON.stringify(given.error)}`);
  return { id: one.id, family: readFamily(given.value), asOf: day(one.asOf) };
});

const otherDays = [
  ...['2010-12-01', '2012-03-31', '2012-06-01', '2012-12-01', '2013-04-01', '2013-08-31', '2013-10-01'],
  ...[
    '2014-02-28',
    '2014-03-31',
    '2014-04-10',
    '2014-08-31',
    '2014-09-15',
    '2015-02-02',
    '2015-05-31',
    '2015-06-01',
  ],
  ...['2023-01-01'],
].map(day);

/** Every record type that the rules read. */
const types = [
  ...['offence', 'asb-incident', 'asb-intervention', 'arrest', 'police-call-out', 'domestic-incident'],
  ...['exclusion', 'term-attendance', 'school-placement', 'child-protection', 'domestic-abuse', 'housing'],
  ...['benefit', 'employment', 'work-programme'],
  ...['substance-misuse', 'mental-health', 'physical-health', 'pregnancy'],
];

/** A family with something about it not known, or otherwise than it was. */
type Variation = (family: Family, asOf: Day) => Family[];

function withMembers(family: Family, change: (member: Member) => Partial<Member>): Family {
  return { ...family, members: family.members.map((member) => ({ ...member, ...change(member) })) };
}

function withRecords(family: Family, change: (record: FamilyRecord) => Partial<FamilyRecord>): Family {
  return {
    ...family,
    records: new Map(
      [...family.records].map(([type, records]) => [
        type,
        records.map((record) => ({ ...record, ...change(record) })),
      ]),
    ),
  };
}

/** One family for each type of record, with another coverage of it. */
function covered(spans: (asOf: Day) => CoverageSpan[]): Variation {
  return (family, asOf) =>
    types.map((type) => ({
      ...family,
      coverage: new Map([...family.coverage, [type, spans(asOf)]]),
    }));
}

const from = (asOf: Day, days: number) => addDays(asOf, -days);
const everyone = -1;

const variations: Readonly<Record<string, Variation>> = {
  'without one type of record': (family) =>
    [...family.records.keys()].map((type) => ({
      ...family,
      records: new Map([...family.records].filter(([other]) => other !== type)),
      coverage: new Map([...family.coverage].filter(([other]) => other !== type)),
    })),
  'without any record of one type': (family) =>
    [...family.records.keys()].map((type) => ({
      ...family,
      records: new Map([...family.records, [type, []]]),
    })),
  'without any record type': (family) => [{ ...family, records: new Map(), coverage: new Map() }],
  'with every type supplied': (family) => [
    {
      ...family,
      coverage: new Map(),
      records: new Map(types.map((type) => [type, family.records.get(type) ?? []])),
    },
  ],
  'without the last record of one type': (family) =>
    [...family.records].map(([type, records]) => ({
      ...family,
      records: new Map([...family.records, [type, records.slice(0, -1)]]),
    })),
  'with no day of one type known': covered(() => []),
  'with a gap in what is known of one type': covered((asOf) => [
    { member: everyone, from: from(asOf, 2000), to: from(asOf, 150) },
    { member: everyone, from: from(asOf, 120), to: ONGOING },
  ]),
  'with the last weeks of one type known': covered((asOf) => [
    { member: everyone, from: from(asOf, 215), to: ONGOING },
  ]),
  'with one type known but for today': covered((asOf) => [
    { member: everyone, from: from(asOf, 5000), to: asOf },
  ]),
  'with one type known of some members': covered((asOf) => [
    { member: 0, from: from(asOf, 5000), to: from(asOf, 40) },
    { member: 0, from: from(asOf, 60), to: ONGOING },
    { member: 1, from: from(asOf, 300), to: ONGOING },
  ]),
  'without a date of birth': (family) => [
    withMembers(family, () => ({ dateOfBirth: undefined })),
    ...family.members.map(({ index }) =>
      withMembers(family, (member) => (member.index === index ? { dateOfBirth: undefined } : {})),
    ),
  ],
  'with everyone born on another day': (family) => [
    withMembers(family, () => ({ dateOfBirth: day('1996-02-29') })),
    withMembers(family, () => ({ dateOfBirth: day('1997-08-31') })),
    withMembers(family, () => ({ dateOfBirth: day('2009-09-01') })),
  ],
  'with someone who came late or left': (family, asOf) =>
    family.members.flatMap(({ index }) =>
      [
        { leftOn: from(asOf, 100) },
        { leftOn: addDays(asOf, 1) },
        { joinedOn: from(asOf, 100) },
        { joinedOn: addDays(asOf, 1) },
      ].map((change) => withMembers(family, (member) => (member.index === index ? change : {}))),
    ),
  'with all that happened at the edge of a window': (family, asOf) =>
    [0, -6, -12].flatMap((months) =>
      [-1, 0, 1].map((days) => {
        const on = addDays(addMonths(asOf, months, 'clamp'), days);
        return withRecords(family, (record) => (record.term === '' ? { from: on, to: addDays(on, 1) } : {}));
      }),
    ),
  'with an offence on the eve of a leap birthday': (family) =>
    ['2014-02-28', '2014-03-01'].map((on) => ({
      ...withMembers(
        withRecords(family, (record) =>
          record.term === '' ? { from: day(on), to: addDays(day(on), 1) } : {},
        ),
        () => ({ dateOfBirth: day('1996-02-29') }),
      ),
      attachedOn: null,
    })),
  'with absence about 15 %': (family) =>
    [
      { possible: 100, authorised: 85 },
      { possible: 100, authorised: 86 },
      { possible: 100, authorised: 84, unauthorised: 15 },
      { possible: 1000, unauthorised: 149 },
      { possible: 0 },
      { possible: 100 },
    ].map((fields) => withRecords(family, (record) => (record.term === '' ? {} : { fields }))),
  'without an attachment, or with another': (family, asOf) =>
    [null, asOf, from(asOf, 183), from(asOf, 215), from(asOf, 500), addDays(asOf, 1)].map((attachedOn) => ({
      ...family,
      attachedOn,
    })),
  'with one field of its records absent or null': (family) =>
    ['proven', 'becauseExcluded', 'unauthorised', 'authorised', 'via'].flatMap((field) =>
      [undefined, null].map((value) =>
        withRecords(family, ({ fields }) => ({ fields: { ...fields, [field]: value } })),
      ),
    ),
  'with claims of its own and of another authority': (family, asOf) =>
    compiled.ruleset.payments.flatMap(({ id }) =>
      [
        { pence: 0 },
        { pence: 60_000 },
        { pence: 1e6 },
        { pence: 1, localAuthority: 'Elsewhere' },
        { pence: 1, on: addDays(asOf, 1) },
        { pence: 1, phase: 2 },
      ].map((claim) => ({
        ...family,
        claims: [
          ...family.claims,
          {
            programme: 'troubled-families',
            phase: 1,
            payment: id,
            on: asOf,
            localAuthority: undefined,
            ...claim,
          },
        ],
      })),
    ),
};

/** Fails on the first family of which the two say something else. */
function compare(family: Family, asOf: Day, id: string): void {
  const said = byHand(family, asOf);
  const expected = named(engine(family, { asOf }));
  if (JSON.stringify(said) !== JSON.stringify(expected))
    expect({ id, asOf: formatDay(asOf), ...said }).toEqual({ id, asOf: formatDay(asOf), ...expected });
}

describe('phase 1 by hand says what the engine says', () => {
  test('of every family on every day', () => {
    for (const { id, family, asOf } of cases)
      for (const on of new Set([asOf, ...otherDays])) compare(family, on, id);
    expect(cases.length).toBeGreaterThan(200);
  });

  test.for(Object.entries(variations))('of every family %s', ([, vary]) => {
    let asked = 0;
    for (const [at, { id, family, asOf }] of cases.entries()) {
      for (const on of [asOf, otherDays[at % otherDays.length] ?? asOf]) {
        for (const varied of vary(family, on)) {
          asked += 1;
          compare(varied, on, id);
        }
      }
    }
    expect(asked).toBeGreaterThanOrEqual(cases.length);
  });

  test('of families varied in two ways at once', () => {
    const ways = Object.values(variations);
    for (const [at, { id, family, asOf }] of cases.entries()) {
      for (const [step, vary] of ways.entries()) {
        const other = ways[(at + step) % ways.length];
        const first = vary(family, asOf);
        const chosen = first[at % Math.max(1, first.length)];
        if (other === undefined || chosen === undefined) continue;
        for (const varied of other(chosen, asOf)) compare(varied, asOf, id);
      }
    }
  });
});
