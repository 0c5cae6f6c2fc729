import { compactReader, forecastOf, ok, semantics } from '../../engine/index.ts';
import { compareFamily } from '../comparison/compare-family.ts';
import { type Asked, familyReader, under } from '../comparison/under.ts';
import { keepableBasis, keepableOf } from '../decisions/keepable.ts';
import { evaluateAgreed, type SecondOpinion } from '../library/agreed.ts';
import { buildName } from '../library/build-name.ts';
import { dayOf, decisionId, evaluateWhole } from '../library/evaluate.ts';
import { releaseOn } from '../library/in-force.ts';
import type { Version } from '../library/library.ts';
import { readFamily } from '../library/read-family.ts';
import type { BriefDecision, DecideFamily } from './said.ts';
import { type BatchSetup, versionOf } from './setup.ts';

function briefNames(asOf: string, { ruleset, hash, releases }: Version) {
  const { id, version } = ruleset;
  const inForce = releaseOn(releases, { ruleset: id, on: asOf })?.version === version;
  return { ruleset: { id, version, hash, inForce }, engine: { semantics, build: buildName } };
}

/** Verdicts and amounts alone, with the hash of the family, so that it can be kept. */
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
    const decision = { family: { id: family.value.family.id }, ...named, ...compact.answer };
    const keepable = () =>
      keepableOf(basis, family.value, { contentId: decisionId(version, family.value, asked), compact });
    return ok({ answer: { decision }, keepable });
  };
}

/** What would be claimed for each family in each window. */
function forecasting(
  { asOf, restateAttachment }: BatchSetup,
  version: Version,
  { windows }: NonNullable<BatchSetup['forecast']>,
): DecideFamily {
  const asked = {
    ...{ asOf: dayOf(asOf), windows },
    restateAttachment: restateAttachment === undefined ? undefined : dayOf(restateAttachment),
  };
  const compiled = version.compiled();
  return (document) => {
    const read = readFamily(document, version.ruleset.vocabulary, version.basis);
    return read.ok ? ok({ answer: { forecast: forecastOf(compiled, read.value.family, asked) } }) : read;
  };
}

function compare(
  setup: BatchSetup,
  { version, restateAttachment, causes }: NonNullable<BatchSetup['right']>,
) {
  return compareFamily({
    ...{ asOf: setup.asOf, causes },
    left: { version: versionOf(setup.version), restateAttachment: setup.restateAttachment },
    right: { version: versionOf(version), restateAttachment },
  });
}

/** Asks for a second opinion on one family: the places on which the engines differ, none where they agree. */
export type Doubt = (document: unknown) => Promise<readonly string[]>;

/** A second opinion on every version that families are decided under. */
export function doubtUnder(
  { asOf, asked }: { readonly asOf: string; readonly asked: readonly Asked[] },
  secondOpinion: SecondOpinion,
): Doubt {
  return async (document) => {
    const differing: string[] = [];
    for (const { version, restateAttachment } of asked) {
      const question = { asOf, restateAttachment, trace: 'none' } as const;
      const agreed = await evaluateAgreed({ version, secondOpinion }, document, question);
      if (!agreed.ok && agreed.error.code === 'engines-disagree') differing.push(...agreed.error.places);
    }
    return differing;
  };
}

/** A second opinion on every version that a batch is decided under. */
export function doubtOf(setup: BatchSetup, secondOpinion: SecondOpinion): Doubt {
  const { asOf, restateAttachment, right } = setup;
  const left = { version: versionOf(setup.version), restateAttachment };
  const asked =
    right === undefined
      ? [left]
      : [left, { version: versionOf(right.version), restateAttachment: right.restateAttachment }];
  return doubtUnder({ asOf, asked }, secondOpinion);
}

/** How every family of a batch is decided: whole, as one alone would be; briefly; or under two versions. */
export function decideFamily(setup: BatchSetup): DecideFamily {
  const { asOf, restateAttachment, trace, brief, right } = setup;
  if (right !== undefined) return compare(setup, right);
  const version = versionOf(setup.version);
  if (setup.forecast !== undefined) return forecasting(setup, version, setup.forecast);
  if (brief && setup.keep !== undefined) return brieflyToKeep(setup, version);
  if (!brief)
    return (document) => {
      const decided = evaluateWhole(version, document, { asOf, restateAttachment, trace });
      if (!decided.ok) return decided;
      const { keepable } = decided.value;
      return ok({ answer: { decision: decided.value.decision() }, keepable });
    };
  const decide = under({ asOf, restateAttachment, version, read: familyReader() });
  const named = briefNames(asOf, version);
  return (document) => {
    const read = decide(document);
    if (!read.ok) return read;
    const { family, decided } = read.value;
    const decision: BriefDecision = { family: { id: family.id }, ...named, ...decided };
    return ok({ answer: { decision } });
  };
}
