import { type Compact, semantics } from '../../engine/index.ts';
import { buildName } from '../library/build-name.ts';
import type { Version } from '../library/library.ts';
import type { ReadFamily } from '../library/read-family.ts';
import { canonical, sha256 } from '../canonical.ts';

/** What becomes of a family: `family` keeps its record too, `withhold` nothing but its keyed hash. */
export const keepings = ['family', 'withhold'] as const;
export type Keeping = (typeof keepings)[number];

/** What a decision rested on but for the family: one object for all decisions of one question under one version. */
export interface KeepableBasis {
  readonly ruleset: string;
  readonly version: string;
  readonly versionHash: string;
  readonly vocabularyHash: string;
  readonly calendarHashes: string;
  readonly asOf: string;
  readonly restateAttachment: string | null;
  readonly semantics: number;
  readonly build: string;
  readonly trace: string;
}

/** A decision as plain data, with all that it rested on, ready to be kept. */
export interface Keepable {
  readonly basis: KeepableBasis;
  /** Of the vocabulary that the family was written in. */
  readonly familyVocabularyHash: string;
  readonly contentId: string;
  readonly family: string;
  readonly familyHash: string;
  /** The family's canonical text. */
  readonly document: string;
  readonly places: string;
  readonly rest: string;
  readonly answer: string;
  readonly traceDigest: string;
}

/** The digest by which a trace is told from another. */
export function traceDigestOf({ places, rest }: Compact['trace']): string {
  return sha256(`${places}.${rest}`);
}

/** The text by which an answer is told from another. */
export function answerText(answer: Compact['answer']): string {
  return canonical(answer);
}

/** What all decisions of one question under one version rest on. */
export function keepableBasis(
  { ruleset, hash, vocabularyHash, calendarHashes }: Version,
  asked: { readonly asOf: string; readonly restateAttachment?: string | undefined; readonly trace: string },
): KeepableBasis {
  return {
    ruleset: ruleset.id,
    version: ruleset.version,
    versionHash: hash,
    vocabularyHash,
    calendarHashes: canonical(calendarHashes),
    asOf: asked.asOf,
    restateAttachment: asked.restateAttachment ?? null,
    semantics,
    build: buildName,
    trace: asked.trace,
  };
}

interface Decided {
  readonly contentId: string;
  readonly compact: Compact;
}

/** A decision made ready to be kept. */
export function keepableOf(
  basis: KeepableBasis,
  read: ReadFamily,
  { contentId, compact }: Decided,
): Keepable {
  return {
    basis,
    familyVocabularyHash: read.vocabularyHash,
    contentId,
    family: read.family.id,
    familyHash: read.hash,
    document: read.text,
    ...compact.trace,
    answer: answerText(compact.answer),
    traceDigest: traceDigestOf(compact.trace),
  };
}
