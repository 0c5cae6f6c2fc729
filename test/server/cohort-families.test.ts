import { expect, test } from 'vitest';
import { appFor, authorised } from '../builders/http.ts';
import { cohortsAt, families, flawed, members } from '../builders/cohorts.ts';
import { syntheticLines } from '../builders/jobs.ts';

test('all families of a cohort come back, a line each, and are the same cohort when they are sent again', async () => {
  const { app } = appFor();
  const { ask, uploadOne } = await cohortsAt(app);
  const { body } = await uploadOne('application/x-ndjson', syntheticLines(450).join('\n'), '&id=the-cohort');
  const answer = await app.request('/api/v1/cohorts/the-cohort/families.ndjson', { headers: authorised });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/x-ndjson']);
  const text = await answer.text();
  expect(text.trimEnd().split('\n')).toHaveLength(450);
  await uploadOne('application/x-ndjson', text, '&id=once-more');
  expect((await ask('GET /cohorts/once-more')).body['hash']).toBe(body['hash']);
});

test('families of a cohort that is not whole do not come at once, nor those of none', async () => {
  const { app } = appFor();
  const { upload } = await cohortsAt(app);
  await upload({ 'families.csv': families, 'members.csv': members, 'offence.csv': flawed }, 'flawed-one');
  const problemOf = async (id: string) => {
    const answer = await app.request(`/api/v1/cohorts/${id}/families.ndjson`, { headers: authorised });
    return ((await answer.json()) as { type: string }).type;
  };
  expect(await problemOf('flawed-one')).toBe('/api/v1/problems/cohort-not-whole');
  expect(await problemOf('no-such-one')).toBe('/api/v1/problems/cohort-not-found');
});
