import type { Clock } from '../../server/clock.ts';
import { sqliteDialect } from '../../server/store/dialect.ts';
import { tablesIn } from '../../server/store/schema.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { openStore, type Store } from '../../server/store/store.ts';

/** A real store in memory, opened when it is first asked. */
export function memoryStore(clock: Clock): Store {
  let opening: Promise<Store> | undefined;
  const opened = () => (opening ??= openStore(openSqlite(':memory:'), clock));
  return {
    kind: 'sqlite',
    tables: tablesIn(sqliteDialect),
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
