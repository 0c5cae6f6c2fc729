import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { kindOf } from '../../server/command-line/document-kind.ts';
import { root } from '../../server/setup/ensure.mjs';
import { commandLine, output, problemOf } from '../builders/command-line.ts';
import { listWith } from '../builders/matching.ts';
import {
  rulesetsFolder,
  temporaryFolder,
  tinyFiles,
  written,
  type Files,
} from '../builders/rulesets-folder.ts';
import { tinyCases, tinyFamily, tinyRuleset } from '../builders/tiny-ruleset.ts';

const vocabulary: unknown = JSON.parse(
  readFileSync(path.join(root, 'rulesets/vocabulary/family@1.json'), 'utf8'),
);
const calendar = z
  .looseObject({})
  .parse(JSON.parse(readFileSync(path.join(root, 'rulesets/calendars/england.json'), 'utf8')));

/** Writes the files somewhere and validates them in that order against a folder. */
async function validated(files: Files, more: { options?: readonly string[]; folder?: string } = {}) {
  const elsewhere = written(temporaryFolder(), files);
  const { options = [], folder = rulesetsFolder() } = more;
  const named = Object.keys(files).map((name) => path.join(elsewhere, name));
  return commandLine(['validate', ...options, ...named], { folder });
}

describe('what a document is shows in its keys', () => {
  test.for([
    { kind: 'ruleset', document: tinyRuleset },
    { kind: 'cases', document: tinyCases },
    { kind: 'vocabulary', document: vocabulary },
    { kind: 'calendar', document: calendar },
    { kind: 'releases', document: tinyFiles['releases.json'] },
    { kind: 'family', document: tinyFamily },
  ])('$kind', async ({ kind, document }) => {
    const ended = await validated({ 'document.json': document }, { options: ['--ruleset', 'tiny@1.0.0'] });
    expect(output(ended)).toMatchObject({ errors: 0, files: [{ kind, valid: true }] });
    expect(ended.exit).toBe(0);
  });

  test('with one of them misspelt too', () => {
    const { criteria, ...rest } = tinyRuleset;
    expect(kindOf({ ...rest, critera: criteria })).toBe('ruleset');
  });

  test.for([{ document: {} }, { document: [] }, { document: null }, { document: 'criteria' }])(
    'nothing in $document says',
    async ({ document }) => {
      const ended = await validated({ 'document.json': JSON.stringify(document) });
      expect(output(ended)).toMatchObject({ files: [{ kind: null, findings: [{ code: 'kind-unclear' }] }] });
      expect(ended.exit).toBe(1);
    },
  );
});

describe('every finding is reported, and errors exit 1', () => {
  const rows: { why: string; files: Files; found: object; options?: string[] }[] = [
    { why: 'not JSON', files: { 'a.json': '{' }, found: { kind: null, findings: [{ code: 'not-json' }] } },
    {
      why: 'a ruleset',
      files: { 'a.json': { ...tinyRuleset, payments: [{ ...tinyRuleset.payments[0], pot: 'pool' }] } },
      found: { kind: 'ruleset', findings: listWith({ code: 'unknown-pot' }) },
    },
    {
      why: 'cases of a version that the folder has',
      files: { 'a.json': { ...tinyCases, cases: [{ ...tinyCases.cases[0], given: { use: 'nobody' } }] } },
      found: { kind: 'cases', findings: [{ code: 'unknown-family' }] },
    },
    {
      why: 'cases of a version that is nowhere',
      files: { 'a.json': { ...tinyCases, version: '3.0.0' } },
      found: { kind: 'cases', findings: [{ code: 'no-ruleset-beside' }] },
    },
    {
      why: 'cases beside a ruleset of another version',
      files: { 'a.cases.json': tinyCases, 'a.json': { ...tinyRuleset, version: '2.0.0' } },
      found: { kind: 'cases', findings: [{ code: 'other-ruleset' }] },
    },
    {
      why: 'a calendar',
      files: { 'a.json': { ...calendar, id: 'other', terms: [] } },
      found: { kind: 'calendar', findings: [{ code: 'empty-list', pointer: '/terms' }] },
    },
    {
      why: 'a family of a ruleset',
      files: { 'a.json': { ...tinyFamily, members: [] } },
      options: ['--as', 'family', '--ruleset', 'tiny@1.0.0'],
      found: { kind: 'family', findings: [{ pointer: '/members' }] },
    },
    {
      why: 'a family that names its vocabulary',
      files: { 'a.json': { ...tinyFamily, vocabulary: 'family@1', attachedOn: '2012-13-01' } },
      found: { kind: 'family', findings: [{ pointer: '/attachedOn' }] },
    },
    {
      why: 'a family of no vocabulary',
      files: { 'a.json': tinyFamily },
      found: { kind: 'family', findings: [{ code: 'vocabulary-unclear' }] },
    },
    {
      why: 'a ruleset that is said to be a calendar',
      files: { 'a.json': tinyRuleset },
      options: ['--as', 'calendar'],
      found: { kind: 'calendar', valid: false },
    },
  ];

  test.for(rows)('$why', async ({ files, found, options = [] }) => {
    const ended = await validated(files, { options });
    const { files: reports } = output(ended) as { files: object[] };
    expect(reports[0]).toMatchObject({ valid: false, ...found });
    expect(ended.exit).toBe(1);
  });

  test('warnings alone exit 0', async () => {
    const parameters = {
      ...tinyRuleset.parameters,
      spare: { ...tinyRuleset.parameters.fee, label: 'Spare' },
    };
    const ended = await validated({ 'a.json': { ...tinyRuleset, parameters } });
    expect(output(ended)).toMatchObject({
      errors: 0,
      warnings: 1,
      files: [{ valid: true, findings: [{ code: 'unused-parameter', severity: 'warning' }] }],
    });
    expect(ended.exit).toBe(0);
  });

  test('several files are reported in the order they are named', async () => {
    const ended = await validated({ 'b.json': '{', 'a.json': tinyRuleset });
    expect(output(ended)).toMatchObject({ errors: 1, files: [{ valid: false }, { valid: true }] });
  });
});

describe('what a ruleset rests on', () => {
  const elsewhere = { ...tinyRuleset, calendar: { fallback: 'elsewhere' } };
  const named = { ...calendar, id: 'elsewhere' };

  test('may be named beside it', async () => {
    expect(output(await validated({ 'a.json': elsewhere }))).toMatchObject({
      files: [{ findings: [{ code: 'unknown-calendar' }] }],
    });
    expect(output(await validated({ 'a.json': elsewhere, 'b.json': named }))).toMatchObject({ errors: 0 });
  });

  test('stands in for the folder’s own of the same name', async () => {
    expect(output(await validated({ 'england.json': calendar, 'a.json': tinyRuleset }))).toMatchObject({
      errors: 0,
    });
  });

  test('is reported too where it has errors', async () => {
    const folder = rulesetsFolder({ 'calendars/england.json': '{' });
    const ended = await validated({ 'a.json': tinyRuleset }, { folder });
    expect(output(ended)).toMatchObject({
      files: [
        { kind: 'ruleset', findings: [{ code: 'unknown-calendar' }] },
        {
          kind: 'calendar',
          file: path.join(folder, 'calendars/england.json'),
          findings: [{ code: 'not-json' }],
        },
      ],
    });
  });

  test('is reported once where it is the file that is named', async () => {
    const folder = rulesetsFolder({ 'calendars/england.json': { ...calendar, terms: [] } });
    const file = path.join(folder, 'calendars/england.json');
    const ended = await commandLine(['validate', file], { folder });
    expect(output(ended)).toMatchObject({ errors: 1, files: [{ file, kind: 'calendar', valid: false }] });
  });
});

test.for([
  { argv: ['validate', './none.json'], type: '/problems/file-unreadable' },
  {
    argv: ['validate', '--rulesets', './none', '{folder}/releases.json'],
    type: '/problems/folder-unreadable',
  },
  {
    argv: ['validate', '--ruleset', 'tiny@2.0.0', '{folder}/releases.json'],
    type: '/problems/version-not-found',
  },
])('$argv cannot be done, and exits 2', async ({ argv, type }) => {
  const folder = rulesetsFolder();
  const ended = await commandLine(
    argv.map((word) => word.replace('{folder}', folder)),
    { folder },
  );
  expect(problemOf(ended)).toMatchObject({ type });
  expect(ended.exit).toBe(2);
});
