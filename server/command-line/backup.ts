import { existsSync } from 'node:fs';
import type { AuditReport } from '../audit/verify.ts';
import { backUp, restore } from '../store/backup.ts';
import { dumpStore, DumpRefused, loadStore } from '../store/dump.ts';
import { StoreFault } from '../store/fault.ts';
import { connectionTo } from '../store/open.ts';
import { shownReport } from './audit.ts';
import type { Io } from './io.ts';
import { failure, type Outcome } from './problem.ts';
import { addressFrom, fileFrom, onFault, withStore } from './store-at.ts';
import type { StoreOptions } from './store-option.ts';

function notWhole(report: AuditReport): Outcome {
  return { exit: 1, output: { file: null, ...shownReport(report) } };
}

export function backupCommand(file: string, options: StoreOptions, io: Io): Promise<Outcome> {
  return onFault(async () => {
    const store = fileFrom(options, io);
    if (!store.ok) return store.error;
    if (existsSync(file))
      return failure('file-exists', `\`${file}\` is there already: a backup overwrites nothing`);
    const { kept, report } = await backUp(store.value, file);
    return kept ? { exit: 0, output: { file, ...shownReport(report) } } : notWhole(report);
  });
}

export function restoreCommand(
  file: string,
  options: StoreOptions & { readonly yes?: boolean },
  io: Io,
): Promise<Outcome> {
  return onFault(async () => {
    const store = fileFrom(options, io);
    if (!store.ok) return store.error;
    const target = store.value;
    if (!existsSync(file)) return failure('file-unreadable', `there is no file \`${file}\``);
    if (existsSync(target) && options.yes !== true)
      return failure(
        'file-exists',
        `\`${target}\` is there already: \`--yes\` keeps it beside, under another name`,
      );
    try {
      const { kept, report, replaced = null } = await restore(file, { target, clock: io.clock });
      return kept
        ? { exit: 0, output: { store: target, replaced, ...shownReport(report) } }
        : notWhole(report);
    } catch (error) {
      if (!(error instanceof StoreFault) || error.code !== 'busy') throw error;
      return failure('store-held', `a server or a command has \`${target}\` open: stop it first`);
    }
  });
}

export function dumpCommand(options: StoreOptions, io: Io): Promise<Outcome> {
  return withStore(options, io, async (store) => {
    await dumpStore(store, io.write);
    return { exit: 0 };
  });
}

export function loadCommand(options: StoreOptions, io: Io): Promise<Outcome> {
  return onFault(async () => {
    const address = addressFrom(options, io);
    if (!address.ok) return address.error;
    const connection = await connectionTo(address.value);
    try {
      return { exit: 0, output: shownReport(await loadStore(connection, io.input())) };
    } catch (error) {
      if (!(error instanceof DumpRefused)) throw error;
      return failure('dump-refused', error.message);
    } finally {
      await connection.close();
    }
  });
}
