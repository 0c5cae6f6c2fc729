import { request } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { cancellingForgotten } from '../../server/cohorts/forgotten.ts';
import { Reception } from '../../server/cohorts/receive.ts';
import { readerOf } from '../../server/cohorts/vocabulary.ts';
import { listen } from '../../server/listen.ts';
import { appFor, authorised, exampleFamily } from '../builders/http.ts';
import { cohortsAt, families, members, somebody } from '../builders/cohorts.ts';
import { commandLine } from '../builders/command-line.ts';

const about = { title: 'Some', vocabulary: 'family@1', vocabularyHash: 'sha256:0' };

/** An app over a real socket, and an upload that sends a piece at a time. */
async function served() {
  const { app, deps } = appFor();
  const listening = await listen(createApp(deps).fetch, { host: '127.0.0.1', port: 0 });
  if (!listening.ok) throw new Error(listening.error);
  const { server, address } = listening.value;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const get = async (path: string, method = 'GET') => {
    const answer = await fetch(`${address}/api/v1${path}`, { method, headers: authorised });
    return (await answer.json()) as Readonly<Record<string, unknown>>;
  };
  const begin = (id: string) => {
    const headers = { ...authorised, 'content-type': 'application/x-ndjson' };
    const sending = request(`${address}/api/v1/cohorts?title=Some&id=${id}`, { method: 'POST', headers });
    const answered = new Promise<{ status: number; body: Readonly<Record<string, unknown>> }>(
      (resolve, reject) => {
        sending.on('error', reject);
        sending.on('response', (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
          response.on('end', () => {
            const body = JSON.parse(text) as Readonly<Record<string, unknown>>;
            resolve({ status: response.statusCode ?? 0, body });
          });
        });
      },
    );
    return { sending, answered };
  };
  return { app, deps, get, begin };
}

/** Asks until it is so. */
async function until<T>(ask: () => Promise<T>, isSo: (value: T) => boolean): Promise<T> {
  for (;;) {
    const value = await ask();
    if (isSo(value)) return value;
    // because an app that is asked in this process would otherwise leave nothing else a turn
    await turn();
  }
}

/** Whether a cohort says that bytes of it have come. */
const hasBegun = ({ progress }: Readonly<Record<string, unknown>>) =>
  ((progress as { bytes: number } | null | undefined)?.bytes ?? 0) > 0;

const line = (id: string) => `${JSON.stringify({ ...exampleFamily(), id })}\n`;

describe('an upload over a socket', () => {
  test('says how far it is, and is whole at its end', async () => {
    const { get, begin } = await served();
    const { sending, answered } = begin('slow-upload');
    sending.write(line('F-1') + line('F-2'));
    const way = await until(() => get('/cohorts/slow-upload'), hasBegun);
    expect(way).toMatchObject({ state: 'receiving', families: 0, hash: null });
    sending.end(line('F-3'));
    expect(await answered).toMatchObject({
      status: 201,
      body: { state: 'whole', families: 3, progress: null },
    });
  });

  test('is ended by a cancel, though nothing more is sent', async () => {
    const { get, begin, deps } = await served();
    const { sending, answered } = begin('cancelled-upload');
    sending.write(line('F-1'));
    await until(() => get('/cohorts/cancelled-upload'), hasBegun);
    expect(await get('/cohorts/cancelled-upload', 'DELETE')).toMatchObject({ state: 'cancelled' });
    expect(await answered).toMatchObject({
      status: 409,
      body: { type: '/api/v1/problems/cohort-cancelled' },
    });
    expect(await deps.store.read((q) => q.$count(deps.store.tables.cohortBlock))).toBe(0);
  });

  test('whose sender goes away is cancelled', async () => {
    const { get, begin } = await served();
    const { sending, answered } = begin('lost-upload');
    sending.write(line('F-1'));
    await until(() => get('/cohorts/lost-upload'), hasBegun);
    sending.destroy();
    await expect(answered).rejects.toThrow();
    const after = await until(
      () => get('/cohorts/lost-upload'),
      ({ state }) => state !== 'receiving',
    );
    expect(after).toMatchObject({ state: 'cancelled', families: 0, progress: null });
  });

  test('whose families take longer to put together is answered first, and finished all the same', async () => {
    const limits = { bodyBytes: 64 * 1024, evaluationsAtOnce: 1, batchesAtOnce: 1, cohortBytes: 1024 * 1024 };
    const { app } = appFor({ limits: { ...limits, cohortMilliseconds: 0 } });
    const { upload, ask } = await cohortsAt(app);
    const { status, body } = await upload(
      { 'families.csv': families, 'members.csv': members },
      'late-upload',
    );
    expect([status, body['state']]).toEqual([202, 'receiving']);
    const { body: done } = await until(
      () => ask('GET /cohorts/late-upload'),
      ({ body: now }) => now['state'] !== 'receiving',
    );
    expect(done).toMatchObject({ state: 'whole', families: 3 });
  });
});

test('what was being received when a server stopped is cancelled when one starts', async () => {
  const { deps } = appFor();
  const { store } = deps;
  const reader = readerOf(deps.library.basis, about.vocabulary);
  const receiving = { store, principal: somebody('Harrow'), reader };
  await Reception.begin(receiving, { ...about, id: 'left-behind' });
  // a day later, so that it is so for servers that share a database too
  const day = 86_400_000;
  const clock = () => deps.clock() + day + 1000;
  await cancellingForgotten({ ...deps, clock }).run();
  await Reception.begin(receiving, { ...about, id: 'begun-since' });
  const rows = await store.read((q) => q.select().from(store.tables.cohort));
  expect(Object.fromEntries(rows.map(({ id, state }) => [id, state]))).toEqual({
    'left-behind': 'cancelled',
    'begun-since': 'receiving',
  });
});

test('what `threshold synth` writes uploads whole', async () => {
  const made = await commandLine(
    ['synth', '--families', '300', '--seed', '1', '--profile', 'hertfordshire'],
    {
      folder: 'rulesets',
    },
  );
  const { uploadOne } = await cohortsAt(appFor().app);
  const { body } = await uploadOne('application/x-ndjson', made.out);
  expect(body).toMatchObject({ state: 'whole', families: 300, held: 0 });
});
