import {
  type Decision,
  type Diagnostic,
  ok,
  type Result,
  semantics,
  verdictReader,
  type VerdictsOnly,
} from '../../engine/index.ts';
import { buildName } from '../library/build-name.ts';
import { dayOf, evaluate } from '../library/evaluate.ts';
import { releaseOn } from '../library/in-force.ts';
import type { Version } from '../library/library.ts';
import { vocabularyFor } from '../library/read-family.ts';
import type { BatchSetup } from './setup.ts';

/** A decision that says no reasons and has no hash of the family. */
export type BriefDecision = Pick<Decision, 'engine'> & {
  readonly family: { readonly id: string };
  readonly ruleset: Omit<Decision['ruleset'], 'title'>;
} & VerdictsOnly;

/** Decides one family as parsed from JSON, or finds everything that is wrong with it. */
export type DecideFamily = (document: unknown) => Result<Decision | BriefDecision, Diagnostic[]>;

function briefly(setup: BatchSetup, version: Version): DecideFamily {
  const read = verdictReader(version.compiled());
  const { restateAttachment } = setup;
  const restated = restateAttachment === undefined ? {} : { restateAttachment: dayOf(restateAttachment) };
  const asked = { asOf: dayOf(setup.asOf), ...restated };
  const { id, version: number, vocabulary } = version.ruleset;
  const inForce = releaseOn(version.releases, { ruleset: id, on: setup.asOf })?.version === number;
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

/** How every family of a batch is decided: whole, as one alone would be, or briefly. */
export function decideFamily(setup: BatchSetup, version: Version): DecideFamily {
  if (setup.brief) return briefly(setup, version);
  const { asOf, restateAttachment, trace } = setup;
  return (document) => evaluate(version, document, { asOf, restateAttachment, trace });
}
