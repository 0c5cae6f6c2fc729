import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { libraryDiagnostics } from '../../server/library/finding.ts';
import { hashOf, unencodable } from '../../server/library/hash.ts';
import type { Library, Version } from '../../server/library/library.ts';
import { openLibrary } from '../../server/library/open.ts';
import { openRulesetFile } from '../../server/library/ruleset-file.ts';
import { compareVersions } from '../../server/library/semver-order.ts';
import { root } from '../../server/setup/ensure.mjs';
import { rulesetsFolder, temporaryFolder, written, type Files } from '../builders/rulesets-folder.ts';
import { tinyCases, tinyRuleset } from '../builders/tiny-ruleset.ts';

function opened(folder: string): Library {
  const library = openLibrary(folder);
  if (!library.ok) throw new Error(JSON.stringify(library.error));
  return library.value;
}

function only(folder: string): Version {
  const version = opened(folder).rulesets.get('tiny')?.[0];
  if (version === undefined) throw new Error('the tiny ruleset is there');
  return version;
}

const vocabulary = readFileSync(path.join(root, 'rulesets/vocabulary/family@1.json'), 'utf8');
const calendar = readFileSync(path.join(root, 'rulesets/calendars/england.json'), 'utf8');

describe('the seeded folder', () => {
  test('opens without an error', () => {
    const library = opened(path.join(root, 'rulesets'));
    expect([...library.rulesets.keys()]).toEqual(expect.arrayContaining(['phase-1', 'phase-2']));
  });
});

describe('a folder is read whole, or every error in it is found', () => {
  const source = { ref: 'made-up', standing: 'unverified' };
  const releases = (entry: object) => ({
    sources: { 'made-up': { title: 'Made up for tests' } },
    releases: [{ ruleset: 'tiny', version: '1.0.0', from: '2012-04-01', source, ...entry }],
  });
  const rows: { why: string; files: Files; found: object }[] = [
    {
      why: 'text that is not JSON',
      files: { 'england/tiny/1.0.0.json': '{"id": }' },
      found: { file: 'england/tiny/1.0.0.json', code: 'not-json', line: 1, column: 8 },
    },
    {
      why: 'a key twice',
      files: { 'calendars/other.json': '{"id": "other", "id": "another"}' },
      found: { file: 'calendars/other.json', code: 'duplicate-key', pointer: '/id' },
    },
    {
      why: 'half of a surrogate pair',
      files: { 'england/tiny/1.0.0.json': JSON.stringify({ ...tinyRuleset, title: '\ud83d' }) },
      found: { file: 'england/tiny/1.0.0.json', code: 'unpaired-surrogate', pointer: '/title' },
    },
    {
      why: 'an error of the checker',
      files: { 'england/tiny/1.0.0.json': { ...tinyRuleset, vocabulary: 'family@9' } },
      found: { file: 'england/tiny/1.0.0.json', code: 'unknown-vocabulary', pointer: '/vocabulary' },
    },
    {
      why: 'an error in the cases',
      files: { 'england/tiny/1.0.0.cases.json': { ...tinyCases, version: '1.0.1' } },
      found: { file: 'england/tiny/1.0.0.cases.json', code: 'other-ruleset' },
    },
    {
      why: 'cases with no ruleset beside them',
      files: { 'england/tiny/2.0.0.cases.json': { ...tinyCases, version: '2.0.0' } },
      found: { file: 'england/tiny/2.0.0.cases.json', code: 'no-ruleset-beside' },
    },
    {
      why: 'a file whose name is not its version',
      files: {
        'england/tiny/1.0.0.json': { ...tinyRuleset, version: '1.1.0' },
        'england/tiny/1.0.0.cases.json': undefined,
      },
      found: {
        file: 'england/tiny/1.0.0.json',
        code: 'misplaced-file',
        suggestion: 'england/tiny/1.1.0.json',
      },
    },
    {
      why: 'a document where none belongs',
      files: { 'stray.json': '{}' },
      found: { file: 'stray.json', code: 'misplaced-file' },
    },
    {
      why: 'one version in two places',
      files: { 'wales/tiny/1.0.0.json': tinyRuleset },
      found: { file: 'wales/tiny/1.0.0.json', code: 'duplicate-document' },
    },
    {
      why: 'one calendar in two files',
      files: { 'calendars/again.json': calendar },
      found: { file: 'calendars/england.json', code: 'duplicate-document' },
    },
    {
      why: 'a release of no version',
      files: { 'releases.json': releases({ version: '1.0.1' }) },
      found: { file: 'releases.json', code: 'unknown-version', pointer: '/releases/0' },
    },
    {
      why: 'a release that ends when it begins',
      files: { 'releases.json': releases({ to: '2012-04-01' }) },
      found: { file: 'releases.json', code: 'to-not-after-from', pointer: '/releases/0/to' },
    },
  ];

  test.for(rows)('$why', ({ files, found }) => {
    const library = openLibrary(rulesetsFolder(files));
    expect(library).toMatchObject({ ok: false, error: [found] });
  });

  test('findings of several files come together', () => {
    const library = openLibrary(
      rulesetsFolder({ 'england/tiny/1.0.0.json': '{', 'vocabulary/family@1.json': '[' }),
    );
    expect(library).toMatchObject({
      ok: false,
      error: [{ file: 'vocabulary/family@1.json' }, { file: 'england/tiny/1.0.0.json' }],
    });
  });

  test('no folder', () => {
    expect(openLibrary(path.join(temporaryFolder(), 'none'))).toMatchObject({
      ok: false,
      error: [{ code: 'folder-unreadable' }],
    });
  });

  test.for(['ruleset.schema.json', 'schema/ruleset.schema.json', 'README.md'])('%s is left alone', (file) => {
    expect(openLibrary(rulesetsFolder({ [file]: '{}' }))).toMatchObject({ ok: true });
  });
});

describe('the content hash', () => {
  const plain = { 'england/tiny/1.0.0.json': tinyRuleset };
  const reordered = Object.fromEntries(Object.entries(tinyRuleset).reverse());

  test.for<{ why: string; files: Files; same: boolean }>([
    { why: 'nothing else', files: plain, same: true },
    { why: 'keys in another order', files: { 'england/tiny/1.0.0.json': reordered }, same: true },
    {
      why: 'white space',
      files: { 'england/tiny/1.0.0.json': JSON.stringify(tinyRuleset, null, 4) },
      same: true,
    },
    { why: 'no release', files: { 'releases.json': undefined }, same: true },
    {
      why: 'another calendar that it does not name',
      files: { 'calendars/other.json': calendar.replace('"england"', '"other"') },
      same: true,
    },
    {
      why: 'another title',
      files: { 'england/tiny/1.0.0.json': { ...tinyRuleset, title: 'Other' } },
      same: false,
    },
    { why: 'no cases', files: { 'england/tiny/1.0.0.cases.json': undefined }, same: false },
    {
      why: 'another case',
      files: {
        'england/tiny/1.0.0.cases.json': {
          ...tinyCases,
          families: {},
          cases: [{ ...tinyCases.cases[0], given: { family: {} } }],
        },
      },
      same: false,
    },
    {
      why: 'a word in the vocabulary',
      files: { 'vocabulary/family@1.json': vocabulary.replace('a police caution', 'a caution') },
      same: false,
    },
    {
      why: 'a day in the calendar',
      files: { 'calendars/england.json': calendar.replace('2010-12-18', '2010-12-17') },
      same: false,
    },
  ])('with $why is the same: $same', ({ files, same }) => {
    const hash = only(rulesetsFolder()).hash;
    expect(hash).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(only(rulesetsFolder(files)).hash === hash).toBe(same);
  });

  test('is of the document, its cases and the hashes of what it rests on', () => {
    const version = only(rulesetsFolder());
    expect(version.vocabularyHash).toBe(hashOf(JSON.parse(vocabulary)));
    expect(version.calendarHashes).toEqual({ england: hashOf(JSON.parse(calendar)) });
    const { vocabularyHash, calendarHashes } = version;
    expect(version.hash).toBe(
      hashOf({
        ruleset: tinyRuleset,
        cases: tinyCases,
        vocabulary: vocabularyHash,
        calendars: calendarHashes,
      }),
    );
  });

  test('is the SHA-256 of canonical JSON', () => {
    const digest = createHash('sha256').update('{"a":[true,null,"é"],"b":1,"é":2}').digest('hex');
    expect(hashOf({ é: 2, b: 1.0, a: [true, null, 'é'] })).toBe(`sha256:${digest}`);
  });

  test.for([
    { text: '{"a": ["\\ud800"]}', pointer: '/a/0', code: 'unpaired-surrogate' },
    { text: '{"a": {"\\udc00": 1}}', pointer: '/a', code: 'unpaired-surrogate' },
    { text: '[1e308, -1e309]', pointer: '/1', code: 'number-too-large' },
  ])('$text has none', ({ text, pointer, code }) => {
    expect(unencodable(JSON.parse(text))).toMatchObject([{ pointer, code }]);
  });

  test('every fault is found, in order', () => {
    const faults = unencodable(JSON.parse('{"b": [1e999, "\\ud800"], "a": {"c": "\\udfff"}}'));
    expect(faults.map(({ pointer }) => pointer)).toEqual(['/b/0', '/b/1', '/a/c']);
  });

  test('text outside the basic plane has one', () => {
    expect(unencodable({ '😀': '😀' })).toEqual([]);
  });
});

describe('a ruleset file', () => {
  test('in the folder is the version that the folder has, releases and all', () => {
    const folder = rulesetsFolder();
    const version = openRulesetFile(path.join(folder, 'england/tiny/1.0.0.json'), folder);
    expect(version).toMatchObject({
      ok: true,
      value: { hash: only(folder).hash, releases: [{ version: '1.0.0' }] },
    });
  });

  test('elsewhere has the cases beside it, and nothing puts it in force', () => {
    const elsewhere = written(temporaryFolder(), {
      'draft.json': tinyRuleset,
      'draft.cases.json': tinyCases,
    });
    const folder = rulesetsFolder();
    const version = openRulesetFile(path.join(elsewhere, 'draft.json'), folder);
    expect(version).toMatchObject({ ok: true, value: { hash: only(folder).hash, releases: [] } });
  });

  test('is read whatever is wrong with other rulesets of the folder', () => {
    const folder = rulesetsFolder({ 'england/tiny/2.0.0.json': '{' });
    expect(openRulesetFile(path.join(folder, 'england/tiny/1.0.0.json'), folder)).toMatchObject({ ok: true });
  });

  test('that is not there is a finding', () => {
    const file = path.join(temporaryFolder(), 'none.json');
    expect(openRulesetFile(file, rulesetsFolder())).toMatchObject({
      ok: false,
      error: [{ file, code: 'file-unreadable' }],
    });
  });
});

test('versions are in order of precedence, and compiled once', () => {
  const more: [string, object][] = ['2.0.0', '1.10.0', '1.9.0', '2.0.0-preview.1'].map((version) => [
    `england/tiny/${version}.json`,
    { ...tinyRuleset, version },
  ]);
  const versions = opened(rulesetsFolder(Object.fromEntries(more))).rulesets.get('tiny') ?? [];
  expect(versions.map(({ ruleset }) => ruleset.version)).toEqual([
    '1.0.0',
    '1.9.0',
    '1.10.0',
    '2.0.0-preview.1',
    '2.0.0',
  ]);
  expect(versions[0]?.compiled()).toBe(versions[0]?.compiled());
});

test.for([
  { lower: '1.0.0', higher: '1.0.1', why: 'patch' },
  { lower: '1.2.0', higher: '1.10.0', why: 'numbers, not text' },
  { lower: '1.0.0-alpha', higher: '1.0.0', why: 'a preview comes before' },
  { lower: '1.0.0-alpha', higher: '1.0.0-alpha.1', why: 'fewer identifiers come before' },
  { lower: '1.0.0-alpha.1', higher: '1.0.0-alpha.beta', why: 'a number comes before a word' },
  { lower: '1.0.0-beta.2', higher: '1.0.0-beta.11', why: 'numbers in a preview' },
])('$lower is below $higher ($why)', ({ lower, higher }) => {
  expect([higher, lower].sort(compareVersions)).toEqual([lower, higher]);
  expect(compareVersions(lower, lower)).toBe(0);
});

test('every code of the library stands in a table, with what it means', () => {
  const page = readFileSync(path.join(root, 'server/command-line/README.md'), 'utf8');
  const rows = Object.entries(libraryDiagnostics).map(([code, meaning]) => `| \`${code}\` | ${meaning} |`);
  expect(page).toContain(`| code | meaning |\n| --- | --- |\n${rows.join('\n')}\n\n`);
});
