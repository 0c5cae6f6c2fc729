import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { decision } from '../../engine/index.ts';
import { evaluate, type Question } from '../../server/library/evaluate.ts';
import { hashOf } from '../../server/library/hash.ts';
import type { Version } from '../../server/library/library.ts';
import { openLibrary } from '../../server/library/open.ts';
import { root } from '../../server/setup/ensure.mjs';
import { listWith, textWith } from '../builders/matching.ts';
import { rulesetsFolder, type Files } from '../builders/rulesets-folder.ts';
import { tinyFamily } from '../builders/tiny-ruleset.ts';

const vocabulary = readFileSync(path.join(root, 'rulesets/vocabulary/family@1.json'), 'utf8');
const asked: Question = { asOf: '2012-12-01', trace: 'summary' };

function tiny(files: Files = {}): Version {
  const library = openLibrary(rulesetsFolder(files));
  const version = library.ok ? library.value.rulesets.get('tiny')?.[0] : undefined;
  if (version === undefined) throw new Error(JSON.stringify(library));
  return version;
}

function decided(version: Version, family: unknown, question: Question) {
  const made = evaluate(version, family, question);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value;
}

describe('a decision', () => {
  test('says which family, which version and which engine', () => {
    const version = tiny();
    const made = decided(version, tinyFamily, asked);
    expect(decision.safeParse(JSON.parse(JSON.stringify(made))).error).toBeUndefined();
    expect(made).toMatchObject({
      family: { id: 'F-1', hash: hashOf(tinyFamily) },
      asOf: '2012-12-01',
      ruleset: { id: 'tiny', version: '1.0.0', hash: version.hash, title: 'A tiny ruleset', inForce: true },
      engine: { semantics: 1, build: textWith(/^threshold \d+\.\d+\.\d+/) },
      totalDuePence: 100_000,
    });
  });

  test('has its keys in the order of the contract', () => {
    const keys = Object.keys(decided(tiny(), tinyFamily, { ...asked, trace: 'full' }));
    const contract = [
      'id',
      'family',
      'asOf',
      'ruleset',
      'engine',
      'criteria',
      'eligibility',
      'outcomes',
      'payments',
    ];
    const rest = ['totalDuePence', 'totalPossiblePence', 'missing', 'trace'];
    expect(keys.filter((key) => [...contract, ...rest].includes(key))).toEqual([...contract, ...rest]);
  });

  test.for([
    { asOf: '2012-03-31', inForce: false, why: 'the day before it is in force' },
    { asOf: '2012-04-01', inForce: true, why: 'the first day' },
    { asOf: '2015-03-31', inForce: true, why: 'the last day' },
    { asOf: '2015-04-01', inForce: false, why: 'the first day outside' },
  ])('on $asOf says that the version is in force: $inForce ($why)', ({ asOf, inForce }) => {
    expect(decided(tiny(), tinyFamily, { ...asked, asOf }).ruleset.inForce).toBe(inForce);
  });
});

describe('the same question has the same id', () => {
  const id = (files: Files, family: unknown, question: Partial<Question>) =>
    decided(tiny(files), family, { ...asked, ...question }).id;
  const twin = { ...tinyFamily, vocabulary: 'family@2' };
  const second = vocabulary.replace('"version": 1', '"version": 2');

  test.for<{ why: string; files?: Files; family?: unknown; question?: Partial<Question>; same: boolean }>([
    { why: 'asked again', same: true },
    { why: 'another trace', question: { trace: 'full' }, same: true },
    { why: 'another release', files: { 'releases.json': undefined }, same: true },
    {
      why: 'keys in another order',
      family: Object.fromEntries(Object.entries(tinyFamily).reverse()),
      same: true,
    },
    { why: 'another day', question: { asOf: '2012-12-02' }, same: false },
    { why: 'another attachment day', question: { restateAttachment: '2012-10-01' }, same: false },
    { why: 'another family', family: { ...tinyFamily, id: 'F-2' }, same: false },
    { why: 'other cases', files: { 'england/tiny/1.0.0.cases.json': undefined }, same: false },
    {
      why: 'another vocabulary version named',
      files: { 'vocabulary/family@2.json': second },
      family: twin,
      same: false,
    },
  ])('$why: $same', ({ files = {}, family = tinyFamily, question = {}, same }) => {
    expect(id(files, family, question) === id({}, tinyFamily, {})).toBe(same);
  });
});

test('a word in the vocabulary that a family names makes another question of it', () => {
  const family = { ...tinyFamily, vocabulary: 'family@2' };
  const id = (word: string) => {
    const second = vocabulary.replace('"version": 1', '"version": 2').replace('a police caution', word);
    return decided(tiny({ 'vocabulary/family@2.json': second }), family, asked).id;
  };
  expect(id('a caution')).toBe(id('a caution'));
  expect(id('a caution')).not.toBe(id('a warning'));
});

describe('a family that cannot be read', () => {
  const rows: { why: string; family: unknown; found: object }[] = [
    {
      why: 'an unknown key',
      family: { ...tinyFamily, adress: '' },
      found: { code: 'unknown-key', pointer: '/adress' },
    },
    { why: 'no object', family: [], found: { pointer: '' } },
    {
      why: 'a vocabulary that is not there',
      family: { ...tinyFamily, vocabulary: 'family@7' },
      found: { code: 'unknown-vocabulary', pointer: '/vocabulary', suggestion: 'family@1' },
    },
    {
      why: 'another vocabulary',
      family: { ...tinyFamily, vocabulary: 'household@1' },
      found: { code: 'unknown-vocabulary', pointer: '/vocabulary', suggestion: 'family@1' },
    },
    {
      why: 'text that is not Unicode',
      family: { ...tinyFamily, id: '\udead' },
      found: { code: 'unpaired-surrogate', pointer: '/id' },
    },
  ];

  test.for(rows)('$why', ({ family, found }) => {
    expect(evaluate(tiny(), family, asked)).toMatchObject({ ok: false, error: [found] });
  });

  test('everything wrong is found at once', () => {
    const family = { ...tinyFamily, attachedOn: '2013-02-30', members: [] };
    expect(evaluate(tiny(), family, asked)).toMatchObject({
      ok: false,
      error: listWith({ pointer: '/attachedOn' }, { pointer: '/members' }),
    });
  });
});
