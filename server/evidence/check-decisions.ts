import { canonical } from '../canonical.ts';
import { traceDigestOf } from '../decisions/keepable.ts';
import { buildName } from '../library/build-name.ts';
import { idOfQuestion } from '../library/evaluate.ts';
import { type Again, decidedAgain } from './again.ts';
import { firstDifference } from './difference.ts';
import { found, noted, type PackFinding, type PackNote, unlessSame } from './finding.ts';
import type { EvidencePack, PackedDecision } from './format.ts';
import type { Grounds } from './grounds.ts';

export interface CheckedDecision {
  readonly record: string;
  /** What deciding it again came to here. */
  readonly result: PackedDecision['replayed']['result'];
  readonly findings: readonly PackFinding[];
  readonly notes: readonly PackNote[];
}

/** The family that a decision has is here, or is said not to be. */
function checkFamily(
  { record, familyHash }: PackedDecision,
  { families }: EvidencePack,
  at: string,
): PackFinding[] {
  const isSaid = record.family.held === 'family';
  const isHere = families.some(({ hash }) => hash === familyHash);
  if (isSaid === isHere && isSaid === (familyHash !== null)) return [];
  const expected = isSaid ? 'one of `families`' : null;
  return [found('family-missing', `${at}/familyHash`, { expected, found: familyHash })];
}

/** The decision is of the family and the authority that the pack is said to be of, and its family names itself so. */
function checkSubject({ record, familyHash }: PackedDecision, pack: EvidencePack, at: string): PackFinding[] {
  const { family, authority } = pack.made;
  const own = pack.families.find(({ hash }) => hash === familyHash)?.document['id'];
  const id = record.family.id;
  return [
    ...unlessSame('other-family', `${at}/record/authority`, { expected: authority, found: record.authority }),
    ...unlessSame('other-family', `${at}/record/family/id`, { expected: family, found: id }),
    ...(own === undefined || own === id
      ? []
      : [found('other-family', `${at}/record/family/id`, { expected: own, found: id })]),
  ];
}

/** The id, made again of everything that makes one question another. */
function checkId({ record, familyHash }: PackedDecision, at: string): PackFinding[] {
  const { id, ruleset, vocabularyHash, calendarHashes, familyVocabularyHash, asOf, restateAttachment } =
    record;
  if (id === null || familyHash === null) return [];
  const expected = idOfQuestion({
    ruleset: ruleset.hash,
    vocabulary: vocabularyHash,
    calendars: calendarHashes,
    family: familyHash,
    familyVocabulary: familyVocabularyHash,
    asOf,
    restateAttachment,
    semantics: record.engine.semantics,
  });
  return unlessSame('decision-other', `${at}/record/id`, { expected, found: id });
}

interface Made {
  readonly packed: PackedDecision;
  readonly again: Again;
  readonly at: string;
}

/** What deciding again came to, against what the pack says it came to, and against what was kept. */
function checkReplay({ packed, again, at }: Made): PackFinding[] {
  const { replayed } = again;
  const findings =
    canonical(replayed) === canonical(packed.replayed)
      ? []
      : [found('replay-otherwise', `${at}/replayed`, { expected: replayed, found: packed.replayed })];
  if (replayed.result !== 'different') return findings;
  const [first] = replayed.changes;
  return [
    ...findings,
    found('decided-otherwise', `${at}/record/answer`, { expected: first, found: packed.record.answer }),
  ];
}

function checkWords({ packed, again, at }: Made): PackFinding[] {
  const difference = firstDifference(again.decided, packed.decided, `${at}/decided`);
  if (difference === undefined) return [];
  const { pointer, ...compared } = difference;
  return [found('words-changed', pointer, compared)];
}

/** One decision of a pack: its id, its trace, its family, and the whole of it decided again. */
export function checkDecision(pack: EvidencePack, place: number, grounds: Grounds): CheckedDecision[] {
  const packed = pack.decisions[place];
  if (packed === undefined) return [];
  const at = `/decisions/${String(place)}`;
  const { record, familyHash, replayed } = packed;
  const family = pack.families.find(({ hash }) => hash === familyHash)?.document ?? null;
  const again = decidedAgain({ record, family }, grounds, pack.made.build);
  const made: Made = { packed, again, at };
  const own = [
    ...checkFamily(packed, pack, at),
    ...checkSubject(packed, pack, at),
    ...checkId(packed, at),
    ...unlessSame('trace-changed', `${at}/record/trace/digest`, {
      expected: traceDigestOf(record.trace),
      found: record.trace.digest,
    }),
  ];
  const result = again.replayed.result;
  const isUnsupported = 'why' in again.replayed && again.replayed.why === 'semantics-unsupported';
  if (isUnsupported && replayed.result !== result)
    return [{ record: record.record, result, findings: own, notes: [noted('semantics-unsupported', at)] }];
  const words = pack.made.build === buildName ? checkWords(made) : [];
  return [{ record: record.record, result, findings: [...own, ...checkReplay(made), ...words], notes: [] }];
}
