import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { decision } from '../../engine/index.ts';
import { commandLine, output, problemOf } from '../builders/command-line.ts';
import { listWith, textWith } from '../builders/matching.ts';
import { rulesetsFolder, temporaryFolder, written } from '../builders/rulesets-folder.ts';
import { tinyCases, tinyFamily, tinyRuleset } from '../builders/tiny-ruleset.ts';

const commands = [
  'evaluate',
  'claimable',
  'needed',
  'batch',
  'compare',
  'export',
  'synth',
  'rulesets',
  'show',
  'diff',
  'validate',
  'test',
  'keys',
  'people',
  'replay',
  'retain',
  'verify',
  'audit',
  'backup',
  'restore',
  'store',
  'project',
  'forecast',
  'costs',
  'programme',
  'claims',
  'windows',
  'serve',
];
const asked = ['evaluate', '--ruleset', 'tiny@1.0.0', '--as-of', '2012-12-01'];
const family = JSON.stringify(tinyFamily);

describe('help', () => {
  test('names every command there is, and none that is not', async () => {
    const { exit, out, err } = await commandLine(['--help'], { folder: 'rulesets' });
    const listed = [...out.matchAll(/^ {2}([a-z]+) .* {2}/gm)].map(([, name]) => name);
    expect(listed).toEqual([...commands, 'help']);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
  });

  test.for(commands)('of %s has examples', async (command) => {
    const asHelp = await commandLine(['help', command], { folder: 'rulesets' });
    const asOption = await commandLine([command, '--help'], { folder: 'rulesets' });
    expect(asOption).toEqual(asHelp);
    expect(asHelp).toMatchObject({ exit: 0, err: '', out: textWith(`npx threshold ${command}`) });
  });

  test('the version is on standard output', async () => {
    const { exit, out } = await commandLine(['--version'], { folder: 'rulesets' });
    expect({ exit, out }).toMatchObject({ exit: 0, out: textWith(/^threshold \d/) });
  });
});

describe('bad usage is a problem on standard error, and exits 2', () => {
  test.for([
    { argv: [], detail: 'no command is given' },
    { argv: ['evalute'], detail: '`evalute`', suggestion: 'evaluate' },
    { argv: ['publish'], detail: '`publish`' },
    { argv: ['evaluate', 'family.json', '--as-of', '2013-10-01'], detail: '--ruleset' },
    { argv: ['evaluate', 'family.json', '--ruleset', 'tiny@1.0.0'], detail: '--as-of' },
    { argv: asked, detail: '`family`' },
    { argv: [...asked, 'one.json', 'two.json'], detail: '`evaluate`' },
    { argv: [...asked, '--rulests', 'x', '-'], detail: '`--rulests`', suggestion: '--rulesets' },
    { argv: [...asked, '--trace', 'all', '-'], detail: 'none, summary, full' },
    {
      argv: ['evaluate', '--ruleset', 'tiny@1.0.0', '--as-of', '2013-02-30', '-'],
      detail: '`2013-02-30` is invalid: it is not a day that exists, written YYYY-MM-DD',
    },
    { argv: ['evaluate', '--ruleset', 'tiny@1.0.0', '--as-of', '1 May 2013', '-'], detail: '`1 May 2013`' },
    { argv: [...asked, '--restate-attachment', '2012-13-01', '-'], detail: '`2012-13-01`' },
    { argv: ['rulesets', '--on', '2013-02-29'], detail: '`2013-02-29`' },
    { argv: ['validate'], detail: '`file`' },
    { argv: ['validate', '--as', 'poem', 'x.json'], detail: '`poem`' },
    { argv: ['serve', '--port', '65536'], detail: '`65536`' },
    { argv: ['serve', '--open', '--host', '0.0.0.0'], detail: '`0.0.0.0`' },
  ])('$argv', async ({ argv, detail, suggestion }) => {
    const ended = await commandLine(argv, { folder: rulesetsFolder(), stdin: family });
    expect(problemOf(ended)).toEqual({
      type: '/problems/usage',
      title: 'The command cannot be read',
      detail: textWith(detail),
      ...(suggestion === undefined ? {} : { suggestion }),
    });
    expect(ended.exit).toBe(2);
  });
});

describe('evaluate', () => {
  test('decides a family from a file, and exits 0 whatever the verdict', async () => {
    const folder = rulesetsFolder();
    const quiet = { ...tinyFamily, records: { 'police-call-out': [] } };
    const files = written(temporaryFolder(), { 'in.json': tinyFamily, 'out.json': quiet });
    const verdicts = [];
    for (const name of ['in.json', 'out.json']) {
      const ended = await commandLine([...asked, path.join(files, name)], { folder });
      expect(ended.exit).toBe(0);
      verdicts.push(decision.parse(output(ended)).eligibility.verdict);
    }
    expect(verdicts).toEqual(['met', 'not-met']);
  });

  test('reads - from standard input, in one line unless asked or at a terminal', async () => {
    const folder = rulesetsFolder();
    const plain = await commandLine([...asked, '-'], { folder, stdin: family });
    const pretty = await commandLine([...asked, '--pretty', '-'], { folder, stdin: family });
    const terminal = await commandLine([...asked, '-'], { folder, stdin: family, terminal: true });
    expect(plain.out.split('\n')).toHaveLength(2);
    expect(pretty.out.split('\n').length).toBeGreaterThan(20);
    expect(terminal).toEqual(pretty);
    expect(output(pretty)).toEqual(output(plain));
  });

  test.for([
    { level: [], nodes: false, verdicts: true, why: 'a summary where nothing is said' },
    { level: ['--trace', 'none'], nodes: false, verdicts: false, why: 'no trace' },
    { level: ['--trace', 'full'], nodes: true, verdicts: true, why: 'every place' },
  ])('$level shows nodes: $nodes, verdicts: $verdicts ($why)', async ({ level, nodes, verdicts }) => {
    const ended = await commandLine([...asked, ...level, '-'], { folder: rulesetsFolder(), stdin: family });
    const { trace } = decision.parse(output(ended));
    expect({ nodes: trace?.nodes !== undefined, verdicts: trace?.verdicts !== undefined }).toEqual({
      nodes,
      verdicts,
    });
  });

  test('takes a version by its hash, or a ruleset file', async () => {
    const folder = rulesetsFolder();
    const byNumber = await commandLine([...asked, '-'], { folder, stdin: family });
    const { hash } = decision.parse(output(byNumber)).ruleset;
    for (const ruleset of [`tiny@${hash}`, path.join(folder, 'england/tiny/1.0.0.json')]) {
      const argv = ['evaluate', '--ruleset', ruleset, '--as-of', '2012-12-01', '-'];
      expect(await commandLine(argv, { folder, stdin: family })).toEqual(byNumber);
    }
  });

  test('restates the attachment day', async () => {
    const argv = [...asked, '--restate-attachment', '2012-11-01', '-'];
    const ended = await commandLine(argv, { folder: rulesetsFolder(), stdin: family });
    expect(output(ended)).toMatchObject({
      restatedAttachment: '2012-11-01',
      criteria: [{ lookedFrom: '2012-11-01' }],
    });
  });
});

describe('evaluate refuses', () => {
  const rows = [
    {
      why: 'a ruleset that is not there',
      argv: ['--ruleset', 'tini@1.0.0'],
      found: { type: '/problems/ruleset-not-found', suggestion: 'tiny', rulesets: ['tiny'] },
    },
    {
      why: 'a version that is not there',
      argv: ['--ruleset', 'tiny@1.0.1'],
      found: { type: '/problems/version-not-found', versions: [{ version: '1.0.0' }] },
    },
    {
      why: 'a hash that is not there',
      argv: ['--ruleset', 'tiny@sha256:00'],
      found: { type: '/problems/version-not-found', versions: [{ version: '1.0.0' }] },
    },
    {
      why: 'no version, because there is no implicit latest',
      argv: ['--ruleset', 'tiny'],
      found: { type: '/problems/version-not-found', versions: [{ version: '1.0.0' }] },
    },
    {
      why: 'a ruleset file that is not there',
      argv: ['--ruleset', './none.json'],
      found: { type: '/problems/file-unreadable', detail: textWith('./none.json') },
    },
    {
      why: 'a folder that is not there',
      argv: ['--ruleset', 'tiny@1.0.0', '--rulesets', './none'],
      found: { type: '/problems/folder-unreadable', detail: textWith('./none') },
    },
  ];

  test.for(rows)('$why', async ({ argv, found }) => {
    const line = ['evaluate', ...argv, '--as-of', '2012-12-01', '-'];
    const ended = await commandLine(line, { folder: rulesetsFolder(), stdin: family });
    expect(problemOf(ended)).toMatchObject(found);
    expect(ended.exit).toBe(2);
  });

  test.for([
    { why: 'text that is not JSON', stdin: '{"id": }', found: { code: 'not-json', line: 1, column: 8 } },
    {
      why: 'bytes that are not text',
      stdin: new Uint8Array([0x22, 0xff, 0x22]),
      found: { code: 'not-utf-8' },
    },
    { why: 'nothing', stdin: '', found: { code: 'not-json' } },
    { why: 'a key twice', stdin: '{"id": "a", "id": "b"}', found: { code: 'duplicate-key', pointer: '/id' } },
    { why: 'depth 10,000', stdin: '['.repeat(10_000) + ']'.repeat(10_000), found: { code: 'too-deep' } },
    {
      why: 'an unknown key',
      stdin: JSON.stringify({ ...tinyFamily, memberz: [] }),
      found: { code: 'unknown-key', pointer: '/memberz' },
    },
  ])('a family that is $why', async ({ stdin, found }) => {
    const ended = await commandLine([...asked, '-'], { folder: rulesetsFolder(), stdin });
    expect(problemOf(ended)).toMatchObject({ type: '/problems/family-invalid', findings: [found] });
    expect(ended.exit).toBe(2);
  });

  test('a family file that is not there', async () => {
    const ended = await commandLine([...asked, './none.json'], { folder: rulesetsFolder() });
    expect(problemOf(ended)).toMatchObject({ type: '/problems/file-unreadable' });
    expect(ended.exit).toBe(2);
  });

  test('a folder or a ruleset file with errors, which is exit 1', async () => {
    const folder = rulesetsFolder({
      'england/tiny/2.0.0.json': { ...tinyRuleset, version: '2.0.0', facts: {} },
    });
    const whole = await commandLine([...asked, '-'], { folder, stdin: family });
    const file = path.join(folder, 'england/tiny/2.0.0.json');
    const single = await commandLine(['evaluate', '--ruleset', file, '--as-of', '2012-12-01', '-'], {
      folder,
      stdin: family,
    });
    const finding = { file, code: 'unknown-fact' };
    expect(problemOf(whole)).toMatchObject({
      type: '/problems/rulesets-invalid',
      findings: listWith(finding),
    });
    expect(problemOf(single)).toMatchObject({
      type: '/problems/ruleset-invalid',
      findings: listWith(finding),
    });
    expect([whole.exit, single.exit]).toEqual([1, 1]);
  });
});

describe('rulesets', () => {
  test('lists what there is', async () => {
    const ended = await commandLine(['rulesets'], { folder: rulesetsFolder() });
    expect(output(ended)).toMatchObject({
      rulesets: [
        {
          id: 'tiny',
          versions: [{ version: '1.0.0', hash: textWith(/^sha256:/), title: 'A tiny ruleset', cases: 1 }],
          releases: [{ version: '1.0.0', from: '2012-04-01', to: '2015-04-01' }],
        },
      ],
    });
    expect(ended.out).not.toContain('inForce');
  });

  test.for([
    { on: '2012-03-31', inForce: null },
    { on: '2012-04-01', inForce: { version: '1.0.0' } },
    { on: '2015-03-31', inForce: { version: '1.0.0' } },
    { on: '2015-04-01', inForce: null },
  ])('on $on: $inForce', async ({ on, inForce }) => {
    const ended = await commandLine(['rulesets', '--on', on], { folder: rulesetsFolder() });
    expect(output(ended)).toMatchObject({ on, rulesets: [{ inForce }] });
    expect(ended.exit).toBe(0);
  });
});

describe('test', () => {
  const failing = {
    ...tinyCases,
    cases: [
      ...tinyCases.cases,
      {
        ...tinyCases.cases[0],
        id: 'wrong',
        name: 'A wrong expectation',
        expect: { totalDuePence: 1, route: null },
      },
    ],
  };

  test('runs every case in the folder', async () => {
    const ended = await commandLine(['test'], { folder: rulesetsFolder() });
    expect(output(ended)).toMatchObject({
      passed: 1,
      failed: 0,
      rulesets: [{ ruleset: 'tiny', failures: [] }],
    });
    expect(ended.exit).toBe(0);
  });

  test.for(['england/tiny/1.0.0.json', 'england/tiny/1.0.0.cases.json'])(
    'of %s says what differs, and exits 1',
    async (file) => {
      const folder = rulesetsFolder({ 'england/tiny/1.0.0.cases.json': failing });
      const ended = await commandLine(['test', path.join(folder, file)], { folder });
      expect(output(ended)).toMatchObject({
        passed: 1,
        failed: 1,
        rulesets: [
          {
            passed: 1,
            failed: 1,
            failures: [
              {
                id: 'wrong',
                differences: [
                  { path: '/route', expected: null, actual: 'only' },
                  { path: '/totalDuePence', expected: 1, actual: 100_000 },
                ],
              },
            ],
          },
        ],
      });
      expect(ended.exit).toBe(1);
    },
  );

  test('of a ruleset without cases is bad usage', async () => {
    const folder = rulesetsFolder({ 'england/tiny/1.0.0.cases.json': undefined });
    const ended = await commandLine(['test', path.join(folder, 'england/tiny/1.0.0.json')], { folder });
    expect(problemOf(ended)).toMatchObject({ type: '/problems/no-cases' });
    expect(ended.exit).toBe(2);
  });
});
