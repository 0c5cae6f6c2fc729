/** What one row of the benchmark does, over all its families. */
export interface Timed {
  readonly name: string;
  readonly run: () => unknown;
  /** Families that one run handles. */
  readonly families: number;
}

/** Microseconds a family, the best of several runs: what is left is the machine's, not the row's. */
export type Microseconds = number;

const ROUNDS = 7;
const ENOUGH_MILLISECONDS = 150;

async function once({ run }: Timed): Promise<number> {
  const began = performance.now();
  await run();
  return performance.now() - began;
}

/** A run that is long enough to be timed. */
async function repeated(row: Timed): Promise<number> {
  let total = 0;
  let runs = 0;
  while (total < ENOUGH_MILLISECONDS || runs === 0) {
    total += await once(row);
    runs += 1;
  }
  return (total / runs / row.families) * 1000;
}

/** Times rows side by side, round after round, so that a busy moment of the machine falls on all of them. */
export async function timed(rows: readonly Timed[]): Promise<Map<string, Microseconds>> {
  const best = new Map<string, Microseconds>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const row of rows) {
      const took = await repeated(row);
      best.set(row.name, Math.min(best.get(row.name) ?? Infinity, took));
    }
  }
  return best;
}
