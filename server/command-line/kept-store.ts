import path from 'node:path';
import type { Settings } from '../env.ts';
import type { Machine } from '../machine.ts';
import type { Store } from '../store/store.ts';
import type { Io } from './io.ts';
import { failure, type Outcome } from './problem.ts';

/** What a command that works on the store itself is given. */
export interface Kept {
  readonly store: Store;
  readonly machine: Machine;
  readonly settings: Settings;
}

/** Opens the store that the environment names, beside a server that may be running, for the length of some work. */
export async function withStore(io: Io, work: (kept: Kept) => Promise<Outcome>): Promise<Outcome> {
  // because no other command waits for the server to be loaded
  const [{ readEnvironment }, { thisMachine }, { packageRoot }, { openStoreAt }, { StoreFault }] =
    await Promise.all([
      import('../env.ts'),
      import('../machine.ts'),
      import('../package-root.ts'),
      import('../store/open.ts'),
      import('../store/fault.ts'),
    ]);
  const settings = readEnvironment(io.environment);
  if (!settings.ok) return failure('usage', settings.error.join('; '));
  const { data = path.join(packageRoot, 'data'), databaseUrl } = settings.value;
  try {
    const store = await openStoreAt(databaseUrl ?? path.join(data, 'threshold.db'), thisMachine.clock);
    try {
      return await work({ store, machine: thisMachine, settings: settings.value });
    } finally {
      await store.close();
    }
  } catch (error) {
    if (error instanceof StoreFault) return failure('store-failed', error.message);
    throw error;
  }
}
