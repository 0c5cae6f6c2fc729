import { onTestFinished } from 'vitest';
import { createThreads } from '../../server/batch/threads.ts';
import type { JobDocument } from '../../server/jobs/document.ts';
import type { JobFamily, JobResults } from '../../server/jobs/results.ts';
import { cohortsAt } from './cohorts.ts';
import { appFor, authorised } from './http.ts';
import { familiesOf } from './synthetic.ts';

export const phase2 = (version: string) => ({ id: 'phase-2', version });

/** Of all tests of a file, because a thread takes seconds to come up; they end by themselves. */
export const threads = createThreads(2);

let lines: string[] = [];

/** Synthetic families, a line each; the same for every test of a file. */
export function syntheticLines(count: number): readonly string[] {
  if (lines.length < count) {
    const make = familiesOf('hertfordshire-worked-with', 7);
    lines = Array.from({ length: count }, (_, at) => JSON.stringify(make(at)));
  }
  return lines.slice(0, count);
}

export type Working = Awaited<ReturnType<typeof workingApp>>;

/** An app with a cohort of so many families, and what asks it for jobs. */
export async function workingApp(
  families: number | readonly string[],
  given: Parameters<typeof appFor>[0] = {},
  headers: Readonly<Record<string, string>> = authorised,
) {
  const { app, deps, logged } = appFor({ threads, ...given });
  onTestFinished(() => deps.jobs.stop());
  const { ask, uploadOne } = await cohortsAt(app, headers);
  const sent = typeof families === 'number' ? syntheticLines(families) : families;
  await uploadOne('application/x-ndjson', sent.join('\n'), '&id=the-cohort');
  const asked = async (body: object, to = '/jobs') =>
    ask(`POST ${to}`, {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ cohort: 'the-cohort', asOf: '2016-03-01', ...body }),
    });
  const job = async (id: string) => (await ask(`GET /jobs/${id}`)).body as unknown as JobDocument;
  return {
    ...{ app, deps, logged, ask, asked, job },
    /** Asks for a job and waits until it has ended. */
    done: async (body: object) => {
      const { status, body: said } = await asked(body);
      if (status !== 202) throw new Error(JSON.stringify(said));
      await deps.jobs.idle();
      return job(String(said['id']));
    },
    results: async (id: string, query = '') =>
      (await ask(`GET /jobs/${id}/results${query}`)).body as unknown as JobResults,
    listed: async (id: string, query = '') =>
      (await ask(`GET /jobs/${id}/families${query}`)).body as unknown as {
        readonly families: JobFamily[];
        readonly next: string | null;
      },
    text: async (path: string) => (await app.request(`/api/v1${path}`, { headers })).text(),
  };
}
