import { OpenAPIHono } from '@hono/zod-openapi';
import { streamOf } from '../batch/stream.ts';
import { csvText } from '../cohorts/csv-cell.ts';
import { allFindings, familyIds, familyIn, findings, heldRows, type ListedFinding } from '../cohorts/find.ts';
import { cohortBlocks, usableCohort } from '../cohorts/use.ts';
import type { Deps } from '../deps.ts';
import { type LedgerOf, withLedgerClaims } from '../forecast/ledger-claims.ts';
import { notAllowed } from '../identity/refuse.ts';
import { loggable } from '../log.ts';
import { problem } from '../problem.ts';
import type { ServerEnv } from '../request-context.ts';
import {
  familiesRoute,
  familiesTextRoute,
  familyRoute,
  findingsCsvRoute,
  findingsRoute,
  heldRoute,
} from './cohorts-contract.ts';
import { itsCohort } from './its-cohort.ts';

const uncached = { 'Cache-Control': 'no-store' };

const header = ['file', 'sheet', 'row', 'column', 'family', 'problem', 'wrong', 'nearest'];

function csvRow(one: ListedFinding): string[] {
  const place = [one.file, one.sheet ?? '', String(one.row ?? ''), one.column ?? one.pointer ?? ''];
  return [...place, one.family ?? '', one.code, one.message, one.suggestion ?? ''];
}

async function* csvOf(pages: AsyncIterable<readonly ListedFinding[]>): AsyncGenerator<Uint8Array, void> {
  // because a spreadsheet takes a file without the mark for the alphabet of its own country
  yield Buffer.from(`\ufeff${csvText([header])}`);
  for await (const page of pages) yield Buffer.from(csvText(page.map(csvRow)));
}

/** Families a line each, with the claims of a ledger in their records where one is given. */
async function* linesOf(
  blocks: ReturnType<typeof cohortBlocks>,
  ledger: LedgerOf | undefined,
): AsyncGenerator<Uint8Array, void> {
  for await (const { texts } of blocks) {
    const whole = ledger === undefined ? texts : await withLedgerClaims(texts, ledger);
    yield Buffer.from(`${whole.join('\n')}\n`);
  }
}

/** What is in the cohorts of the caller’s authority: families, and rows that are held aside. */
export function cohortContents({ store, log }: Deps) {
  return new OpenAPIHono<ServerEnv>()
    .openapi(familiesRoute, async (c) => {
      const { id } = await itsCohort(c, store, c.req.valid('param').id);
      return c.json(await familyIds(store, id, c.req.valid('query')), 200, uncached);
    })
    .openapi(familiesTextRoute, async (c) => {
      const principal = c.get('principal');
      const { authority, permissions } = principal;
      const ofLedger = c.req.valid('query').ledgerClaims === 'true';
      if (ofLedger && !permissions.has('claims:read')) return notAllowed(c, store, { needs: 'claims:read' });
      const { id } = await usableCohort(store, c.req.valid('param').id, principal);
      const requestId = c.get('requestId');
      const ledger = ofLedger ? { store, authority } : undefined;
      const stream = streamOf(linesOf(cohortBlocks(store, id), ledger), {
        onOver: () => undefined,
        onError: (error) => {
          log.error({ requestId, error: loggable(error) }, 'families were cut off');
        },
      });
      return c.body(stream, 200, { ...uncached, 'Content-Type': 'application/x-ndjson' });
    })
    .openapi(familyRoute, async (c) => {
      const { id, family } = c.req.valid('param');
      await itsCohort(c, store, id);
      const found = await familyIn(store, id, family);
      return found === undefined ? problem(c, 'cohort-family-not-found') : c.json(found, 200, uncached);
    })
    .openapi(heldRoute, async (c) => {
      const { id } = await itsCohort(c, store, c.req.valid('param').id);
      return c.json(await heldRows(store, id, c.req.valid('query')), 200, uncached);
    })
    .openapi(findingsRoute, async (c) => {
      const { id } = await itsCohort(c, store, c.req.valid('param').id);
      return c.json(await findings(store, id, c.req.valid('query')), 200, uncached);
    })
    .openapi(findingsCsvRoute, async (c) => {
      const { id } = await itsCohort(c, store, c.req.valid('param').id);
      const requestId = c.get('requestId');
      const stream = streamOf(csvOf(allFindings(store, id)), {
        onOver: () => undefined,
        onError: (error) => {
          log.error({ requestId, error: loggable(error) }, 'findings were cut off');
        },
      });
      return c.body(stream, 200, {
        ...uncached,
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="findings.csv"',
      });
    });
}
