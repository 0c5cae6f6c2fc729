import { move, transferableSymbol, valueSymbol } from 'piscina';
import type { Block } from './block.ts';
import { blockDecider, type DecideBlock } from './decide-block.ts';
import { textIn } from '../shared-text.ts';
import type { BatchSetup } from './setup.ts';

/** A block of one batch. The setup comes as JSON in memory that threads share: it is read once by each. */
export interface Task {
  readonly batch: string;
  readonly setup: SharedArrayBuffer;
  readonly block: Block;
}

/** Batches that may be under way at once are few; the oldest is let go. */
const KEPT = 8;
const deciders = new Map<string, DecideBlock>();

function deciderFor({ batch, setup }: Task): DecideBlock {
  const before = deciders.get(batch);
  if (before !== undefined) return before;
  const decider = blockDecider(JSON.parse(textIn(setup)) as BatchSetup);
  const [oldest] = deciders.keys();
  if (deciders.size >= KEPT && oldest !== undefined) deciders.delete(oldest);
  deciders.set(batch, decider);
  return decider;
}

/** Runs in a worker thread; the bytes are handed over, not copied. */
export default async function decideTask(task: Task): Promise<unknown> {
  const decided = await deciderFor(task)(task.block);
  return move({ [transferableSymbol]: decided.bytes.buffer, [valueSymbol]: decided });
}
