import { move, transferableSymbol, valueSymbol } from 'piscina';
import type { Block } from './block.ts';
import { blockDecider, type DecideBlock } from './decide-block.ts';
import { textIn } from '../shared-text.ts';
import type { DecidedPart, DecidePart, JobSetup, PartAsked } from '../jobs/decide-part.ts';
import { partDecider } from '../jobs/decide-part.ts';
import type { BatchSetup } from './setup.ts';

/** A block of one batch. The setup comes as JSON in memory that threads share: it is read once by each. */
export interface Task {
  readonly batch: string;
  readonly setup: SharedArrayBuffer;
  readonly block: Block;
}

/** A block of a cohort, for one job. */
export interface PartTask {
  readonly job: string;
  readonly setup: SharedArrayBuffer;
  readonly part: PartAsked;
}

/** What is under way at once is little; what was begun first is let go. */
const KEPT = 8;

/** Makes a decider the first time that something of its name comes. */
function remembered<Decider>(): (name: string, made: () => Decider) => Decider {
  const deciders = new Map<string, Decider>();
  return (name, made) => {
    const before = deciders.get(name);
    if (before !== undefined) return before;
    const decider = made();
    const [oldest] = deciders.keys();
    if (deciders.size >= KEPT && oldest !== undefined) deciders.delete(oldest);
    deciders.set(name, decider);
    return decider;
  };
}

const blocks = remembered<DecideBlock>();
const parts = remembered<DecidePart>();

const read = (setup: SharedArrayBuffer): unknown => JSON.parse(textIn(setup));

/** Runs in a worker thread; the bytes are handed over, not copied. */
export default async function decideTask(task: Task): Promise<unknown> {
  const { batch, setup, block } = task;
  // because whoever started this thread wrote it
  const decided = await blocks(batch, () => blockDecider(read(setup) as BatchSetup))(block);
  return move({ [transferableSymbol]: decided.bytes.buffer, [valueSymbol]: decided });
}

/** Runs in a worker thread. */
export function decidePart({ job, setup, part }: PartTask): Promise<DecidedPart> {
  // because whoever started this thread wrote it
  return parts(job, () => partDecider(read(setup) as JobSetup))(part);
}
