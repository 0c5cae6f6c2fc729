import { Readable } from 'node:stream';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { syntheticFamilies, syntheticProfiles } from '../../engine/index.ts';
import { run } from '../../server/command-line/run.ts';
import { commandLine, problemOf } from '../builders/command-line.ts';
import { textWith } from '../builders/matching.ts';
import { temporaryFolder, written } from '../builders/rulesets-folder.ts';
import { parseFamily } from '../builders/shipped.ts';

const folder = 'rulesets';
const asked = ['synth', '--seed', '7', '--profile', 'hertfordshire'];

async function lines(argv: readonly string[]): Promise<string[]> {
  const { exit, out, err } = await commandLine(argv, { folder });
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  return out.split('\n').slice(0, -1);
}

describe('families on standard output, one a line', () => {
  test('are those of the engine, and are read', async () => {
    const found = await lines([...asked, '--families', '130']);
    const [profile] = syntheticProfiles;
    if (profile === undefined) throw new Error('there are profiles');
    const make = syntheticFamilies(profile, 7);
    expect(found).toEqual(Array.from({ length: 130 }, (_, index) => JSON.stringify(make(index))));
    expect(found.every((line) => parseFamily(JSON.parse(line)).ok)).toBe(true);
  });

  test('can be cut and resumed', async () => {
    const whole = await lines([...asked, '--families', '100']);
    const first = await lines([...asked, '--families', '33']);
    const rest = await lines([...asked, '--families', '67', '--from-index', '33']);
    expect([...first, ...rest]).toEqual(whole);
  });

  test('none is none', async () => {
    expect(await lines([...asked, '--families', '0'])).toEqual([]);
  });

  test('a rate can be set, and set again', async () => {
    const all = [...asked, '--families', '50'];
    const none = await lines([...all, '--rate', 'attached=.5', '--rate', 'attached=0']);
    expect(none.filter((line) => line.includes('"attachedOn":null'))).toHaveLength(50);
    const everyone = await lines([...all, '--rate', 'attached=1', '--rate', 'childless=0']);
    expect(everyone.filter((line) => line.includes('"attachedOn":null'))).toHaveLength(0);
  });

  test('a profile can be a file', async () => {
    const source = { ref: 'ours', standing: 'unverified' };
    const profile = {
      id: 'ours',
      title: 'Ours',
      sources: { ours: { title: 'Our count' } },
      drawnOn: '2014-01-31',
      rates: { attached: { value: 0, source } },
    };
    const files = written(temporaryFolder(), {
      'ours.json': profile,
      'bad.json': {
        ...profile,
        drawnOn: '2012-09-30',
        rates: { atached: { value: 0, source: { ...source, ref: 'our' } } },
      },
      'worse.json': { ...profile, rates: { attached: { value: 1.5, source } } },
    });
    const command = (name: string) => [...asked, '--families', '3', '--profile', path.join(files, name)];
    const found = await lines(command('ours.json'));
    expect(found).toHaveLength(3);
    expect(found.join()).not.toMatch(/"on":"2014-0[2-9]/);

    const bad = await commandLine(command('bad.json'), { folder });
    expect(bad.exit).toBe(1);
    expect(problemOf(bad)).toMatchObject({
      type: '/problems/profile-invalid',
      findings: [
        { code: 'out-of-range', pointer: '/drawnOn' },
        { code: 'unknown-key', pointer: '/rates/atached', suggestion: 'attached' },
        { code: 'unknown-source', pointer: '/rates/atached/source/ref', suggestion: 'ours' },
      ],
    });
    const worse = await commandLine(command('worse.json'), { folder });
    expect(problemOf(worse)).toMatchObject({ findings: [{ pointer: '/rates/attached/value' }] });
    const absent = await commandLine(command('absent.json'), { folder });
    expect(absent.exit).toBe(2);
    expect(problemOf(absent)).toMatchObject({ type: '/problems/file-unreadable' });
  });
});

test('nothing more is made while the reader is not ready', async () => {
  let waiting = 0;
  let most = 0;
  const families: string[] = [];
  const exit = await run([...asked, '--families', '1000'], {
    stdin: () => Promise.resolve(new Uint8Array()),
    input: () => Readable.from([]),
    processors: 1,
    clock: () => 0,
    out: () => undefined,
    err: () => undefined,
    write: async (text) => {
      waiting += 1;
      most = Math.max(most, waiting);
      await new Promise((resolve) => setImmediate(resolve));
      waiting -= 1;
      families.push(...String(text).split('\n').slice(0, -1));
    },
    terminal: false,
    rulesets: folder,
    environment: {},
  });
  expect({ exit, most, made: families.length }).toEqual({ exit: 0, most: 1, made: 1000 });
});

describe('bad usage exits 2', () => {
  test.for([
    { argv: ['--families', '2.5'], detail: '`2.5` is invalid: it is not a whole number' },
    { argv: ['--families', '-1'], detail: '`-1`' },
    { argv: ['--families', '9007199254740993'], detail: '`9007199254740993`' },
    { argv: ['--families', '9007199254740991', '--from-index', '1'], detail: 'largest index' },
    { argv: [], detail: '--families' },
    {
      argv: ['--families', '1', '--profile', 'hertfordshir'],
      detail: '`hertfordshir`',
      suggestion: 'hertfordshire',
    },
    { argv: ['--families', '1', '--rate', 'al-three=0.2'], detail: '`al-three`', suggestion: 'all-three' },
    { argv: ['--families', '1', '--rate', 'all-three=1.01'], detail: 'a number from 0 to 1' },
    { argv: ['--families', '1', '--rate', 'all-three=-0.1'], detail: 'a number from 0 to 1' },
    { argv: ['--families', '1', '--rate', 'all-three'], detail: 'a number from 0 to 1' },
  ])('$argv', async ({ argv, detail, suggestion }) => {
    const ended = await commandLine([...asked, ...argv], { folder });
    expect(problemOf(ended)).toEqual({
      type: '/problems/usage',
      title: 'The command cannot be read',
      detail: textWith(detail),
      ...(suggestion === undefined ? {} : { suggestion }),
    });
    expect(ended.exit).toBe(2);
  });
});
