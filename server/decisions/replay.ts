import {
  type Change,
  change,
  changesBetween,
  compactReader,
  err,
  ok,
  readJson,
  type Result,
  semantics,
  verdictsOnly,
} from '../../engine/index.ts';
import * as z from 'zod';
import { dayOf } from '../library/evaluate.ts';
import type { Library, Version } from '../library/library.ts';
import { type ReadFamily, readFamily } from '../library/read-family.ts';
import { keyedHash } from './family-key.ts';
import type { KeptDecision } from './find.ts';
import { answerText, traceDigestOf } from './keepable.ts';

/** Why a kept decision cannot be made again. */
export const obstacles = {
  'semantics-unsupported': 'it was made under engine semantics that this engine does not have',
  'version-missing': 'the version it was made under is not here',
  'family-withheld': 'the family was withheld, and none is given',
  'family-erased': 'the family was erased',
  'family-differs': 'the family that is given is not the one it was made of',
  'family-unreadable': 'the family can no longer be read with the vocabulary of that version',
} as const;
export type Obstacle = keyof typeof obstacles;

/** What deciding again came to. */
export const replayed = z
  .discriminatedUnion('result', [
    z.strictObject({ result: z.literal('same') }),
    z.strictObject({
      result: z.literal('same-result-other-trace'),
      detail: z.string(),
    }),
    z.strictObject({ result: z.literal('different'), changes: z.array(change) }),
    z.strictObject({
      result: z.literal('cannot-be-replayed'),
      why: z.enum(Object.keys(obstacles) as [Obstacle, ...Obstacle[]]),
      detail: z.string(),
    }),
  ])
  .meta({ id: 'Replayed' });
export type Replayed = z.infer<typeof replayed>;

/** What of a kept decision making it again asks for. */
export type Replayable = Pick<
  KeptDecision,
  | 'versionHash'
  | 'familyVocabularyHash'
  | 'asOf'
  | 'restateAttachment'
  | 'semantics'
  | 'answer'
  | 'traceDigest'
>;

function cannot(why: Obstacle): Replayed {
  return { result: 'cannot-be-replayed', why, detail: obstacles[why] };
}

/** The version of this hash, of whatever ruleset. */
export function versionOfHash(library: Library, hash: string): Version | undefined {
  return [...library.rulesets.values()].flat().find((version) => version.hash === hash);
}

/** What a decision is made again of. */
export interface Family {
  /** As kept, or as given in place of one that was withheld. */
  readonly document: unknown;
  /** Whether a family is the very one that was decided. */
  readonly isTheSame: (read: ReadFamily, version: Version) => boolean;
}

function readAgain(version: Version, { document, isTheSame }: Family): Result<ReadFamily, Obstacle> {
  const read = readFamily(document, version.ruleset.vocabulary, version.basis);
  if (!read.ok) return err('family-unreadable');
  return isTheSame(read.value, version) ? ok(read.value) : err('family-differs');
}

function compared(kept: Replayable, version: Version, { family }: ReadFamily): Replayed {
  const { asOf, restateAttachment } = kept;
  const restated = restateAttachment === null ? {} : { restateAttachment: dayOf(restateAttachment) };
  const again = compactReader(version.compiled())(family, { asOf: dayOf(asOf), ...restated });
  if (answerText(again.answer) !== kept.answer) {
    const before = verdictsOnly.parse(JSON.parse(kept.answer));
    const changes: Change[] = changesBetween(before, again.answer);
    return { result: 'different', changes };
  }
  if (traceDigestOf(again.trace) === kept.traceDigest) return { result: 'same' };
  const detail = 'every verdict and amount is the same; a place within the rules came out otherwise';
  return { result: 'same-result-other-trace', detail };
}

/** Makes a kept decision again, under the very version, on the very day, and says whether it is the same. */
export function replay(library: Library, kept: Replayable, family: Family | Obstacle): Replayed {
  if (kept.semantics !== semantics) return cannot('semantics-unsupported');
  const version = versionOfHash(library, kept.versionHash);
  if (version === undefined) return cannot('version-missing');
  if (typeof family === 'string') return cannot(family);
  const read = readAgain(version, family);
  return read.ok ? compared(kept, version, read.value) : cannot(read.error);
}

/** The family that a kept decision is made again of: the one kept, else the one given, told by its keyed hash. */
export function familyToReplay(
  { family, familyMac }: Pick<KeptDecision, 'family' | 'familyMac'>,
  {
    key,
    document,
    given,
  }: { readonly key: string | null; readonly document: string | null; readonly given: unknown },
): Family | Obstacle {
  if (family === null || key === null) return 'family-erased';
  const isTheSame = ({ hash }: ReadFamily) => keyedHash(key, hash) === familyMac;
  if (given !== undefined) return { document: given, isTheSame };
  if (document === null) return 'family-withheld';
  const read = readJson(document);
  return read.ok ? { document: read.value, isTheSame } : 'family-unreadable';
}
