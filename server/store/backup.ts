import { closeSync, copyFileSync, existsSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { headText } from '../audit/head.ts';
import { type AuditReport, verifyAudit } from '../audit/verify.ts';
import type { Clock } from '../clock.ts';
import { faultOf } from './fault.ts';
import { hold } from './hold.ts';
import { openStoreAt, openStoreAtToRead } from './open.ts';
import { keepBeside, makeSound, nameFinally, removeLogs, removeStore } from './sound-file.ts';

const PRIVATE = 0o600;

/** What came of it: the report of what was verified, and whether the file now has its name. */
export interface Verified {
  readonly report: AuditReport;
  readonly kept: boolean;
}

async function reportOn(file: string): Promise<AuditReport> {
  const store = await openStoreAtToRead(file);
  try {
    return await verifyAudit(store);
  } finally {
    await store.close();
  }
}

async function copyStore(address: string, copy: string): Promise<void> {
  const store = await openStoreAtToRead(address);
  try {
    if (store.backup === undefined) throw new Error('invariant: a store in a file can be copied');
    closeSync(openSync(copy, 'w', PRIVATE));
    await store.backup(copy);
  } finally {
    await store.close();
  }
}

/**
 * Copies a SQLite store, while others write to it, to a file that is not there yet. The file has its name only once every
 * page of it is sound and nothing in it was changed behind the audit log's back. Throws a `StoreFault`.
 */
export async function backUp(address: string, file: string): Promise<Verified> {
  const copy = `${file}.unverified`;
  try {
    await copyStore(address, copy);
    makeSound(copy);
    const report = await reportOn(copy);
    const kept = report.findings.length === 0;
    if (kept) nameFinally(copy, file);
    return { report, kept };
  } catch (error) {
    throw faultOf(error);
  } finally {
    removeStore(copy);
  }
}

/** Brings a copy of a backup forward to this program's tables, verifies it, and has it say that it was restored. */
async function readyCopy(copy: string, clock: Clock): Promise<AuditReport> {
  makeSound(copy);
  const store = await openStoreAt(copy, clock);
  try {
    const report = await verifyAudit(store);
    if (report.findings.length > 0) return report;
    const head = headText({ seq: report.entries, hash: report.head });
    await store.write({ actor: 'system', authority: 'national' }, (tx) => {
      tx.record({ action: 'store-restored', detail: { head } });
      return Promise.resolve();
    });
    return report;
  } finally {
    await store.close();
    makeSound(copy);
  }
}

export interface Restoring {
  /** The file that is to be the store. */
  readonly target: string;
  readonly clock: Clock;
}

/** `2026-11-24T19-15-25Z`: an instant that may be part of a file's name anywhere. */
function stamp(clock: Clock): string {
  return new Date(clock()).toISOString().replace(/\.\d+/, '').replaceAll(':', '-');
}

/**
 * Puts a backup where the store is, once it is verified. Throws `busy` while anything has the store open to write. The
 * store that was there is kept beside it, under the name that is returned.
 */
export async function restore(
  backup: string,
  { target, clock }: Restoring,
): Promise<Verified & { readonly replaced?: string }> {
  const copy = `${target}.restoring`;
  let letGo: (() => void) | undefined;
  try {
    mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 });
    letGo = hold(target, 'alone', 0);
    closeSync(openSync(copy, 'w', PRIVATE));
    copyFileSync(backup, copy);
    const report = await readyCopy(copy, clock);
    if (report.findings.length > 0) return { report, kept: false };
    const replaced = `${target}.replaced-${stamp(clock)}`;
    const there = existsSync(target);
    if (there) keepBeside(target, replaced);
    else removeLogs(target);
    nameFinally(copy, target);
    return { report, kept: true, ...(there ? { replaced } : {}) };
  } catch (error) {
    throw faultOf(error);
  } finally {
    removeStore(copy);
    letGo?.();
  }
}
