import { readFileSync } from 'node:fs';
import path from 'node:path';
import { asc } from 'drizzle-orm';
import * as z from 'zod';
import { claimWindow, claimWindows, type ClaimWindow } from '../../engine/programme.ts';
import { Refusal } from '../governance/refusal.ts';
import { NATIONAL, type Principal, writerOf } from '../identity/principal.ts';
import { packageRoot } from '../package-root.ts';
import type { Store } from '../store/store.ts';

const sourceDocument = claimWindows.shape.sources.valueType;

/** A claim window and the document that its source names. */
export const sourcedWindow = z.strictObject({ window: claimWindow, source: sourceDocument });
export type SourcedWindow = z.infer<typeof sourcedWindow>;

let shipped: readonly SourcedWindow[] | undefined;

/** The windows that come with the program. */
export function shippedWindows(): readonly SourcedWindow[] {
  if (shipped !== undefined) return shipped;
  const file = path.join(packageRoot, 'server', 'claims', 'claim-windows.json');
  const { sources, windows } = claimWindows.parse(JSON.parse(readFileSync(file, 'utf8')));
  shipped = windows.map((window) => {
    const source = sources[window.source.ref];
    if (source === undefined) throw new Error(`invariant: the source of ${window.id} is listed`);
    return { window, source };
  });
  return shipped;
}

const inOrder = ({ window: one }: SourcedWindow, { window: other }: SourcedWindow) =>
  one.programme.localeCompare(other.programme) ||
  one.phase - other.phase ||
  (one.opens < other.opens ? -1 : 1);

/** A window that counts no more, since another of its id was put in its place. */
export const replacedWindow = sourcedWindow.extend({
  replacedAt: z.string(),
  replacedBy: z.strictObject({ actor: z.string(), name: z.string() }),
});
type ReplacedWindow = z.infer<typeof replacedWindow>;

/** All claim windows that there are and were. */
export interface KeptWindows {
  /** Those that count, by phase and first day: those that come with the program, and those stored in place of them or beside them. */
  readonly windows: readonly SourcedWindow[];
  /** The last to be replaced first. */
  readonly replaced: readonly ReplacedWindow[];
}

export async function keptWindows({ read, tables }: Pick<Store, 'read' | 'tables'>): Promise<KeptWindows> {
  const { claimWindow: table } = tables;
  const rows = await read((q) => q.select().from(table).orderBy(asc(table.entry)));
  const windows = new Map(shippedWindows().map((one) => [one.window.id, one]));
  const replaced: ReplacedWindow[] = [];
  for (const { name, document, at, actor, actorName } of rows) {
    const before = windows.get(name);
    if (before !== undefined)
      replaced.unshift({ ...before, replacedAt: at, replacedBy: { actor, name: actorName } });
    windows.set(name, sourcedWindow.parse(JSON.parse(document)));
  }
  return { windows: [...windows.values()].sort(inOrder), replaced };
}

/** The windows that count. */
export async function windowsOf(store: Pick<Store, 'read' | 'tables'>): Promise<readonly SourcedWindow[]> {
  return (await keptWindows(store)).windows;
}

function closesFirst({ opens, closes }: ClaimWindow): boolean {
  return closes <= opens;
}

/** Puts a window in force, in place of the one of its id where there is one. Throws a `Refusal` of whoever belongs to an authority. */
export async function addWindow(
  {
    store,
    principal,
    ids,
  }: { readonly store: Store; readonly principal: Principal; readonly ids: () => string },
  asked: SourcedWindow,
): Promise<void> {
  if (principal.authority !== NATIONAL) throw new Refusal('not-your-authority', {}, true);
  if (closesFirst(asked.window)) {
    const message = `the window closes on \`${asked.window.closes}\`, which is not after the day it opens`;
    const findings = [{ code: 'to-not-after-from', pointer: '/window/closes', message }];
    throw new Refusal('claim-window-invalid', { findings });
  }
  await store.write(writerOf(principal), async (tx) => {
    tx.record({ action: 'claim-window-set', subject: asked.window.id });
    await tx.insert('claimWindow', {
      ...{ id: ids(), name: asked.window.id, entry: tx.entry, document: JSON.stringify(asked), at: tx.at },
      ...{ actor: writerOf(principal).actor, actorName: principal.name },
    });
  });
}
