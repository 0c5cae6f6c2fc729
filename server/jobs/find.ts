import { and, asc, count, desc, eq, gt, gte, lt, max, or, sum } from 'drizzle-orm';
import type { Principal } from '../identity/principal.ts';
import type { Reads } from '../store/connection.ts';
import type { Row, Tables } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { jobQuestion, type JobQuestion } from './question.ts';

export type Job = Row<'job'>;
/** `asked` until it has ended: whether a server works at it, its lease says. */
export type JobState = 'asked' | 'finished' | 'failed' | 'cancelled' | 'purged';
export const ASKED = 'asked' satisfies JobState;
type Reading = Pick<Store, 'read' | 'tables'>;
type Scope = Pick<Principal, 'authority'>;

export function questionOf({ question }: Pick<Job, 'question'>): JobQuestion {
  return jobQuestion.parse(JSON.parse(question));
}

/** A job as it stands where it is read; undefined where there is none of this id. */
export async function jobIn(
  { q, tables }: { readonly q: Reads; readonly tables: Pick<Tables, 'job'> },
  id: string,
): Promise<Job | undefined> {
  const [found] = await q.select().from(tables.job).where(eq(tables.job.id, id));
  return found;
}

/** A job of the authority of whoever asks; undefined where it has none of this id. */
export async function jobOf(store: Reading, id: string, { authority }: Scope): Promise<Job | undefined> {
  const found = await store.read((q) => jobIn({ q, tables: store.tables }, id));
  return found?.authority === authority ? found : undefined;
}

export interface Listed {
  readonly limit: number;
  readonly after?: string | undefined;
  readonly cohort?: string | undefined;
}

/** The jobs of an authority, the newest first; from the one after `after` on. */
export async function jobsOf(store: Reading, scope: Scope, asked: Listed): Promise<Job[]> {
  const { job } = store.tables;
  const last = asked.after === undefined ? undefined : await jobOf(store, asked.after, scope);
  const older =
    last === undefined
      ? undefined
      : or(lt(job.createdAt, last.createdAt), and(eq(job.createdAt, last.createdAt), lt(job.id, last.id)));
  const over = asked.cohort === undefined ? undefined : eq(job.cohort, asked.cohort);
  return store.read((q) =>
    q
      .select()
      .from(job)
      .where(and(eq(job.authority, scope.authority), over, older))
      .orderBy(desc(job.createdAt), desc(job.id))
      .limit(asked.limit),
  );
}

/** How many finished jobs over how many families every authority has: what a national reader sees of them. */
export async function jobCounts(store: Reading) {
  const { job } = store.tables;
  const rows = await store.read((q) =>
    q
      .select({ authority: job.authority, jobs: count(), families: sum(job.done) })
      .from(job)
      .where(eq(job.state, 'finished' satisfies JobState))
      .groupBy(job.authority)
      .orderBy(asc(job.authority)),
  );
  return rows.map(({ families, ...row }) => ({ ...row, families: Number(families ?? 0) }));
}

/** Jobs that have not ended, the oldest first. */
export async function askedJobs(store: Reading): Promise<string[]> {
  const { job } = store.tables;
  const rows = await store.read((q) =>
    q.select({ id: job.id }).from(job).where(eq(job.state, ASKED)).orderBy(asc(job.createdAt), asc(job.id)),
  );
  return rows.map(({ id }) => id);
}

/** The block that a job goes on at. */
export async function nextBlock({ read, tables: { jobPart } }: Reading, job: string): Promise<number> {
  const [row] = await read((q) =>
    q
      .select({ last: max(jobPart.number) })
      .from(jobPart)
      .where(eq(jobPart.job, job)),
  );
  return (row?.last ?? -1) + 1;
}

/** Parts read at once. */
const TOGETHER = 8;

/** What is read of a part where nobody asks for traces. */
export type StoredPart = Pick<Row<'jobPart'>, 'number' | 'ids' | 'content'>;

/** What came of a job so far, in order, from the part of a number on. */
export async function* partsOf(
  { read, tables: { jobPart } }: Reading,
  job: string,
  from = 0,
): AsyncGenerator<StoredPart> {
  const { number, ids, content } = jobPart;
  for (let next = from; ;) {
    const page = await read((q) =>
      q
        .select({ number, ids, content })
        .from(jobPart)
        .where(and(eq(jobPart.job, job), gte(number, next)))
        .orderBy(asc(number))
        .limit(TOGETHER),
    );
    yield* page;
    if (page.length < TOGETHER) return;
    next = (page.at(-1)?.number ?? 0) + 1;
  }
}

/** The parts of all jobs of an authority in order of their id, some at a time. */
export async function* partsOfAuthority(
  { q, tables: { jobPart } }: { readonly q: Reads; readonly tables: Tables },
  authority: string,
): AsyncGenerator<Row<'jobPart'>> {
  for (let last = ''; ;) {
    const page = await q
      .select()
      .from(jobPart)
      .where(and(eq(jobPart.authority, authority), gt(jobPart.id, last)))
      .orderBy(asc(jobPart.id))
      .limit(TOGETHER);
    yield* page;
    if (page.length < TOGETHER) return;
    last = page.at(-1)?.id ?? '';
  }
}
