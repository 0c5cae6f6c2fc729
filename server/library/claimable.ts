import * as z from 'zod';
import {
  addDays,
  claimable,
  claimableDays,
  type CompiledRuleset,
  type Day,
  decision,
  type Diagnostic,
  type Family,
  formatDay,
  needed,
  ok,
  type Result,
  semantics,
  stillNeeded,
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

const ahead = {
  ...{ family, asOf },
  /** The last day asked about. */
  until: asOf,
  ruleset: ruleset.omit({ inForce: true }),
  engine,
};

/** When the payments of a version can first be claimed for a family, if nothing new happens to it after `asOf`. */
export const claimableAnswer = z.strictObject({ ...ahead, payments: z.array(claimable) });
export type ClaimableAnswer = z.infer<typeof claimableAnswer>;

/** What the payments of a version still need on `asOf`, looking for what comes about by waiting until `until`. */
export const neededAnswer = z.strictObject({ ...ahead, payments: z.array(needed) });
export type NeededAnswer = z.infer<typeof neededAnswer>;

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

type Ruled = Pick<Version, 'ruleset' | 'hash' | 'basis' | 'compiled'>;
type Asked = ClaimableQuestion & { readonly until: string };
interface Stretch {
  readonly asOf: Day;
  readonly until: Day;
  readonly restateAttachment?: Day;
}

/** Looks ahead for a family as parsed from JSON; what is wrong with it is found whole, with pointers into the family. */
const lookingAhead =
  <T>(find: (compiled: CompiledRuleset, family: Family, stretch: Stretch) => T[]) =>
  (
    { ruleset: { id, version, title, vocabulary }, hash, basis, compiled }: Ruled,
    document: unknown,
    asked: Asked,
  ) => {
    const read = readFamily(document, vocabulary, basis);
    if (!read.ok) return read;
    const { asOf: first, until, restateAttachment } = asked;
    const stretch: Stretch = {
      ...{ asOf: dayOf(first), until: dayOf(until) },
      ...(restateAttachment === undefined ? {} : { restateAttachment: dayOf(restateAttachment) }),
    };
    return ok({
      family: { id: read.value.family.id, hash: read.value.hash },
      ...{ asOf: first, until },
      ruleset: { id, version, hash, title },
      engine: { semantics, build: buildName },
      payments: find(compiled(), read.value.family, stretch),
    });
  };

type Found<T> = (version: Ruled, document: unknown, asked: Asked) => Result<T, Diagnostic[]>;

/** When each payment can first be claimed for. */
export const claimableOf: Found<ClaimableAnswer> = lookingAhead(claimableDays);
/** What each payment still needs. */
export const neededOf: Found<NeededAnswer> = lookingAhead(stillNeeded);
