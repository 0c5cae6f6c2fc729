import { describe, expect, test } from 'vitest';
import { verifyAudit } from '../../server/audit/verify.ts';
import { governed, problemIn } from '../builders/governed.ts';
import { databases } from '../builders/stores.ts';

/** Phase 1 with another number of exclusions, by the text of its own parameter. */
const withExclusions = (text: string, count: number) =>
  text.replace(/("exclusion-threshold": \{[^}]*?"value": )\d+/, `$1${String(count)}`);

interface Expected {
  readonly criteria?: Readonly<Record<string, string>>;
  readonly nodes?: Readonly<Record<string, string>>;
  readonly eligibility?: string;
}

/** What cases that rest on three exclusions are to expect where four are asked for. */
const underFour: Readonly<Record<string, Expected>> = {
  'exclusions-3': {
    criteria: { education: 'not-met' },
    nodes: { 'education.exclusions@m2': 'not-met' },
  },
  'exclusion-first-term': { criteria: { education: 'not-met' } },
  'calendar-hertfordshire': { criteria: { education: 'not-met' } },
  'attendance-missing-settled': { criteria: { education: 'unknown' }, eligibility: 'unknown' },
  'gap-three-known': {
    criteria: { education: 'unknown' },
    nodes: { 'education.exclusions@m2': 'unknown' },
  },
};

/** The same cases, each of these expecting something else in what is named. */
function withExpectations(text: string, changes: Readonly<Record<string, Expected>>): object {
  const file = JSON.parse(text) as {
    readonly cases: readonly { readonly id: string; readonly expect: Expected }[];
  };
  const cases = file.cases.map((one) => {
    const { criteria, nodes, ...rest } = changes[one.id] ?? {};
    const expected = {
      ...one.expect,
      ...(criteria === undefined ? {} : { criteria: { ...one.expect.criteria, ...criteria } }),
      ...(nodes === undefined ? {} : { nodes: { ...one.expect.nodes, ...nodes } }),
      ...rest,
    };
    return { ...one, expect: expected };
  });
  return { ...file, cases };
}

const excluded = (times: number) => ({
  ...{ id: 'F-1', localAuthority: 'Nowhere', attachedOn: '2014-10-01' },
  members: [{ id: 'm1', role: 'child', dateOfBirth: '2000-05-11', resident: true }],
  records: {
    exclusion: Array.from({ length: times }, (_, n) => ({
      ...{ member: 'm1', on: `2014-03-${String(10 + n)}`, kind: 'fixed-term' },
    })),
  },
});

const inKinds = databases.filter(({ name }) => name !== 'SQLite in a file');

describe.each(inKinds)('$name', ({ open }) => {
  test('whether another revision counts is asked without its texts', async () => {
    const { ask } = await governed(open);
    const begun = await ask('lead', 'POST /drafts', {
      body: { version: { id: 'phase-1', version: '1.0.0' } },
    });
    const { id, document, cases } = begun.body as unknown as Record<'id' | 'document' | 'cases', string>;
    const known = await ask('lead', `GET /drafts/${id}`, { known: 1 });
    expect([known.status, known.headers.get('etag'), known.body]).toEqual([304, '"1"', {}]);
    await ask('lead', `PUT /drafts/${id}`, { over: 1, body: { document: `${document} `, cases } });
    const newer = await ask('lead', `GET /drafts/${id}`, { known: 1 });
    expect([newer.status, newer.body]).toMatchObject([200, { revision: 2 }]);
    expect(problemIn(await ask('harrow', `GET /drafts/${id}`, { known: 2 }))).toBe('draft-not-found');
  });

  test('a change of policy: drafted, mended, submitted, approved, edited, approved again, released', async () => {
    const { ask, on, deps } = await governed(open);
    const begun = await ask('lead', 'POST /drafts', {
      body: { version: { id: 'phase-1', version: '1.0.0' } },
    });
    expect(begun.status, JSON.stringify(begun.body)).toBe(201);
    const { id, document, cases } = begun.body as unknown as Record<'id' | 'document' | 'cases', string>;
    expect(begun.body).toMatchObject({ state: 'draft', revision: 1, findings: [], name: 'phase-1' });

    const edited = withExclusions(document, 4);
    expect(edited).not.toBe(document);
    const saved = await ask('lead', `PUT /drafts/${id}`, { over: 1, body: { document: edited, cases } });
    expect([saved.status, saved.headers.get('etag')]).toEqual([200, '"2"']);

    const checks = await ask('lead', `GET /drafts/${id}/checks`);
    expect(checks.body).toMatchObject({ passes: false, changes: { version: '1.0.0' } });
    const failing = (checks.body as unknown as { cases: { id: string; passed: boolean }[] }).cases
      .filter(({ passed }) => !passed)
      .map((one) => one.id);
    expect(failing.length).toBeGreaterThan(0);
    const refused = await ask('lead', `POST /drafts/${id}/submit`, { over: 2, body: {} });
    expect([refused.status, problemIn(refused), refused.body]).toMatchObject([
      422,
      'draft-fails',
      { cases: failing },
    ]);

    expect(failing.toSorted()).toEqual(Object.keys(underFour).toSorted());
    const mended = withExpectations(cases, underFour);
    const fixed = { document: edited, cases: JSON.stringify(mended, null, 2) };
    await ask('lead', `PUT /drafts/${id}`, { over: 2, body: fixed });
    const expectedImpact = { note: 'Fewer families by exclusions alone' };
    const submitted = await ask('lead', `POST /drafts/${id}/submit`, {
      ...{ over: 3, body: { version: '1.1.0', expectedImpact } },
    });
    expect(submitted.status, JSON.stringify(submitted.body)).toBe(200);
    expect(submitted.body).toMatchObject({
      state: 'submitted',
      submission: { version: '1.1.0', revision: 4 },
    });
    const first = (submitted.body as unknown as { submission: { hash: string } }).submission.hash;

    expect(problemIn(await ask('lead', `POST /drafts/${id}/approve`, { body: { hash: first } }))).toBe(
      'own-work',
    );
    const waiting = await ask('approver', 'GET /drafts?list=waiting');
    expect(waiting.body).toMatchObject({ drafts: [{ id }] });
    expect((await ask('lead', 'GET /drafts?list=waiting')).body).toEqual({ drafts: [] });
    const approved = await ask('approver', `POST /drafts/${id}/approve`, { body: { hash: first } });
    expect(approved.body).toMatchObject({
      state: 'approved',
      approval: { hash: first, by: { name: 'approver' } },
    });

    const current = await ask('lead', `GET /drafts/${id}`);
    const { document: numbered } = current.body as unknown as { document: string };
    const title = numbered.replace(/"title": "[^"]*"/, '"title": "Troubled Families, four exclusions"');
    const again = { document: title, cases: (current.body as unknown as { cases: string }).cases };
    expect((await ask('lead', `PUT /drafts/${id}`, { over: 4, body: again })).body).toMatchObject({
      ...{ state: 'draft', approval: null, submission: null },
    });
    const days = { from: '2026-02-01' };
    const early = await ask('releaser', `POST /drafts/${id}/release`, { body: { days } });
    expect(problemIn(early)).toBe('draft-not-approved');

    const resubmitted = await ask('lead', `POST /drafts/${id}/submit`, { over: 5, body: {} });
    const { hash } = (resubmitted.body as unknown as { submission: { hash: string } }).submission;
    expect(hash).not.toBe(first);
    const stale = await ask('approver', `POST /drafts/${id}/approve`, { body: { hash: first } });
    expect([problemIn(stale), stale.body]).toMatchObject(['approval-stale', { hash }]);
    expect((await ask('approver', `POST /drafts/${id}/approve`, { body: { hash } })).status).toBe(200);
    const released = await ask('releaser', `POST /drafts/${id}/release`, { body: { days } });
    expect([released.status, released.body]).toMatchObject([200, { state: 'released' }]);

    const decided = async (inForceOn: string, knownOn?: string) => {
      const question = {
        ruleset: { id: 'phase-1', inForceOn, ...(knownOn === undefined ? {} : { knownOn }) },
        ...{ asOf: '2014-12-01', family: excluded(3) },
      };
      const { body } = await ask('lead', 'POST /evaluations', { body: question });
      const { ruleset, criteria } = body as unknown as {
        ruleset?: { version: string; hash: string };
        criteria?: { id: string; verdict: string }[];
      };
      return [ruleset?.version, criteria?.find((one) => one.id === 'education')?.verdict];
    };
    expect(await decided('2015-05-31')).toEqual(['1.0.0', 'met']);
    expect((await decided('2026-01-31'))[0]).toBeUndefined();
    expect((await decided('2026-02-01'))[0]).toBe('1.1.0');
    expect((await decided('2026-02-01'))[1]).not.toBe('met');
    expect((await decided('2026-02-01', '2026-01-09'))[0]).toBeUndefined();
    expect((await decided('2026-02-01', '2026-01-10'))[0]).toBe('1.1.0');

    on('2026-03-01');
    const reason = 'Families were wrongly refused';
    const withdrawn = await ask('releaser', 'POST /rulesets/phase-1/versions/1.1.0/withdraw', {
      body: { from: '2026-03-10', reason },
    });
    expect([withdrawn.status, withdrawn.body]).toMatchObject([
      200,
      { release: { withdraws: true }, inForce: null },
    ]);
    expect((await decided('2026-03-09'))[0]).toBe('1.1.0');
    expect((await decided('2026-03-10'))[0]).toBeUndefined();
    expect((await decided('2026-03-10', '2026-02-28'))[0]).toBe('1.1.0');

    const { body: history } = await ask('lead', `GET /drafts/${id}/history`);
    expect((history as unknown as { events: { event: string }[] }).events.map(({ event }) => event)).toEqual([
      'draft-created',
      'submitted',
      'approved',
      'approval-voided',
      'submitted',
      'approved',
      'published',
      'released',
    ]);
    const { body: all } = await ask('approver', 'GET /rulesets/phase-1/history');
    expect((all as unknown as { events: object[] }).events.slice(-2)).toMatchObject([
      { event: 'released', version: '1.1.0', detail: days },
      { event: 'withdrawn', version: '1.1.0', reason, by: { name: 'releaser' } },
    ]);
    expect((await verifyAudit(deps.store)).findings).toEqual([]);
  });
});
