import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import os from 'node:os';
import { decide, readJson, verdictReader } from '../../engine/index.ts';
import { evaluate } from '../../engine/decide/evaluate.ts';
import { decideBatch, type BatchSummary } from '../../server/batch/batch.ts';
import { type BatchSetup, plainVersion } from '../../server/batch/setup.ts';
import { createThreads, type Threads } from '../../server/batch/threads.ts';
import { openLibrary } from '../../server/library/open.ts';
import { attributed } from './attributed.ts';
import { AS_OF, linesOf, loadOf, type Load } from './families.ts';
import { measured, type Measured } from './fold.ts';
import { jobTimes } from './jobs.ts';
import { peers, type Peer } from './peers.ts';
import { named } from './by-hand/named.ts';
import { phase1ByHand } from './phase-1-by-hand.ts';
import { served } from './served.ts';
import { streamed } from './stream.ts';
import { timed, type Timed } from './timed.ts';

/** The checkout. */
const [, , root = process.cwd()] = process.argv;
const many = 4_000;
/** Enough that starting up is a small part of a batch. */
const caseload = 20_000;
const few = 200;

type Cell = string | number;
const table = (head: readonly string[], rows: readonly (readonly Cell[])[]) => {
  console.log(`\n| ${head.join(' | ')} |\n|${head.map(() => ' --- |').join('')}`);
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
};
const times = (ratio: number) => `${ratio >= 10 ? ratio.toFixed(0) : ratio.toFixed(1)}×`;

/** Rows against the first of them. */
async function compared(title: string, rows: readonly Timed[]): Promise<void> {
  const took = await timed(rows);
  const [first] = took.values();
  table(
    [title, 'µs a family', 'against the first'],
    [...took].map(([name, us]) => [name, us.toFixed(1), times(us / (first ?? us))]),
  );
}

function byHandOf({ compiled }: Load) {
  const { compiler, calendarFor } = compiled;
  return phase1ByHand(calendarFor, compiler.ofSchoolAge);
}

/** Throws unless both give the same verdicts and amounts for every family. */
function assertByHand(load: Load): void {
  const [byHand, reader] = [byHandOf(load), verdictReader(load.compiled)];
  for (const family of load.families) {
    const engine = named(reader(family, { asOf: load.asOf }));
    deepStrictEqual(byHand(family, load.asOf), engine, family.id);
  }
}

async function decideRows(load: Load): Promise<void> {
  assertByHand(load);
  const { compiled, families, asOf } = load;
  const byHand = byHandOf(load);
  const over = (name: string, act: (family: (typeof families)[number]) => unknown): Timed => ({
    name,
    families: families.length,
    run: () => {
      for (const family of families) act(family);
    },
  });
  await compared('deciding a family that is read, on one thread', [
    over('the same rules written by hand', (family) => byHand(family, asOf)),
    over('decide, compact trace', (family) => evaluate(compiled, family, { asOf })),
    over('decide, with reasons', (family) => decide(compiled, family, { asOf, trace: 'none' })),
    over('decide, full trace', (family) => decide(compiled, family, { asOf, trace: 'full' })),
  ]);
}

async function* inChunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const size = 64 * 1024;
  for (let from = 0; from < bytes.length; from += size)
    yield await Promise.resolve(bytes.subarray(from, from + size));
}

async function decided(bytes: Uint8Array, setup: BatchSetup, threads: Threads): Promise<BatchSummary> {
  const summaries: BatchSummary[] = [];
  const watched = {
    threads,
    onEnd: (one: BatchSummary) => void summaries.push(one),
    onDisagreement: () => undefined,
  };
  let written = 0;
  for await (const part of decideBatch(inChunks(bytes), setup, watched)) written += part.length;
  const [summary] = summaries;
  if (summary === undefined || written === 0) throw new Error('a batch ends with its summary');
  return summary;
}

async function batchRows({ version }: Load): Promise<void> {
  const lines = linesOf(caseload);
  const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
  const common = { asOf: AS_OF, trace: 'none', lineBytes: 1 << 23, problems: '' } as const;
  const plain = plainVersion(version);
  const setup = (brief: boolean, opinionsPerThousand: number): BatchSetup => ({
    ...{ ...common, brief, opinionsPerThousand },
    version: plain,
  });
  const all = createThreads(os.availableParallelism());
  for (const brief of [true, false]) {
    const { decisions } = await decided(bytes, setup(brief, 0), all);
    strictEqual(decisions, lines.length);
  }
  const batch = (name: string, asked: BatchSetup): Timed => ({
    name,
    families: lines.length,
    run: () => decided(bytes, asked, all),
  });
  await compared(`a batch, on ${String(os.availableParallelism())} threads`, [
    {
      name: 'JSON.parse of the same lines, on one thread',
      families: lines.length,
      run: () => {
        for (const line of lines) JSON.parse(line);
      },
    },
    {
      name: 'our strict reading of the same lines, on one thread',
      families: lines.length,
      run: () => {
        for (const line of lines) readJson(line);
      },
    },
    batch('the whole path: verdicts and amounts', setup(true, 0)),
    batch('the same, 1 % with a second opinion', setup(true, 10)),
    batch('the whole path: with reasons and hashes', setup(false, 0)),
  ]);
  await all.close();
}

async function assertPeer(peer: Peer, ready: readonly Measured[]): Promise<void> {
  for (const { plain } of ready) {
    const said = await peer.ready(plain)();
    for (const [node, verdict] of Object.entries(plain.expected)) {
      strictEqual(said[node] ?? plain.facts[node] ?? 'unknown', verdict, `${peer.name}: ${node}`);
    }
  }
}

async function foldRows(load: Load): Promise<void> {
  const ready = load.families.slice(0, few).map((family) => measured(load, family));
  const rows: Timed[] = [
    {
      name: 'our fold, with the compact trace',
      families: few,
      run: () => {
        for (const { fold } of ready) fold();
      },
    },
  ];
  for (const make of peers) {
    const peer = make();
    await assertPeer(peer, ready);
    const judges = ready.map(({ plain }) => peer.ready(plain));
    rows.push({
      name: peer.name,
      families: few,
      run: async () => {
        for (const judge of judges) await judge();
      },
    });
  }
  await compared('folding facts that are measured, verdict of every node', rows);
}

async function streamRows(): Promise<void> {
  const lines = linesOf(5_000);
  const counts = process.argv.includes('--million') ? [10_000, 100_000, 1_000_000] : [10_000, 100_000];
  const rows: Cell[][] = [];
  for (const count of counts) {
    const { families, seconds, mostMebibytes } = await streamed(root, lines, count);
    const perFamily = ((seconds * 1e6) / families).toFixed(1);
    rows.push([
      families.toLocaleString('en-GB'),
      seconds.toFixed(1),
      perFamily,
      mostMebibytes?.toFixed(0) ?? '–',
    ]);
  }
  table(['families through `threshold batch --brief`', 'seconds', 'µs a family', 'most memory, MiB'], rows);
}

async function jobRows(): Promise<void> {
  const library = openLibrary(`${root}/rulesets`);
  if (!library.ok) throw new Error('the rulesets that ship can be read');
  const lines = linesOf(5_000);
  const counts = [10_000, 40_000, ...(process.argv.includes('--million') ? [120_000, 1_000_000] : [])];
  const rows: Cell[][] = [];
  for (const count of counts) {
    const { families, parsed, job, results, mebibytes, bytesKept } = await jobTimes(
      library.value,
      lines,
      count,
    );
    rows.push([
      ...[families.toLocaleString('en-GB'), parsed.toFixed(1), job.toFixed(1), (job - parsed).toFixed(1)],
      ...[
        ((job * 1e6) / families).toFixed(1),
        results.toFixed(2),
        mebibytes.toFixed(0),
        bytesKept.toFixed(0),
      ],
    ]);
  }
  table(
    [
      ...['a job under two versions, traces kept, two threads', 'JSON.parse s', 'job s', 'beyond it s'],
      ...['µs a family', 'results s', 'most memory, MiB', 'bytes kept a family'],
    ],
    rows,
  );
}

async function serverRows(): Promise<void> {
  const { singles, logged } = await served(root, linesOf(5_000));
  const [echo] = singles;
  table(
    ['one request over HTTP, phase-1', 'p50 ms', 'p95 ms', 'a second, 8 at once', 'against the first'],
    singles.map(({ name, latency: { p50, p95 }, throughput }) => [
      ...[name, p50.toFixed(2), p95.toFixed(2), throughput.toFixed(0)],
      (throughput / (echo?.throughput ?? throughput)).toFixed(2),
    ]),
  );
  const { families, plain, kept, query, found } = logged;
  table(
    ['kept decisions', 'took'],
    [
      [
        `${families.toLocaleString('en-GB')} families in a batch over HTTP, not kept`,
        `${plain.toFixed(1)} s`,
      ],
      ['the same, kept with their families', `${kept.toFixed(1)} s`],
      [
        `of 120,000 and more kept, those where \`education\` is met (${found.toLocaleString('en-GB')}): a page and the count`,
        `p50 ${query.p50.toFixed(0)} ms`,
      ],
    ],
  );
}

const middle = (list: readonly number[], part: number) =>
  [...list].sort((one, other) => one - other)[Math.floor((list.length - 1) * part)];

function attributionRows({ families }: Load): void {
  const library = openLibrary(`${root}/rulesets`);
  if (!library.ok) throw new Error('the rulesets that ship can be read');
  const all = attributed(library.value, families);
  const bands = [
    { name: 'up to 4', of: all.filter(({ live }) => live <= 4) },
    { name: '5 to 12', of: all.filter(({ live }) => live > 4 && live <= 12) },
    { name: 'more', of: all.filter(({ live }) => live > 12) },
  ];
  table(
    [
      'edits that matter',
      'changes',
      'causes found: p50 ms',
      'p95 ms',
      'every set compiled whole: p50 ms',
      'against ours',
    ],
    bands.map(({ name, of }) => {
      const ours = of.map((one) => one.ours);
      const whole = of.flatMap((one) => one.whole ?? []);
      const [half, most, slow] = [middle(ours, 0.5), middle(ours, 0.95), middle(whole, 0.5)];
      const ratio = half === undefined || slow === undefined ? '–' : times(slow / half);
      return [
        name,
        of.length,
        half?.toFixed(2) ?? '–',
        most?.toFixed(2) ?? '–',
        slow?.toFixed(0) ?? '–',
        ratio,
      ];
    }),
  );
}

const sections = {
  decide: () => decideRows(load),
  batch: () => batchRows(load),
  fold: () => foldRows(load),
  attribution: () => {
    attributionRows(load);
  },
  stream: streamRows,
  jobs: jobRows,
  server: serverRows,
} as const;

const load = loadOf(many, `${root}/rulesets`);
const [processor] = os.cpus();
console.log(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${String(os.availableParallelism())} processors (${processor?.model.trim() ?? 'unknown'}), phase-1@1.0.0 as of ${AS_OF}, ${String(many)} synthetic families`,
);
const wanted = process.argv.slice(3).filter((word) => !word.startsWith('--'));
for (const word of wanted) if (!Object.hasOwn(sections, word)) throw new Error(`no section is named ${word}`);
for (const [name, run] of Object.entries(sections)) {
  if (wanted.length === 0 || wanted.includes(name)) await run();
}
