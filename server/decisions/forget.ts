import { and, asc, count, eq, inArray, isNotNull, lt } from 'drizzle-orm';
import { claimsWith, eraseFromClaims, isInClaims } from '../claims/forget.ts';
import { eraseFromCohorts, familyInCohorts, isInCohorts } from '../cohorts/forget.ts';
import { eraseFromJobs } from '../jobs/end.ts';
import { jobsWith } from '../jobs/forget.ts';
import type { Store } from '../store/store.ts';
import type { Tx } from '../store/tx.ts';
import type { Writer } from '../store/writer.ts';
import { shownRecord } from './shown.ts';

/** What forgetting emptied. */
export interface Forgotten {
  readonly decisions: number;
  readonly documents: number;
  readonly keys: number;
}

const nothing: Forgotten = { decisions: 0, documents: 0, keys: 0 };
/** Decisions that one transaction forgets, at most: far below the most values that either database takes. */
const AT_ONCE = 400;

interface Named {
  readonly id: string;
  readonly family: string | null;
  readonly familyDocument: string | null;
}

/** Empties decisions, and the documents and keys that no other decision needs. */
async function forgetDecisions(tx: Tx, authority: string, named: readonly Named[]): Promise<Forgotten> {
  const { decision, familyDocument, familyKey } = tx.tables;
  const ids = named.map(({ id }) => id);
  await tx.empty(
    'decision',
    { contentId: null, family: null, familyDocument: null },
    inArray(decision.id, ids),
  );
  const wanted = <Key extends 'family' | 'familyDocument'>(key: Key) => [
    ...new Set(named.flatMap((one) => (one[key] === null ? [] : [one[key]]))),
  ];
  const [documents, families] = [wanted('familyDocument'), wanted('family')];
  const needed = await tx.q
    .selectDistinct({ id: decision.familyDocument })
    .from(decision)
    .where(and(eq(decision.authority, authority), inArray(decision.familyDocument, documents)));
  const lone = documents.filter((id) => needed.every((one) => one.id !== id));
  if (lone.length > 0) await tx.empty('familyDocument', { document: null }, inArray(familyDocument.id, lone));
  const known = await tx.q
    .selectDistinct({ family: decision.family })
    .from(decision)
    .where(and(eq(decision.authority, authority), inArray(decision.family, families)));
  const gone = families.filter((family) => known.every((one) => one.family !== family));
  if (gone.length > 0) {
    const theirs = and(eq(familyKey.authority, authority), inArray(familyKey.family, gone));
    if (theirs !== undefined) await tx.empty('familyKey', { family: null, key: null }, theirs);
  }
  return { decisions: ids.length, documents: lone.length, keys: gone.length };
}

function sum(one: Forgotten, other: Forgotten): Forgotten {
  return {
    decisions: one.decisions + other.decisions,
    documents: one.documents + other.documents,
    keys: one.keys + other.keys,
  };
}

/** Erases a family of the writer's authority from everything that is kept. The reason is in the audit log, the family is not. */
export function eraseFamily(
  store: Store,
  writer: Writer,
  { family, reason }: { readonly family: string; readonly reason: string },
): Promise<(Forgotten & Record<'cohorts' | 'jobs' | 'claims', number>) | undefined> {
  const { decision } = store.tables;
  const { authority } = writer;
  const whose = { authority, family };
  const theirs = and(eq(decision.authority, authority), eq(decision.family, family));
  return (async () => {
    const isDecided = (await store.read((q) => q.$count(decision, theirs))) > 0;
    const isKept =
      isDecided ||
      (await isInCohorts(store, whose)) ||
      (await isInClaims(store, whose)) ||
      (await jobsWith(store, whose)).length > 0;
    if (!isKept) return undefined;
    return store.write(writer, async (tx) => {
      let forgotten = nothing;
      for (;;) {
        const some = await tx.q.select().from(decision).where(theirs).limit(AT_ONCE);
        if (some.length > 0) forgotten = sum(forgotten, await forgetDecisions(tx, authority, some));
        if (some.length < AT_ONCE) break;
      }
      const cohorts = await eraseFromCohorts(tx, whose);
      const jobs = await eraseFromJobs(tx, whose);
      const all = { ...forgotten, cohorts, jobs, claims: await eraseFromClaims(tx, whose) };
      tx.record({ action: 'family-erased', detail: { reason, ...all } });
      return all;
    });
  })();
}

/** Forgets the families of decisions that were kept before an instant, some at a time, each under its own audit entry. */
export async function forgetBefore(store: Store, instant: string): Promise<Forgotten> {
  const { decision } = store.tables;
  const old = and(lt(decision.at, instant), isNotNull(decision.family));
  let forgotten = nothing;
  for (;;) {
    const [first] = await store.read((q) =>
      q
        .select({ authority: decision.authority, many: count() })
        .from(decision)
        .where(old)
        .groupBy(decision.authority)
        .orderBy(asc(decision.authority))
        .limit(1),
    );
    if (first === undefined) return forgotten;
    const { authority } = first;
    const some = await store.write({ actor: 'system', authority }, async (tx) => {
      const named = await tx.q
        .select()
        .from(decision)
        .where(and(eq(decision.authority, authority), old))
        .limit(AT_ONCE);
      const gone = named.length === 0 ? nothing : await forgetDecisions(tx, authority, named);
      tx.record({ action: 'decisions-retained', detail: { before: instant, ...gone } });
      return gone;
    });
    forgotten = sum(forgotten, some);
  }
}

const DAY = 86_400_000;

/** Forgets what is older than so many days by now; nothing where it is kept for ever. */
export function retain(store: Store, now: number, days: number | undefined): Promise<Forgotten> {
  if (days === undefined) return Promise.resolve(nothing);
  return forgetBefore(store, new Date(now - days * DAY).toISOString());
}

/** Everything that is kept of a family of this authority; undefined where nothing is. */
export async function exportFamily(store: Store, authority: string, family: string) {
  const { decision, familyDocument } = store.tables;
  const rows = await store.read((q) =>
    q
      .select({ decision, document: familyDocument.document })
      .from(decision)
      .leftJoin(familyDocument, eq(familyDocument.id, decision.familyDocument))
      .where(and(eq(decision.authority, authority), eq(decision.family, family)))
      .orderBy(asc(decision.entry), asc(decision.place)),
  );
  const cohorts = await familyInCohorts(store, { authority, family });
  const jobs = await jobsWith(store, { authority, family });
  const claims = await claimsWith(store, { authority, family });
  if ([rows, cohorts, jobs, claims].every(({ length }) => length === 0)) return undefined;
  const kept = rows.map((row) => ({
    decision: shownRecord(row.decision),
    family: row.document === null ? null : (JSON.parse(row.document) as Readonly<Record<string, unknown>>),
  }));
  return { family, authority, kept, cohorts, jobs, claims };
}
