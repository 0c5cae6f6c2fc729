import { OpenAPIHono } from '@hono/zod-openapi';
import { jsonBody } from '../body.ts';
import { usableCohort } from '../cohorts/use.ts';
import type { Deps } from '../deps.ts';
import { approveDraft, sendBack, submitDraft } from '../governance/decide-draft.ts';
import { type Draft, draftOf } from '../governance/draft.ts';
import { Refusal } from '../governance/refusal.ts';
import { releaseDraft } from '../governance/release-draft.ts';
import type { Principal } from '../identity/principal.ts';
import { notAllowed } from '../identity/refuse.ts';
import { askWeighing } from '../impact/ask-weighing.ts';
import { knownImpactOf } from '../impact/known-impact.ts';
import { weighed } from '../impact/weighed.ts';
import { shownJob } from '../jobs/shown.ts';
import type { ServerEnv } from '../request-context.ts';
import * as contract from './drafts-contract.ts';
import { overOf, shownDraft } from './drafts.ts';

const uncached = { 'Cache-Control': 'private, no-store' };

const draftAt = ({ store }: Pick<Deps, 'store'>, principal: Principal, id: string): Promise<Draft> =>
  store.read((q) => draftOf({ q, tables: store.tables }, id, principal));

/** Refuses what cannot be weighed: anything but a ruleset, and over a cohort that cannot be used. */
async function requireWeighable(
  deps: Pick<Deps, 'store'>,
  principal: Principal,
  { id, cohort }: { readonly id: string; readonly cohort: string },
): Promise<void> {
  const { kind } = await draftAt(deps, principal, id);
  if (kind !== 'ruleset') {
    const message = `families are decided by rulesets, and this draft is of the kind \`${kind}\``;
    const findings = [{ code: 'not-allowed', pointer: '/expectedImpact/cohort', message }];
    throw new Refusal('body-invalid', { findings });
  }
  await usableCohort(deps.store, cohort, principal);
}

/** Asks for the comparison that a submission calls for. Where it cannot be asked any more, the submission stands without. */
async function weighIfStated(deps: Deps, principal: Principal, draft: Draft): Promise<void> {
  if (draft.submission?.expectedImpact?.cohort === undefined) return;
  try {
    await askWeighing(deps, principal, draft);
  } catch (error) {
    // because the cohort was usable before the submission, and may have been purged since
    if (!(error instanceof Refusal)) throw error;
  }
}

/** What becomes of a draft. */
export function draftActs(deps: Deps) {
  const { store, shelf, limits } = deps;
  const routes = new OpenAPIHono<ServerEnv>();
  for (const act of ['submit', 'approve', 'send-back', 'release'])
    routes.post(`/drafts/:id/${act}`, jsonBody(limits.bodyBytes));
  return routes
    .openapi(contract.submitRoute, async (c) => {
      const principal = c.get('principal');
      const { id } = c.req.valid('param');
      const asked = c.req.valid('json');
      const cohort = asked.expectedImpact?.cohort;
      if (cohort !== undefined) {
        if (!principal.permissions.has('cohorts:read'))
          return notAllowed(c, store, { needs: 'cohorts:read' });
        await requireWeighable(deps, principal, { id, cohort });
      }
      const draft = await submitDraft(deps, principal, { id, over: overOf(c), ...asked });
      await weighIfStated(deps, principal, draft);
      const { answer, headers } = await shownDraft(deps, principal, id);
      return c.json(answer, 200, headers);
    })
    .openapi(contract.approveRoute, async (c) => {
      const principal = c.get('principal');
      const { id } = c.req.valid('param');
      const impact = await knownImpactOf(store, await shelf.current(), await draftAt(deps, principal, id));
      await approveDraft(deps, principal, { id, impact, ...c.req.valid('json') });
      const { answer, headers } = await shownDraft(deps, principal, id);
      return c.json(answer, 200, headers);
    })
    .openapi(contract.sendBackRoute, async (c) => {
      const { id } = c.req.valid('param');
      await sendBack(deps, c.get('principal'), { id, ...c.req.valid('json') });
      const { answer, headers } = await shownDraft(deps, c.get('principal'), id);
      return c.json(answer, 200, headers);
    })
    .openapi(contract.releaseDraftRoute, async (c) => {
      const { id } = c.req.valid('param');
      const { days } = c.req.valid('json');
      await releaseDraft(deps, c.get('principal'), { id, days });
      const { answer, headers } = await shownDraft(deps, c.get('principal'), id);
      return c.json(answer, 200, headers);
    });
}

/** What a submitted draft changes over the cohort that its author named, beside what they expect. */
export function draftImpact(deps: Deps) {
  const { store, shelf } = deps;
  return new OpenAPIHono<ServerEnv>()
    .openapi(contract.impactRoute, async (c) => {
      const draft = await draftAt(deps, c.get('principal'), c.req.valid('param').id);
      const { state, job, found } = await weighed(store, await shelf.current(), draft);
      const answer = {
        state,
        expected: draft.submission?.expectedImpact ?? null,
        found: found ?? null,
        job: job === undefined ? null : await shownJob(deps, job),
      };
      return c.json(answer, 200, uncached);
    })
    .openapi(contract.weighRoute, async (c) => {
      const principal = c.get('principal');
      if (!principal.permissions.has('cohorts:read')) return notAllowed(c, store, { needs: 'cohorts:read' });
      const draft = await draftAt(deps, principal, c.req.valid('param').id);
      const job = await askWeighing(deps, principal, draft);
      const headers = { ...uncached, Location: `/api/v1/jobs/${job.id}` };
      return c.json(await shownJob(deps, job), 202, headers);
    });
}
