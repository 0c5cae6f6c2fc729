import * as z from 'zod';
import {
  addDays,
  claimable,
  claimableDays,
  decision,
  type Diagnostic,
  formatDay,
  ok,
  type Result,
  semantics,
} from '../../engine/index.ts';
import { buildName } from './build-name.ts';
import { dayOf } from './evaluate.ts';
import type { Version } from './library.ts';
import { readFamily } from './read-family.ts';

/** Days looked ahead where nobody says how many: three years. */
export const LOOKED_AHEAD = 1096;
/** Days looked ahead at most: ten years. */
export const MOST_AHEAD = 3653;

const { ruleset, family, engine, asOf } = decision.shape;

/** When the payments of a version can first be claimed for a family, if nothing new happens to it after `asOf`. */
export const claimableAnswer = z.strictObject({
  family,
  asOf,
  /** The last day asked about. */
  until: asOf,
  ruleset: ruleset.omit({ inForce: true }),
  engine,
  payments: z.array(claimable),
});
export type ClaimableAnswer = z.infer<typeof claimableAnswer>;

/** Civil days are `YYYY-MM-DD` and exist. */
export interface ClaimableQuestion {
  readonly asOf: string;
  /** Absent is three years on. */
  readonly until?: string | undefined;
  readonly restateAttachment?: string | undefined;
}

/** The last day asked about; undefined where it is before `asOf` or more than ten years on. */
export function lastDay({ asOf, until }: ClaimableQuestion): string | undefined {
  const first = dayOf(asOf);
  const last = until === undefined ? addDays(first, LOOKED_AHEAD) : dayOf(until);
  return last >= first && last - first <= MOST_AHEAD ? formatDay(last) : undefined;
}

/** What is wrong with a last day that is none. */
export const noLastDay = 'the last day is on or after `asOf`, and at most ten years on';

/** Finds the days for a family as parsed from JSON; what is wrong with it is found whole, with pointers into the family. */
export function claimableOf(
  {
    ruleset: { id, version, title, vocabulary },
    hash,
    basis,
    compiled,
  }: Pick<Version, 'ruleset' | 'hash' | 'basis' | 'compiled'>,
  document: unknown,
  asked: ClaimableQuestion & { readonly until: string },
): Result<ClaimableAnswer, Diagnostic[]> {
  const read = readFamily(document, vocabulary, basis);
  if (!read.ok) return read;
  const { asOf: first, until, restateAttachment } = asked;
  const stretch = {
    ...{ asOf: dayOf(first), until: dayOf(until) },
    ...(restateAttachment === undefined ? {} : { restateAttachment: dayOf(restateAttachment) }),
  };
  return ok({
    family: { id: read.value.family.id, hash: read.value.hash },
    ...{ asOf: first, until },
    ruleset: { id, version, hash, title },
    engine: { semantics, build: buildName },
    payments: claimableDays(compiled(), read.value.family, stretch),
  });
}
