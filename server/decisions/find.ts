import { and, desc, eq, inArray, or, type SQL } from 'drizzle-orm';
import type { Principal } from '../identity/principal.ts';
import type { Row } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { inPieces } from './family-keys.ts';

export type KeptDecision = Row<'decision'>;
type Reading = Pick<Store, 'read' | 'tables'>;

/**
 * A kept decision by its record's id, or the newest by its content id (`sha256:…`), of the authority of whoever asks.
 * Of another authority it is as if it were not there.
 */
export function keptDecision(
  store: Reading,
  { authority }: Pick<Principal, 'authority'>,
  id: string,
): Promise<KeptDecision | undefined> {
  return newestNamed(store, id, eq(store.tables.decision.authority, authority));
}

/** The same of whatever authority: for whoever may open the store itself. */
export function keptAnywhere(store: Reading, id: string): Promise<KeptDecision | undefined> {
  return newestNamed(store, id);
}

async function newestNamed(store: Reading, id: string, ours?: SQL): Promise<KeptDecision | undefined> {
  const { decision } = store.tables;
  const named = id.startsWith('sha256:') ? eq(decision.contentId, id) : eq(decision.id, id);
  const [found] = await store.read((q) =>
    q
      .select()
      .from(decision)
      .where(and(named, ours))
      .orderBy(desc(decision.entry), desc(decision.place))
      .limit(1),
  );
  return found;
}

/** Whether a record of this name is there for anybody: what was asked for and refused is told from what is nowhere. */
export async function isKeptElsewhere(store: Reading, id: string): Promise<boolean> {
  const { decision } = store.tables;
  return store.read(
    async (q) => (await q.$count(decision, or(eq(decision.id, id), eq(decision.contentId, id)))) > 0,
  );
}

/** The text of the family that a decision was made of, where it is kept. */
export async function documentOf(
  store: Reading,
  { familyDocument: id }: KeptDecision,
): Promise<string | null> {
  if (id === null) return null;
  const { familyDocument } = store.tables;
  const [found] = await store.read((q) =>
    q.select({ document: familyDocument.document }).from(familyDocument).where(eq(familyDocument.id, id)),
  );
  return found?.document ?? null;
}

/** The texts of the families of many decisions, where they are kept, by `familyDocument`. */
export async function documentsOf(
  store: Reading,
  decisions: readonly KeptDecision[],
): Promise<ReadonlyMap<string, string>> {
  const { familyDocument } = store.tables;
  const ids = decisions.flatMap(({ familyDocument: id }) => (id === null ? [] : [id]));
  const texts = new Map<string, string>();
  for (const some of inPieces([...new Set(ids)])) {
    const found = await store.read((q) =>
      q
        .select()
        .from(familyDocument)
        .where(inArray(familyDocument.id, [...some])),
    );
    for (const { id, document } of found) if (document !== null) texts.set(id, document);
  }
  return texts;
}

/** The key of the hashes over a family; null where it was destroyed. */
export async function keyOf(
  store: Reading,
  { authority, family }: Pick<KeptDecision, 'authority' | 'family'>,
): Promise<string | null> {
  if (family === null) return null;
  const { familyKey } = store.tables;
  const [found] = await store.read((q) =>
    q
      .select({ key: familyKey.key })
      .from(familyKey)
      .where(and(eq(familyKey.authority, authority), eq(familyKey.family, family))),
  );
  return found?.key ?? null;
}
