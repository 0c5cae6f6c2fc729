import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { type BatchSummary, decideBatch } from '../../server/batch/batch.ts';
import { plainVersion } from '../../server/batch/setup.ts';
import { createThreads } from '../../server/batch/threads.ts';
import type { JobDocument } from '../../server/jobs/document.ts';
import { resolve } from '../../server/library/selector.ts';
import { authorised, shippedLibrary } from '../builders/http.ts';
import { keyIn } from '../builders/identity.ts';
import { phase2, syntheticLines, workingApp } from '../builders/jobs.ts';

const versions = [phase2('1.0.0'), phase2('1.1.0')];

function plain(selector: { id: string; version: string }) {
  const found = resolve(shippedLibrary(), selector);
  if (!found.ok) throw new Error(found.error.message);
  return plainVersion(found.value);
}

/** What `threshold compare` counts of the same families. */
async function batchOf(lines: readonly string[], causes: boolean): Promise<BatchSummary> {
  const [left, right] = versions.map(plain);
  if (left === undefined || right === undefined) throw new Error('two versions are compared');
  const threads = createThreads(1);
  const summaries: BatchSummary[] = [];
  const setup = {
    ...({ asOf: '2016-03-01', trace: 'none', brief: true, opinionsPerThousand: 0 } as const),
    ...{ lineBytes: 1 << 20, problems: '', version: left },
    right: { version: right, restateAttachment: undefined, causes },
  };
  const told = { onEnd: (one: BatchSummary) => void summaries.push(one), onDisagreement: () => undefined };
  const input = Readable.from(lines.map((line) => Buffer.from(`${line}\n`)));
  for await (const part of decideBatch(input, setup, { threads, ...told }))
    expect(part.length).toBeGreaterThan(0);
  await threads.close();
  const [summary] = summaries;
  if (summary === undefined) throw new Error('a batch ends with its summary');
  return summary;
}

test('a cohort under two versions: asked, followed, and what `threshold compare` counts of the same families', async () => {
  const { asked, deps, job, results, listed } = await workingApp(205);
  const { status, body } = await asked({ versions, causes: true });
  expect([status, body['state']]).toEqual([202, 'queued']);
  const id = String(body['id']);
  await deps.jobs.idle();
  expect(await job(id)).toMatchObject({ state: 'finished', progress: { done: 205, of: 205 }, wrong: 0 });
  const { compared } = await batchOf(syntheticLines(205), true);
  const [pair] = (await results(id)).pairs;
  if (compared === undefined || pair === undefined) throw new Error('two versions are compared');
  const { verdicts, changed, leftDuePence, rightDuePence, payments, explained } = compared;
  expect(pair).toMatchObject({ families: 205, changed, leftDuePence, rightDuePence, verdicts });
  expect(pair.payments).toMatchObject(payments);
  expect(pair.explained?.edits).toMatchObject(explained?.edits ?? []);
  expect(changed).toBeGreaterThan(0);
  const all = await listed(id, '?changed=true&limit=500');
  expect(all.families).toHaveLength(changed);
});

test('`POST /comparisons` with a cohort in place of a family is the same job', async () => {
  const { ask, deps, job, results, done } = await workingApp(20);
  const body = { left: versions[0], right: versions[1], cohort: 'the-cohort', asOf: '2016-03-01' };
  const sent = { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const asked = await ask('POST /comparisons', sent);
  const id = String(asked.body['id']);
  await deps.jobs.idle();
  const { id: other } = await done({ versions });
  expect([asked.status, (await job(id)).question]).toEqual([202, (await job(other)).question]);
  expect(await results(id)).toEqual({ ...(await results(other)), job: id });
  const neither = { ...sent, body: JSON.stringify({ ...body, cohort: undefined }) };
  expect((await ask('POST /comparisons', neither)).body['findings']).toMatchObject([
    { code: 'unknown-form' },
  ]);
});

describe('every number has its families behind it', () => {
  test('verdicts, payments, edits, and those of one version', async () => {
    const { done, results, listed } = await workingApp(205);
    const { id } = await done({ versions, causes: true });
    const { pairs, versions: sums } = await results(id);
    const [pair] = pairs;
    if (pair === undefined) throw new Error('there is a pair');
    const count = async (query: string) => (await listed(id, `?limit=500&${query}`)).families.length;
    for (const { path, families } of pair.verdicts) {
      for (const { from, to, count: many } of families)
        expect(await count(`path=${path}&from=${from ?? 'none'}&to=${to ?? 'none'}`), path).toBe(many);
      const moved = families.filter(({ from, to }) => from !== to);
      expect(await count(`path=${path}`), path).toBe(moved.reduce((sum, one) => sum + one.count, 0));
    }
    for (const { id: payment, families } of pair.payments)
      expect(
        (await listed(id, `?limit=500&payment=${payment}`)).families.filter(({ payments }) =>
          payments.some((one) => one.id === payment && one.leftDuePence !== one.rightDuePence),
        ),
      ).toHaveLength(families);
    for (const { edit, families } of pair.explained?.edits ?? [])
      expect(await count(`edit=${String(edit)}`)).toBe(families);
    for (const { path, families } of sums[1]?.verdicts ?? [])
      for (const { verdict, count: many } of families)
        expect(await count(`left=1&right=1&path=${path}&from=${verdict ?? 'none'}`), path).toBe(many);
  });

  test('a page at a time, and every family once', async () => {
    const { done, listed } = await workingApp(205);
    const { id } = await done({ versions });
    const met: string[] = [];
    let cursor: string | null = '';
    for (let pages = 0; cursor !== null && pages < 10; pages += 1) {
      const page = await listed(id, `?limit=80${cursor === '' ? '' : `&cursor=${cursor}`}`);
      met.push(...page.families.map(({ family }) => family));
      cursor = page.next;
    }
    expect(met).toEqual(syntheticLines(205).map((line) => (JSON.parse(line) as { id: string }).id));
  });
});

test('the versions of a chain: neighbours, and any two that are asked for', async () => {
  const { done, results, ask } = await workingApp(30);
  const { id } = await done({ versions: [phase2('1.0.0'), phase2('1.1.0'), phase2('1.2.0')] });
  const { pairs, versions: sums } = await results(id);
  expect(pairs.map(({ left, right }) => [left, right])).toEqual([
    [0, 1],
    [1, 2],
  ]);
  const [across] = (await results(id, '?left=0&right=2')).pairs;
  expect(across).toMatchObject({
    left: 0,
    right: 2,
    leftDuePence: sums[0]?.duePence,
    rightDuePence: sums[2]?.duePence,
  });
  for (const query of ['left=3', 'left=1&right=0', 'right=3'])
    expect((await ask(`GET /jobs/${id}/results?${query}`)).status, query).toBe(400);
});

test('one version alone is decided without anything to compare', async () => {
  const { done, results, listed } = await workingApp(30);
  const { id } = await done({ versions: [phase2('1.0.0')], restateAttachment: '2015-06-01' });
  const { pairs, versions: sums } = await results(id);
  expect(pairs).toEqual([]);
  const eligible = sums[0]?.verdicts.find(({ path }) => path === '/eligibility/verdict')?.families ?? [];
  expect(eligible.reduce((sum, { count }) => sum + count, 0)).toBe(30);
  expect((await listed(id)).families).toHaveLength(30);
});

describe('what is not there is refused', () => {
  test.for([
    [{ cohort: 'none-of-it' }, 404, 'cohort-not-found'],
    [{ versions: [phase2('9.0.0')] }, 404, 'version-not-found'],
    [{ versions: [{ id: 'phase-9', version: '1.0.0' }] }, 404, 'ruleset-not-found'],
    [{ versions: [{ id: 'phase-2', inForceOn: '1999-01-01' }] }, 422, 'nothing-in-force'],
    [{ versions: [{ draft: 'none' }] }, 404, 'draft-not-found'],
    [{ versions: [] }, 400, 'body-invalid'],
    [{ versions: Array.from({ length: 9 }, () => phase2('1.0.0')) }, 400, 'body-invalid'],
  ] as const)('%j: %i %s', async ([body, status, name]) => {
    const { asked } = await workingApp(1);
    const answer = await asked({ versions, ...body });
    expect([answer.status, String(answer.body['type']).split('/').at(-1)]).toEqual([status, name]);
  });

  test('an open or purged cohort', async () => {
    const { asked, ask } = await workingApp([...syntheticLines(1), '{}']);
    expect((await asked({ versions })).body['type']).toMatch('cohort-not-whole');
    await ask('DELETE /cohorts/the-cohort');
    expect((await asked({ versions })).body['type']).toMatch('cohort-not-whole');
  });

  test('a job of another authority, and a key that may not read cohorts', async () => {
    const { done, deps, app } = await workingApp(3);
    const { id } = await done({ versions });
    const { headers } = await keyIn(deps.store, ['decide', 'cohorts:read'], { authority: 'Harrow' });
    for (const path of ['', '/results', '/families', '/events'])
      expect((await app.request(`/api/v1/jobs/${id}${path}`, { headers })).status, path).toBe(404);
    expect((await app.request(`/api/v1/jobs/${id}/cancel`, { method: 'POST', headers })).status).toBe(404);
    const list = (await (await app.request('/api/v1/jobs', { headers })).json()) as { jobs: JobDocument[] };
    expect(list).toEqual({ jobs: [], next: null });
    const { headers: blind } = await keyIn(deps.store, ['decide']);
    const body = JSON.stringify({ versions, cohort: 'the-cohort', asOf: '2016-03-01' });
    const sent = { ...blind, 'content-type': 'application/json' };
    expect((await app.request('/api/v1/jobs', { method: 'POST', headers: sent, body })).status).toBe(403);
  });
});

test('jobs are listed, the newest first, by cohort, a page at a time; a national reader sees counts', async () => {
  const { done, ask } = await workingApp(3);
  const ids: string[] = [];
  for (let at = 0; at < 3; at += 1) ids.unshift((await done({ versions })).id);
  const list = async (query: string) => {
    const { jobs, ...rest } = (await ask(`GET /jobs${query}`)).body as unknown as { jobs: JobDocument[] };
    return { ids: jobs.map(({ id }) => id), ...rest };
  };
  expect(await list('?limit=2')).toMatchObject({ ids: ids.slice(0, 2), next: ids[1] });
  expect(await list(`?limit=2&after=${String(ids[1])}`)).toMatchObject({ ids: ids.slice(2), next: null });
  expect(await list('?cohort=another')).toMatchObject({ ids: [] });
  expect(await list('')).toMatchObject({ counts: [{ authority: 'national', jobs: 3, families: 9 }] });
});

test('events say how it goes on, and end with it', async () => {
  const { asked, app } = await workingApp(205);
  const { body } = await asked({ versions });
  const response = await app.request(`/api/v1/jobs/${String(body['id'])}/events`, { headers: authorised });
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  const events = (await response.text()).split('\n\n').filter((one) => one.startsWith('event: '));
  const last = events.at(-1) ?? '';
  expect(last).toMatch(/^event: end\ndata: \{/);
  expect(JSON.parse(last.slice(last.indexOf('{')))).toMatchObject({
    state: 'finished',
    progress: { done: 205 },
  });
});
