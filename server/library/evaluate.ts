import {
  type Computed,
  type Day,
  type Decision,
  decideWhole,
  type Diagnostic,
  type Judgement,
  ok,
  parseDay,
  type Result,
  semantics,
  type VerdictsOnly,
} from '../../engine/index.ts';
import { type Keepable, keepableBasis, keepableOf } from '../decisions/keepable.ts';
import { hashOf } from './hash.ts';
import { releaseOn } from './in-force.ts';
import type { Version } from './library.ts';
import { buildName } from './build-name.ts';
import { type ReadFamily, readFamily } from './read-family.ts';

export const traceLevels = ['none', 'summary', 'full'] as const;

/** Civil days are `YYYY-MM-DD` and exist. */
export interface Question {
  readonly asOf: string;
  readonly restateAttachment?: string | undefined;
  readonly trace: (typeof traceLevels)[number];
}

/** The day that a text names which was checked before. */
export function dayOf(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new Error('invariant: the days of a question exist');
  return day;
}

/** All that makes one question another: hashes, days, and the engine semantics it is asked under. */
export interface WholeQuestion {
  readonly ruleset: string;
  readonly vocabulary: string;
  readonly calendars: Readonly<Record<string, string>>;
  readonly family: string;
  readonly familyVocabulary: string;
  readonly asOf: string;
  readonly restateAttachment: string | null;
  readonly semantics: number;
}

/** The id of the decision that answers a question. */
export function idOfQuestion(question: WholeQuestion): string {
  return hashOf(question);
}

/** The same for the same question, whatever is traced and whatever was released since. */
export function decisionId(version: Version, read: ReadFamily, question: Question): string {
  return idOfQuestion({
    ruleset: version.hash,
    vocabulary: version.vocabularyHash,
    calendars: version.calendarHashes,
    family: read.hash,
    familyVocabulary: read.vocabularyHash,
    asOf: question.asOf,
    restateAttachment: question.restateAttachment ?? null,
    semantics,
  });
}

function daysOf({ asOf, restateAttachment, trace }: Question) {
  const restated = restateAttachment === undefined ? {} : { restateAttachment: dayOf(restateAttachment) };
  return { asOf: dayOf(asOf), ...restated, trace };
}

/** A judgement with what says which question it answers. */
function decisionOf(
  version: Version,
  read: ReadFamily,
  { question, judgement }: { question: Question; judgement: Judgement },
): Decision {
  const { asOf, ...judged } = judgement;
  const { id, version: number, title } = version.ruleset;
  const inForce = releaseOn(version.releases, { ruleset: id, on: question.asOf })?.version === number;
  return {
    id: decisionId(version, read, question),
    family: { id: read.family.id, hash: read.hash },
    asOf,
    ruleset: { id, version: number, hash: version.hash, title, inForce },
    engine: { semantics, build: buildName },
    ...judged,
  };
}

/**
 * Decides one family as parsed from JSON. What is wrong with it is found whole, with pointers into the family; any
 * family that can be read is decided.
 */
export function evaluate(
  version: Version,
  document: unknown,
  question: Question,
): Result<Decision, Diagnostic[]> {
  const evaluated = evaluateWhole(version, document, question);
  return evaluated.ok ? ok(evaluated.value.decision()) : evaluated;
}

/** What can be had of one evaluation. */
export interface Evaluated {
  readonly decision: () => Decision;
  /** What a second opinion needs. */
  readonly computed: () => Computed;
  readonly keepable: () => Keepable;
  /** Every verdict and every penny, without words. */
  readonly answer: () => VerdictsOnly;
}

/** The same decision once it is asked for, and what a second opinion and keeping it need. */
export function evaluateWhole(
  version: Version,
  document: unknown,
  question: Question,
): Result<Evaluated, Diagnostic[]> {
  const read = readFamily(document, version.ruleset.vocabulary, version.basis);
  if (!read.ok) return read;
  const whole = decideWhole(version.compiled(), read.value.family, daysOf(question));
  let said: Decision | undefined;
  const decision = () =>
    (said ??= decisionOf(version, read.value, { question, judgement: whole.judgement() }));
  const keepable = () =>
    keepableOf(keepableBasis(version, question), read.value, {
      contentId: decision().id,
      compact: whole.compact(),
    });
  return ok({ decision, computed: whole.computed, keepable, answer: () => whole.compact().answer });
}
