import {
  type Calendar,
  compileRuleset,
  type OpenWindow,
  type Release,
  type Ruleset,
  type Vocabulary,
} from '../../engine/index.ts';
import type { Keeping } from '../decisions/keepable.ts';
import { documentsOf, withParser } from '../library/basis.ts';
import type { Question } from '../library/evaluate.ts';
import type { Version } from '../library/library.ts';

interface NamedDocument<Document> {
  readonly name: string;
  readonly hash: string;
  readonly document: Document;
}

/** A version as plain data, which any thread can make a version again. */
export interface PlainVersion {
  readonly ruleset: Ruleset;
  readonly hash: string;
  readonly vocabularyHash: string;
  readonly calendarHashes: Readonly<Record<string, string>>;
  readonly releases: readonly Release[];
  readonly vocabularies: readonly NamedDocument<Vocabulary>[];
  readonly calendars: readonly NamedDocument<Calendar>[];
}

/** One line in a hundred, unless asked otherwise. */
export const OPINIONS_PER_THOUSAND = 10;
/** Second opinions that are enough to see a place where the engines differ, however many families there are. */
const ENOUGH = 100;

/** Of every 1,000 of so many families, how many ask for a second opinion: ten, fewer once that is more than enough, one at least. */
export function opinionsOver(families: number): number {
  const enough = Math.ceil((ENOUGH * 1000) / Math.max(1, families));
  return Math.max(1, Math.min(OPINIONS_PER_THOUSAND, enough));
}

/** All that deciding a batch rests on, as plain data that any thread can read. */
export interface BatchSetup extends Question {
  readonly version: PlainVersion;
  /**
   * The version to compare with, the attachment day restated for it alone, and whether the edits that cause each change are
   * asked; absent, each family is decided once.
   */
  readonly right?: {
    readonly version: PlainVersion;
    readonly restateAttachment: string | undefined;
    readonly causes: boolean;
  };
  /** Given, what would be claimed in each of these windows is forecast in place of a decision. */
  readonly forecast?: { readonly windows: readonly OpenWindow[] };
  /** Verdicts and amounts alone: no reasons, no missing data, no hash of the family and so no id. */
  readonly brief: boolean;
  /** What is kept, and the word from which records take their ids; absent, nothing is kept. */
  readonly keep?: { readonly keeping: Keeping; readonly seed: string };
  /** Of every 1,000 lines, how many ask for a second opinion. */
  readonly opinionsPerThousand: number;
  /** Bytes of a line, its end aside. */
  readonly lineBytes: number;
  /** What the `type` of a problem begins with. */
  readonly problems: string;
}

function named<Document>(held: ReadonlyMap<string, { document: Document; hash: string }>) {
  return [...held].map(([name, { document, hash }]) => ({ name, document, hash }));
}

/** A version as plain data. */
export function plainVersion(version: Version): PlainVersion {
  const { ruleset, hash, vocabularyHash, calendarHashes, releases, basis } = version;
  const { fallback, local = [] } = ruleset.calendar;
  return {
    ruleset,
    hash,
    vocabularyHash,
    calendarHashes,
    releases,
    vocabularies: named(basis.vocabularies),
    calendars: named(basis.calendars).filter(({ name }) => [fallback, ...local].includes(name)),
  };
}

/** The version again, from plain data. */
export function versionOf(plain: PlainVersion): Version {
  const basis = {
    vocabularies: new Map(plain.vocabularies.map((held) => [held.name, withParser({ ...held, file: '' })])),
    calendars: new Map(plain.calendars.map((held) => [held.name, { ...held, file: '' }])),
  };
  const compiled = compileRuleset(plain.ruleset, documentsOf(basis));
  if (!compiled.ok) throw new Error('invariant: a version was checked before it was sent');
  const { ruleset, hash, vocabularyHash, calendarHashes, releases } = plain;
  return {
    ruleset,
    hash,
    vocabularyHash,
    calendarHashes,
    releases,
    basis,
    cases: undefined,
    file: '',
    warnings: () => [],
    compiled: () => compiled.value,
  };
}
