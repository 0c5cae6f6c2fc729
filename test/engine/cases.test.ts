import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  checkCalendar,
  checkCases,
  checkVocabulary,
  compileRuleset,
  familyParser,
  type Result,
  runCases,
} from '../../engine/index.ts';
import type { RulesetCase } from '../../engine/document/cases.ts';
import { givenFamily } from '../../engine/review/given.ts';
import { root } from '../../server/setup/ensure.mjs';
import { tinyCases, tinyFamily, tinyRuleset } from '../builders/tiny-ruleset.ts';

function sound<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function seeded(file: string): unknown {
  return JSON.parse(readFileSync(path.join(root, 'rulesets', file), 'utf8'));
}

const vocabulary = sound(checkVocabulary(seeded('vocabulary/family@1.json')));
const calendar = sound(checkCalendar(seeded('calendars/england.json')));
const compiled = sound(
  compileRuleset(tinyRuleset, {
    vocabularies: [vocabulary],
    calendars: [calendar],
  }),
);
const parse = familyParser(vocabulary);

function ran(one: Partial<RulesetCase>) {
  const file = { ...tinyCases, cases: [{ ...tinyCases.cases[0], ...one }] };
  const [result] = runCases(compiled, sound(checkCases(file, compiled.ruleset)), parse);
  return result;
}

describe('the family that a case gives', () => {
  const before = {
    id: 'F-1',
    members: [{ id: 'm1' }, { id: 'm2' }],
    records: { offence: [1, 2, 3], 'a/b': { 'c~d': 'here' } },
    attachedOn: '2012-10-01',
  };
  const file = { ...tinyCases, families: { before }, cases: [] };
  const given = (changes: object) => givenFamily(file, { use: 'before', ...changes });

  test.for<{ why: string; changes: object; after: object }>([
    { why: 'itself', changes: {}, after: before },
    {
      why: 'a value in place of another',
      changes: { set: { '/id': 'F-2' } },
      after: { ...before, id: 'F-2' },
    },
    {
      why: 'null is a value',
      changes: { set: { '/attachedOn': null } },
      after: { ...before, attachedOn: null },
    },
    {
      why: 'a key that was not there',
      changes: { set: { '/claims': [] } },
      after: { ...before, claims: [] },
    },
    {
      why: 'inside a list',
      changes: { set: { '/members/1/id': 'm3' } },
      after: { ...before, members: [{ id: 'm1' }, { id: 'm3' }] },
    },
    {
      why: 'at the end of a list',
      changes: { set: { '/records/offence/-': 4 } },
      after: { ...before, records: { ...before.records, offence: [1, 2, 3, 4] } },
    },
    {
      why: 'a key with / and ~ in it',
      changes: { set: { '/records/a~1b/c~0d': 'there' } },
      after: { ...before, records: { ...before.records, 'a/b': { 'c~d': 'there' } } },
    },
    {
      why: 'a key taken away',
      changes: { remove: ['/attachedOn'] },
      after: { id: before.id, members: before.members, records: before.records },
    },
    {
      why: 'an entry taken away',
      changes: { remove: ['/records/offence/0'] },
      after: { ...before, records: { ...before.records, offence: [2, 3] } },
    },
    {
      why: 'put first, then taken away',
      changes: { set: { '/records/offence/-': 4 }, remove: ['/records/offence/3', '/records/offence/0'] },
      after: { ...before, records: { ...before.records, offence: [2, 3] } },
    },
    { why: 'the whole of it', changes: { set: { '': { id: 'F-9' } } }, after: { id: 'F-9' } },
  ])('$why', ({ changes, after }) => {
    const copy = structuredClone(before);
    expect(given(changes)).toEqual({ ok: true, value: after });
    expect(before).toEqual(copy);
  });

  test.for([
    { changes: { set: { '/claim/0': 1 } }, pointer: '/claim/0', why: 'only the last key is made' },
    {
      changes: { set: { '/records/offence/3': 4 } },
      pointer: '/records/offence/3',
      why: 'the end of a list is `-`',
    },
    { changes: { set: { '/records/offence/01': 4 } }, pointer: '/records/offence/01', why: 'not a position' },
    {
      changes: { set: { '/records/offence/-/on': 4 } },
      pointer: '/records/offence/-/on',
      why: 'nothing is there yet',
    },
    { changes: { set: { '/id/first': 4 } }, pointer: '/id/first', why: 'text has no keys' },
    { changes: { set: { id: 4 } }, pointer: 'id', why: 'a pointer begins with /' },
    { changes: { set: { '/~2': 4 } }, pointer: '/~2', why: 'no such escape' },
    { changes: { remove: ['/claims'] }, pointer: '/claims', why: 'nothing is there to take away' },
    {
      changes: { remove: ['/records/offence/-'] },
      pointer: '/records/offence/-',
      why: 'the end is no entry',
    },
    { changes: { remove: ['/toString'] }, pointer: '/toString', why: 'only its own keys' },
    { changes: { remove: [''] }, pointer: '', why: 'there would be no family' },
  ])('$changes names no place ($why)', ({ changes, pointer }) => {
    expect(given(changes)).toMatchObject({ ok: false, error: [{ code: 'pointer-unresolved', pointer }] });
  });

  test('every pointer at fault is found', () => {
    const found = given({ set: { '/a/b': 1, '/c': 2 }, remove: ['/d'] });
    expect(found).toMatchObject({ ok: false, error: [{ pointer: '/a/b' }, { pointer: '/d' }] });
  });

  test('a key named __proto__ is a key like any other', () => {
    const family = given({ set: Object.fromEntries([['/__proto__', { polluted: true }]]) });
    expect(Object.keys(sound(family) as object)).toContain('__proto__');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('a case compares what it expects, and nothing else', () => {
  test.for<{ why: string; expect: RulesetCase['expect'] }>([
    { why: 'nothing', expect: {} },
    { why: 'a criterion', expect: { criteria: { crime: 'met' } } },
    {
      why: 'eligibility and its route',
      expect: { eligibility: 'met', route: 'only', routes: { only: 'met' } },
    },
    {
      why: 'an outcome and its part',
      expect: { outcomes: { calm: 'unknown' }, parts: { 'calm.children': 'unknown' } },
    },
    { why: 'a payment', expect: { payments: { 'attachment-fee': { verdict: 'met', duePence: 100_000 } } } },
    { why: 'totals', expect: { totalDuePence: 100_000, totalPossiblePence: 100_000 } },
    {
      why: 'places, for the family and for a member',
      expect: { nodes: { 'crime.when': 'met', 'calm.children.when.offences@m2': 'unknown' } },
    },
    {
      why: 'one missing datum by some of its keys',
      expect: { missing: [{ recordType: 'offence', member: 'm2' }] },
    },
    { why: 'no reason in particular', expect: { reasons: { crime: [] } } },
  ])('$why', ({ expect: expectation }) => {
    expect(ran({ expect: expectation })).toMatchObject({ passed: true, differences: [], findings: [] });
  });

  test.for<{ expect: RulesetCase['expect']; path: string; expected: unknown; actual: unknown }>([
    {
      expect: { criteria: { crime: 'unknown' } },
      path: '/criteria/crime',
      expected: 'unknown',
      actual: 'met',
    },
    { expect: { eligibility: 'not-met' }, path: '/eligibility', expected: 'not-met', actual: 'met' },
    { expect: { route: null }, path: '/route', expected: null, actual: 'only' },
    { expect: { routes: { only: 'not-met' } }, path: '/routes/only', expected: 'not-met', actual: 'met' },
    { expect: { outcomes: { calm: 'met' } }, path: '/outcomes/calm', expected: 'met', actual: 'unknown' },
    {
      expect: { parts: { 'calm.children': 'met' } },
      path: '/parts/calm.children',
      expected: 'met',
      actual: 'unknown',
    },
    {
      expect: { payments: { 'attachment-fee': { verdict: 'met', duePence: 1 } } },
      path: '/payments/attachment-fee/duePence',
      expected: 1,
      actual: 100_000,
    },
    { expect: { totalPossiblePence: 0 }, path: '/totalPossiblePence', expected: 0, actual: 100_000 },
    {
      expect: { nodes: { 'crime.when': 'not-met' } },
      path: '/nodes/crime.when',
      expected: 'not-met',
      actual: 'met',
    },
    {
      expect: { reasons: { 'attachment-fee': ['not-attached'] } },
      path: '/reasons/attachment-fee',
      expected: ['not-attached'],
      actual: expect.not.arrayContaining(['not-attached']),
    },
    {
      expect: { missing: [] },
      path: '/missing',
      expected: [],
      actual: [expect.objectContaining({ recordType: 'offence', member: 'm2' })],
    },
    {
      expect: { missing: [{ recordType: 'offence', member: 'm2' }, { recordType: 'benefit' }] },
      path: '/missing/1',
      expected: { recordType: 'benefit' },
      actual: expect.any(Array),
    },
  ])(
    '$path is $actual where $expected is expected',
    ({ expect: expectation, path: at, expected, actual }) => {
      const result = ran({ expect: expectation });
      expect(result).toMatchObject({ passed: false, findings: [] });
      expect(result?.differences).toEqual([{ path: at, expected, actual }]);
    },
  );

  test('reasons that are among those given pass', () => {
    const unattached = { use: 'called', set: { '/attachedOn': null } };
    expect(
      ran({ given: unattached, expect: { reasons: { 'attachment-fee': ['not-attached'] } } }),
    ).toMatchObject({
      passed: true,
    });
  });

  test('nothing missing is what `[]` asks', () => {
    const known = { use: 'called', set: { '/records/offence': [] } };
    expect(ran({ given: known, expect: { missing: [] } })).toMatchObject({ passed: true });
  });

  test('every difference is found', () => {
    const result = ran({ expect: { criteria: { crime: 'not-met' }, totalDuePence: 0, route: null } });
    expect(result?.differences.map(({ path: at }) => at)).toEqual([
      '/criteria/crime',
      '/route',
      '/totalDuePence',
    ]);
  });
});

describe('a case is decided as it asks', () => {
  test('on its day: one later, the call-out is too old for a family that is not attached', () => {
    const given = { use: 'called', set: { '/attachedOn': null } };
    expect(ran({ given, asOf: '2013-06-02', expect: { criteria: { crime: 'met' } } })).toMatchObject({
      passed: true,
    });
    expect(ran({ given, asOf: '2013-06-03', expect: { criteria: { crime: 'not-met' } } })).toMatchObject({
      passed: true,
    });
  });

  test('with its attachment day', () => {
    const late = { asOf: '2014-01-01', restateAttachment: '2013-06-03' };
    expect(ran({ ...late, expect: { criteria: { crime: 'not-met' } } })).toMatchObject({ passed: true });
  });

  test('with its own family', () => {
    const family = { ...tinyFamily, records: { 'police-call-out': [] } };
    expect(ran({ given: { family }, expect: { criteria: { crime: 'not-met' } } })).toMatchObject({
      passed: true,
    });
  });

  test('not at all where the family cannot be read', () => {
    const given = { use: 'called', set: { '/members/0/dateOfBirth': '1978-02-30' } };
    expect(ran({ given, expect: {} })).toMatchObject({
      id: 'called-once',
      passed: false,
      differences: [],
      findings: [{ pointer: '/members/0/dateOfBirth' }],
    });
  });
});
