import { existsSync } from 'node:fs';
import { err, ok, type Result } from '../../engine/index.ts';
import { retain } from '../decisions/forget.ts';
import { readEnvironment } from '../env.ts';
import { StoreFault } from '../store/fault.ts';
import { isPostgres, openStoreAt } from '../store/open.ts';
import type { Io } from './io.ts';
import { type Failure, failure, type Outcome } from './problem.ts';
import { addressFrom, onFault } from './store-at.ts';
import type { StoreOptions } from './store-option.ts';

export interface RetainOptions extends StoreOptions {
  /** In days; absent, as the server's settings say. */
  readonly olderThan?: number;
}

function daysFrom({ olderThan }: RetainOptions, { environment }: Io): Result<number, Failure> {
  if (olderThan !== undefined) return ok(olderThan);
  const settings = readEnvironment(environment);
  if (!settings.ok) return err(failure('usage', settings.error.join('; ')));
  const { keepDays } = settings.value;
  const detail = 'neither --older-than nor THRESHOLD_KEEP_DAYS says how long is long enough';
  return keepDays === undefined ? err(failure('usage', detail)) : ok(keepDays);
}

/** Forgets the families of decisions that are older than so many days, as the server does once a day. */
export function retainCommand(options: RetainOptions, io: Io): Promise<Outcome> {
  return onFault(async () => {
    const address = addressFrom(options, io);
    if (!address.ok) return address.error;
    const days = daysFrom(options, io);
    if (!days.ok) return days.error;
    // because opening a store makes one where there is none
    if (!isPostgres(address.value) && !existsSync(address.value)) throw new StoreFault('missing');
    const store = await openStoreAt(address.value, io.clock);
    try {
      const forgotten = await retain(store, io.clock(), days.value);
      return { exit: 0, output: { olderThanDays: days.value, ...forgotten } };
    } finally {
      await store.close();
    }
  });
}
