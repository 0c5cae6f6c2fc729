import { OpenAPIHono } from '@hono/zod-openapi';
import type { AuditEntry } from '../audit/entry.ts';
import { headText, readHead } from '../audit/head.ts';
import { auditPage } from '../audit/read.ts';
import { type AuditFinding, type AuditReport, verifyAudit } from '../audit/verify.ts';
import { turnstile } from '../busy.ts';
import type { Deps } from '../deps.ts';
import { NATIONAL, type Principal } from '../identity/principal.ts';
import { problem } from '../problem.ts';
import type { ServerEnv } from '../request-context.ts';
import { listRoute, verificationRoute } from './audit-contract.ts';

const uncached = { 'Cache-Control': 'no-store' };

function shown({ seq, at, actor, authority, action, subject, detail, hash }: AuditEntry) {
  const said = JSON.parse(detail) as Record<string, unknown>;
  return { seq, at, actor, authority, action, subject, detail: said, hash };
}

/** A national auditor sees every entry, another those of their own authority. */
function scopeOf({ authority }: Principal) {
  return authority === NATIONAL ? {} : { authority };
}

/** What is found is everybody's to know; which row it is only the national auditor's. */
function findingFor({ authority }: Principal, { row, ...finding }: AuditFinding) {
  return authority === NATIONAL && row !== undefined ? { ...finding, row } : finding;
}

function reportFor(principal: Principal, { entries, head, rows, findings }: AuditReport) {
  return {
    whole: findings.length === 0,
    entries,
    head: headText({ seq: entries, hash: head }),
    rows,
    findings: findings.map((finding) => findingFor(principal, finding)),
  };
}

/** The audit log, and whether it is whole. */
export function audit({ store }: Pick<Deps, 'store'>) {
  const admit = turnstile(1);
  return new OpenAPIHono<ServerEnv>()
    .openapi(listRoute, async (c) => {
      const { before, limit, ...asked } = c.req.valid('query');
      const filter = { ...asked, ...scopeOf(c.get('principal')) };
      const page = { order: 'newest-first', beyond: before, limit: limit + 1 } as const;
      const found = await store.read((q) => auditPage({ q, tables: store.tables }, filter, page));
      const entries = found.slice(0, limit).map(shown);
      const next = found.length > limit ? (entries.at(-1)?.seq ?? null) : null;
      return c.json({ entries, before: next }, 200, uncached);
    })
    .openapi(verificationRoute, async (c) => {
      const { head } = c.req.valid('query');
      const leave = admit();
      if (leave === undefined) {
        c.header('Retry-After', '5');
        return problem(c, 'too-busy');
      }
      try {
        const report = await verifyAudit(store, head === undefined ? undefined : readHead(head));
        return c.json(reportFor(c.get('principal'), report), 200, uncached);
      } finally {
        leave();
      }
    });
}
