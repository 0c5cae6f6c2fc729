import { eq } from 'drizzle-orm';
import { type Principal, writerOf } from '../identity/principal.ts';
import type { Shelf } from '../deps.ts';
import type { NewRow } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import type { Tx } from '../store/tx.ts';
import { doerOf, type Scribe, scribeOf } from '../shelf/write.ts';
import { after, type Draft, draftIn, draftOf, type DraftKind, type Origin, revisionOf } from './draft.ts';
import { Refusal } from './refusal.ts';
import type { DraftTexts } from './skeleton.ts';

/** What acts on drafts need of the server. */
export interface Governing {
  readonly store: Store;
  readonly shelf: Shelf;
  readonly ids: () => string;
}

export interface NewDraft {
  readonly kind: DraftKind;
  readonly name: string;
  readonly basedOn: Origin | null;
  readonly texts: DraftTexts;
}

/** Runs an act in one transaction, which says what it was. */
export function act<T>(store: Store, principal: Principal, work: (scribe: Scribe) => Promise<T>): Promise<T> {
  return store.write(writerOf(principal), (tx: Tx) => work(scribeOf(tx, doerOf(principal))));
}

interface Written {
  readonly draft: string;
  readonly revision: number;
  readonly base: number;
  readonly stale: boolean;
  readonly texts: DraftTexts;
}

/** Adds a revision. */
export async function addRevision(scribe: Scribe, written: Written): Promise<void> {
  const { draft, revision, base, stale, texts } = written;
  await scribe.tx.insert('draftRevision', {
    id: `${draft}/${String(revision)}`,
    ...{ draft, revision, base, stale: stale ? 1 : 0 },
    document: await scribe.keep(texts.document),
    cases: texts.cases === null ? null : await scribe.keep(texts.cases),
    ...scribe.done(),
  });
}

/** Begins a draft, inside a transaction. */
export async function beginDraft(
  scribe: Scribe,
  { kind, name, basedOn, texts }: NewDraft,
  given: { readonly id: string; readonly authority: string },
): Promise<Draft> {
  const { actor, actorName, at } = scribe.done();
  await addRevision(scribe, { draft: given.id, revision: 1, base: 0, stale: false, texts });
  const row = await scribe.tx.insert('draft', {
    ...{ id: given.id, kind, name, authority: given.authority, state: 'draft', revision: 1, lastRevision: 1 },
    basedOn: basedOn === null ? null : JSON.stringify(basedOn),
    ...{ submission: null, approval: null, createdAt: at, createdBy: actor, createdByName: actorName },
    updatedAt: at,
  });
  const from = basedOn === null ? {} : { basedOn };
  await scribe.tell({ kind, name, version: null, draft: given.id, event: 'draft-created', detail: from });
  return draftIn(row);
}

/** Begins a draft. */
export function createDraft(
  { store, ids }: Governing,
  principal: Principal,
  draft: NewDraft,
): Promise<Draft> {
  return act(store, principal, (scribe) => {
    const id = ids();
    scribe.tx.record({
      action: 'draft-created',
      subject: id,
      detail: { kind: draft.kind, name: draft.name },
    });
    return beginDraft(scribe, draft, { id, authority: principal.authority });
  });
}

/** Changes a draft's row. */
export async function setDraft({ tx }: Scribe, id: string, set: Partial<NewRow<'draft'>>): Promise<Draft> {
  return draftIn(await tx.update('draft', id, { ...set, updatedAt: tx.at }));
}

const voided = { submitted: 'submission-voided', approved: 'approval-voided' } as const;

/** What an edit undoes of a submission or an approval. */
async function tellVoided(scribe: Scribe, draft: Draft): Promise<void> {
  if (draft.state !== 'submitted' && draft.state !== 'approved') return;
  await scribe.tell({
    ...{ kind: draft.kind, name: draft.name, draft: draft.id, event: voided[draft.state] },
    version: draft.submission?.version ?? null,
    hash: draft.submission?.hash ?? null,
  });
}

export interface Save {
  readonly id: string;
  /** The revision it was written over. */
  readonly over: number;
  readonly texts: DraftTexts;
}

type Saved = { readonly draft: Draft } | { readonly kept: number };

async function saveIn(scribe: Scribe, principal: Principal, { id, over, texts }: Save): Promise<Saved> {
  const { tx } = scribe;
  const draft = await draftOf(tx, id, principal);
  const state = after(draft, 'save');
  const revision = draft.lastRevision + 1;
  const stale = over !== draft.revision;
  await addRevision(scribe, { draft: id, revision, base: over, stale, texts });
  tx.record({ action: stale ? 'draft-stale-kept' : 'draft-saved', subject: id, detail: { revision } });
  if (stale) {
    await setDraft(scribe, id, { lastRevision: revision });
    return { kept: revision };
  }
  await tellVoided(scribe, draft);
  const set = { state, revision, lastRevision: revision, submission: null, approval: null };
  return { draft: await setDraft(scribe, id, set) };
}

/** The revision that counts, as a problem tells it. */
async function currentOf({ store }: Governing, principal: Principal, id: string) {
  const { revision, ...held } = await store.read(async (q) => {
    const reading = { q, tables: store.tables };
    return revisionOf(reading, id, (await draftOf(reading, id, principal)).revision);
  });
  const { documentText, casesText, actor, actorName, at } = held;
  return { revision, document: documentText, cases: casesText, by: { actor, name: actorName }, at };
}

/** Whether these texts are those of the revision that counts. */
async function isSame(
  governing: Governing,
  principal: Principal,
  { id, texts }: Save,
): Promise<Draft | undefined> {
  const { store } = governing;
  return store.read(async (q) => {
    const reading = { q, tables: store.tables };
    const draft = await draftOf(reading, id, principal);
    const { documentText, casesText } = await revisionOf(reading, id, draft.revision);
    return documentText === texts.document && casesText === texts.cases ? draft : undefined;
  });
}

/**
 * Saves texts over a revision. Where another was saved in between they are kept as a revision that does not count, and
 * refused with the one that does. What is the same as what counts changes nothing.
 */
export async function saveDraft(governing: Governing, principal: Principal, save: Save): Promise<Draft> {
  const same = await isSame(governing, principal, save);
  if (same !== undefined) return same;
  const saved = await act(governing.store, principal, (scribe) => saveIn(scribe, principal, save));
  if ('draft' in saved) return saved.draft;
  const current = await currentOf(governing, principal, save.id);
  throw new Refusal('revision-stale', { current, keptRevision: saved.kept });
}

/** Ends a draft without a release; all of it stays readable. */
export function discardDraft({ store }: Governing, principal: Principal, id: string): Promise<Draft> {
  return act(store, principal, async (scribe) => {
    const draft = await draftOf(scribe.tx, id, principal);
    const state = after(draft, 'discard');
    scribe.tx.record({ action: 'draft-discarded', subject: id });
    const { kind, name } = draft;
    await scribe.tell({ kind, name, version: null, draft: id, event: 'draft-discarded' });
    return setDraft(scribe, id, { state });
  });
}

/** Everybody who wrote a revision of a draft. */
export async function writersOf({ q, tables }: Pick<Tx, 'q' | 'tables'>, draft: string): Promise<string[]> {
  const { draftRevision } = tables;
  const rows = await q
    .selectDistinct({ actor: draftRevision.actor })
    .from(draftRevision)
    .where(eq(draftRevision.draft, draft));
  return rows.map(({ actor }) => actor);
}
