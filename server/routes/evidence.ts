import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { keptDecision } from '../decisions/find.ts';
import type { Deps } from '../deps.ts';
import { documentsUnder } from '../evidence/documents.ts';
import { type EvidencePack, MOST_DECISIONS } from '../evidence/format.ts';
import { gather, type Gathered } from '../evidence/gather.ts';
import { type MadePack, packOf } from '../evidence/make.ts';
import { pagePolicy } from '../evidence/page/style.ts';
import { actorOf, writerOf } from '../identity/principal.ts';
import { problem } from '../problem.ts';
import type { ServerEnv } from '../request-context.ts';
import { decisionPackRoute, familyPackRoute } from './evidence-contract.ts';

/** What is known of a family before its pack is made. */
interface Subject {
  readonly family: string | null;
  readonly chosen: boolean;
}

/** Evidence packs: made anew each time, and each noted in the audit log with its hash. */
export function evidence({ store, shelf, clock }: Deps) {
  const made = async (c: Context<ServerEnv>, gathered: Gathered, subject: Subject): Promise<MadePack> => {
    const principal = c.get('principal');
    const documents = await documentsUnder(store, await shelf.current(), gathered.decisions);
    const whole = await packOf(gathered, documents, {
      at: new Date(clock()).toISOString(),
      by: actorOf(principal),
      name: principal.name,
      authority: principal.authority,
      ...subject,
    });
    await store.write(writerOf(principal), (tx) => {
      const { decisions, manifest } = whole.pack;
      const records = decisions.map(({ record }) => record.record);
      tx.record({ action: 'evidence-pack-made', detail: { pack: manifest.hash, records } });
      return Promise.resolve();
    });
    return whole;
  };
  const headersOf = ({ manifest }: EvidencePack, as: 'json' | 'html') => ({
    'Cache-Control': 'no-store',
    'Threshold-Pack': manifest.hash,
    'Content-Disposition': `inline; filename="evidence-pack-${manifest.hash.slice('sha256:'.length, 19)}.${as}"`,
  });
  const answered = (c: Context<ServerEnv>, { pack, page }: MadePack, as: 'json' | 'html') => {
    if (as === 'json') return c.json(pack, 200, headersOf(pack, as));
    const policy = { 'Content-Security-Policy': `${pagePolicy}; frame-ancestors 'none'` };
    return c.html(page(), 200, { ...headersOf(pack, as), ...policy });
  };
  return new OpenAPIHono<ServerEnv>()
    .openapi(familyPackRoute, async (c) => {
      const family = c.req.valid('param').id;
      const { record, as } = c.req.valid('query');
      const records = record === undefined ? undefined : [...new Set(record)];
      const asked = { asked: { family, records }, most: MOST_DECISIONS };
      const gathered = await gather(store, c.get('principal').authority, asked);
      const found = gathered.decisions.length;
      if (records !== undefined && found < records.length) return problem(c, 'decision-not-found');
      if (found === 0) return problem(c, 'family-not-kept');
      if (found > MOST_DECISIONS) {
        const detail = `${String(found)} decisions are asked for, and a pack holds at most ${String(MOST_DECISIONS)}`;
        return problem(c, 'pack-too-large', { detail });
      }
      return answered(c, await made(c, gathered, { family, chosen: records !== undefined }), as);
    })
    .openapi(decisionPackRoute, async (c) => {
      const principal = c.get('principal');
      const kept = await keptDecision(store, principal, c.req.valid('param').id);
      if (kept === undefined) return problem(c, 'decision-not-found');
      const asked = { asked: { record: kept.id }, most: 1 };
      const gathered = await gather(store, principal.authority, asked);
      const pack = await made(c, gathered, { family: kept.family, chosen: true });
      return answered(c, pack, c.req.valid('query').as);
    });
}
