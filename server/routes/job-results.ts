import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { streamOf } from '../batch/stream.ts';
import type { Deps } from '../deps.ts';
import { Refusal } from '../governance/refusal.ts';
import type { JobState } from '../jobs/find.ts';
import { type Cursor, familiesOf, familyPage, Reader, type Wanted } from '../jobs/listed.ts';
import { type Finished, resultsOf } from '../jobs/summed.ts';
import type { Positions } from '../jobs/sum.ts';
import {
  csvOf,
  familyHead,
  familyRow,
  MOST_SHEET_ROWS,
  resultTable,
  type TableRow,
  workbookOf,
} from '../jobs/table.ts';
import { versionsOf } from '../jobs/versions.ts';
import { loggable } from '../log.ts';
import { problem } from '../problem.ts';
import type { ServerEnv } from '../request-context.ts';
import { itsJob } from './its-job.ts';
import { familiesRoute, type Listing, resultsRoute } from './jobs-contract.ts';

const uncached = { 'Cache-Control': 'no-store' };
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function finishedJob(c: Context<ServerEnv>, { store, shelf }: Deps, id: string): Promise<Finished> {
  const job = await itsJob(c, store, id);
  if (job.state !== ('finished' satisfies JobState)) throw new Refusal('job-not-finished');
  return { job, versions: await versionsOf(job, await shelf.current()) };
}

type AskedPositions = Pick<Listing, 'left' | 'right'>;

/** The name of a position that no version has, or that does not come after the left one. */
function misplaced({ left = 0, right = left }: AskedPositions, { versions }: Finished) {
  if (left >= versions.length) return 'left';
  return right >= versions.length || right < left ? 'right' : undefined;
}

function notThere(c: Context<ServerEnv>, name: 'left' | 'right', { versions }: Finished) {
  const last = String(versions.length - 1);
  const message =
    name === 'left'
      ? `the versions of this job are numbered from 0 to ${last}`
      : `a version from \`left\` to ${last} is wanted here`;
  return problem(c, 'query-invalid', { findings: [{ code: 'not-allowed', pointer: `/${name}`, message }] });
}

const attached = (name: string) => ({
  ...uncached,
  'Content-Disposition': `attachment; filename="${name}"`,
});

async function* tableOf(rows: readonly TableRow[]): AsyncGenerator<TableRow> {
  for (const row of rows) yield await Promise.resolve(row);
}

/** Positions that a listing is between: the first two versions, or the only one with itself. */
function positionsOf({ left, right }: AskedPositions, { versions }: Finished): Positions {
  const from = left ?? 0;
  return { left: from, right: right ?? Math.min(from + 1, versions.length - 1) };
}

function wantedOf({ changed, path, from, to, payment, edit, wrong }: Listing): Wanted {
  const isChanged = changed === undefined ? undefined : changed === 'true';
  return { changed: isChanged, path, from, to, payment, edit, wrong: wrong === 'true' };
}

function cursorOf(text: string | undefined): Cursor | undefined {
  if (text === undefined) return undefined;
  const [part = 0, at = 0] = text.split('.').map(Number);
  return { part, at };
}

/** What came of finished jobs: numbers, and the families behind each. */
export function jobResults(deps: Deps) {
  const { store, log } = deps;
  const asCsv = (c: Context<ServerEnv>, name: string, rows: AsyncIterable<TableRow>) => {
    const requestId = c.get('requestId');
    const stream = streamOf(csvOf(rows), {
      onOver: () => undefined,
      onError: (error) => {
        log.error({ requestId, error: loggable(error) }, 'an export was cut off');
      },
    });
    return c.body(stream, 200, { ...attached(name), 'Content-Type': 'text/csv; charset=utf-8' });
  };
  const asWorkbook = async (c: Context<ServerEnv>, name: string, rows: readonly TableRow[]) =>
    c.body(await workbookOf(rows), 200, { ...attached(name), 'Content-Type': XLSX });
  return new OpenAPIHono<ServerEnv>()
    .openapi(resultsRoute, async (c) => {
      const asked = c.req.valid('query');
      const finished = await finishedJob(c, deps, c.req.valid('param').id);
      const wrong = misplaced(asked, finished);
      if (wrong !== undefined) return notThere(c, wrong, finished);
      const isAsked = asked.left !== undefined || asked.right !== undefined;
      const positions = isAsked ? positionsOf(asked, finished) : undefined;
      const results = await resultsOf(store, finished, positions);
      if (asked.as === 'csv') return asCsv(c, 'results.csv', tableOf(resultTable(results)));
      if (asked.as === 'xlsx') return asWorkbook(c, 'results.xlsx', resultTable(results));
      return c.json(results, 200, uncached);
    })
    .openapi(familiesRoute, async (c) => {
      const asked = c.req.valid('query');
      const finished = await finishedJob(c, deps, c.req.valid('param').id);
      const misplacedAt = misplaced(asked, finished);
      if (misplacedAt !== undefined) return notThere(c, misplacedAt, finished);
      const wanted = wantedOf(asked);
      const listing = {
        finished,
        wanted,
        reader: new Reader(finished, positionsOf(asked, finished), wanted),
      };
      async function* rows(): AsyncGenerator<TableRow> {
        yield familyHead;
        for await (const { family } of familiesOf(store, listing)) yield familyRow(family);
      }
      if (asked.as === 'csv') return asCsv(c, 'families.csv', rows());
      if (asked.as === 'xlsx') {
        const all: TableRow[] = [];
        for await (const row of rows()) {
          if (all.length > MOST_SHEET_ROWS) return problem(c, 'export-too-long');
          all.push(row);
        }
        return asWorkbook(c, 'families.xlsx', all);
      }
      const { limit } = asked;
      const { families, next } = await familyPage(store, listing, { from: cursorOf(asked.cursor), limit });
      const after = next === null ? null : `${String(next.part)}.${String(next.at)}`;
      return c.json({ families, next: after }, 200, uncached);
    });
}
