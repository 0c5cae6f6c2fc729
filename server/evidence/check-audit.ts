import { readJson } from '../../engine/index.ts';
import { BEFORE_ALL, changeList, entryHash } from '../audit/entry.ts';
import { readHead } from '../audit/head.ts';
import { canonical } from '../canonical.ts';
import { answerText } from '../decisions/keepable.ts';
import { digestOfAll, rowDigest } from '../store/digest.ts';
import { decisionSeals } from '../store/schema/decisions.ts';
import { found, type PackFinding, unlessSame } from './finding.ts';
import type { EvidencePack, PackedDecision, PackedEntry } from './format.ts';

/** The columns of a kept decision that the audit log sealed. */
function sealedRow({ record, sealed }: PackedDecision): Readonly<Record<string, unknown>> {
  const { ruleset, engine, trace } = record;
  return {
    id: record.record,
    ...sealed,
    authority: record.authority,
    who: record.who,
    at: record.at,
    ruleset: ruleset.id,
    version: ruleset.version,
    versionHash: ruleset.hash,
    vocabularyHash: record.vocabularyHash,
    familyVocabularyHash: record.familyVocabularyHash,
    calendarHashes: canonical(record.calendarHashes),
    asOf: record.asOf,
    restateAttachment: record.restateAttachment,
    semantics: engine.semantics,
    build: engine.build,
    trace: trace.asked,
    places: trace.places,
    rest: trace.rest,
    answer: answerText(record.answer),
    traceDigest: trace.digest,
    supersedes: record.supersedes,
    note: record.note,
  };
}

/** Every record against the digest that the entry which wrote it has of it. */
function checkSeals({ decisions, audit }: EvidencePack): PackFinding[] {
  return decisions.flatMap((packed, place) => {
    const { entry, place: row } = packed.sealed;
    const at = `/decisions/${String(place)}`;
    const written = audit.entries.find(({ seq }) => seq === entry);
    if (written === undefined)
      return [found('entry-missing', `${at}/sealed/entry`, { expected: entry, found: null })];
    const own = rowDigest('decision', sealedRow(packed), decisionSeals.decision.open);
    return unlessSame('record-unsealed', `${at}/record`, { expected: written.rows[row] ?? null, found: own });
  });
}

/** What an entry says of the decisions it wrote: how many, and one digest of all. */
function bulkOf({ changes }: PackedEntry) {
  const read = readJson(changes);
  const list = changeList.safeParse(read.ok ? read.value : undefined);
  const bulk = (list.data ?? []).find((one) => 'rows' in one && one.table === 'decision');
  return bulk !== undefined && 'rows' in bulk ? bulk : undefined;
}

function checkEntry(entry: PackedEntry, at: string): PackFinding[] {
  const { rows, ...written } = entry;
  const bulk = bulkOf(entry);
  return [
    ...unlessSame('entry-changed', `${at}/hash`, { expected: entryHash(written), found: entry.hash }),
    ...unlessSame('entry-changed', `${at}/rows`, {
      expected: bulk?.digest ?? null,
      found: digestOfAll(rows),
    }),
  ];
}

/** The entry before is known where it is here, or where there is none. */
function checkPrevious(entries: readonly PackedEntry[], place: number): PackFinding[] {
  const entry = entries[place];
  if (entry === undefined) return [];
  const before = entry.seq === 1 ? BEFORE_ALL : entries.find(({ seq }) => seq === entry.seq - 1)?.hash;
  if (before === undefined) return [];
  return unlessSame('chain-broken', `/audit/entries/${String(place)}/previous`, {
    expected: before,
    found: entry.previous,
  });
}

/** No entry comes after the head; the one that is the head has its hash. */
function checkHead({ entries, head }: EvidencePack['audit']): PackFinding[] {
  const last = readHead(head);
  const beyond = entries.filter(({ seq, hash }) => {
    const isHead = seq === last?.seq;
    return last === undefined || seq > last.seq || (isHead && hash !== last.hash);
  });
  return beyond.map(({ seq, hash }) =>
    found('chain-broken', '/audit/head', { expected: `${String(seq)}:${hash}`, found: head }),
  );
}

/** The audit entries that wrote the decisions, as far as the chain can be followed here, and what they sealed. */
export function checkAudit(pack: EvidencePack): PackFinding[] {
  const { entries } = pack.audit;
  return [
    ...checkSeals(pack),
    ...entries.flatMap((entry, place) => checkEntry(entry, `/audit/entries/${String(place)}`)),
    ...entries.flatMap((_, place) => checkPrevious(entries, place)),
    ...checkHead(pack.audit),
  ];
}
