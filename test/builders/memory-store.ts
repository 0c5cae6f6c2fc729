import type { Clock } from '../../server/clock.ts';
import { openStore, type Store, tablesFor } from '../../server/store/store.ts';
import { openWanted, wantedKind } from './stores.ts';

/** A real store, empty, opened when it is first asked: SQLite in memory, or what `TEST_STORE` says. */
export function memoryStore(clock: Clock): Store {
  let opening: Promise<Store> | undefined;
  const opened = () => (opening ??= openStore(openWanted(), clock));
  return {
    kind: wantedKind,
    tables: tablesFor(wantedKind),
    read: async (work) => (await opened()).read(work),
    snapshot: async (work) => (await opened()).snapshot(work),
    write: async (writer, work) => (await opened()).write(writer, work),
    mark: async (work) => (await opened()).mark(work),
    backup: async (file) => (await opened()).backup?.(file),
    close: async () => {
      if (opening !== undefined) await (await opening).close();
    },
  };
}
