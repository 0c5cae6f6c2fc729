import { err, ok, type Result } from '../../engine/index.ts';
import { retain } from '../decisions/forget.ts';
import { readEnvironment } from '../env.ts';
import type { Io } from './io.ts';
import { type Failure, failure, type Outcome } from './problem.ts';
import { withStoreToWrite } from './store-at.ts';
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
export async function retainCommand(options: RetainOptions, io: Io): Promise<Outcome> {
  const days = daysFrom(options, io);
  if (!days.ok) return days.error;
  return withStoreToWrite(options, io, async (store) => {
    const forgotten = await retain(store, io.clock(), days.value);
    return { exit: 0, output: { olderThanDays: days.value, ...forgotten } };
  });
}
