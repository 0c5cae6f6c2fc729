import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withRates, type SyntheticProfile } from '../../engine/synthetic/profile.ts';
import { syntheticFamilies } from '../../engine/synthetic/families.ts';
import { syntheticProfiles } from '../../engine/synthetic/profiles.ts';
import { rateNames } from '../../engine/synthetic/rates.ts';
import { schoolAge } from '../../engine/synthetic/school-year.ts';
import { familyTypes, recordTypes } from '../../engine/synthetic/catalogue.ts';
import { evaluate } from '../../engine/decide/evaluate.ts';
import { FAMILY } from '../../engine/decide/run.ts';
import { MET } from '../../engine/verdict.ts';
import { day } from '../builders/decided.ts';
import { familiesOf, profileOf } from '../builders/synthetic.ts';
import { parseFamily, readFamily, shippedLibrary, shippedRuleset } from '../builders/shipped.ts';

const ids = syntheticProfiles.map(({ id }) => id);
const [vocabulary] = shippedLibrary.vocabularies;
if (vocabulary === undefined) throw new Error('the vocabulary ships');

function first(count: number, make: (index: number) => unknown): string {
  return Array.from({ length: count }, (_, index) => `${JSON.stringify(make(index))}\n`).join('');
}

describe('the same profile and seed give the same families, byte for byte', () => {
  test.for([
    { id: 'hertfordshire', digest: '62a3f879246bcc9f87e06f11729a6b2a1ec920f586e36668b14cef920ce9429c' },
    {
      id: 'hertfordshire-worked-with',
      digest: '515af9d93fff0411ae1b4ea6e13c39adaf2a7997f45ca2b927aa5c811f2c08e0',
    },
    { id: 'corners', digest: '8f97d4b7835495cf9bd9c3aac3308871d940fb60fdb976072c4f5f6e731949fd' },
  ])('$id', ({ id, digest }) => {
    const written = first(200, familiesOf(id, 2013));
    expect(createHash('sha256').update(written).digest('hex')).toBe(digest);
  });

  test('another seed gives others', () => {
    expect(first(5, familiesOf('corners', 1))).not.toEqual(first(5, familiesOf('corners', 2)));
    expect(first(5, familiesOf('corners', 1))).not.toEqual(first(5, familiesOf('corners', 1 + 2 ** 32)));
  });

  test('no two families of a stream are alike', () => {
    const make = familiesOf('hertfordshire', 7);
    const told = Array.from({ length: 2000 }, (_, index) => JSON.stringify(make(index).records));
    expect(new Set(told).size).toBe(told.length);
  });
});

const seeds = fc.oneof(fc.nat(), fc.maxSafeNat());
const profiles = fc
  .tuple(
    fc.constantFrom(...syntheticProfiles),
    fc.dictionary(fc.constantFrom(...rateNames), fc.double({ min: 0, max: 1, noNaN: true })),
  )
  .map(([profile, set]): SyntheticProfile =>
    withRates(
      profile,
      new Map(
        rateNames.flatMap((name) => {
          const value = set[name];
          return value === undefined ? [] : [[name, value] as const];
        }),
      ),
    ),
  );

test('a family depends on profile, seed and index alone, whatever was asked for before', () => {
  const isIndependent = (profile: SyntheticProfile, seed: number, indices: readonly number[]) => {
    const make = syntheticFamilies(profile, seed);
    const inTurn = indices.map((index) => JSON.stringify(make(index)));
    const alone = indices
      .toReversed()
      .map((index) => JSON.stringify(syntheticFamilies(profile, seed)(index)));
    return inTurn.join() === alone.toReversed().join();
  };
  fc.assert(fc.property(profiles, seeds, fc.array(seeds, { maxLength: 5 }), isIndependent));
});

test('every family is read by the strict parser, whatever the rates', () => {
  const isRead = (profile: SyntheticProfile, seed: number, index: number) => {
    const read = parseFamily(JSON.parse(JSON.stringify(syntheticFamilies(profile, seed)(index))));
    return read.ok || JSON.stringify(read.error);
  };
  fc.assert(
    fc.property(profiles, seeds, seeds, (...given) => {
      expect(isRead(...given)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

const phase1 = shippedRuleset('england/phase-1/1.0.0');

/** The share of families that meet all three core criteria of the first programme when they are looked at. */
function allThree(profile: SyntheticProfile, count: number): number {
  const make = syntheticFamilies(profile, 2013);
  let met = 0;
  for (let index = 0; index < count; index += 1) {
    const { run } = evaluate(phase1, readFamily(make(index)), { asOf: day(profile.drawnOn) });
    const verdicts = ['crime', 'education', 'work'].map((id) => phase1.compiler.slots.read(run, id, FAMILY));
    if (verdicts.every((verdict) => verdict === MET)) met += 1;
  }
  return met / count;
}

describe('the rate of families with crime, education and work problems is the profile’s, within 4 sigma', () => {
  const set = (id: string, value: number) => withRates(profileOf(id), new Map([['all-three', value]]));
  test.for([
    { why: 'matched data, 9 %', profile: profileOf('hertfordshire'), rate: 0.09, count: 4000 },
    { why: 'worked with, 25 %', profile: profileOf('hertfordshire-worked-with'), rate: 0.25, count: 4000 },
    { why: 'set to 60 %', profile: set('hertfordshire', 0.6), rate: 0.6, count: 2000 },
    { why: 'none', profile: set('corners', 0), rate: 0, count: 1000 },
    { why: 'all, whatever is missing', profile: set('corners', 1), rate: 1, count: 1000 },
  ])('$why', ({ profile, rate, count }) => {
    const tolerance = 4 * Math.sqrt((rate * (1 - rate)) / count);
    expect(Math.abs(allThree(profile, count) - rate)).toBeLessThanOrEqual(tolerance);
  });
});

describe('the families have everything that the vocabulary knows', () => {
  test('the same record types, of which the same are about the family alone', () => {
    const types = Object.entries(vocabulary.recordTypes);
    expect([...recordTypes].sort()).toEqual(types.map(([type]) => type).sort());
    expect([...familyTypes].sort()).toEqual(
      types.flatMap(([type, { member }]) => (member === 'none' ? [type] : [])).sort(),
    );
    expect(schoolAge).toMatchObject({ ...vocabulary.schoolAge, source: schoolAge.source });
  });

  test('each value of each field, and each optional one left out', () => {
    const seen = new Set<string>();
    const make = familiesOf('corners', 5);
    for (let index = 0; index < 3000; index += 1) {
      for (const [type, rows] of Object.entries(make(index).records)) {
        for (const row of rows) {
          for (const name of Object.keys(vocabulary.recordTypes[type]?.fields ?? {})) {
            const value = row[name];
            seen.add(
              `${type} ${name} ${typeof value === 'string' || typeof value === 'boolean' || value === null ? String(value) : typeof value}`,
            );
          }
          if (vocabulary.recordTypes[type]?.member === 'optional') {
            seen.add(`${type} ${row['member'] === undefined ? 'of the family' : 'of a member'}`);
          }
        }
      }
    }
    const wanted = Object.entries(vocabulary.recordTypes).flatMap(([type, { fields, member }]) => [
      ...(member === 'optional' ? [`${type} of the family`, `${type} of a member`] : []),
      ...Object.entries(fields).flatMap(([name, field]) => {
        const left = field.required === true ? [] : [`${type} ${name} undefined`];
        if (field.type === 'kind') left.push(...field.values.map(({ id }) => `${type} ${name} ${id}`));
        if (field.type === 'yes-no') left.push(`${type} ${name} true`, `${type} ${name} false`);
        if (field.type === 'count') left.push(`${type} ${name} number`);
        if (field.nullable === true) left.push(`${type} ${name} null`);
        return left;
      }),
    ]);
    expect(wanted.filter((one) => !seen.has(one))).toEqual([]);
  });

  test.for(ids)('siblings, moves, gaps, earlier claims and former ids: %s', (id) => {
    const make = familiesOf(id, 3);
    const all = Array.from({ length: 3000 }, (_, index) => make(index));
    const children = (family: (typeof all)[number]) => family.members.filter(({ role }) => role === 'child');
    const some = (holds: (family: (typeof all)[number]) => boolean) => all.some(holds);
    expect({
      siblings: some((family) => children(family).length >= 5),
      childless: some((family) => children(family).length === 0),
      joined: some(({ members }) => members.some(({ joinedOn }) => joinedOn !== undefined)),
      left: some(({ members }) => members.every(({ leftOn }) => leftOn !== undefined)),
      elsewhere: some(({ members }) => members.some(({ resident }) => resident === false)),
      noBirthDate: some(({ members }) => members.some(({ dateOfBirth }) => dateOfBirth === undefined)),
      missing: some(({ records }) => records['offence'] === undefined),
      gap: some(({ coverage }) => Object.values(coverage).some((spans) => spans.length > 1)),
      claimedElsewhere: some(({ claims }) =>
        claims.some(({ localAuthority }) => localAuthority !== undefined),
      ),
      resultClaimed: some(({ claims }) => claims.length > 1),
      former: some(({ formerIds }) => formerIds.length > 0),
      judged: some(({ overrides }) => overrides.length > 0),
      otherAuthority: some(({ localAuthority }) => localAuthority !== 'Hertfordshire'),
      closed: some(({ closedOn }) => closedOn !== null),
    }).toEqual({
      siblings: true,
      childless: true,
      joined: true,
      left: true,
      elsewhere: true,
      noBirthDate: true,
      missing: true,
      gap: true,
      claimedElsewhere: true,
      resultClaimed: true,
      former: true,
      judged: true,
      otherAuthority: true,
      closed: true,
    });
  });
});
