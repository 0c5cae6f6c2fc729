import {
  type Change,
  changesBetween,
  type Decision,
  type Diagnostic,
  ok,
  type Result,
  semantics,
  verdictReader,
  type VerdictsOnly,
} from '../../engine/index.ts';
import { evaluateAgreed, type SecondOpinion } from '../library/agreed.ts';
import { buildName } from '../library/build-name.ts';
import { dayOf, evaluate } from '../library/evaluate.ts';
import { releaseOn } from '../library/in-force.ts';
import type { Version } from '../library/library.ts';
import { vocabularyFor } from '../library/read-family.ts';
import { type BatchSetup, versionOf } from './setup.ts';

/** A decision that says no reasons and has no hash of the family. */
export type BriefDecision = Pick<Decision, 'engine'> & {
  readonly family: { readonly id: string };
  readonly ruleset: Omit<Decision['ruleset'], 'title'>;
} & VerdictsOnly;

/** What is said of one family, and what a comparison of many is summed from. */
export interface Said {
  readonly answer: { readonly decision: Decision | BriefDecision } | { readonly changes: readonly Change[] };
  readonly leftDuePence: number;
  readonly rightDuePence: number;
}

/** Decides one family as parsed from JSON, or finds everything that is wrong with it. */
export type DecideFamily = (document: unknown) => Result<Said, Diagnostic[]>;

type Decide = (document: unknown) => Result<Decision | BriefDecision, Diagnostic[]>;

function briefly(asOf: string, restateAttachment: string | undefined, version: Version): Decide {
  const read = verdictReader(version.compiled());
  const restated = restateAttachment === undefined ? {} : { restateAttachment: dayOf(restateAttachment) };
  const asked = { asOf: dayOf(asOf), ...restated };
  const { id, version: number, vocabulary } = version.ruleset;
  const inForce = releaseOn(version.releases, { ruleset: id, on: asOf })?.version === number;
  const ruleset = { id, version: number, hash: version.hash, inForce };
  const engine = { semantics, build: buildName };
  return (document) => {
    const spoken = vocabularyFor(document, vocabulary, version.basis);
    if (!spoken.ok) return spoken;
    const family = spoken.value.parseFamily(document);
    if (!family.ok) return family;
    return ok({ family: { id: family.value.id }, ruleset, engine, ...read(family.value, asked) });
  };
}

function compare(setup: BatchSetup, right: NonNullable<BatchSetup['right']>): DecideFamily {
  const { asOf, restateAttachment } = setup;
  const decideLeft = briefly(asOf, restateAttachment, versionOf(setup.version));
  const decideRight = briefly(asOf, right.restateAttachment, versionOf(right.version));
  return (document) => {
    const before = decideLeft(document);
    if (!before.ok) return before;
    const after = decideRight(document);
    if (!after.ok) return after;
    return ok({
      answer: { changes: changesBetween(before.value, after.value) },
      leftDuePence: before.value.totalDuePence,
      rightDuePence: after.value.totalDuePence,
    });
  };
}

/** Asks for a second opinion on one family: the places on which the engines differ, none where they agree. */
export type Doubt = (document: unknown) => Promise<readonly string[]>;

/** A second opinion on every version that a batch is decided under. */
export function doubtOf(setup: BatchSetup, secondOpinion: SecondOpinion): Doubt {
  const { asOf, restateAttachment, right } = setup;
  const asked = [
    { version: versionOf(setup.version), restateAttachment },
    ...(right === undefined
      ? []
      : [{ version: versionOf(right.version), restateAttachment: right.restateAttachment }]),
  ];
  return async (document) => {
    const differing: string[] = [];
    for (const { version, restateAttachment: restated } of asked) {
      const question = { asOf, restateAttachment: restated, trace: 'none' } as const;
      const agreed = await evaluateAgreed({ version, secondOpinion }, document, question);
      if (!agreed.ok && agreed.error.code === 'engines-disagree') differing.push(...agreed.error.places);
    }
    return differing;
  };
}

/** How every family of a batch is decided: whole, as one alone would be; briefly; or under two versions. */
export function decideFamily(setup: BatchSetup): DecideFamily {
  const { asOf, restateAttachment, trace, brief, right } = setup;
  if (right !== undefined) return compare(setup, right);
  const version = versionOf(setup.version);
  const decide: Decide = brief
    ? briefly(asOf, restateAttachment, version)
    : (document) => evaluate(version, document, { asOf, restateAttachment, trace });
  return (document) => {
    const decided = decide(document);
    if (!decided.ok) return decided;
    const due = decided.value.totalDuePence;
    return ok({ answer: { decision: decided.value }, leftDuePence: due, rightDuePence: due });
  };
}
