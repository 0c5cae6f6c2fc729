import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { jsonBody } from '../body.ts';
import type { Deps } from '../deps.ts';
import { findingsOf } from '../finding.ts';
import { changesOf, checksOf, findingsIn } from '../governance/check-draft.ts';
import { begin } from '../governance/create-draft.ts';
import { type Draft, draftOf, publishedNumbers, revisionOf } from '../governance/draft.ts';
import { draftHistory, listDrafts, listRevisions } from '../governance/list-drafts.ts';
import { proposedVersion } from '../governance/next-version.ts';
import { Refusal } from '../governance/refusal.ts';
import { discardDraft, saveDraft } from '../governance/write-draft.ts';
import type { Principal } from '../identity/principal.ts';
import type { Finding } from '../library/finding.ts';
import type { ServerEnv } from '../request-context.ts';
import type { Row } from '../store/schema.ts';
import * as contract from './drafts-contract.ts';

const uncached = { 'Cache-Control': 'private, no-store' };

export const shownEvent = (row: Row<'rulesetEvent'>) => ({
  at: row.at,
  by: { actor: row.actor, name: row.actorName },
  event: row.event,
  version: row.version,
  draft: row.draft,
  hash: row.hash,
  reason: row.reason,
  // because this server wrote it, as an object
  detail: JSON.parse(row.detail) as Record<string, unknown>,
});

const shownRevision = (row: Row<'draftRevision'>) => ({
  revision: row.revision,
  over: row.base,
  counts: row.stale === 0,
  by: { actor: row.actor, name: row.actorName },
  at: row.at,
});

function summaryOf(draft: Draft) {
  const { id, kind, name, authority, state, revision, basedOn, submission, approval } = draft;
  const createdBy = { actor: draft.createdBy, name: draft.createdByName };
  return {
    ...{ id, kind, name, authority, state, revision, basedOn, submission, approval },
    ...{ createdAt: draft.createdAt, createdBy, updatedAt: draft.updatedAt },
  };
}

function shownFindings(findings: readonly Finding[]) {
  return findings.map((one) => ({
    ...findingsOf([one])[0],
    code: one.code,
    pointer: one.pointer,
    message: one.message,
    file: one.file === 'cases' ? ('cases' as const) : ('document' as const),
    severity: one.severity,
  }));
}

/** The revision that a header names. */
function revisionIn(header: string | undefined): number | undefined {
  const given = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header ?? '')?.[1];
  return given === undefined ? undefined : Number(given);
}

/** The revision that `If-Match` names. */
export function overOf(c: Context<ServerEnv>): number {
  const given = revisionIn(c.req.header('if-match'));
  if (given === undefined) throw new Refusal('revision-missing');
  return given;
}

async function textsAt({ store }: Pick<Deps, 'store'>, principal: Principal, id: string) {
  return store.read(async (q) => {
    const reading = { q, tables: store.tables };
    const draft = await draftOf(reading, id, principal);
    const { documentText, casesText } = await revisionOf(reading, id, draft.revision);
    return { draft, texts: { document: documentText, cases: casesText } };
  });
}

function currentRevision({ store }: Pick<Deps, 'store'>, principal: Principal, id: string): Promise<number> {
  return store.read(async (q) => (await draftOf({ q, tables: store.tables }, id, principal)).revision);
}

/** A draft as it is answered, and its `ETag`. */
export async function shownDraft(
  { store, shelf }: Pick<Deps, 'store' | 'shelf'>,
  principal: Principal,
  id: string,
) {
  const { draft, texts } = await textsAt({ store }, principal, id);
  const findings = shownFindings(findingsIn(draft, texts, await shelf.current()));
  const headers = { ...uncached, ETag: `"${String(draft.revision)}"` };
  return { answer: { ...summaryOf(draft), ...texts, findings }, headers };
}

type Governed = Pick<Deps, 'store' | 'shelf' | 'ids' | 'limits'>;

/** Drafts as they are written and read. */
export function drafts(deps: Governed) {
  const { store, limits } = deps;
  const routes = new OpenAPIHono<ServerEnv>();
  routes.post('/drafts', jsonBody(limits.bodyBytes));
  routes.put('/drafts/:id', jsonBody(limits.bodyBytes));
  return routes
    .openapi(contract.listRoute, async (c) => {
      const listed = await listDrafts(store, c.get('principal'), c.req.valid('query').list);
      return c.json({ drafts: listed.map(summaryOf) }, 200, uncached);
    })
    .openapi(contract.createDraftRoute, async (c) => {
      const { id } = await begin(deps, c.get('principal'), c.req.valid('json'));
      const { answer, headers } = await shownDraft(deps, c.get('principal'), id);
      return c.json(answer, 201, { ...headers, Location: `/api/v1/drafts/${id}` });
    })
    .openapi(contract.readDraftRoute, async (c) => {
      const { id } = c.req.valid('param');
      const known = revisionIn(c.req.header('if-none-match'));
      if (known !== undefined && known === (await currentRevision(deps, c.get('principal'), id)))
        return c.body(null, 304, { ...uncached, ETag: `"${String(known)}"` });
      const { answer, headers } = await shownDraft(deps, c.get('principal'), id);
      return c.json(answer, 200, headers);
    })
    .openapi(contract.saveDraftRoute, async (c) => {
      const { id } = c.req.valid('param');
      await saveDraft(deps, c.get('principal'), { id, over: overOf(c), texts: c.req.valid('json') });
      const { answer, headers } = await shownDraft(deps, c.get('principal'), id);
      return c.json(answer, 200, headers);
    })
    .openapi(contract.discardDraftRoute, async (c) => {
      const { id } = c.req.valid('param');
      await discardDraft(deps, c.get('principal'), id);
      const { answer, headers } = await shownDraft(deps, c.get('principal'), id);
      return c.json(answer, 200, headers);
    });
}

/** What there is to read of a draft beside its texts. */
export function draftReads({ store, shelf }: Pick<Deps, 'store' | 'shelf'>) {
  const routes = new OpenAPIHono<ServerEnv>();
  return routes
    .openapi(contract.revisionsRoute, async (c) => {
      const revisions = await listRevisions(store, c.get('principal'), c.req.valid('param').id);
      return c.json({ revisions: revisions.map(shownRevision) }, 200, uncached);
    })
    .openapi(contract.revisionRoute, async (c) => {
      const { id, revision } = c.req.valid('param');
      const held = await store.read(async (q) => {
        const reading = { q, tables: store.tables };
        await draftOf(reading, id, c.get('principal'));
        return revisionOf(reading, id, revision);
      });
      const texts = { document: held.documentText, cases: held.casesText };
      return c.json({ ...shownRevision(held), ...texts }, 200, uncached);
    })
    .openapi(contract.checksRoute, async (c) => {
      const { draft, texts } = await textsAt({ store }, c.get('principal'), c.req.valid('param').id);
      const library = await shelf.current();
      const { findings, cases, passes, frozen, version } = checksOf(draft, texts, library);
      const published = await store.read((q) => publishedNumbers({ q, tables: store.tables }, draft));
      const isNumbered = draft.kind === 'ruleset' || draft.kind === 'unit-costs';
      const answer = {
        revision: draft.revision,
        passes,
        hash: frozen?.hash ?? null,
        proposedVersion: isNumbered ? proposedVersion(published) : null,
        findings: shownFindings(findings),
        cases: cases.map((one) => ({
          ...one,
          differences: [...one.differences],
          findings: findingsOf(one.findings),
        })),
        ...changesOf(draft, version, library),
      };
      return c.json(answer, 200, uncached);
    })
    .openapi(contract.draftHistoryRoute, async (c) => {
      const events = await draftHistory(store, c.get('principal'), c.req.valid('param').id);
      return c.json({ events: events.map(shownEvent) }, 200, uncached);
    });
}
