import type { Context } from 'hono';
import type { Release } from '../engine/index.ts';
import type { Unresolved } from './library/selector.ts';
import { problem } from './problem.ts';
import type { ServerEnv } from './request-context.ts';

/** A release as the API lists it. */
export function shownRelease({ version, withdraws, from, to, recordedOn }: Release) {
  return {
    version,
    ...(withdraws === undefined ? {} : { withdraws }),
    from,
    ...(to === undefined ? {} : { to }),
    ...(recordedOn === undefined ? {} : { recordedOn }),
  };
}

type NoSuch = Exclude<Unresolved, { readonly code: 'nothing-in-force' }>;

function noSuch(c: Context<ServerEnv>, why: NoSuch) {
  const told = {
    detail: why.message,
    ...(why.suggestion === undefined ? {} : { suggestion: why.suggestion }),
  };
  return why.code === 'ruleset-not-found'
    ? problem(c, why.code, { ...told, rulesets: [...why.rulesets] })
    : problem(c, why.code, { ...told, versions: [...why.versions] });
}

/** Answers a name of a ruleset or of a version that is not there with those that are. */
export function unnamed(c: Context<ServerEnv>, why: Unresolved) {
  if (why.code === 'nothing-in-force') throw new Error('invariant: a name asks for no day');
  return noSuch(c, why);
}

/** Answers a selector that names no version with what there is instead. */
export function unresolved(c: Context<ServerEnv>, why: Unresolved) {
  if (why.code !== 'nothing-in-force') return noSuch(c, why);
  return problem(c, why.code, { detail: why.message, releases: why.releases.map(shownRelease) });
}
