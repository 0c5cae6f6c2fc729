import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { idsShared, verdictsOnly, type Decision } from '../../engine/index.ts';
import { Readable } from 'node:stream';
import { decideBatch } from '../../server/batch/batch.ts';
import { blockDecider } from '../../server/batch/decide-block.ts';
import { type BatchSetup, opinionsOver, plainVersion } from '../../server/batch/setup.ts';
import type { Threads } from '../../server/batch/threads.ts';
import type { SecondOpinion } from '../../server/library/agreed.ts';
import { problems } from '../../server/problem.ts';
import { idWords } from '../../server/batch/id-words.ts';
import { SeenIds } from '../../server/batch/seen-ids.ts';
import { evaluate } from '../../server/library/evaluate.ts';
import type { Version } from '../../server/library/library.ts';
import { commandLine, type Ended } from '../builders/command-line.ts';
import { exampleFamily, shippedLibrary } from '../builders/http.ts';
import { root } from '../../server/setup/ensure.mjs';
import { shippedCases } from '../builders/shipped.ts';
import { givenFamily } from '../../engine/review/given.ts';

const folder = `${root}rulesets`;

interface Line {
  readonly line?: number;
  readonly family?: string;
  readonly decision?: Decision;
  readonly problem?: {
    readonly type: string;
    readonly findings?: readonly { readonly code: string; readonly pointer: string }[];
    readonly limitBytes?: number;
    readonly firstLine?: number;
  };
  readonly summary?: {
    readonly lines: number;
    readonly decisions: number;
    readonly problems: number;
    readonly sha256: string;
  };
}

function linesOf({ out }: Ended): Line[] {
  return out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line);
}

const asked = ['--ruleset', 'phase-1@1.0.0', '--as-of', '2012-12-01'];

async function batch(stdin: string | Uint8Array, ...more: string[]) {
  const ended = await commandLine(['batch', ...asked, ...more], { folder, stdin });
  expect(ended.err).toBe('');
  const lines = linesOf(ended);
  const summary = lines.at(-1)?.summary;
  if (summary === undefined) throw new Error('the last line is the summary');
  return { ended, lines: lines.slice(0, -1), summary };
}

const family = (id: string, changes: object = {}) => JSON.stringify({ ...exampleFamily(), id, ...changes });

function phaseOne(): Version {
  const version = shippedLibrary().rulesets.get('phase-1')?.[0];
  if (version === undefined) throw new Error('phase-1 ships');
  return version;
}

describe('a bad line is answered, and the rest are decided', () => {
  const good = family('F-1');
  test.for<{ line: string | Uint8Array; problem: string; code?: string; pointer?: string; why: string }>([
    { line: good.slice(0, 200), problem: 'line-not-json', code: 'not-json', why: 'a line cut in half' },
    {
      line: `${good} ${family('F-9')}`,
      problem: 'line-not-json',
      code: 'not-json',
      why: 'two values on a line',
    },
    {
      line: `{"id":1,"id":2}`,
      problem: 'line-not-json',
      code: 'duplicate-key',
      pointer: '/id',
      why: 'a key twice',
    },
    {
      line: '{"__proto__":1}',
      problem: 'line-not-json',
      code: 'reserved-key',
      pointer: '/__proto__',
      why: '__proto__',
    },
    { line: '['.repeat(10_000), problem: 'line-not-json', code: 'too-deep', why: 'depth 10,000' },
    { line: '[]', problem: 'family-invalid', code: 'wrong-type', pointer: '', why: 'not an object' },
    {
      line: family('F-9', { attachedOn: '2012-02-30' }),
      problem: 'family-invalid',
      code: 'not-a-day',
      pointer: '/attachedOn',
      why: '30 February',
    },
    { line: Uint8Array.of(0x22, 0xff, 0x22), problem: 'line-not-json', code: 'not-utf-8', why: 'not UTF-8' },
  ])('$why', async ({ line, problem, code, pointer }) => {
    const bad = typeof line === 'string' ? new TextEncoder().encode(line) : line;
    const around = [`${good}\n`, '\n', `\r\n${family('F-2')}\r\n`].map((text) =>
      new TextEncoder().encode(text),
    );
    const { lines, summary } = await batch(Buffer.concat([around[0] ?? bad, bad, ...around.slice(1)]));
    expect(lines.map((one) => [one.line, one.family, one.decision !== undefined])).toEqual([
      [1, 'F-1', true],
      [2, lines[1]?.family, false],
      [4, 'F-2', true],
    ]);
    const found = lines[1]?.problem;
    expect(found?.type).toBe(`/problems/${problem}`);
    expect(found?.findings?.[0]?.code).toBe(code);
    if (pointer !== undefined) expect(found?.findings?.[0]?.pointer).toBe(pointer);
    expect(summary).toMatchObject({ lines: 4, decisions: 2, problems: 1 });
  });

  test('a line of 10 MB is refused with the limit, and not kept', async () => {
    const long = `{"id":"${'x'.repeat(10 * 1024 * 1024)}"}`;
    const { lines, summary } = await batch(`${good}\n${long}\n${family('F-2')}\n`);
    expect(lines.map(({ line }) => line)).toEqual([1, 2, 3]);
    expect(lines[1]?.problem).toMatchObject({
      type: '/problems/line-too-large',
      limitBytes: 8 * 1024 * 1024,
    });
    expect(summary).toMatchObject({ decisions: 2, problems: 1 });
  });

  test('a family that was decided before names the line; one that had a problem may come again', async () => {
    const wrong = family('F-2', { attachedOn: 'soon' });
    const { lines, summary } = await batch([good, wrong, family('F-2'), good, family('F-1')].join('\n'));
    expect(lines.map(({ problem }) => problem?.type ?? '')).toEqual([
      '',
      '/problems/family-invalid',
      '',
      '/problems/family-repeated',
      '/problems/family-repeated',
    ]);
    expect(lines[4]).toMatchObject({ line: 5, family: 'F-1', problem: { firstLine: 1 } });
    expect(summary).toMatchObject({ lines: 5, decisions: 2, problems: 3 });
  });

  test('nothing at all is a batch of no lines', async () => {
    const { ended, lines, summary } = await batch('');
    expect(lines).toEqual([]);
    expect(summary).toEqual({
      lines: 0,
      decisions: 0,
      problems: 0,
      sha256: createHash('sha256').digest('hex'),
    });
    expect(ended.exit).toBe(0);
  });

  test.for([
    { more: [], exit: 0 },
    { more: ['--strict'], exit: 1 },
  ])('$more exits $exit', async ({ more, exit }) => {
    expect((await batch('{}\n', ...more)).ended.exit).toBe(exit);
  });
});

test('a byte-order mark before the first line is passed over', async () => {
  expect((await batch(`\u{feff}${family('F-1')}\n`)).summary).toMatchObject({ decisions: 1, problems: 0 });
});

test('the digest is over every byte before the summary', async () => {
  const { ended, summary } = await batch(`${family('F-1')}\n[]\n`);
  const before = ended.out.slice(0, ended.out.lastIndexOf('{"summary"'));
  expect(summary.sha256).toBe(createHash('sha256').update(before).digest('hex'));
});

test('each decision is the one that the family alone gets', async () => {
  const { lines } = await batch(`${family('F-1')}\n`, '--trace', 'full');
  const alone = evaluate(phaseOne(), JSON.parse(family('F-1')), { asOf: '2012-12-01', trace: 'full' });
  expect(alone.ok && lines[0]?.decision).toEqual(alone.ok && JSON.parse(JSON.stringify(alone.value)));
});

describe('whole cases on several threads', () => {
  const file = shippedCases('england/phase-1/1.0.0');
  const families = Array.from({ length: 400 }, (_, at) => {
    const one = file.cases[at % file.cases.length];
    const given = one && givenFamily(file, one.given);
    if (given?.ok !== true || typeof given.value !== 'object') throw new Error('every case gives a family');
    return { ...given.value, id: `S-${String(at)}` };
  });
  const ndjson = families.map((one) => `${JSON.stringify(one)}\n`).join('');

  test('are decided in order, whatever the number of threads', async () => {
    const [one, three] = [
      await batch(ndjson, '--brief', '--threads', '1'),
      await batch(ndjson, '--brief', '--threads', '3'),
    ];
    expect(one.lines.map(({ line }) => line)).toEqual(families.map((_, at) => at + 1));
    expect(three.ended.out).toBe(one.ended.out);
    expect(three.summary).toMatchObject({ lines: 400, decisions: 400, problems: 0 });
  });

  test('and briefly say the verdicts and amounts of the whole decision', async () => {
    const [brief, whole] = [await batch(ndjson, '--brief'), await batch(ndjson)];
    const differing = whole.lines.filter(({ decision }, at) => {
      const said = brief.lines[at]?.decision;
      return decision === undefined || said === undefined || !isPartOf(said, decision);
    });
    expect(differing).toEqual([]);
    const { engine, ruleset, family: named, ...verdicts } = brief.lines[0]?.decision ?? {};
    expect(verdictsOnly.parse(verdicts)).toEqual(verdicts);
    expect([engine, ruleset, named]).not.toContain(undefined);
  });
});

/** Whether all that one value says, another says too. */
function isPartOf(part: unknown, whole: unknown): boolean {
  if (typeof part !== 'object' || part === null) return part === whole;
  if (typeof whole !== 'object' || whole === null) return false;
  return Object.entries(part).every(([key, value]) => isPartOf(value, Reflect.get(whole, key)));
}

test.for([
  { families: 1, perThousand: 10, why: 'ten in a thousand' },
  { families: 10_000, perThousand: 10, why: 'a hundred in all' },
  { families: 10_001, perThousand: 10, why: 'a hundred, no fewer' },
  { families: 40_000, perThousand: 3, why: 'a hundred and more' },
  { families: 120_000, perThousand: 1, why: 'one in a thousand at least' },
])('of $families families $perThousand in a thousand are doubted: $why', ({ families, perThousand }) => {
  expect(opinionsOver(families)).toBe(perThousand);
});

describe('a second opinion is asked of some lines', () => {
  const setupOf = (opinionsPerThousand: number): BatchSetup => ({
    ...{ asOf: '2012-12-01', trace: 'none', brief: true, opinionsPerThousand, lineBytes: 100_000 },
    version: plainVersion(phaseOne()),
    problems: '/problems/',
  });
  const lines = Array.from({ length: 1000 }, (_, at) => `${family(`F-${String(at)}`)}\n`);
  const block = { firstLine: 1, bytes: new TextEncoder().encode(lines.join('')), tooLong: [] };
  const differing: SecondOpinion = () =>
    Promise.resolve({
      agree: false,
      differences: [{ node: 'crime.offence@m2', engine: 'met', secondOpinion: 'not-met' }],
      taken: [],
    });

  test.for([0, 10, 1000])('%s of a thousand', async (perThousand) => {
    const { disagreements, problems } = await blockDecider(setupOf(perThousand), differing)(block);
    expect(disagreements.length).toBeGreaterThanOrEqual(perThousand * 0.7);
    expect(disagreements.length).toBeLessThanOrEqual(perThousand * 1.3);
    expect(problems).toBe(disagreements.length);
  });

  test('a line on which the engines differ is refused and told, and says nothing of the family', async () => {
    const told: unknown[] = [];
    const threads: Pick<Threads, 'begin'> = {
      begin: (setup) => ({ atOnce: 1, decide: blockDecider(setup, differing) }),
    };
    const input = Readable.from([Buffer.from(family('F-1'))]);
    const watched = {
      threads,
      onEnd: () => undefined,
      onDisagreement: (one: unknown) => void told.push(one),
    };
    const answered: Uint8Array[] = [];
    for await (const part of decideBatch(input, setupOf(1000), watched)) answered.push(part);
    const [line] = answered;
    expect(JSON.parse(Buffer.from(line ?? []).toString())).toEqual({
      line: 1,
      family: 'F-1',
      problem: {
        type: '/problems/engines-disagree',
        title: problems['engines-disagree'].title,
        status: 500,
        places: ['crime.offence'],
      },
    });
    expect(told).toEqual([{ line: 1, places: ['crime.offence'] }]);
  });

  test('and where they agree, nothing is different', async () => {
    const [none, all] = [
      await batch(lines.slice(0, 40).join(''), '--second-opinion', '0'),
      await batch(lines.slice(0, 40).join(''), '--second-opinion', '1000'),
    ];
    expect(all.ended.out).toBe(none.ended.out);
  });
});

describe('two versions compared over many families', () => {
  const versions = ['--left', 'phase-1@1.0.0', '--right', 'phase-2@1.0.0', '--as-of', '2016-03-01'];
  const compare = async (stdin: string, argv: readonly string[]) => {
    const ended = await commandLine(['compare', ...argv], { folder, stdin });
    return {
      ended,
      lines: ended.out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Compared),
    };
  };
  interface Compared {
    readonly line?: number;
    readonly changes?: readonly { readonly path: string; readonly from: unknown; readonly to: unknown }[];
    readonly problem?: { readonly type: string };
    readonly summary?: Readonly<Record<string, unknown>>;
  }

  test('say what changes, with null for what one of them does not have', async () => {
    const { ended, lines } = await compare(`${family('F-1')}\n[]\n`, [
      ...versions,
      '--restate-attachment',
      '2015-06-01',
    ]);
    expect(ended.exit).toBe(1);
    expect(lines[0]?.changes).toContainEqual({ path: '/criteria/education/verdict', from: 'met', to: null });
    expect(lines[0]?.changes?.find(({ path }) => path === '/payments/attachment-fee/ratePence')).toEqual({
      path: '/payments/attachment-fee/ratePence',
      from: 320_000,
      to: 100_000,
    });
    expect(lines[1]?.problem?.type).toBe('/problems/family-invalid');
    expect(lines[2]?.summary).toMatchObject({
      lines: 2,
      families: 1,
      problems: 1,
      changed: 1,
      shared: { criteria: ['crime'], outcomes: ['continuous-employment'], payments: ['attachment-fee'] },
    });
  });

  test('a version compared with itself changes nothing', async () => {
    const same = ['--left', 'phase-1@1.0.0', '--right', 'phase-1@1.0.0', '--as-of', '2013-10-01'];
    const { ended, lines } = await compare(`${family('F-1')}\n${family('F-2')}\n`, same);
    expect(ended.exit).toBe(0);
    expect(lines.map(({ changes }) => changes)).toEqual([[], [], undefined]);
    const { leftDuePence, rightDuePence, changed } = lines[2]?.summary ?? {};
    expect([changed, leftDuePence]).toEqual([0, rightDuePence]);
  });

  test('a family that came before is not counted again', async () => {
    const twice = `${family('F-1')}\n${family('F-1')}\n`;
    const [once, again] = [await compare(`${family('F-1')}\n`, versions), await compare(twice, versions)];
    const { changed, leftDuePence, rightDuePence } = once.lines.at(-1)?.summary ?? {};
    expect(again.lines.at(-1)?.summary).toMatchObject({ families: 1, changed, leftDuePence, rightDuePence });
    expect(changed).toBe(1);
  });

  test('rulesets that share nothing are compared by eligibility and totals alone', () => {
    const version = phaseOne().ruleset;
    const renamed = { ...version, criteria: [], outcomes: [], payments: [] };
    expect(idsShared(version, renamed)).toEqual({ criteria: [], outcomes: [], payments: [] });
  });

  test('a version that is not there is named', async () => {
    const ended = await commandLine(
      ['compare', '--left', 'phase-1@1.0.0', '--right', 'phase-2@7.0.0', '--as-of', '2016-03-01'],
      { folder },
    );
    expect([ended.exit, ended.out]).toEqual([2, '']);
    expect(JSON.parse(ended.err)).toMatchObject({ type: '/problems/version-not-found' });
  });
});

describe('a batch that cannot begin', () => {
  test.for([
    { argv: ['--ruleset', 'phase-1@9.0.0', '--as-of', '2012-12-01'], type: 'version-not-found', exit: 2 },
    { argv: ['--ruleset', 'phase-9@1.0.0', '--as-of', '2012-12-01'], type: 'ruleset-not-found', exit: 2 },
    { argv: ['--ruleset', 'phase-1', '--as-of', '2012-12-01'], type: 'version-not-found', exit: 2 },
    { argv: [...asked, '--threads', '0'], type: 'usage', exit: 2 },
    { argv: [...asked, '--brief', '--trace', 'full'], type: 'usage', exit: 2 },
    { argv: [...asked, 'no-such-file.ndjson'], type: 'file-unreadable', exit: 2 },
  ])('$argv: $type', async ({ argv, type, exit }) => {
    const ended = await commandLine(['batch', ...argv], { folder });
    expect([ended.exit, ended.out]).toEqual([exit, '']);
    expect(JSON.parse(ended.err)).toMatchObject({ type: `/problems/${type}` });
  });
});

test('a hundred thousand ids are told apart, and each is known again', () => {
  const seen = new SeenIds();
  const ids = Array.from({ length: 100_000 }, (_, at) => `F-${String(at)}`);
  expect(ids.map((id, at) => seen.meet(idWords(id), at + 1)).filter((line) => line !== undefined)).toEqual(
    [],
  );
  expect(ids.every((id, at) => seen.meet(idWords(id), 1_000_000) === at + 1)).toBe(true);
});
