import { createHash } from 'node:crypto';
import { type ComparedBatch, type Totals, totalsOf } from '../comparison/totals.ts';
import type { ToKeep } from '../decisions/keeper.ts';
import type { Block, DecidedBlock } from './block.ts';
import type { IdWords } from './id-words.ts';
import { lineProblem, type StopName } from './line-problem.ts';
import { SeenIds } from './seen-ids.ts';
import type { BatchSetup } from './setup.ts';
import { splitLines } from './split-lines.ts';
import type { Deciding, Threads } from './threads.ts';

/** How a batch ended. */
export interface BatchSummary {
  /** Lines read, blank ones included. */
  readonly lines: number;
  readonly decisions: number;
  readonly problems: number;
  /** Absent where families are decided under one version alone. */
  readonly compared?: ComparedBatch;
  /** Hex digest of all output bytes before the summary's line. */
  readonly sha256: string;
}

/** Decisions that are handed over together: each handing over waits for the disk once. */
const GROUP = 1000;
/** Groups that may be waiting to be kept before no more is read. */
const WAITING = 2;

/** Gathers decisions, hands them over to be kept, and waits for them only where too many wait, and at the end. */
class Keeping {
  private readonly waiting: Promise<void>[] = [];
  private gathered: ToKeep[] = [];
  private readonly keep: Watched['keep'];

  constructor(keep: Watched['keep']) {
    this.keep = keep;
  }

  async add(decisions: readonly ToKeep[]): Promise<void> {
    for (const decision of decisions) this.gathered.push(decision);
    if (this.gathered.length < GROUP) return;
    this.handOver();
    if (this.waiting.length > WAITING) await this.waiting.shift();
  }

  async done(): Promise<void> {
    this.handOver();
    for (const kept of this.waiting) await kept;
  }

  private handOver(): void {
    const decisions = this.gathered;
    if (decisions.length === 0 || this.keep === undefined) return;
    this.gathered = [];
    const kept = this.keep(decisions);
    // because a later one may fail while an earlier one is still awaited
    kept.catch(() => undefined);
    this.waiting.push(kept);
  }
}

/** Where a batch is decided, and what is to be told of it. */
export interface Watched {
  readonly threads: Pick<Threads, 'begin'>;
  /** Keeps decisions, where the batch asks for it. */
  readonly keep?: (decisions: readonly ToKeep[]) => Promise<void>;
  readonly onEnd: (summary: BatchSummary) => void;
  /** A line that was refused because the two engines differ on it. */
  readonly onDisagreement: (disagreement: DecidedBlock['disagreements'][number]) => void;
  /** Asked before each block is given out: why whoever began may not go on. Absent, nobody can forbid it. */
  readonly stillAllowed?: () => Promise<StopName | undefined>;
  /** It was forbidden: the batch has ended without a summary. */
  readonly onForbidden?: (name: StopName) => Promise<void>;
}

/** The summary as its line says it. */
function shown({ lines, decisions, problems, compared, sha256 }: BatchSummary) {
  if (compared === undefined) return { lines, decisions, problems, sha256 };
  return { lines, families: decisions, problems, ...compared, sha256 };
}

/** Decides blocks, a few at once, and gives what came of them in their order. Stopping early lets the rest go. */
async function* inOrder(
  blocks: AsyncIterable<Block>,
  { decide, atOnce }: Deciding,
): AsyncGenerator<DecidedBlock> {
  const waiting: Promise<DecidedBlock>[] = [];
  for await (const block of blocks) {
    const decided = decide(block);
    // because a later one may fail while an earlier one is still awaited
    decided.catch(() => undefined);
    waiting.push(decided);
    const first = waiting.length >= atOnce ? waiting.shift() : undefined;
    if (first !== undefined) yield await first;
  }
  for (const decided of waiting) yield await decided;
}

/** The families that a batch has met. */
interface Met {
  readonly seen: SeenIds;
  readonly totals: Totals | undefined;
}

/** Answers a family that was decided before in this batch with the line it came on; all else stays as it is. */
function withoutRepeats(block: DecidedBlock, { seen, totals }: Met, prefix: string) {
  const { bytes, places, ids, rows, effects } = block;
  const parts: Uint8Array[] = [];
  const toKeep: ToKeep[] = [];
  let kept = 0;
  let repeats = 0;
  for (let at = 0; at * 2 < places.length; at += 1) {
    const line = places[at * 2] ?? 0;
    const words: IdWords = [ids[at * 3] ?? 0, ids[at * 3 + 1] ?? 0, ids[at * 3 + 2] ?? 0];
    const firstLine = words[0] === 0 ? undefined : seen.meet(words, line);
    if (firstLine === undefined) {
      totals?.add(rows[at], effects[at]);
      const one = block.kept[at];
      if (one !== undefined) toKeep.push(one);
      continue;
    }
    const begins = places[at * 2 - 1] ?? 0;
    const ends = places[at * 2 + 1] ?? 0;
    const { family } = JSON.parse(Buffer.from(bytes.subarray(begins, ends)).toString()) as { family: string };
    const problem = lineProblem(prefix, 'family-repeated', { firstLine });
    parts.push(bytes.subarray(kept, begins), Buffer.from(`${JSON.stringify({ line, family, problem })}\n`));
    kept = ends;
    repeats += 1;
  }
  const whole = repeats === 0 ? bytes : Buffer.concat([...parts, bytes.subarray(kept)]);
  return { bytes: whole, repeats, toKeep };
}

/**
 * Decides families, one a line of NDJSON, and gives NDJSON in the order of the lines, the summary last. A bad line never
 * fails the rest. Input is read only as fast as output is taken. Whatever is to be kept is kept before the summary is
 * given; where it cannot be, or where it is forbidden on the way, there is none: the answer is not whole and does not
 * look so.
 */
export async function* decideBatch(
  input: AsyncIterable<Uint8Array>,
  setup: BatchSetup,
  { threads, keep, onEnd, onDisagreement, stillAllowed, onForbidden }: Watched,
): AsyncGenerator<Uint8Array, void> {
  const digest = createHash('sha256');
  const keeping = new Keeping(keep);
  const met: Met = { seen: new SeenIds(), totals: totalsOf(setup) };
  let [lines, decisions, problems] = [0, 0, 0];
  for await (const block of inOrder(splitLines(input, setup.lineBytes), threads.begin(setup))) {
    const forbidden = await stillAllowed?.();
    if (forbidden !== undefined) {
      await onForbidden?.(forbidden);
      yield Buffer.from(
        `${JSON.stringify({ line: lines + 1, problem: lineProblem(setup.problems, forbidden) })}\n`,
      );
      return;
    }
    const { bytes, repeats, toKeep } = withoutRepeats(block, met, setup.problems);
    for (const disagreement of block.disagreements) onDisagreement(disagreement);
    const answers = block.places.length / 2;
    lines += block.lines;
    problems += block.problems + repeats;
    decisions += answers - block.problems - repeats;
    await keeping.add(toKeep);
    if (bytes.length === 0) continue;
    digest.update(bytes);
    yield bytes;
  }
  await keeping.done();
  const compared = met.totals?.compared();
  const sha256 = digest.digest('hex');
  const summary: BatchSummary = { lines, decisions, problems, ...(compared && { compared }), sha256 };
  onEnd(summary);
  yield Buffer.from(`${JSON.stringify({ summary: shown(summary) })}\n`);
}
