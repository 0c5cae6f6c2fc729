import { createHash, randomUUID } from 'node:crypto';
import { Piscina } from 'piscina';
import type { Block, DecidedBlock } from './block.ts';
import type { DecidedPart, JobSetup, PartAsked } from '../jobs/decide-part.ts';
import { blockDecider } from './decide-block.ts';
import { sharedText } from '../shared-text.ts';
import type { BatchSetup } from './setup.ts';
import type { PartTask, Task } from './worker.ts';

/** Decides the blocks of one batch, several at once. */
export interface Deciding {
  readonly decide: (block: Block) => Promise<DecidedBlock>;
  /** How many blocks are worth handing over before the first is decided. */
  readonly atOnce: number;
}

/** Decides blocks of a cohort for one job, several at once, always in threads. */
export interface DecidingParts {
  readonly decide: (part: PartAsked) => Promise<DecidedPart>;
  /** How many blocks are worth handing over before the first is decided. */
  readonly atOnce: number;
}

/** Worker threads that decide blocks; none is started before one is needed. */
export interface Threads {
  /** The first block is decided where it is asked for, unless `allAway`: for blocks that take long beside other requests. */
  readonly begin: (setup: BatchSetup, allAway?: boolean) => Deciding;
  /** Decides one block in a thread, always: for what takes long. A thread that had the same setup before is ready for it. */
  readonly away: (setup: BatchSetup, block: Block) => Promise<DecidedBlock>;
  readonly parts: (setup: JobSetup) => DecidingParts;
  readonly close: () => Promise<void>;
}

/** The worker lies beside this file in the sources, and beside the bundle once built. */
function workerFile(): string {
  const source = import.meta.url.endsWith('.ts');
  return new URL(source ? './worker-from-source.mjs' : './batch-worker.js', import.meta.url).href;
}

interface Pool {
  readonly run: (task: Task) => Promise<DecidedBlock>;
  readonly part: (task: PartTask) => Promise<DecidedPart>;
  readonly close: () => Promise<void>;
}

/** MiB that a thread may fill: more where causes are asked, because what is compiled for some edits serves the next family. */
const heapOf = (causes: boolean) => (causes ? 512 : 128);

/** A thread that cannot run fails every block, rather than leaving them waiting. */
function startPool(most: number, heap: number): Pool {
  const pool = new Piscina<Task | PartTask, unknown>({
    filename: workerFile(),
    minThreads: 0,
    maxThreads: most,
    idleTimeout: 10_000,
    // because a thread left to itself lets garbage pile up to many times what a block needs
    resourceLimits: { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: heap },
  });
  // because a race with one lasting promise would keep every result that ever came
  const waiting = new Set<(error: Error) => void>();
  // each time, because an error that nobody hears ends the process
  pool.on('error', (error: Error) => {
    for (const fail of waiting) fail(error);
  });
  const run = (task: Task | PartTask, name: string) =>
    new Promise<unknown>((resolve, reject) => {
      waiting.add(reject);
      pool
        .run(task, { name })
        .then(resolve, reject)
        .finally(() => waiting.delete(reject));
    });
  return {
    // because each answers what worker.ts says that it does
    run: (task) => run(task, 'default') as Promise<DecidedBlock>,
    part: (task) => run(task, 'decidePart') as Promise<DecidedPart>,
    close: () => pool.close({ force: true }),
  };
}

/** Up to `most` threads, which end when they have had nothing to do for a while; as many again where causes are asked. */
export function createThreads(most: number): Threads {
  const pools = new Map<number, Pool>();
  const poolFor = (causes: boolean): Pool => {
    const heap = heapOf(causes);
    const pool = pools.get(heap) ?? startPool(most, heap);
    pools.set(heap, pool);
    return pool;
  };
  return {
    away: (setup, block) => {
      const text = JSON.stringify(setup);
      const batch = createHash('sha256').update(text).digest('hex');
      return poolFor(setup.right?.causes === true).run({ batch, setup: sharedText(text), block });
    },
    begin: (setup, allAway = false) => {
      const batch = randomUUID();
      let shared: SharedArrayBuffer | undefined;
      let blocks = 0;
      return {
        atOnce: most * 2,
        decide: (block) => {
          blocks += 1;
          if (blocks === 1 && !allAway) return blockDecider(setup)(block);
          shared ??= sharedText(JSON.stringify(setup));
          return poolFor(setup.right?.causes === true).run({ batch, setup: shared, block });
        },
      };
    },
    parts: (setup) => {
      const job = randomUUID();
      const shared = sharedText(JSON.stringify(setup));
      const decide = (part: PartAsked) => poolFor(setup.causes).part({ job, setup: shared, part });
      return { atOnce: most * 2, decide };
    },
    close: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.close()));
      pools.clear();
    },
  };
}
