import {
  type Compact,
  compactReader,
  type Diagnostic,
  type Family,
  ok,
  type Result,
  verdictReader,
  type VerdictsOnly,
} from '../../engine/index.ts';
import { dayOf } from '../library/evaluate.ts';
import type { Version } from '../library/library.ts';
import { vocabularyFor } from '../library/read-family.ts';

/** A version that families are decided under, and the day they are priced as if attached on. */
export interface Asked {
  readonly version: Version;
  readonly restateAttachment: string | undefined;
}

/** A family as one version's vocabulary reads it, and what it is told. */
export interface DecidedUnder {
  readonly family: Family;
  readonly decided: VerdictsOnly;
}

/** Reads a family in the vocabulary that a version gives it. */
export type ReadUnder = (document: unknown, version: Version) => Result<Family, Diagnostic[]>;

/** Reads one family after another; under versions of one vocabulary each is read once. */
export function familyReader(): ReadUnder {
  let last: unknown;
  const read = new Map<string, Result<Family, Diagnostic[]>>();
  return (document, { ruleset, basis }) => {
    const spoken = vocabularyFor(document, ruleset.vocabulary, basis);
    if (!spoken.ok) return spoken;
    const { hash, parseFamily } = spoken.value;
    if (last !== document) read.clear();
    last = document;
    const before = read.get(hash) ?? parseFamily(document);
    read.set(hash, before);
    return before;
  };
}

interface Deciding extends Asked {
  readonly asOf: string;
  readonly read: ReadUnder;
}

function asked({ asOf, restateAttachment }: Deciding) {
  const restated = restateAttachment === undefined ? {} : { restateAttachment: dayOf(restateAttachment) };
  return { asOf: dayOf(asOf), ...restated };
}

/** Reads a family under a version, and decides it without reasons. */
export function under(deciding: Deciding): (document: unknown) => Result<DecidedUnder, Diagnostic[]> {
  const decided = verdictReader(deciding.version.compiled());
  const question = asked(deciding);
  return (document) => {
    const family = deciding.read(document, deciding.version);
    return family.ok ? ok({ family: family.value, decided: decided(family.value, question) }) : family;
  };
}

/** The same, with the compact trace of it. */
export interface TracedUnder extends DecidedUnder {
  readonly trace: Compact['trace'];
}

/** Reads a family under a version, and decides it with its compact trace. */
export function tracedUnder(deciding: Deciding): (document: unknown) => Result<TracedUnder, Diagnostic[]> {
  const decided = compactReader(deciding.version.compiled());
  const question = asked(deciding);
  return (document) => {
    const family = deciding.read(document, deciding.version);
    if (!family.ok) return family;
    const { answer, trace } = decided(family.value, question);
    return ok({ family: family.value, decided: answer, trace });
  };
}
