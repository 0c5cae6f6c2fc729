import type { Diagnostic } from '../../engine/index.ts';
import { addWindow, keptWindows, sourcedWindow } from '../claims/windows.ts';
import { requestFindings } from '../finding.ts';
import { Refusal } from '../governance/refusal.ts';
import { documentOf } from '../library/document-text.ts';
import { thisMachine } from '../machine.ts';
import type { Finding } from '../problem.ts';
import { bytesFrom } from './evaluate.ts';
import { hereFor } from './here.ts';
import type { Io } from './io.ts';
import { failure, type Outcome } from './problem.ts';
import { withStore, withStoreToWrite } from './store-at.ts';
import type { StoreOptions } from './store-option.ts';

/** The claim windows that count, and those that were replaced. */
export function listWindowsCommand(options: StoreOptions, io: Io): Promise<Outcome> {
  return withStore(options, io, async (store) => ({ exit: 0, output: await keptWindows(store) }));
}

function invalid(file: string, found: readonly (Diagnostic | Finding)[]) {
  const findings = found.map((one) => ({ ...one, severity: 'error' as const }));
  return failure('claim-window-invalid', `the claim window \`${file}\` cannot be put in force`, { findings });
}

/** Puts the window in a file in force, in place of the one of its id. */
export async function setWindowCommand(file: string, options: StoreOptions, io: Io): Promise<Outcome> {
  const bytes = await bytesFrom(file, io);
  if (!bytes.ok) return failure('file-unreadable', `there is no file \`${file}\` that can be read`);
  const document = documentOf(bytes.value);
  if (!document.ok) return invalid(file, document.error);
  const asked = sourcedWindow.safeParse(document.value);
  if (!asked.success) return invalid(file, requestFindings(asked.error, document.value, sourcedWindow));
  return withStoreToWrite(options, io, async (store) => {
    try {
      await addWindow({ store, principal: hereFor(), ids: thisMachine.ids }, asked.data);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return invalid(file, error.more.findings ?? []);
    }
    return { exit: 0, output: asked.data };
  });
}
