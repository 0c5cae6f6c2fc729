import path from 'node:path';
import { expect, test } from 'vitest';
import { commandLine, output, problemOf } from '../builders/command-line.ts';
import { rulesetsFolder } from '../builders/rulesets-folder.ts';

const show = ['show', 'tiny@1.0.0'];

test('prints a ruleset as text, the same for its number and its file', async () => {
  const folder = rulesetsFolder();
  const byNumber = await commandLine(show, { folder });
  const byFile = await commandLine(['show', path.join(folder, 'england/tiny/1.0.0.json')], { folder });
  expect(byNumber).toEqual(byFile);
  expect(byNumber).toMatchObject({ exit: 0, err: '' });
  expect(byNumber.out.split('\n')).toEqual(
    expect.arrayContaining([
      'A tiny ruleset (tiny 1.0.0)',
      '- The family has had 1 or more police call-outs in the last 12 months before that day.',
      '  - Every child has had no proven offences in the last 12 months before that day.',
      'Attachment fee, for attaching an eligible family: £1,000.',
      'How far back: 12 months. [unverified]',
    ]),
  );
});

test('prints one line and what stands below it', async () => {
  const { exit, out } = await commandLine([...show, '--line', 'calm.children'], { folder: rulesetsFolder() });
  expect({ exit, out }).toEqual({
    exit: 0,
    out: 'Each child.\n- Every child has had no proven offences in the last 12 months before that day.\n',
  });
});

test('gives the same as JSON, with every value that can be changed apart', async () => {
  const folder = rulesetsFolder();
  expect(output(await commandLine([...show, '--json'], { folder }))).toMatchObject({
    id: 'tiny',
    version: '1.0.0',
    sections: [{ id: 'identify' }, { id: 'routes' }, { id: 'outcomes' }, { id: 'payments' }, {}, {}],
  });
  const line = await commandLine([...show, '--json', '--line', 'lookback'], { folder });
  expect(output(line)).toMatchObject({
    id: 'lookback',
    pointer: '/parameters/lookback',
    words: [{}, { text: '12 months', kind: 'value', parameter: 'lookback' }, {}],
  });
});

test.for([
  { why: 'no such line', argv: [...show, '--line', 'crme'], type: 'no-line', suggestion: 'crime' },
  { why: 'no such version', argv: ['show', 'tiny@2.0.0'], type: 'version-not-found', suggestion: undefined },
])('$why exits 2', async ({ argv, type, suggestion }) => {
  const ended = await commandLine(argv, { folder: rulesetsFolder() });
  expect(ended.exit).toBe(2);
  const near = suggestion === undefined ? {} : { suggestion };
  expect(problemOf(ended)).toMatchObject({ type: `/problems/${type}`, ...near });
});
