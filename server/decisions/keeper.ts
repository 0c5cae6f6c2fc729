import { err, ok, type Result } from '../../engine/index.ts';
import { attempt } from '../store/attempt.ts';
import type { Store } from '../store/store.ts';
import type { Tx } from '../store/tx.ts';
import type { Writer } from '../store/writer.ts';
import type { NewRow } from '../store/schema.ts';
import { keyedHash } from './family-key.ts';
import { familyKeys } from './family-keys.ts';
import { keepDocuments } from './family-documents.ts';
import type { Keepable, Keeping } from './keepable.ts';
import { standIns } from './stand-ins.ts';

/** One decision that is to be kept, under the id that its record will have. */
export interface ToKeep {
  readonly record: string;
  readonly keeping: Keeping;
  readonly decision: Keepable;
  /** The record that this one stands in for. */
  readonly supersedes?: string;
  readonly note?: string;
}

/** Keeps decisions. */
export interface Keeper {
  /**
   * Done once all of them are committed; throws a `StoreFault` where none of them is. Gives the records that are kept: all
   * but those that would stand in for one that by then was erased, or that another stands in for.
   */
  readonly keep: (writer: Writer, decisions: readonly ToKeep[]) => Promise<ReadonlySet<string>>;
}

interface Waiting {
  readonly writer: Writer;
  readonly decisions: readonly ToKeep[];
  readonly settle: (done: Result<ReadonlySet<string>, unknown>) => void;
}

/** Decisions that one transaction writes, at most: a longer one holds up everything else that is written. */
const MOST = 2000;

type DecisionRow = NewRow<'decision'>;

/** Writes decisions, their families and the keys of these, in the transaction that is open. */
export async function writeDecisions(tx: Tx, writer: Writer, kept: readonly ToKeep[]): Promise<void> {
  const { authority, actor } = writer;
  const families = kept.map(({ decision }) => decision.family);
  const keys = await familyKeys(tx, authority, families);
  const documents = new Map<string, string>();
  const rows = kept.map(({ record, keeping, decision, supersedes, note }, place): DecisionRow => {
    const { basis, family, familyHash, contentId } = decision;
    const key = keys.get(family);
    if (key === undefined) throw new Error('invariant: every family has a key');
    const familyMac = keyedHash(key, familyHash);
    if (keeping === 'family') documents.set(familyMac, decision.document);
    return {
      ...basis,
      id: record,
      entry: tx.entry,
      place,
      authority,
      who: actor,
      at: tx.at,
      familyMac,
      contentMac: keyedHash(key, contentId),
      contentId,
      family,
      familyVocabularyHash: decision.familyVocabularyHash,
      places: decision.places,
      rest: decision.rest,
      answer: decision.answer,
      traceDigest: decision.traceDigest,
      familyDocument: keeping === 'family' ? familyMac : null,
      supersedes: supersedes ?? null,
      note: note ?? null,
    };
  });
  await keepDocuments(tx, authority, documents);
  if (rows.length > 0) await tx.insertMany('decision', rows);
}

function actOf(kept: readonly ToKeep[]) {
  const versions = [...new Set(kept.map(({ decision }) => decision.basis.versionHash))].sort();
  const superseding = kept.filter(({ supersedes }) => supersedes !== undefined).length;
  const superseded = superseding === 0 ? {} : { superseded: superseding };
  return { action: 'decisions-kept', detail: { decisions: kept.length, ...superseded, versions } };
}

/** Writes a group in one transaction, and gives the records that are kept of it. */
async function written(
  store: Store,
  group: readonly [Waiting, ...Waiting[]],
): Promise<Result<ReadonlySet<string>, unknown>> {
  const { writer } = group[0];
  const asked = group.flatMap(({ decisions }) => decisions);
  try {
    const kept = await attempt(store, writer, async (tx) => {
      const standing = await standIns(tx, writer.authority, asked);
      // because a transaction that keeps none is no entry of the audit log
      if (standing.length === 0) return err('none');
      tx.record(actOf(standing));
      await writeDecisions(tx, writer, standing);
      return ok(standing);
    });
    return ok(new Set(kept.ok ? kept.value.map(({ record }) => record) : []));
  } catch (error) {
    return err(error);
  }
}

/**
 * Decisions that come while a transaction runs are written together in the next, those of one writer at a time, with one
 * entry in the audit log.
 */
export function createKeeper(store: Store): Keeper {
  let waiting: Waiting[] = [];
  let writing = false;
  const next = (): readonly [Waiting, ...Waiting[]] | undefined => {
    const [first] = waiting;
    if (first === undefined) return undefined;
    const taken: [Waiting, ...Waiting[]] = [first];
    const left: Waiting[] = [];
    let size = first.decisions.length;
    for (const one of waiting.slice(1)) {
      const { actor, authority } = one.writer;
      const same = actor === first.writer.actor && authority === first.writer.authority;
      if (same && size + one.decisions.length <= MOST) {
        taken.push(one);
        size += one.decisions.length;
      } else left.push(one);
    }
    waiting = left;
    return taken;
  };
  const run = async () => {
    writing = true;
    for (let group = next(); group !== undefined; group = next()) {
      const done = await written(store, group);
      for (const { settle } of group) settle(done);
    }
    writing = false;
  };
  return {
    keep: (writer, decisions) => {
      if (decisions.length === 0) return Promise.resolve(new Set());
      return new Promise((resolve, reject) => {
        const settle: Waiting['settle'] = (done) => {
          if (done.ok) resolve(done.value);
          else reject(done.error instanceof Error ? done.error : new Error('invariant: an error is thrown'));
        };
        waiting.push({ writer, decisions, settle });
        if (!writing) void run();
      });
    },
  };
}
