import {
  type Change,
  changesBetween,
  compactReader,
  type Decision,
  type Diagnostic,
  ok,
  type Result,
  semantics,
  verdictReader,
  type VerdictsOnly,
} from '../../engine/index.ts';
import { type Keepable, keepableBasis, keepableOf } from '../decisions/keepable.ts';
import { evaluateAgreed, type SecondOpinion } from '../library/agreed.ts';
import { buildName } from '../library/build-name.ts';
import { dayOf, decisionId, evaluateWhole } from '../library/evaluate.ts';
import { releaseOn } from '../library/in-force.ts';
import type { Version } from '../library/library.ts';
import { readFamily, vocabularyFor } from '../library/read-family.ts';
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
  readonly keepable?: () => Keepable;
}

/** Decides one family as parsed from JSON, or finds everything that is wrong with it. */
export type DecideFamily = (document: unknown) => Result<Said, Diagnostic[]>;

type Decide = (document: unknown) => Result<BriefDecision, Diagnostic[]>;

function briefNames(asOf: string, { ruleset, hash, releases }: Version) {
  const { id, version } = ruleset;
  const inForce = releaseOn(releases, { ruleset: id, on: asOf })?.version === version;
  return { ruleset: { id, version, hash, inForce }, engine: { semantics, build: buildName } };
}

function briefly(asOf: string, restateAttachment: string | undefined, version: Version): Decide {
  const read = verdictReader(version.compiled());
  const restated = restateAttachment === undefined ? {} : { restateAttachment: dayOf(restateAttachment) };
  const asked = { asOf: dayOf(asOf), ...restated };
  const { vocabulary } = version.ruleset;
  const named = briefNames(asOf, version);
  return (document) => {
    const spoken = vocabularyFor(document, vocabulary, version.basis);
    if (!spoken.ok) return spoken;
    const family = spoken.value.parseFamily(document);
    if (!family.ok) return family;
    return ok({ family: { id: family.value.id }, ...named, ...read(family.value, asked) });
  };
}

/** The same, with the hash of the family, so that it can be kept. */
function brieflyToKeep(setup: BatchSetup, version: Version): DecideFamily {
  const { asOf, restateAttachment, trace } = setup;
  const read = compactReader(version.compiled());
  const restated = restateAttachment === undefined ? {} : { restateAttachment: dayOf(restateAttachment) };
  const named = briefNames(asOf, version);
  const asked = { asOf, restateAttachment, trace };
  const basis = keepableBasis(version, asked);
  return (document) => {
    const family = readFamily(document, version.ruleset.vocabulary, version.basis);
    if (!family.ok) return family;
    const compact = read(family.value.family, { asOf: dayOf(asOf), ...restated });
    const due = compact.answer.totalDuePence;
    const decision = { family: { id: family.value.family.id }, ...named, ...compact.answer };
    const keepable = () =>
      keepableOf(basis, family.value, { contentId: decisionId(version, family.value, asked), compact });
    return ok({ answer: { decision }, leftDuePence: due, rightDuePence: due, keepable });
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
  if (brief && setup.keep !== undefined) return brieflyToKeep(setup, version);
  if (!brief)
    return (document) => {
      const decided = evaluateWhole(version, document, { asOf, restateAttachment, trace });
      if (!decided.ok) return decided;
      const { keepable } = decided.value;
      const decision = decided.value.decision();
      const due = decision.totalDuePence;
      return ok({ answer: { decision }, leftDuePence: due, rightDuePence: due, keepable });
    };
  const decide = briefly(asOf, restateAttachment, version);
  return (document) => {
    const decided = decide(document);
    if (!decided.ok) return decided;
    const due = decided.value.totalDuePence;
    return ok({ answer: { decision: decided.value }, leftDuePence: due, rightDuePence: due });
  };
}
