import { describe, expect, test } from 'vitest';
import type { Release } from '../../engine/index.ts';
import { nextChange, releaseOn } from '../../server/library/in-force.ts';
import { openLibrary } from '../../server/library/open.ts';
import { resolve, selector } from '../../server/library/selector.ts';
import { rulesetsFolder } from '../builders/rulesets-folder.ts';
import { tinyRuleset } from '../builders/tiny-ruleset.ts';

const source = { ref: 'made-up', standing: 'unverified' } as const;
const release = (version: string, days: Pick<Release, 'from' | 'to' | 'recordedOn'>): Release => ({
  ruleset: 'tiny',
  version,
  source,
  ...days,
});

describe('which release is in force', () => {
  const first = release('1.0.0', { from: '2012-04-01', to: '2015-04-01' });
  const second = release('1.1.0', { from: '2013-04-01', recordedOn: '2013-03-01' });
  const corrected = release('1.1.1', { from: '2013-04-01', recordedOn: '2014-01-10' });
  const other: Release = { ...release('9.0.0', { from: '2000-01-01' }), ruleset: 'other' };
  const releases = [corrected, other, first, second];

  test.for([
    { on: '2012-03-31', version: undefined, why: 'the day before the first' },
    { on: '2012-04-01', version: '1.0.0', why: 'its first day' },
    { on: '2013-03-31', version: '1.0.0', why: 'the last day before another begins' },
    { on: '2013-04-01', version: '1.1.1', why: 'the later from, of those the later recorded' },
    { on: '2013-04-01', knownOn: '2014-01-10', version: '1.1.1', why: 'known the day it was recorded' },
    { on: '2013-04-01', knownOn: '2014-01-09', version: '1.1.0', why: 'not known the day before' },
    { on: '2013-04-01', knownOn: '2013-02-28', version: '1.0.0', why: 'the second not recorded yet' },
    {
      on: '2012-04-01',
      knownOn: '2012-03-31',
      version: undefined,
      why: 'recorded on its from where it does not say',
    },
    { on: '2020-01-01', version: '1.1.1', why: 'nothing ended it' },
  ])('on $on, known on $knownOn: $version ($why)', ({ on, knownOn, version }) => {
    expect(releaseOn(releases, { ruleset: 'tiny', on, knownOn })?.version).toBe(version);
  });

  test.for([
    { on: '2015-03-31', version: '1.0.0', why: 'the last day in' },
    { on: '2015-04-01', version: undefined, why: 'its to is the first day outside' },
  ])('alone, on $on: $version ($why)', ({ on, version }) => {
    expect(releaseOn([first], { ruleset: 'tiny', on })?.version).toBe(version);
  });

  test.for([
    { on: '2011-01-01', next: ['2012-04-01', '1.0.0'], why: 'before the first' },
    { on: '2012-03-31', next: ['2012-04-01', '1.0.0'], why: 'the day before' },
    { on: '2012-04-01', next: ['2013-04-01', '1.1.1'], why: 'on its first day the next is another' },
    { on: '2013-04-01', next: undefined, why: 'the first ends under another that lasts: nothing changes' },
  ])('after $on the next to change is $next ($why)', ({ on, next }) => {
    const change = nextChange(releases, { ruleset: 'tiny', on });
    expect(change && [change.on, change.release?.version]).toEqual(next);
  });

  test('alone, the next change is the day after which none is in force', () => {
    expect(nextChange([first], { ruleset: 'tiny', on: '2015-03-31' })).toEqual({
      on: '2015-04-01',
      release: undefined,
    });
    expect(nextChange([first], { ruleset: 'tiny', on: '2015-04-01' })).toBeUndefined();
  });

  test('of two that are the same but for the version, the last listed', () => {
    const twins = [first, { ...first, version: '1.0.1' }];
    expect(releaseOn(twins, { ruleset: 'tiny', on: '2013-01-01' })?.version).toBe('1.0.1');
  });
});

describe('a selector names one version, or what there is instead', () => {
  const opened = () => {
    const library = openLibrary(
      rulesetsFolder({ 'england/tiny/1.1.0.json': { ...tinyRuleset, version: '1.1.0' } }),
    );
    if (!library.ok) throw new Error(JSON.stringify(library.error));
    const versions = library.value.rulesets.get('tiny') ?? [];
    const names = versions.map(({ ruleset, hash }) => ({ version: ruleset.version, hash }));
    return { library: library.value, names, hash: versions[1]?.hash ?? '' };
  };

  test('by number, by hash, and by the day it is in force', () => {
    const { library, hash } = opened();
    const numberOf = (wanted: Parameters<typeof resolve>[1]) => {
      const version = resolve(library, wanted);
      return version.ok ? version.value.ruleset.version : version.error.code;
    };
    expect(numberOf({ id: 'tiny', version: '1.1.0' })).toBe('1.1.0');
    expect(numberOf({ id: 'tiny', hash })).toBe('1.1.0');
    expect(numberOf({ id: 'tiny', inForceOn: '2015-03-31' })).toBe('1.0.0');
    expect(numberOf({ id: 'tiny', inForceOn: '2015-04-01' })).toBe('nothing-in-force');
    expect(numberOf({ id: 'tiny', inForceOn: '2013-01-01', knownOn: '2012-01-01' })).toBe('nothing-in-force');
  });

  test('no such ruleset', () => {
    const { library } = opened();
    expect(resolve(library, { id: 'tini', version: '1.0.0' })).toEqual({
      ok: false,
      error: {
        code: 'ruleset-not-found',
        message: 'there is no ruleset `tini`',
        suggestion: 'tiny',
        rulesets: ['tiny'],
      },
    });
  });

  test('no such version', () => {
    const { library, names } = opened();
    expect(resolve(library, { id: 'tiny', version: '1.0.9' })).toMatchObject({
      ok: false,
      error: {
        code: 'version-not-found',
        message: 'ruleset `tiny` has no version `1.0.9`',
        versions: names,
      },
    });
  });

  test('no such hash', () => {
    const { library, names } = opened();
    const hash = `sha256:${'0'.repeat(64)}`;
    const { error } = resolve(library, { id: 'tiny', hash }) as { error: object };
    expect(error).toEqual({
      code: 'version-not-found',
      message: `ruleset \`tiny\` has no version \`${hash}\``,
      versions: names,
    });
  });

  test('nothing in force on the day', () => {
    const { library } = opened();
    expect(resolve(library, { id: 'tiny', inForceOn: '2012-03-31', knownOn: '2020-01-01' })).toMatchObject({
      ok: false,
      error: {
        code: 'nothing-in-force',
        message: 'no version of ruleset `tiny` is in force on `2012-03-31`, as known on `2020-01-01`',
        releases: [{ version: '1.0.0', from: '2012-04-01', to: '2015-04-01' }],
      },
    });
  });

  test.for([
    { wanted: { id: 'tiny' }, why: 'there is no implicit latest' },
    { wanted: { id: 'tiny', version: '1.0.0', hash: 'sha256:0' }, why: 'one way at a time' },
    {
      wanted: { id: 'tiny', version: '1.0.0', knownOn: '2013-01-01' },
      why: 'an exact version is always the same',
    },
    { wanted: { id: 'tiny', inForceOn: '2013-02-30' }, why: 'a day that does not exist' },
  ])('$wanted is no selector ($why)', ({ wanted }) => {
    expect(selector.safeParse(wanted).success).toBe(false);
  });
});
