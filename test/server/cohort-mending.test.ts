import { describe, expect, test } from 'vitest';
import { auditEntries } from '../../server/audit/read.ts';
import { verifyAudit } from '../../server/audit/verify.ts';
import { appFor, exampleFamily } from '../builders/http.ts';
import { cohortsAt, families, flawed, members } from '../builders/cohorts.ts';

const right = { 'families.csv': families, 'members.csv': members };
const offence = 'offence.csv';
const id = 'flawed-one';

async function flawedCohort(more: Readonly<Record<string, string>> = { [offence]: flawed }) {
  const { app, deps } = appFor();
  const asked = await cohortsAt(app);
  const { body } = await asked.upload({ ...right, ...more }, id);
  expect(body['state']).toBe('open');
  const mend = (what: object, revision = 1) => asked.mend(id, { revision, ...what });
  return { ...asked, deps, mend };
}

describe('mending', () => {
  test('two rows of three makes it whole, with the hash that it would have had', async () => {
    const { mend, upload, ask } = await flawedCohort();
    const one = await mend({ rows: [{ file: offence, row: 3, cells: { member: 'm1' } }] });
    expect(one).toMatchObject({
      status: 200,
      body: { state: 'open', families: 2, held: 1, findings: 1, revision: 2, hash: null },
    });
    const both = await mend({ rows: [{ file: offence, row: 4, cells: { on: '13/1/2012' } }] }, 2);
    expect(both.body).toMatchObject({ state: 'whole', families: 3, held: 0, findings: 0, leftOut: 0 });
    const mended =
      'family,member,on,proven\nF-1,m1,2012-08-03,yes\nF-2,m1,2012-08-03,yes\nF-3,m1,2012-01-13,no\n';
    const { body } = await upload({ ...right, [offence]: mended });
    expect(both.body['hash']).toBe(body['hash']);
    expect(both.body['completeness']).toEqual(body['completeness']);
    expect((await ask(`GET /cohorts/${id}/families`)).body['items']).toEqual(['F-1', 'F-2', 'F-3']);
  });

  test('takes a row out, or a family with all its rows, and says how many', async () => {
    const { mend, ask } = await flawedCohort();
    const { body } = await mend({ rows: [{ file: offence, row: 3, leaveOut: true }], leaveOut: ['F-3'] });
    expect(body).toMatchObject({ state: 'whole', families: 2, held: 0, leftOut: 4 });
    expect((await ask(`GET /cohorts/${id}/families/F-2`)).body['records']).toEqual({});
    expect((await ask(`GET /cohorts/${id}/families/F-3`)).status).toBe(404);
  });

  test('moves a row to a family that was right, which keeps its place', async () => {
    const { mend, ask } = await flawedCohort();
    const { body } = await mend({
      rows: [
        { file: offence, row: 3, cells: { family: 'F-1', member: 'm1' } },
        { file: offence, row: 4, cells: { on: '2012-12-01' } },
      ],
    });
    expect(body).toMatchObject({ state: 'whole', families: 3, held: 0 });
    expect((await ask(`GET /cohorts/${id}/families`)).body['items']).toEqual(['F-1', 'F-2', 'F-3']);
    expect((await ask(`GET /cohorts/${id}/families/F-1`)).body['records']).toEqual({
      offence: [
        { member: 'm1', on: '2012-08-03', proven: true },
        { member: 'm1', on: '2012-08-03', proven: true },
      ],
    });
  });

  test('adds the family that rows belong to; rows that are added wrong can be mended', async () => {
    const { mend, ask } = await flawedCohort({ [offence]: 'family,member,on\nF-9,m1,2012-08-03\n' });
    const added = await mend({
      add: [
        { table: 'families', cells: { family: 'F-9', localAuthority: 'Harrow' } },
        { table: 'members', cells: { family: 'F-9', id: 'm1', role: 'chidl' } },
      ],
    });
    expect(added.body).toMatchObject({ state: 'open', families: 3, held: 1 });
    const { body } = await ask(`GET /cohorts/${id}/findings`);
    expect(body['items']).toMatchObject([
      { family: 'F-9', file: 'added-1', row: 2, column: 'role', suggestion: 'child' },
    ]);
    const mended = await mend({ rows: [{ file: 'added-1', row: 2, cells: { role: 'child' } }] }, 2);
    expect(mended.body).toMatchObject({ state: 'whole', families: 4 });
    expect((await ask(`GET /cohorts/${id}/families`)).body['items']).toEqual(['F-1', 'F-2', 'F-3', 'F-9']);
  });

  test('of a line of NDJSON takes the whole family in its place', async () => {
    const asked = await cohortsAt(appFor().app);
    const line = (changes: object) => JSON.stringify({ ...exampleFamily(), ...changes });
    const lines = [line({ id: 'F-1' }), line({ id: 'F-1' }), line({ id: 'F-2', memberz: [] })].join('\n');
    await asked.uploadOne('application/x-ndjson', lines, `&id=${id}`);
    const file = 'families.ndjson';
    const still = await asked.mend(id, {
      revision: 1,
      rows: [
        { file, row: 2, family: { ...exampleFamily(), id: 'F-3' } },
        { file, row: 3, family: { ...exampleFamily(), id: 'F-1' } },
      ],
    });
    expect(still.body).toMatchObject({ state: 'open', families: 2, held: 1 });
    const { body } = await asked.ask(`GET /cohorts/${id}/findings`);
    expect(body['items']).toMatchObject([{ code: 'family-repeated', family: 'F-1', row: 3 }]);
    const whole = await asked.mend(id, { revision: 2, rows: [{ file, row: 3, leaveOut: true }] });
    expect(whole.body).toMatchObject({ state: 'whole', families: 2 });
  });

  test.for([
    { why: 'a row that is not held', what: { rows: [{ file: offence, row: 2 }] }, problem: 'rows-invalid' },
    { why: 'a file that there is not', what: { rows: [{ file: 'x.csv', row: 3 }] }, problem: 'rows-invalid' },
    { why: 'a family that is not held', what: { leaveOut: ['F-1'] }, problem: 'rows-invalid' },
    { why: 'what was read before', what: { revision: 0 }, problem: 'cohort-changed' },
    { why: 'an unknown key', what: { row: [] }, problem: 'body-invalid' },
  ])('of $why is refused, and nothing is taken', async ({ what, problem }) => {
    const { mend, ask } = await flawedCohort();
    const before = await ask(`GET /cohorts/${id}`);
    const good = { file: offence, row: 3, cells: { member: 'm1' } };
    const rows = 'rows' in what ? [good, ...what.rows] : [good];
    expect((await mend({ ...what, rows })).body['type']).toBe(`/api/v1/problems/${problem}`);
    expect(await ask(`GET /cohorts/${id}`)).toEqual(before);
  });

  test('of all that there was leaves no cohort that is whole', async () => {
    const asked = await cohortsAt(appFor().app);
    await asked.upload({ 'families.csv': 'family,localAuthority\nF-1,Harrow\n' }, id);
    const { body } = await asked.mend(id, { revision: 1, leaveOut: ['F-1'] });
    expect(body).toMatchObject({ state: 'open', families: 0, held: 0, hash: null });
    expect((await asked.ask(`DELETE /cohorts/${id}`)).body['state']).toBe('cancelled');
  });

  test('of many rows fills blocks and begins new ones, in order', async () => {
    const many = Array.from({ length: 420 }, (_, at) => `F-${String(at)}`);
    const asked = await cohortsAt(appFor().app);
    const rows = (of: (id: string) => string) => many.map(of).join('\n');
    await asked.upload({ 'families.csv': `family,localAuthority\n${rows((one) => `${one},Harrow`)}` }, id);
    const add = many.map((family) => ({ table: 'members', cells: { family, id: 'm1', role: 'child' } }));
    const more = ['N-1', 'N-2'].flatMap((family) => [
      { table: 'families', cells: { family, localAuthority: 'Harrow' } },
      { table: 'members', cells: { family, id: 'm1', role: 'child' } },
    ]);
    const { body } = await asked.mend(id, { revision: 1, add: [...add, ...more] });
    expect(body).toMatchObject({ state: 'whole', families: 422, held: 0 });
    const { body: page } = await asked.ask(`GET /cohorts/${id}/families?limit=1000`);
    expect(page['items']).toEqual([...many, 'N-1', 'N-2']);
  });

  test('is in the audit log, without a word of a family', async () => {
    const { mend, deps } = await flawedCohort();
    await mend({ rows: [{ file: offence, row: 3, cells: { member: 'm1' } }], leaveOut: ['F-3'] });
    const entries = [];
    for await (const entry of auditEntries(deps.store, {})) entries.push(entry);
    expect(entries.map(({ action }) => action).filter((one) => one.startsWith('cohort-'))).toEqual(
      expect.arrayContaining(['cohort-rows-mended', 'cohort-whole']),
    );
    expect(JSON.stringify(entries)).not.toMatch(/F-[123]|Harrow/);
    expect((await verifyAudit(deps.store)).findings).toEqual([]);
  });
});

describe('a family that is erased', () => {
  const erase = {
    body: JSON.stringify({ reason: 'asked' }),
    headers: { 'content-type': 'application/json' },
  };

  test.for([
    { family: 'F-1', how: 'kept', left: { families: 0, held: 2, erased: 1 } },
    { family: 'F-2', how: 'held aside', left: { families: 1, held: 1, erased: 1 } },
  ])('and was $how is exported, and then gone from the cohort', async ({ family, left }) => {
    const { ask, deps } = await flawedCohort();
    const { body } = await ask(`GET /families/${family}/export`);
    expect(JSON.stringify(body['cohorts'])).toContain(`"${family}"`);
    expect((await ask(`DELETE /families/${family}`, erase)).body).toMatchObject({ cohorts: 1, decisions: 0 });
    expect((await ask(`GET /cohorts/${id}`)).body).toMatchObject({ ...left, revision: 2 });
    expect((await ask(`GET /families/${family}/export`)).status).toBe(404);
    expect((await verifyAudit(deps.store)).findings).toEqual([]);
  });
});
