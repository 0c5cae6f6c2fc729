import { and, asc, desc, eq, inArray, type SQL } from 'drizzle-orm';
import { actorOf, NATIONAL, type Principal } from '../identity/principal.ts';
import type { Row } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { type Draft, draftIn, draftOf } from './draft.ts';

export const draftLists = ['mine', 'waiting', 'all'] as const;

/** Drafts that somebody can see, the last changed first: those they wrote on, those that wait for them, or every one. */
export async function listDrafts(
  { read, tables: { draft, draftRevision } }: Store,
  principal: Principal,
  list: (typeof draftLists)[number],
): Promise<Draft[]> {
  const own = principal.authority === NATIONAL ? undefined : eq(draft.authority, principal.authority);
  const rows = await read((q) =>
    q.select().from(draft).where(own).orderBy(desc(draft.updatedAt), asc(draft.id)),
  );
  if (list === 'all') return rows.map(draftIn);
  const actor = actorOf(principal);
  const worked = await read((q) =>
    q
      .selectDistinct({ draft: draftRevision.draft })
      .from(draftRevision)
      .where(eq(draftRevision.actor, actor)),
  );
  const mine = new Set(worked.map((row) => row.draft));
  const drafts = rows.map(draftIn);
  if (list === 'mine') return drafts.filter(({ id }) => mine.has(id));
  return drafts.filter(
    ({ id, state, submission }) => state === 'submitted' && !mine.has(id) && submission?.by.actor !== actor,
  );
}

/** What happened, in order. */
export function historyOf(store: Store, where: SQL | undefined): Promise<Row<'rulesetEvent'>[]> {
  const { rulesetEvent } = store.tables;
  return store.read((q) =>
    q.select().from(rulesetEvent).where(where).orderBy(asc(rulesetEvent.entry), asc(rulesetEvent.place)),
  );
}

/** What happened to a draft. */
export async function draftHistory(store: Store, principal: Principal, id: string) {
  const { tables } = store;
  await store.read((q) => draftOf({ q, tables }, id, principal));
  return historyOf(store, eq(tables.rulesetEvent.draft, id));
}

/** What happened to everything of a name that whoever asks can see. */
export async function nameHistory(
  store: Store,
  principal: Principal,
  { kind, name }: { readonly kind: string; readonly name: string },
) {
  const { rulesetEvent, draft } = store.tables;
  const events = await historyOf(store, and(eq(rulesetEvent.kind, kind), eq(rulesetEvent.name, name)));
  const ids = [...new Set(events.flatMap(({ draft: id }) => id ?? []))];
  const seen = new Set<string>();
  if (ids.length > 0) {
    const rows = await store.read((q) => q.select().from(draft).where(inArray(draft.id, ids)));
    for (const { id, authority } of rows) {
      if (principal.authority === NATIONAL || principal.authority === authority) seen.add(id);
    }
  }
  const open = ['published', 'released', 'withdrawn'];
  return events.filter(({ draft: id, event }) => id === null || seen.has(id) || open.includes(event));
}

/** The revisions of a draft, in order, without their texts. */
export async function listRevisions(store: Store, principal: Principal, id: string) {
  const { tables } = store;
  const { draftRevision } = tables;
  return store.read(async (q) => {
    await draftOf({ q, tables }, id, principal);
    return q
      .select()
      .from(draftRevision)
      .where(eq(draftRevision.draft, id))
      .orderBy(asc(draftRevision.revision));
  });
}
