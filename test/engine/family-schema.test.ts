import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Vocabulary } from '../../engine/document/vocabulary.ts';
import type { FamilyCode } from '../../engine/family/codes.ts';
import { familyParser } from '../../engine/family/parse.ts';
import { familySchema } from '../../engine/family/schema.ts';
import { withOneEdit } from '../arbitraries/family-edit.ts';
import { exampleFamily } from '../builders/example-family.ts';
import { smallFamily, smallVocabulary } from '../builders/vocabulary.ts';

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function acceptedBy(vocabulary: Vocabulary) {
  return new Ajv2020({ allErrors: true, strict: true, formats: { date: isDay } }).compile(
    familySchema(vocabulary),
  );
}

const parse = familyParser(smallVocabulary);
const accepts = acceptedBy(smallVocabulary);

const codesOf = (document: unknown) => {
  const result = parse(document);
  return result.ok ? [] : result.error.map(({ code }) => code);
};

/** What no JSON Schema can say; `not-a-term` and `more-than-limit` only in part. */
const beyond: ReadonlySet<string> = new Set<FamilyCode>([
  'unknown-member',
  'to-not-after-from',
  'duplicate-id',
  'duplicate-term-row',
  'not-a-term',
  'more-than-limit',
]);

const numbered = <T>(count: number, item: T) => Array.from({ length: count }, () => item);
const family = smallFamily();
const [, child = family.members[0]] = family.members;
const [row] = family.records['term-attendance'];
const [exclusion] = family.records.exclusion;
const [work] = family.records.employment;
const [claim] = family.claims;
const [override] = family.overrides;
const records = (more: object) => ({ records: { ...family.records, ...more } });

describe('the schema and the parser agree', () => {
  test.for<{ change: object; refused: boolean; why: string }>([
    { change: {}, refused: false, why: 'nothing is changed' },
    {
      change: { attachedOn: null, coverage: null, claims: null },
      refused: false,
      why: 'optional keys are null',
    },
    { change: { attachedOn: '2012-02-30' }, refused: true, why: 'there is no such day' },
    { change: { attachedOn: '0000-01-01' }, refused: true, why: 'years count from 1' },
    { change: { attachedOn: '2012-10-01T00:00:00Z' }, refused: true, why: 'a day has no time' },
    { change: { id: 'x'.repeat(200) }, refused: false, why: 'the longest id' },
    { change: { id: 'x'.repeat(201) }, refused: true, why: 'an id too long' },
    { change: { id: '\u{1f600}'.repeat(200) }, refused: false, why: 'characters are code points' },
    { change: { id: ' ' }, refused: true, why: 'a blank id' },
    { change: { id: null }, refused: true, why: 'a required key is null' },
    { change: { vocabulary: 'small@2' }, refused: true, why: 'another vocabulary' },
    { change: { records: null }, refused: true, why: 'records are required' },
    { change: { stranger: 1 }, refused: true, why: 'an unknown key' },
    { change: { members: [] }, refused: true, why: 'nobody' },
    { change: { members: numbered(101, child) }, refused: true, why: 'too many members' },
    {
      change: { members: [...family.members, { id: 'm3', role: 'aunt' }] },
      refused: true,
      why: 'an unknown role',
    },
    { change: { members: [...family.members, { id: 'm3' }] }, refused: true, why: 'no role' },
    { change: { formerIds: numbered(100, 'F') }, refused: false, why: 'the most former ids' },
    { change: { formerIds: numbered(101, 'F') }, refused: true, why: 'one too many' },
    { change: records({ exclusion: null }), refused: false, why: 'a type that was not supplied' },
    { change: records({ offence: [] }), refused: true, why: 'an unknown type' },
    {
      change: records({ exclusion: [{ ...exclusion, kind: 'brief' }] }),
      refused: true,
      why: 'an unknown kind',
    },
    {
      change: records({ exclusion: [{ ...exclusion, kind: null }] }),
      refused: true,
      why: 'a kind must be said',
    },
    {
      change: records({ exclusion: [{ ...exclusion, sessions: null }] }),
      refused: false,
      why: 'unknown sessions',
    },
    {
      change: records({ exclusion: [{ ...exclusion, sessions: 90 }] }),
      refused: false,
      why: 'the most sessions',
    },
    { change: records({ exclusion: [{ ...exclusion, sessions: 91 }] }), refused: true, why: 'one more' },
    {
      change: records({ exclusion: [{ ...exclusion, sessions: 1.5 }] }),
      refused: true,
      why: 'half a session',
    },
    { change: records({ exclusion: [{ ...exclusion, sessions: -1 }] }), refused: true, why: 'below nothing' },
    {
      change: records({ exclusion: [{ ...exclusion, member: null }] }),
      refused: true,
      why: 'nobody excluded',
    },
    {
      change: records({ exclusion: [{ ...exclusion, to: null }] }),
      refused: true,
      why: 'an event with an end',
    },
    {
      change: records({ exclusion: [{ ...exclusion, source: 'x'.repeat(13) }] }),
      refused: true,
      why: 'a long source',
    },
    {
      change: records({ exclusion: [{ ...exclusion, source: '' }] }),
      refused: false,
      why: 'an empty source',
    },
    {
      change: records({ employment: [{ ...work, to: undefined }] }),
      refused: true,
      why: 'ongoing must be said',
    },
    {
      change: records({ employment: [{ ...work, paid: undefined }] }),
      refused: true,
      why: 'a field must be said',
    },
    {
      change: records({ employment: [{ ...work, reviewOn: null }] }),
      refused: false,
      why: 'known to have none',
    },
    {
      change: records({ arrears: [{ from: '2012-01-01', to: null }] }),
      refused: true,
      why: 'null may be, absence not',
    },
    {
      change: records({ arrears: [{ member: 'm1', from: '2012-01-01', to: null, pence: 1 }] }),
      refused: true,
      why: 'none',
    },
    {
      change: records({ 'term-attendance': [{ ...row, term: '2012-13/winter' }] }),
      refused: true,
      why: 'no such term',
    },
    {
      change: { coverage: { exclusion: [{ from: '2012-01-01' }] } },
      refused: true,
      why: 'an open end must be said',
    },
    {
      change: { coverage: { arrears: [{ from: '2012-01-01', to: null, member: 'm1' }] } },
      refused: true,
      why: 'none',
    },
    { change: { claims: [{ ...claim, phase: 0 }] }, refused: true, why: 'phases count from 1' },
    {
      change: { claims: [{ ...claim, localAuthority: 'Harrow' }] },
      refused: false,
      why: 'another authority',
    },
    { change: { overrides: [{ ...override, verdict: 'passed' }] }, refused: true, why: 'no such verdict' },
    { change: { overrides: [{ ...override, reason: '' }] }, refused: true, why: 'a reason must be said' },
    { change: { overrides: [{ ...override, evidence: '' }] }, refused: false, why: 'evidence need not' },
  ])('refused: $refused, when $why', ({ change, refused }) => {
    const document: unknown = JSON.parse(JSON.stringify({ ...family, ...change }));
    expect({ schema: !accepts(document), parser: codesOf(document).length > 0 }).toEqual({
      schema: refused,
      parser: refused,
    });
  });

  const documents = fc.oneof(withOneEdit(smallFamily()), fc.jsonValue());

  test('the schema accepts whatever the parser accepts, and the parser refuses more only where a schema cannot', () => {
    const agree = (document: unknown) => {
      const codes = codesOf(document);
      return accepts(document) ? codes.every((code) => beyond.has(code)) : codes.length > 0;
    };
    fc.assert(fc.property(documents, agree), { numRuns: 500 });
  });
});

// Long, because the schema that ships takes seconds to compile on a busy machine.
test('the family of the product’s design is accepted by the schema that ships', { timeout: 30_000 }, () => {
  const shipped = new URL('../../rulesets/vocabulary/family@1.json', import.meta.url);
  const isAccepted = acceptedBy(JSON.parse(readFileSync(shipped, 'utf8')) as Vocabulary);
  expect(isAccepted(exampleFamily())).toBe(true);
  expect(isAccepted({ ...exampleFamily(), stranger: 1 })).toBe(false);
});

test('the schema says in the vocabulary’s words what each thing is', () => {
  const { $schema, $id, title, properties } = familySchema(smallVocabulary);
  expect({ $schema, $id, title }).toEqual({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:threshold:vocabulary:small@1',
    title: 'A small vocabulary for tests',
  });
  expect(properties).toMatchObject({
    records: {
      properties: {
        arrears: {
          title: 'spells of arrears',
          anyOf: [
            {
              items: {
                title: 'spell of arrears',
                additionalProperties: false,
                required: ['from', 'to', 'pence'],
                properties: {
                  pence: {
                    title: 'amount in arrears',
                    description: 'pence',
                    anyOf: [{ minimum: 0 }, { type: 'null' }],
                  },
                },
              },
            },
            { type: 'null' },
          ],
        },
      },
    },
  });
});
