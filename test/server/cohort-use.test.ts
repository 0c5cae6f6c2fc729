import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { cohortBlocks, usableCohort } from '../../server/cohorts/use.ts';
import { hashOfText } from '../../server/library/hash.ts';
import { appFor, exampleFamily } from '../builders/http.ts';
import { cohortsAt, somebody } from '../builders/cohorts.ts';

const ids = Array.from({ length: 450 }, (_, at) => `F-${String(at)}`);
const line = (id: string) => JSON.stringify({ ...exampleFamily(), id });

test('a whole cohort is gone through in order, from any block on, and its hash is over what comes', async () => {
  const { app, deps } = appFor();
  const { store } = deps;
  const { uploadOne } = await cohortsAt(app);
  await uploadOne('application/x-ndjson', ids.map(line).join('\n'), '&id=to-be-used');
  const { hash, families } = await usableCohort(store, 'to-be-used', somebody('national'));
  const texts: string[] = [];
  const numbers: number[] = [];
  for await (const block of cohortBlocks(store, 'to-be-used')) {
    numbers.push(block.number);
    texts.push(...block.texts);
  }
  const idOf = (text: string) => (JSON.parse(text) as { id: string }).id;
  expect([families, numbers, texts.map(idOf)]).toEqual([450, [0, 1, 2], ids]);
  const digest = createHash('sha256');
  for (const text of texts) digest.update(`${hashOfText(text)}\n`);
  expect(hash).toBe(`sha256:${digest.digest('hex')}`);
  const later: string[] = [];
  for await (const block of cohortBlocks(store, 'to-be-used', 2)) later.push(...block.texts.map(idOf));
  expect(later).toEqual(ids.slice(400));
});

test('one that is not whole, or another authority’s, is not to be used', async () => {
  const { app, deps } = appFor();
  const { uploadOne, ask } = await cohortsAt(app);
  const { store } = deps;
  await uploadOne('application/x-ndjson', `${line('F-1')}\n{}\n`, '&id=open-cohort');
  await uploadOne('application/x-ndjson', line('F-1'), '&id=purged-cohort');
  await expect(usableCohort(store, 'purged-cohort', somebody('Harrow'))).rejects.toMatchObject({
    problem: 'cohort-not-found',
  });
  await ask('DELETE /cohorts/purged-cohort');
  for (const id of ['open-cohort', 'purged-cohort'])
    await expect(usableCohort(store, id, somebody('national'))).rejects.toMatchObject({
      problem: 'cohort-not-whole',
    });
});
