import path from 'node:path';
import { expect, test } from 'vitest';
import { commandLine, output, problemOf } from '../builders/command-line.ts';
import { patched } from '../builders/patch.ts';
import { rulesetsFolder } from '../builders/rulesets-folder.ts';
import { tinyRuleset } from '../builders/tiny-ruleset.ts';

/** The tiny ruleset with a second version beside the first. */
function folderWith(set: Readonly<Record<string, unknown>>): string {
  const next = patched(tinyRuleset, { set: { '/version': '1.1.0', ...set } });
  return rulesetsFolder({ 'england/tiny/1.1.0.json': next });
}

test('a difference exits 1, with what it was and what it now is', async () => {
  const folder = folderWith({ '/parameters/lookback/value': 18, '/criteria/0/label': 'The police came' });
  const ended = await commandLine(['diff', 'tiny@1.0.0', 'tiny@1.1.0'], { folder });
  expect(ended.exit).toBe(1);
  expect(output(ended)).toMatchObject({
    was: { id: 'tiny', version: '1.0.0' },
    now: { id: 'tiny', version: '1.1.0' },
    edits: [
      { id: 'crime', kind: 'changed', of: 'criterion', effect: 'wording' },
      {
        id: 'lookback',
        of: 'parameter',
        pointers: { was: '/parameters/lookback', now: '/parameters/lookback' },
        was: 'How far back: 12 months.',
        now: 'How far back: 18 months.',
        effect: 'neither',
        owners: ['crime', 'calm.children'],
      },
    ],
  });
});

test('no difference but the number exits 0; a path names a version as well', async () => {
  const folder = folderWith({});
  const file = path.join(folder, 'england/tiny/1.1.0.json');
  const ended = await commandLine(['diff', 'tiny@1.0.0', file], { folder });
  expect(ended.exit).toBe(0);
  expect(output(ended)).toMatchObject({ edits: [], sharedIds: 13 });
});

test('rulesets that share no id are removed and added whole, and it is said', async () => {
  const other: unknown = JSON.parse(
    JSON.stringify({ ...tinyRuleset, id: 'other' })
      .replaceAll('"call-outs"', '"calls"')
      .replaceAll('"offences"', '"crimes"')
      .replaceAll('"fee"', '"sum"')
      .replaceAll('"lookback"', '"span"')
      .replaceAll('"crime"', '"police"')
      .replaceAll('"only"', '"way"')
      .replaceAll('"calm"', '"peace"')
      .replaceAll('"attachment-fee"', '"joining"'),
  );
  const folder = rulesetsFolder({ 'england/other/1.0.0.json': other });
  const ended = await commandLine(['diff', 'tiny@1.0.0', 'other@1.0.0'], { folder });
  const { sharedIds, edits } = output(ended) as { sharedIds: number; edits: { kind: string }[] };
  expect(sharedIds).toBe(0);
  expect(new Set(edits.map(({ kind }) => kind))).toEqual(new Set(['removed', 'added']));
});

test('no such version exits 2', async () => {
  const ended = await commandLine(['diff', 'tiny@1.0.0', 'tiny@9.0.0'], { folder: rulesetsFolder() });
  expect(ended.exit).toBe(2);
  expect(problemOf(ended)).toMatchObject({ type: '/problems/version-not-found' });
});
