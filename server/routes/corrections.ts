import { OpenAPIHono } from '@hono/zod-openapi';
import { ok, type Result } from '../../engine/index.ts';
import { jsonBody } from '../body.ts';
import { atMost } from '../busy.ts';
import { correct, type Wrong } from '../decisions/correct.ts';
import type { Keeper } from '../decisions/keeper.ts';
import type { Deps } from '../deps.ts';
import { findingsOf } from '../finding.ts';
import { writerOf } from '../identity/principal.ts';
import type { Library, Version } from '../library/library.ts';
import { resolve, type Unresolved } from '../library/selector.ts';
import type { Metrics } from '../metrics.ts';
import { problem } from '../problem.ts';
import type { ServerEnv } from '../request-context.ts';
import { unresolved } from '../unresolved.ts';
import { type AskedCorrection, correctionsRoute } from './corrections-contract.ts';
import { cursorOf, cursorText } from './decisions-cursor.ts';

function wrongIn(library: Library, asked: AskedCorrection): Result<Wrong, Unresolved> {
  if ('restsOn' in asked) {
    const version = resolve(library, asked.ruleset);
    return version.ok ? ok({ restsOn: asked.restsOn, version: version.value }) : version;
  }
  const { family, ruleset } = asked;
  if (ruleset === undefined) return ok({ family, version: undefined });
  const version = resolve(library, ruleset);
  return version.ok ? ok({ family, version: version.value }) : version;
}

/** Kept decisions decided again, because something they rested on was wrong. */
export function corrections(
  { store, shelf, limits, log, secondOpinion, ids }: Deps,
  { metrics, keeper }: { readonly metrics: Metrics; readonly keeper: Keeper },
) {
  const routes = new OpenAPIHono<ServerEnv>();
  routes.post('/corrections', atMost(limits.evaluationsAtOnce, metrics), jsonBody(limits.bodyBytes));
  return routes.openapi(correctionsRoute, async (c) => {
    const asked = c.req.valid('json');
    const library = await shelf.current();
    const wrong = wrongIn(library, asked);
    if (!wrong.ok) return unresolved(c, wrong.error);
    const disagreed = ({ ruleset: { id, version }, hash }: Version, places: readonly string[]) => {
      const ruleset = { id, version, hash };
      log.error({ requestId: c.get('requestId'), ruleset, places }, 'engines-disagree');
    };
    const { reason, limit } = asked;
    const corrected = await correct(
      { store, secondOpinion, ids, library, keeper, disagreed },
      writerOf(c.get('principal')),
      { wrong: wrong.value, reason, limit, after: cursorOf(asked.after) },
    );
    if (!corrected.ok)
      return problem(c, 'family-invalid', { findings: findingsOf(corrected.error, '/family') });
    if (corrected.value === undefined) return problem(c, 'family-not-kept');
    const { decided, skipped, next } = corrected.value;
    const more = next === undefined ? {} : { next: cursorText(next) };
    const answer = {
      decided: decided.map(({ was, now, changes }) => ({ was, now, changes: [...changes] })),
      skipped: [...skipped],
      ...more,
    };
    return c.json(answer, 200, { 'Cache-Control': 'no-store' });
  });
}
