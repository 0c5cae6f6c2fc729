import {
  type Day,
  type Decision,
  decide,
  type Diagnostic,
  ok,
  parseDay,
  type Result,
  semantics,
} from '../../engine/index.ts';
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

/** The same for the same question, whatever is traced and whatever was released since. */
function decisionId(version: Version, read: ReadFamily, question: Question): string {
  return hashOf({
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

/**
 * Decides one family as parsed from JSON. What is wrong with it is found whole, with pointers into the family; any
 * family that can be read is decided.
 */
export function evaluate(
  version: Version,
  document: unknown,
  question: Question,
): Result<Decision, Diagnostic[]> {
  const read = readFamily(document, version.ruleset.vocabulary, version.basis);
  if (!read.ok) return read;
  const { family, hash } = read.value;
  const { asOf, restateAttachment, trace } = question;
  const { asOf: judgedOn, ...judged } = decide(version.compiled(), family, {
    asOf: dayOf(asOf),
    ...(restateAttachment === undefined ? {} : { restateAttachment: dayOf(restateAttachment) }),
    trace,
  });
  const { id, version: number, title } = version.ruleset;
  const inForce = releaseOn(version.releases, { ruleset: id, on: asOf })?.version === number;
  return ok({
    id: decisionId(version, read.value, question),
    family: { id: family.id, hash },
    asOf: judgedOn,
    ruleset: { id, version: number, hash: version.hash, title, inForce },
    engine: { semantics, build: buildName },
    ...judged,
  });
}
