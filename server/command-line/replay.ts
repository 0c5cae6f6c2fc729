import { documentOf, keptAnywhere, keyOf } from '../decisions/find.ts';
import { familyToReplay, replay } from '../decisions/replay.ts';
import { storedShelf } from '../shelf/stored-library.ts';
import type { Io } from './io.ts';
import { failure, type Outcome } from './problem.ts';
import { exitOf, familyGiven, type ReplayOptions } from './replayed.ts';
import { withStore } from './store-at.ts';
import type { StoreOptions } from './store-option.ts';

/** Makes a kept decision again, by its record or by its content id, under the version that the store has. */
export async function replayCommand(
  id: string,
  options: StoreOptions & ReplayOptions,
  io: Io,
): Promise<Outcome> {
  const given = await familyGiven(options, io);
  if (!given.ok) return given.error;
  return withStore(options, io, async (store) => {
    const kept = await keptAnywhere(store, id);
    if (kept === undefined) return failure('decision-not-found', `no decision is kept as \`${id}\``);
    const [key, document] = [await keyOf(store, kept), await documentOf(store, kept)];
    const family = familyToReplay(kept, { key, document, given: given.value });
    const replayed = replay(await storedShelf(store).current(), kept, family);
    return { exit: exitOf([replayed]), output: { replayed: [{ record: kept.id, ...replayed }] } };
  });
}
