import { describe, expect, test } from 'vitest';
import { auditEntries } from '../../server/audit/read.ts';
import { verifyAudit } from '../../server/audit/verify.ts';
import { appFor, exampleFamily } from '../builders/http.ts';
import { keyIn } from '../builders/identity.ts';
import { cohortsAt, families, flawed, members } from '../builders/cohorts.ts';

const right = { 'families.csv': families, 'members.csv': members };

describe('an upload', () => {
  test('of files that are right is whole at once, with a hash and what is known', async () => {
    const { upload, ask } = await cohortsAt(appFor().app);
    const { status, body } = await upload({
      ...right,
      'offence.csv': 'family,member,on,proven\nF-1,m1,2012-08-03,yes\nF-2,m1,2012-08-04,\n',
      'term-attendance.csv': 'family,member,term,possible\nF-1,m1,2012-13/autumn,140\n',
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...{ state: 'whole', families: 3, held: 0, findings: 0, title: 'Some', vocabulary: 'family@1' },
      hash: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) as unknown,
      completeness: {
        ...{ families: 3, attached: 0, members: 3 },
        recordTypes: [
          { type: 'offence', families: 2, none: 0, covered: 0, records: 2, fields: { proven: 1 } },
          { type: 'term-attendance', families: 1, records: 1 },
        ],
        terms: [{ type: 'term-attendance', term: '2012-13/autumn', families: 1, members: 1 }],
      },
    });
    const { body: again } = await ask(`GET /cohorts/${String(body['id'])}`);
    expect(again).toEqual(body);
  });

  test('has the same hash by whichever form it came, and another for other families', async () => {
    const { upload, uploadOne } = await cohortsAt(appFor().app);
    const lines = ['F-1', 'F-2', 'F-3'].map((id) =>
      JSON.stringify({ id, localAuthority: 'Harrow', members: [{ id: 'm1', role: 'child' }], records: {} }),
    );
    const hashOf = async (answer: Promise<{ body: Readonly<Record<string, unknown>> }>) =>
      (await answer).body['hash'];
    const first = await hashOf(upload(right));
    expect(await hashOf(uploadOne('application/x-ndjson', lines.join('\n')))).toBe(first);
    expect(await hashOf(upload({ 'all.ndjson': lines.join('\n') }))).toBe(first);
    expect(await hashOf(uploadOne('application/x-ndjson', lines.slice(1).join('\n')))).not.toBe(first);
  });

  test('counts what is said: null says that a spell lasts, or that a field has no value, and else nothing', async () => {
    const { uploadOne } = await cohortsAt(appFor().app);
    const family = {
      ...{ id: 'F-1', localAuthority: 'Harrow' },
      members: [{ id: 'm1', role: 'parent', dateOfBirth: null, resident: false }],
      records: {
        'work-programme': null,
        benefit: [],
        employment: [{ member: 'm1', from: '2013-09-02', to: null, via: null, source: null }],
        'police-call-out': [{ on: '2012-06-02', member: null }],
      },
      coverage: { 'work-programme': null, offence: null, benefit: [] },
    };
    const { status, body } = await uploadOne('application/x-ndjson', JSON.stringify(family));
    expect([status, body['state']]).toEqual([201, 'whole']);
    const of = { families: 1, none: 0, covered: 0, records: 1 };
    expect(body['completeness']).toMatchObject({
      memberFields: { role: 1, resident: 1 },
      recordTypes: [
        { type: 'benefit', families: 1, none: 1, covered: 1, records: 0, fields: {} },
        { type: 'employment', ...of, fields: { from: 1, member: 1, to: 1, via: 1 } },
        { type: 'police-call-out', ...of, fields: { on: 1 } },
      ],
    });
    const { memberFields, recordTypes } = body['completeness'] as {
      memberFields: object;
      recordTypes: { fields: object }[];
    };
    expect(memberFields).not.toHaveProperty('dateOfBirth');
    expect(recordTypes.map(({ fields }) => Object.keys(fields).length)).toEqual([0, 4, 1]);
  });

  test('with rows that are wrong is open: the rest of it is kept, and each is named', async () => {
    const { app } = appFor();
    const { upload, ask } = await cohortsAt(app);
    const { status, body } = await upload({ ...right, 'offence.csv': flawed });
    expect([status, body['state'], body['families'], body['held']]).toEqual([201, 'open', 1, 2]);
    expect(body['hash']).toBeNull();
    const id = String(body['id']);
    const { body: found } = await ask(`GET /cohorts/${id}/findings`);
    expect(found).toMatchObject({
      total: 2,
      items: [
        {
          family: 'F-2',
          file: 'offence.csv',
          row: 3,
          column: 'member',
          code: 'unknown-member',
          suggestion: 'm1',
        },
        { family: 'F-3', file: 'offence.csv', row: 4, column: 'on', code: 'not-a-day' },
      ],
    });
    const { body: held } = await ask(`GET /cohorts/${id}/held?from=1&limit=1`);
    expect(held).toMatchObject({ total: 2, next: null, items: [{ family: 'F-3' }] });
    const csv = await app.request(`/api/v1/cohorts/${id}/findings.csv`, {
      headers: { authorization: 'Bearer key-of-the-tests-0001' },
    });
    expect((await csv.text()).split('\r\n')[1]).toBe(
      'offence.csv,,3,member,F-2,unknown-member,no member has the id `m2`,m1',
    );
  });

  test.for([
    { why: 'no file', files: {}, code: 'no-file' },
    { why: 'no row', files: { 'families.csv': 'family,localAuthority\n' }, code: 'no-families' },
    { why: 'a file of no known form', files: { 'families.docx': 'x' }, code: 'unknown-form' },
    { why: 'lines and tables', files: { ...right, 'x.ndjson': '{}' }, code: 'mixed-forms' },
    {
      why: 'lines, and a table after them',
      files: { 'x.ndjson': '{}', 'families.csv': families },
      code: 'mixed-forms',
    },
    {
      why: 'a header twice',
      files: { ...right, 'offence.csv': 'family,member,on,on\n' },
      code: 'duplicate-header',
    },
  ])('of $why leaves nothing but that there was one', async ({ files, code }) => {
    const { upload, ask } = await cohortsAt(appFor().app);
    const { status, body } = await upload(files, 'some-cohort');
    expect(status).toBe(422);
    expect(body).toMatchObject({ type: '/api/v1/problems/cohort-unreadable', faults: [{ code }] });
    const { body: after } = await ask('GET /cohorts/some-cohort');
    expect(after).toMatchObject({ state: 'cancelled', families: 0, hash: null, faults: [{ code }] });
  });

  test('of a family twice holds both aside; of another server’s type is refused', async () => {
    const { uploadOne } = await cohortsAt(appFor().app);
    const line = JSON.stringify(exampleFamily());
    const { body } = await uploadOne('application/x-ndjson', `${line}\n${line}\n`);
    expect([body['state'], body['families'], body['held']]).toEqual(['open', 1, 1]);
    expect((await uploadOne('application/json', '{}')).status).toBe(415);
  });

  test('that ends early is cancelled', async () => {
    const { ask, uploadOne } = await cohortsAt(appFor().app);
    const cut = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(Buffer.from(`${JSON.stringify(exampleFamily())}\n`));
      },
      pull: (controller) => {
        controller.error(new Error('gone'));
      },
    });
    const init = { duplex: 'half', body: cut, headers: { 'content-type': 'application/x-ndjson' } };
    const { status } = await ask('POST /cohorts?title=Cut&id=cut-cohort', init);
    expect(status).toBe(400);
    const { body: ndjson } = await ask('GET /cohorts/cut-cohort');
    expect(ndjson).toMatchObject({ state: 'cancelled', families: 0 });
    const half =
      '--b\r\nContent-Disposition: form-data; name="f"; filename="families.csv"\r\n\r\nfamily,localAuthority\nF-1,';
    const { status: cutForm } = await uploadOne('multipart/form-data; boundary=b', half, '&id=cut-form');
    expect(cutForm).toBe(400);
    expect((await ask('GET /cohorts/cut-form')).body['state']).toBe('cancelled');
  });

  test('beyond the limit is refused, and leaves nothing', async () => {
    const limits = { bodyBytes: 64 * 1024, evaluationsAtOnce: 1, batchesAtOnce: 1 };
    const { app } = appFor({ limits: { ...limits, cohortBytes: 100, cohortMilliseconds: 1000 } });
    const { ask, uploadOne } = await cohortsAt(app);
    const { status, body } = await uploadOne(
      'text/csv',
      families.repeat(9),
      '&file=families.csv&id=large-one',
    );
    expect([status, body['limitBytes']]).toEqual([413, 100]);
    expect((await ask('GET /cohorts/large-one')).body['state']).toBe('cancelled');
  });
});

describe('a cohort', () => {
  test('is there for its own authority alone', async () => {
    const { app, deps } = appFor();
    const permissions = ['cohorts:read', 'cohorts:keep'] as const;
    const of = async (authority: string) =>
      cohortsAt(app, (await keyIn(deps.store, permissions, { authority })).headers);
    const [harrow, barnet, national] = [await of('Harrow'), await of('Barnet'), await of('national')];
    const { body } = await harrow.upload(right, 'harrow-cohort');
    expect(body['authority']).toBe('Harrow');
    const addresses = ['', '/families', '/families/F-1', '/held', '/findings', '/findings.csv'];
    for (const address of addresses) {
      const { status, body: refused } = await barnet.ask(`GET /cohorts/harrow-cohort${address}`);
      expect([status, refused['type']]).toEqual([404, '/api/v1/problems/cohort-not-found']);
    }
    expect((await barnet.ask('DELETE /cohorts/harrow-cohort')).status).toBe(404);
    expect((await barnet.mend('harrow-cohort', { revision: 1 })).status).toBe(404);
    expect((await barnet.upload(right, 'harrow-cohort')).status).toBe(409);
    expect((await barnet.ask('GET /cohorts')).body).toEqual({ cohorts: [], next: null });
    expect((await national.ask('GET /cohorts')).body).toEqual({
      ...{ cohorts: [], next: null },
      counts: [{ authority: 'Harrow', cohorts: 1, families: 3 }],
    });
  });

  test('lists its families a page at a time, and shows one', async () => {
    const { upload, ask } = await cohortsAt(appFor().app);
    const many = Array.from({ length: 450 }, (_, at) => `F-${String(at)}`);
    const rows = (of: (id: string) => string) => many.map(of).join('\n');
    await upload(
      {
        'families.csv': `family,localAuthority\n${rows((id) => `${id},Harrow`)}`,
        'members.csv': `family,id,role\n${rows((id) => `${id},m1,child`)}`,
      },
      'many-families',
    );
    const { body } = await ask('GET /cohorts/many-families/families?from=195&limit=250');
    expect(body).toEqual({ items: many.slice(195, 445), total: 450, next: 445 });
    const { body: last } = await ask('GET /cohorts/many-families/families?from=445');
    expect(last).toEqual({ items: many.slice(445), total: 450, next: null });
    expect((await ask('GET /cohorts/many-families/families/F-399')).body).toMatchObject({ id: 'F-399' });
    expect((await ask('GET /cohorts/many-families/families/F-450')).status).toBe(404);
    expect((await ask('GET /cohorts/many-families/families?limit=1001')).status).toBe(400);
  });

  test('that is listed comes a page at a time, the newest first', async () => {
    const { upload, ask } = await cohortsAt(appFor().app);
    for (const id of ['cohort-1', 'cohort-2', 'cohort-3']) await upload(right, id);
    const ids = ({ body }: { body: Readonly<Record<string, unknown>> }) =>
      (body['cohorts'] as readonly { id: string }[]).map(({ id }) => id);
    const first = await ask('GET /cohorts?limit=2');
    expect([ids(first), first.body['next']]).toEqual([['cohort-3', 'cohort-2'], 'cohort-2']);
    const second = await ask('GET /cohorts?limit=2&after=cohort-2');
    expect([ids(second), second.body['next']]).toEqual([['cohort-1'], null]);
  });

  test('that is purged keeps its hash and counts, and no family', async () => {
    const { app, deps } = appFor();
    const { upload, ask } = await cohortsAt(app);
    const { body } = await upload(right, 'purged-one');
    const { body: purged } = await ask('DELETE /cohorts/purged-one');
    expect(purged).toMatchObject({ state: 'purged', families: 3, hash: body['hash'] });
    expect((await ask('GET /cohorts/purged-one/families')).body['total']).toBe(0);
    expect((await ask('GET /cohorts/purged-one/families/F-1')).status).toBe(404);
    expect((await ask('DELETE /cohorts/purged-one')).status).toBe(409);
    const { store } = deps;
    expect(await store.read((q) => q.$count(store.tables.cohortBlock))).toBe(0);
    const actions: string[] = [];
    for await (const entry of auditEntries(store, {})) actions.push(entry.action);
    expect(actions.filter((one) => one.startsWith('cohort-')).sort()).toEqual([
      'cohort-begun',
      'cohort-families-received',
      'cohort-purged',
      'cohort-received',
    ]);
    expect(await verifyAudit(store)).toMatchObject({ findings: [] });
  });
});
