import { readFileSync } from 'node:fs';
import path from 'node:path';
import { asc } from 'drizzle-orm';
import * as z from 'zod';
import { addDays, formatDay, parseDay } from '../../engine/index.ts';
import { claimWindow, claimWindows, type ClaimWindow, overlapsWith } from '../../engine/programme.ts';
import { Refusal } from '../governance/refusal.ts';
import { NATIONAL, type Principal, writerOf } from '../identity/principal.ts';
import { packageRoot } from '../package-root.ts';
import type { Finding } from '../problem.ts';
import type { Reads } from '../store/connection.ts';
import type { Tables } from '../store/schema.ts';
import type { Store } from '../store/store.ts';

interface Reading {
  readonly q: Reads;
  readonly tables: Tables;
}

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

async function windowsIn({ q, tables: { claimWindow: table } }: Reading): Promise<KeptWindows> {
  const rows = await q.select().from(table).orderBy(asc(table.entry));
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

export function keptWindows({ read, tables }: Pick<Store, 'read' | 'tables'>): Promise<KeptWindows> {
  return read((q) => windowsIn({ q, tables }));
}

/** The windows that count. */
export async function windowsOf(store: Pick<Store, 'read' | 'tables'>): Promise<readonly SourcedWindow[]> {
  return (await keptWindows(store)).windows;
}

/** The last day on which a window takes claims. */
function lastDay({ closes }: Pick<ClaimWindow, 'closes'>): string {
  const day = parseDay(closes);
  if (day === undefined) throw new Error('invariant: the form has checked the days');
  return formatDay(addDays(day, -1));
}

/** Why a window cannot be put in force beside those that count; one of its own id gives way to it. */
function wrongWith(asked: ClaimWindow, inForce: readonly SourcedWindow[]): Finding[] {
  const { opens, closes } = asked;
  if (closes <= opens) {
    const message = `the window closes on \`${closes}\`, which is not after the day it opens`;
    return [{ code: 'to-not-after-from', pointer: '/window/closes', message }];
  }
  const windows = inForce.map(({ window }) => window);
  return overlapsWith(asked, windows).map(({ at, window: other }) => ({
    ...{ code: 'windows-overlap', pointer: `/window/${at}` },
    ...(at === 'opens'
      ? {
          message: `the window opens on \`${opens}\`, and \`${other.id}\` takes claims until \`${lastDay(other)}\``,
          suggestion: other.closes,
        }
      : {
          message: `the window takes claims until \`${lastDay(asked)}\`, and \`${other.id}\` opens on \`${other.opens}\``,
          suggestion: other.opens,
        }),
  }));
}

/**
 * Puts a window in force, in place of the one of its id where there is one. Throws a `Refusal` of whoever belongs to an authority, and
 * of a window that lies over another of its programme and phase.
 */
export async function addWindow(
  {
    store,
    principal,
    ids,
  }: { readonly store: Store; readonly principal: Principal; readonly ids: () => string },
  asked: SourcedWindow,
): Promise<void> {
  if (principal.authority !== NATIONAL) throw new Refusal('not-your-authority', {}, true);
  await store.write(writerOf(principal), async (tx) => {
    const findings = wrongWith(asked.window, (await windowsIn(tx)).windows);
    if (findings.length > 0) throw new Refusal('claim-window-invalid', { findings });
    tx.record({ action: 'claim-window-set', subject: asked.window.id });
    await tx.insert('claimWindow', {
      ...{ id: ids(), name: asked.window.id, entry: tx.entry, document: JSON.stringify(asked), at: tx.at },
      ...{ actor: writerOf(principal).actor, actorName: principal.name },
    });
  });
}
