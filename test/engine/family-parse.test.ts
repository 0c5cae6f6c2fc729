import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Vocabulary } from '../../engine/document/vocabulary.ts';
import { BEFORE_ALL, ONGOING } from '../../engine/family/family.ts';
import { familyParser } from '../../engine/family/parse.ts';
import { dayOf } from '../../engine/time/civil-date.ts';
import { exampleFamily } from '../builders/example-family.ts';
import { smallFamily, smallVocabulary } from '../builders/vocabulary.ts';

const parse = familyParser(smallVocabulary);

function sound(document: unknown) {
  const result = parse(document);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const codesOf = (document: unknown) => {
  const result = parse(document);
  return result.ok ? [] : result.error.map(({ code, pointer }) => `${code} ${pointer}`);
};

describe('a family is read', () => {
  const document = smallFamily();
  const { records, ...family } = sound(document);

  test('with its days as numbers and its members by position', () => {
    expect(family).toEqual({
      id: 'F-001',
      localAuthority: 'Hertfordshire',
      vocabulary: 'small@1',
      attachedOn: dayOf(2012, 10, 1),
      closedOn: null,
      members: [
        {
          ...{ index: 0, id: 'm1', role: 'parent', dateOfBirth: dayOf(1978, 3, 2), resident: true },
          ...{ joinedOn: BEFORE_ALL, leftOn: ONGOING },
        },
        {
          ...{ index: 1, id: 'm2', role: 'child', dateOfBirth: undefined, resident: undefined },
          ...{ joinedOn: dayOf(2000, 5, 11), leftOn: ONGOING },
        },
      ],
      coverage: new Map([
        ['exclusion', [{ member: 1, from: dayOf(2011, 1, 1), to: dayOf(2013, 10, 1) }]],
        ['arrears', [{ member: -1, from: dayOf(2011, 1, 1), to: ONGOING }]],
        ['employment', []],
      ]),
      claims: [
        {
          ...{ programme: 'troubled-families', phase: 1, payment: 'attachment-fee' },
          ...{ on: dayOf(2012, 11, 1), pence: 320000, localAuthority: undefined },
        },
      ],
      overrides: [{ ...document.overrides[0], on: dayOf(2013, 5, 1) }],
    });
  });

  test.for([
    {
      type: 'exclusion',
      at: 0,
      member: 1,
      from: dayOf(2012, 5, 1),
      to: dayOf(2012, 5, 2),
      why: 'its one day',
    },
    {
      type: 'exclusion',
      at: 1,
      member: 1,
      from: dayOf(2012, 2, 29),
      to: dayOf(2012, 3, 1),
      why: 'a leap day',
    },
    {
      type: 'police-call-out',
      at: 0,
      member: -1,
      from: dayOf(2012, 6, 2),
      to: dayOf(2012, 6, 3),
      why: 'nobody named',
    },
    {
      type: 'police-call-out',
      at: 1,
      member: 0,
      from: dayOf(2012, 6, 3),
      to: dayOf(2012, 6, 4),
      why: 'the parent',
    },
    { type: 'employment', at: 0, member: 0, from: dayOf(2013, 9, 2), to: ONGOING, why: 'it lasts' },
    {
      type: 'arrears',
      at: 0,
      member: -1,
      from: dayOf(2012, 1, 1),
      to: dayOf(2012, 1, 2),
      why: 'one day long',
    },
    {
      type: 'term-attendance',
      at: 0,
      member: 1,
      from: 0,
      to: 0,
      term: '2012-13/autumn',
      why: 'a term has no days',
    },
  ])('$type $at is [$from, $to) of member $member: $why', ({ type, at, member, from, to, term = '' }) => {
    expect(records.get(type)?.[at]).toMatchObject({ index: at, member, from, to, term });
  });

  test('with its records as given, save what null leaves unknown', () => {
    const { exclusion, employment, arrears } = document.records;
    const unknown: Partial<(typeof exclusion)[number]> = { ...exclusion[1] };
    delete unknown.sessions;
    expect(records.get('exclusion')?.map(({ fields }) => fields)).toEqual([exclusion[0], unknown]);
    expect(records.get('exclusion')?.[1]?.fields).not.toHaveProperty('sessions');
    expect(records.get('employment')?.[0]?.fields).toEqual(employment[0]);
    expect(records.get('arrears')?.[0]?.fields).toEqual(arrears[0]);
  });

  test('without a change to the document', () => {
    expect(document).toEqual(smallFamily());
  });
});

describe('what is left out says no more than null', () => {
  const { id, localAuthority, members } = smallFamily();
  const least = { id, localAuthority, members, records: {} };
  const optional = ['vocabulary', 'attachedOn', 'closedOn', 'formerIds', 'coverage', 'claims', 'overrides'];

  test.for([...optional, 'records/exclusion', 'coverage/exclusion'])('%s', (key) => {
    const [outer = '', inner] = key.split('/');
    const document =
      inner === undefined ? { ...least, [outer]: null } : { ...least, [outer]: { [inner]: null } };
    expect(parse(document)).toEqual(parse(least));
  });

  test('and a list that is there and empty says that there are none', () => {
    expect([...sound({ ...least, records: { exclusion: [] } }).records]).toEqual([['exclusion', []]]);
    expect([...sound({ ...least, coverage: { exclusion: [] } }).coverage]).toEqual([['exclusion', []]]);
  });
});

describe('the first that is refused and the last that is not', () => {
  const spell = (from: string, to: string | null) => ({
    ...smallFamily(),
    records: { arrears: [{ from, to, pence: 1 }] },
  });
  const row = (counts: object) => ({
    ...smallFamily(),
    records: { 'term-attendance': [{ member: 'm2', term: '2012-13/autumn', possible: 140, ...counts }] },
  });
  const terms = (term: string) => row({ term });
  const ids = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ id: `m${at + 1}`, role: 'child' }));
  const range = '/records/arrears/0/to';
  const sum = '/records/term-attendance/0';

  test.for<{ why: string; document: unknown; found: string[] }>([
    { why: 'a spell of one day', document: spell('2012-01-31', '2012-02-01'), found: [] },
    { why: 'of none', document: spell('2012-01-31', '2012-01-31'), found: [`to-not-after-from ${range}`] },
    { why: 'the last day there is', document: spell('9999-12-30', '9999-12-31'), found: [] },
    { why: '29 February in a leap year', document: spell('2012-02-29', null), found: [] },
    {
      why: 'in a common one',
      document: spell('2013-02-29', null),
      found: ['not-a-day /records/arrears/0/from'],
    },
    { why: 'absence of every session', document: row({ authorised: 118, unauthorised: 22 }), found: [] },
    {
      why: 'of one more',
      document: row({ authorised: 118, unauthorised: 23 }),
      found: [`more-than-limit ${sum}`],
    },
    {
      why: 'more by one part alone',
      document: row({ unauthorised: 141 }),
      found: [`more-than-limit ${sum}`],
    },
    {
      why: 'a part that is null adds nothing',
      document: row({ authorised: null, unauthorised: 140 }),
      found: [],
    },
    { why: 'a row of no sessions', document: row({ possible: 0, unauthorised: 0 }), found: [] },
    { why: 'an academic year over a century', document: terms('1999-00/spring'), found: [] },
    { why: 'in another century', document: terms('1912-13/spring'), found: [] },
    {
      why: 'a year that is not the next',
      document: terms('1999-01/spring'),
      found: [`not-a-term ${sum}/term`],
    },
    { why: 'a year that is the same', document: terms('2012-12/spring'), found: [`not-a-term ${sum}/term`] },
    {
      why: 'closed on the day of attachment',
      document: { ...smallFamily(), closedOn: '2012-10-01' },
      found: [],
    },
    {
      why: 'on the day before',
      document: { ...smallFamily(), closedOn: '2012-09-30' },
      found: ['to-not-after-from /closedOn'],
    },
    { why: 'an id of 200 characters', document: { ...smallFamily(), id: 'é'.repeat(200) }, found: [] },
    { why: 'of 201', document: { ...smallFamily(), id: 'é'.repeat(201) }, found: ['too-long /id'] },
    { why: '100 members', document: { ...smallFamily(), members: ids(100) }, found: [] },
    { why: '101', document: { ...smallFamily(), members: ids(101) }, found: ['too-many /members'] },
  ])('$why', ({ document, found }) => {
    expect(codesOf(document)).toEqual(found);
  });

  test.for([
    { count: 10_000, found: [] },
    { count: 10_001, found: ['too-many /records/police-call-out'] },
  ])('$count records of one type', ({ count, found }) => {
    const calls = Array.from({ length: count }, () => ({ on: '2012-06-02' }));
    expect(codesOf({ ...smallFamily(), records: { 'police-call-out': calls } })).toEqual(found);
  });
});

test('rows of strangers are not taken for rows of one member', () => {
  const rows = ['m8', 'm9'].map((member) => ({ member, term: '2012-13/autumn', possible: 140 }));
  expect(codesOf({ ...smallFamily(), records: { 'term-attendance': rows } })).toEqual([
    'unknown-member /records/term-attendance/0/member',
    'unknown-member /records/term-attendance/1/member',
  ]);
});

test('a number too great for JSON to hold is refused', () => {
  const [claim] = smallFamily().claims;
  const claims = JSON.parse(
    JSON.stringify([{ ...claim, pence: 1 }]).replace('"pence":1', '"pence":1e400'),
  ) as unknown;
  expect(codesOf({ ...smallFamily(), claims })).toEqual(['not-whole /claims/0/pence']);
});

test('who is named is not judged where no members could be read', () => {
  expect(codesOf({ ...smallFamily(), members: 'm1, m2' })).toEqual(['wrong-type /members']);
  expect(codesOf({ ...smallFamily(), members: ['m1', 'm2'] })).toEqual([
    'wrong-type /members/0',
    'wrong-type /members/1',
  ]);
});

test.for([null, true, 7, 'F-001', [], [smallFamily()]])('%j is no family', (document) => {
  expect(codesOf(document)).toEqual(['wrong-type ']);
});

describe('names that a vocabulary should not have used', () => {
  const count = { type: 'count', label: 'a count', unit: 'times' } as const;
  const { exclusion } = smallVocabulary.recordTypes;
  const fields = { ...exclusion?.fields, on: count, member: count, constructor: count, valueOf: count };
  const unsafe = JSON.parse('{"__proto__": 1}') as object;
  const vocabulary = {
    ...smallVocabulary,
    recordTypes: { constructor: exclusion, exclusion: { ...exclusion, fields } },
  } as unknown as Vocabulary;
  const record = { member: 'm2', on: '2012-05-01', kind: 'permanent' };
  const found = (records: object) => {
    const result = familyParser(vocabulary)({ ...smallFamily(), records, coverage: null });
    return result.ok ? [] : result.error.map(({ code, pointer }) => `${code} ${pointer}`);
  };

  test('do not change what a record must have', () => {
    expect(found({ exclusion: [record] })).toEqual([]);
  });

  test.for([
    {
      records: { exclusion: [{ ...record, constructor: 1 }] },
      finding: 'reserved-key /records/exclusion/0/constructor',
    },
    {
      records: { exclusion: [{ ...record, valueOf: 1 }] },
      finding: 'unknown-key /records/exclusion/0/valueOf',
    },
    { records: { constructor: [record] }, finding: 'reserved-key /records/constructor' },
    { records: unsafe, finding: 'reserved-key /records/__proto__' },
  ])('are refused: $finding', ({ records, finding }) => {
    expect(found(records)).toEqual([finding]);
  });
});

test('the family of the product’s design is read with the vocabulary that ships', () => {
  const shipped = new URL('../../rulesets/vocabulary/family@1.json', import.meta.url);
  const result = familyParser(JSON.parse(readFileSync(shipped, 'utf8')) as Vocabulary)(exampleFamily());
  expect(result).toMatchObject({ ok: true, value: { id: 'F-001', vocabulary: 'family@1' } });
  expect(result.ok && [...result.value.records.keys()]).toEqual(Object.keys(exampleFamily().records));
});
