import { headText } from '../audit/head.ts';
import { type AuditFilter, auditEntries } from '../audit/read.ts';
import { type AuditReport, type KnownHead, verifyAudit } from '../audit/verify.ts';
import { auditHead } from '../store/store.ts';
import type { Io } from './io.ts';
import type { Outcome } from './problem.ts';
import { withStore } from './store-at.ts';
import type { StoreOptions } from './store-option.ts';

/** A verification as it is written: the head as `--head` takes it. */
export function shownReport({ entries, head, rows, findings }: AuditReport) {
  return {
    whole: findings.length === 0,
    entries,
    head: headText({ seq: entries, hash: head }),
    rows,
    findings,
  };
}

export function verifyCommand(
  options: StoreOptions & { readonly head?: KnownHead },
  io: Io,
): Promise<Outcome> {
  return withStore(options, io, async (store) => {
    const output = shownReport(await verifyAudit(store, options.head));
    return { exit: output.whole ? 0 : 1, output };
  });
}

export function headCommand(options: StoreOptions, io: Io): Promise<Outcome> {
  return withStore(options, io, async (store) => {
    const head = await auditHead(store);
    return { exit: 0, output: { head: headText(head), at: head?.at ?? null } };
  });
}

/** Writes entries as NDJSON, the oldest first, each whole: its hash can be made again from the line. */
export function listCommand(options: StoreOptions & AuditFilter, io: Io): Promise<Outcome> {
  return withStore(options, io, async (store) => {
    for await (const { detail, changes, ...entry } of auditEntries(store, options)) {
      const whole = {
        ...entry,
        detail: JSON.parse(detail) as unknown,
        changes: JSON.parse(changes) as unknown,
      };
      await io.write(`${JSON.stringify(whole)}\n`);
    }
    return { exit: 0 };
  });
}
