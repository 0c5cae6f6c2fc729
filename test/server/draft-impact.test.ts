import { describe, expect, test } from 'vitest';
import { isWithin } from '../../server/impact/weighed.ts';
import { cohortsAt } from '../builders/cohorts.ts';
import { governed, problemIn } from '../builders/governed.ts';
import { authorised } from '../builders/http.ts';
import { threads } from '../builders/jobs.ts';
import { rulesetsFolder } from '../builders/rulesets-folder.ts';
import { databases } from '../builders/stores.ts';
import { tinyFamily } from '../builders/tiny-ruleset.ts';

describe('what was found lies in every band that is stated, both ends included', () => {
  const found = { job: 'j', families: 10, wrong: 0, eligible: 3, duePence: 300_000 };
  test.for([
    { band: {}, within: true },
    { band: { families: { from: 3, to: 3 } }, within: true },
    { band: { families: { from: 0, to: 3 } }, within: true },
    { band: { families: { from: 0, to: 2 } }, within: false },
    { band: { families: { from: 4, to: 9 } }, within: false },
    { band: { families: { from: -3, to: -3 } }, within: false },
    { band: { pence: { from: 300_000, to: 300_000 } }, within: true },
    { band: { pence: { from: 0, to: 299_999 } }, within: false },
    { band: { pence: { from: 300_001, to: 400_000 } }, within: false },
    { band: { families: { from: 3, to: 3 }, pence: { from: 0, to: 0 } }, within: false },
    { band: { families: { from: 0, to: 0 }, pence: { from: 300_000, to: 300_000 } }, within: false },
  ])('$band: $within', ({ band, within }) => {
    expect(isWithin(band, found)).toBe(within);
  });
});

/** The police came in June 2012, in June 2011, or not at all. */
const calledIn = (id: string, on: string | undefined) => ({
  ...tinyFamily,
  id,
  records: { 'police-call-out': on === undefined ? [] : [{ on }] },
});

/** One is eligible as it is, three where one looks back 24 months and not 12, one is not. */
const families = [
  calledIn('F-1', '2012-06-02'),
  ...['F-2', 'F-3', 'F-4'].map((id) => calledIn(id, '2011-06-02')),
  calledIn('F-5', undefined),
];
const cohort = 'the-cohort';
const asOf = '2012-12-01';
const note = 'Three more families';
const three = { cohort, asOf, families: { from: 3, to: 3 }, pence: { from: 300_000, to: 300_000 }, note };

type Open = (typeof databases)[number]['open'];

/** A draft of the tiny ruleset that looks back 24 months, and a cohort. */
async function drafted(open: Open) {
  const product = await governed(open, rulesetsFolder(), { threads });
  const { ask, deps, app } = product;
  const lines = families.map((one) => JSON.stringify(one)).join('\n');
  const { uploadOne } = await cohortsAt(app, authorised);
  await uploadOne('application/x-ndjson', lines, `&id=${cohort}`);
  const begun = await ask('lead', 'POST /drafts', { body: { version: { id: 'tiny', version: '1.0.0' } } });
  const { id, document, cases } = begun.body as unknown as Record<'id' | 'document' | 'cases', string>;
  const body = { document: document.replace(/(?<named>"value": ?)12\b/, '$<named>24'), cases };
  await ask('lead', `PUT /drafts/${id}`, { over: 1, body });
  const path = `/drafts/${id}`;
  return {
    ...product,
    path,
    submit: (expectedImpact: object | undefined) =>
      ask('lead', `POST ${path}/submit`, { over: 2, body: { version: '1.1.0', expectedImpact } }),
    /** Approves what is submitted by now. */
    approve: async (more: object = {}) => {
      const { submission } = (await ask('approver', `GET ${path}`)).body as unknown as {
        submission: { hash: string } | null;
      };
      return ask('approver', `POST ${path}/approve`, { body: { hash: submission?.hash ?? '', ...more } });
    },
    impact: async () => (await ask('approver', `GET ${path}/impact`)).body as unknown as Impact,
    idle: () => deps.jobs.idle(),
    /** The server takes up no more jobs. */
    still: async () => {
      deps.jobs.wake();
      await deps.jobs.stop();
    },
  };
}

interface Impact {
  readonly state: string;
  readonly found: { readonly eligible: number; readonly duePence: number } | null;
  readonly job: { readonly id: string; readonly state: string } | null;
}

const inKinds = databases.filter(({ name }) => name !== 'SQLite in a file');

describe.each(inKinds)('$name', ({ open }) => {
  test('what changes as its author expects is approved without a word, and what was found is kept with the approval', async () => {
    const { submit, approve, impact, idle, ask, path } = await drafted(open);
    expect((await submit(three)).status).toBe(200);
    await idle();
    const found = { families: 5, wrong: 0, eligible: 3, duePence: 300_000 };
    const { job, ...known } = await impact();
    expect(known).toMatchObject({ state: 'within', expected: three, found });
    const results = await ask('nobody', `GET /jobs/${job?.id ?? ''}/results`);
    expect(results.body).toMatchObject({
      pairs: [{ becameEligible: 3, explained: { edits: [{ families: 3 }] } }],
    });
    const approved = await approve();
    const kept = { outOfBand: false, reason: null, simulatedImpact: { ...found, job: job?.id } };
    expect(approved.body).toMatchObject({ state: 'approved', approval: kept });
    const history = await ask('lead', `GET ${path}/history`);
    const { events } = history.body as unknown as { events: { event: string; detail: object }[] };
    expect(events.find(({ event }) => event === 'approved')?.detail).toEqual({
      outOfBand: false,
      simulatedImpact: kept.simulatedImpact,
    });
  });

  test('what changes more than expected takes a reason, which is kept; the numbers are said', async () => {
    const { submit, approve, impact, idle } = await drafted(open);
    await submit({ ...three, families: { from: 0, to: 2 } });
    await idle();
    expect(await impact()).toMatchObject({ state: 'outside', found: { eligible: 3 } });
    const refused = await approve();
    expect([refused.status, problemIn(refused), refused.body]).toMatchObject([
      ...[422, 'reason-missing'],
      {
        detail:
          '3 more families eligible, where 0 to 2 are expected; 300000 more pence due, where 300000 are expected',
      },
    ]);
    const approved = await approve({ reason: 'The third family was overlooked' });
    expect(approved.body).toMatchObject({
      approval: {
        outOfBand: true,
        reason: 'The third family was overlooked',
        simulatedImpact: { eligible: 3 },
      },
    });
  });

  test('nothing is approved while it is being weighed, with or without a reason', async () => {
    const { submit, approve, impact, still } = await drafted(open);
    await still();
    await submit(three);
    expect(await impact()).toMatchObject({ state: 'weighing', found: null, job: { state: 'queued' } });
    for (const more of [{}, { reason: 'It is urgent' }])
      expect(problemIn(await approve(more))).toBe('impact-awaited');
  });

  test('a comparison that came to nothing is none: it takes a reason, or another', async () => {
    const { submit, approve, impact, still, ask, path } = await drafted(open);
    await still();
    await submit(three);
    const { job } = await impact();
    await ask('nobody', `POST /jobs/${job?.id ?? ''}/cancel`);
    expect(await impact()).toMatchObject({ state: 'not-weighed', job: { state: 'cancelled' } });
    const refused = await approve();
    expect([problemIn(refused), refused.body['detail']]).toEqual([
      ...['reason-missing', 'it was not weighed over the cohort that its author named'],
    ]);
    const again = await ask('approver', `POST ${path}/impact`);
    expect([again.status, again.headers.get('location')]).toEqual([
      ...[202, `/api/v1/jobs/${String(again.body['id'])}`],
    ]);
    expect((await impact()).state).toBe('weighing');
  });

  test('a comparison of anything else is not taken for it', async () => {
    const { submit, impact, still, ask, path } = await drafted(open);
    await still();
    await submit(three);
    await ask('nobody', `POST /jobs/${(await impact()).job?.id ?? ''}/cancel`);
    const [before, now] = [{ id: 'tiny', version: '1.0.0' }, { draft: path.replace('/drafts/', '') }];
    const asked = { cohort, asOf, versions: [before, now] };
    for (const other of [
      { ...asked, asOf: '2012-12-02' },
      { ...asked, restateAttachment: '2012-11-01' },
      { ...asked, versions: [now] },
      { ...asked, versions: [now, before] },
      { ...asked, versions: [before, before] },
    ]) {
      expect((await ask('lead', 'POST /jobs', { body: other })).status).toBe(202);
      expect((await impact()).state, JSON.stringify(other)).toBe('not-weighed');
    }
    await ask('lead', 'POST /jobs', { body: asked });
    expect((await impact()).state).toBe('weighing');
  });

  test('what a purge of the cohort took along takes a reason', async () => {
    const { submit, approve, impact, idle, ask } = await drafted(open);
    await submit(three);
    await idle();
    expect((await impact()).state).toBe('within');
    await ask('nobody', `DELETE /cohorts/${cohort}`);
    expect(await impact()).toMatchObject({ state: 'not-weighed', found: null });
    expect(problemIn(await approve())).toBe('reason-missing');
    const approved = await approve({ reason: 'It was weighed before the cohort was purged' });
    expect(approved.body).toMatchObject({ approval: { outOfBand: false, simulatedImpact: null } });
  });

  test('an author who states nothing, or words alone, is approved as before', async () => {
    for (const stated of [undefined, { note }]) {
      const { submit, approve, impact, ask, path } = await drafted(open);
      await submit(stated);
      expect(await impact()).toMatchObject({ state: 'not-stated', job: null, found: null });
      expect(problemIn(await ask('approver', `POST ${path}/impact`))).toBe('impact-not-stated');
      expect((await approve()).status).toBe(200);
    }
  });

  test('a band without its cohort or day, a cohort without a band, one that is not there, one of nothing that decides', async () => {
    const { submit, ask } = await drafted(open);
    const findings = async (stated: object) => {
      const { body } = await submit(stated);
      return (body as unknown as { findings?: { pointer: string }[] }).findings?.map(
        ({ pointer }) => pointer,
      );
    };
    const { cohort: named, asOf: on, ...band } = three;
    expect(await findings(band)).toEqual(['/expectedImpact/cohort', '/expectedImpact/asOf']);
    expect(await findings({ ...band, cohort: named })).toEqual(['/expectedImpact/asOf']);
    expect(await findings({ cohort: named, asOf: on, note })).toEqual(['/expectedImpact/families']);
    expect(await findings({ ...three, families: { from: 4, to: 3 } })).toEqual(['/expectedImpact/families']);
    expect(problemIn(await submit({ ...three, cohort: 'another' }))).toBe('cohort-not-found');
    const begun = await ask('lead', 'POST /drafts', {
      body: { content: { kind: 'calendar', id: 'england' } },
    });
    const path = `/drafts/${String(begun.body['id'])}`;
    const calendar = await ask('lead', `POST ${path}/submit`, { over: 1, body: { expectedImpact: three } });
    expect([problemIn(calendar), calendar.body['findings']]).toMatchObject([
      ...['body-invalid', [{ pointer: '/expectedImpact/cohort' }]],
    ]);
  });
});
