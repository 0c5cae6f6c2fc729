import { OpenAPIHono } from '@hono/zod-openapi';
import { etag } from 'hono/etag';
import type { Deps } from '../deps.ts';
import { nextChange, releaseOn } from '../library/in-force.ts';
import type { Library, Version } from '../library/library.ts';
import { resolve, versionsOf } from '../library/selector.ts';
import { londonDay } from '../london-day.ts';
import type { ServerEnv } from '../request-context.ts';
import { shownRelease, unnamed, unresolved } from '../unresolved.ts';
import { editsBetween } from '../../engine/index.ts';
import { changesRoute, inForceRoute, listRoute, versionRoute, versionsRoute } from './rulesets-contract.ts';

/** Kept by nobody but the caller, and asked about each time. */
const revalidated = { 'Cache-Control': 'private, no-cache' };

const releasesOf = ({ releases, ruleset }: Version) =>
  releases.filter((one) => one.version === ruleset.version).map(shownRelease);

const nameOf = ({ ruleset, hash }: Version) => ({ version: ruleset.version, hash });

function summaryOf(held: Version) {
  const { ruleset } = held;
  return {
    version: ruleset.version,
    hash: held.hash,
    title: ruleset.title,
    vocabulary: ruleset.vocabulary,
    releases: releasesOf(held),
  };
}

function wholeOf(held: Version) {
  const { ruleset, cases } = held;
  const document: Readonly<Record<string, unknown>> = ruleset;
  const shippedCases: Readonly<Record<string, unknown>> | null = cases ?? null;
  return {
    id: ruleset.id,
    version: ruleset.version,
    title: ruleset.title,
    hash: held.hash,
    vocabulary: { id: ruleset.vocabulary, hash: held.vocabularyHash },
    calendars: Object.entries(held.calendarHashes).map(([name, digest]) => ({ id: name, hash: digest })),
    releases: releasesOf(held),
    document,
    cases: shippedCases,
  };
}

function listedOf(library: Library, on: string) {
  return [...library.rulesets].flatMap(([id, versions]) => {
    const newest = versions.at(-1);
    if (newest === undefined) return [];
    const { title, programme, phase, jurisdiction } = newest.ruleset;
    const release = releaseOn(library.releases, { ruleset: id, on });
    const inForce = release === undefined ? null : shownRelease(release);
    const change = nextChange(library.releases, { ruleset: id, on });
    const next = change === undefined ? null : { on: change.on, version: change.release?.version ?? null };
    const numbers = versions.map(({ ruleset }) => ruleset.version);
    return [{ id, title, programme, phase, jurisdiction, versions: numbers, inForce, next }];
  });
}

/** What there is, in every version, and what is in force when. */
export function rulesets({ shelf, clock }: Pick<Deps, 'shelf' | 'clock'>) {
  const routes = new OpenAPIHono<ServerEnv>();
  routes.use('/rulesets/*', etag());
  return routes
    .openapi(listRoute, async (c) => {
      const library = await shelf.current();
      const on = c.req.valid('query').on ?? londonDay(clock());
      return c.json({ on, rulesets: listedOf(library, on) }, 200, revalidated);
    })
    .openapi(versionsRoute, async (c) => {
      const library = await shelf.current();
      const { id } = c.req.valid('param');
      const found = versionsOf(library, id);
      if (!found.ok) return unnamed(c, found.error);
      return c.json({ id, versions: found.value.map(summaryOf) }, 200, revalidated);
    })
    .openapi(versionRoute, async (c) => {
      const library = await shelf.current();
      const found = resolve(library, c.req.valid('param'));
      return found.ok ? c.json(wholeOf(found.value), 200, revalidated) : unnamed(c, found.error);
    })
    .openapi(changesRoute, async (c) => {
      const library = await shelf.current();
      const { id, a, b } = c.req.valid('param');
      const was = resolve(library, { id, version: a });
      if (!was.ok) return unnamed(c, was.error);
      const now = resolve(library, { id, version: b });
      if (!now.ok) return unnamed(c, now.error);
      const { sharedIds, edits } = editsBetween(was.value.compiled(), now.value.compiled());
      const named = { id, was: nameOf(was.value), now: nameOf(now.value) };
      return c.json({ ...named, sharedIds, edits: [...edits] }, 200, revalidated);
    })
    .openapi(inForceRoute, async (c) => {
      const library = await shelf.current();
      const { id } = c.req.valid('param');
      const { on, knownOn } = c.req.valid('query');
      const found = resolve(library, { id, inForceOn: on, knownOn });
      if (!found.ok) return unresolved(c, found.error);
      const { ruleset, hash } = found.value;
      const release = releaseOn(library.releases, { ruleset: id, on, knownOn });
      if (release === undefined) throw new Error('invariant: a version in force has a release');
      const asked = knownOn === undefined ? { id, on } : { id, on, knownOn };
      const answer = { ...asked, version: ruleset.version, hash, release: shownRelease(release) };
      return c.json(answer, 200, revalidated);
    });
}
