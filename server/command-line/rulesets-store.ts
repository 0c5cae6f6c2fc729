import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { under } from '../library/ruleset-file.ts';
import type { Store } from '../store/store.ts';
import type { Io } from './io.ts';
import { failure, type Outcome } from './problem.ts';

/** Runs a command on the store that the environment names. The store is loaded only here: no other command waits for it. */
async function onStore(
  io: Io,
  work: (store: Store, ids: () => string) => Promise<Outcome>,
): Promise<Outcome> {
  const [{ thisMachine }, { openStoreAt }, { addressFrom, onFault }] = await Promise.all([
    import('../machine.ts'),
    import('../store/open.ts'),
    import('./store-at.ts'),
  ]);
  const address = addressFrom({}, io);
  if (!address.ok) return address.error;
  return onFault(async () => {
    const store = await openStoreAt(address.value, io.clock);
    try {
      return await work(store, thisMachine.ids);
    } finally {
      await store.close();
    }
  });
}

/** Writes what is published as a folder of rulesets. What is there already and the same is left as it is. */
export function exportRulesetsCommand(folder: string, io: Io): Promise<Outcome> {
  return onStore(io, async (store) => {
    const [{ exported }, { SUPERSEDED, supersededText }] = await Promise.all([
      import('../shelf/export.ts'),
      import('../shelf/superseded.ts'),
    ]);
    const { files: documents, superseded } = await exported(store);
    const before = await supersededText(store);
    const files = new Map([...documents, ...(before === undefined ? [] : [[SUPERSEDED, before] as const])]);
    const written: string[] = [];
    for (const [file, text] of files) {
      const to = path.join(folder, file);
      if (existsSync(to) && readFileSync(to, 'utf8') === text) continue;
      mkdirSync(path.dirname(to), { recursive: true });
      writeFileSync(to, text);
      written.push(file);
    }
    return { exit: 0, output: { folder, written, unchanged: files.size - written.length, superseded } };
  });
}

/** Fills an empty store from a folder of rulesets, or makes drafts of what is new there. */
export function importRulesetsCommand(folder: string, io: Io): Promise<Outcome> {
  return onStore(io, async (store, ids) => {
    const [{ openFolder }, { storedShelf }, { importFolder }] = await Promise.all([
      import('../shelf/from-folder.ts'),
      import('../shelf/stored-library.ts'),
      import('../governance/import-folder.ts'),
    ]);
    const opened = openFolder(folder);
    if (!opened.ok) {
      const detail = `the documents in \`${folder}\` have errors`;
      return failure('rulesets-invalid', detail, { findings: under(folder, opened.error) });
    }
    const imported = await importFolder({ store, shelf: storedShelf(store), ids }, opened.value);
    return { exit: 0, output: { folder, ...imported } };
  });
}
