import { describe, expect, test } from 'vitest';
import type { Permission } from '../../server/identity/permissions.ts';
import { claimsApp, DAY, metFamily } from '../builders/claims.ts';
import { keyIn } from '../builders/identity.ts';

const { app, deps, runOver, upload } = await claimsApp();
const whole = 400_000;
await runOver([metFamily('F-1')]);

const reading: readonly Permission[] = ['decide', 'cohorts:read', 'claims:read'];

async function asking(scopes: readonly Permission[] = reading, authority = 'Harrow') {
  const { headers } = await keyIn(deps.store, scopes, { authority });
  return {
    forecast: async (body: BodyInit, query = '') => {
      const at = `/api/v1/forecasts?ruleset=phase-1&version=1.0.0&asOf=${DAY}${query}`;
      const sent = { ...headers, 'content-type': 'application/x-ndjson' };
      const answer = await app.request(at, { method: 'POST', headers: sent, body });
      // because a test says itself what it looks for
      return { status: answer.status, body: (await answer.json()) as Record<string, never> };
    },
    families: async (cohort: string, query = '') => {
      const answer = await app.request(`/api/v1/cohorts/${cohort}/families.ndjson${query}`, { headers });
      const text = await answer.text();
      return { status: answer.status, text, lines: text.trimEnd().split('\n') };
    },
  };
}

const line = (family: object) => `${JSON.stringify(family)}\n`;
const claimed = { low: { pence: 0 }, expected: { pence: 0 }, high: { pence: 0 } };
const afresh = { low: { pence: whole }, expected: { pence: whole }, high: { pence: whole } };

interface Row {
  readonly why: string;
  readonly query: string;
  readonly family?: object;
  readonly authority?: string;
  readonly total: object;
  readonly counted: boolean;
}

describe('what the ledger has claimed', () => {
  test.for<Row>([
    { why: 'counts where it is asked', query: '&ledgerClaims=true', total: claimed, counted: true },
    { why: 'does not count unless it is asked', query: '', total: afresh, counted: false },
    {
      why: 'does not count where it is not wanted',
      query: '&ledgerClaims=false',
      total: afresh,
      counted: false,
    },
    {
      why: 'does not count for a family of another id',
      ...{ query: '&ledgerClaims=true', family: metFamily('F-2'), total: afresh, counted: true },
    },
    {
      why: 'counts for a family that had its id',
      ...{ query: '&ledgerClaims=true', family: metFamily('F-3', { formerIds: ['F-1'] }), total: claimed },
      counted: true,
    },
    {
      why: 'does not count for another council whose id is alike',
      query: '&ledgerClaims=true',
      ...{ family: metFamily('F-1', { localAuthority: 'Brent' }), authority: 'Brent', total: afresh },
      counted: true,
    },
  ])('$why', async ({ query, family = metFamily('F-1'), authority, total, counted }) => {
    const { forecast } = await asking(reading, authority);
    const { status, body } = await forecast(line(family), query);
    expect([status, body]).toMatchObject([
      200,
      {
        ...{ families: 1, total, claimsCounted: counted ? 'records-and-ledger' : 'records' },
        never: total === claimed ? { families: 1, claimedBefore: 1 } : { families: 0, claimedBefore: 0 },
      },
    ]);
  });

  test('that is in a record too counts once', async () => {
    const { forecast, families } = await asking();
    await upload([metFamily('F-1')], 'cohort-once');
    const [text = ''] = (await families('cohort-once', '?ledgerClaims=true')).lines;
    const { body } = await forecast(text, '&ledgerClaims=true');
    expect(body).toMatchObject({ families: 1, total: claimed });
  });
});

test('lines that are not families are told as they are without the ledger', async () => {
  const { forecast } = await asking();
  const bytes = Buffer.concat([
    Buffer.from(`${line({ ...metFamily('F-1'), adress: 'here' })}\n{"id": \n{"id": "F-1", "id": "F-1"}\n`),
    Buffer.from(line(metFamily('F-1', { localAuthority: 'Harr\u00f8w' })), 'latin1'),
    Buffer.from(line({ id: 'F-9', note: 'x'.repeat(deps.limits.bodyBytes) })),
    Buffer.from(`[]\n${line(metFamily('F-1'))}${JSON.stringify(metFamily('F-1'))}`),
  ]);
  const [without, beside] = [await forecast(bytes), await forecast(bytes, '&ledgerClaims=true')];
  expect(without.body).toMatchObject({ lines: 9, families: 1, problems: { lines: 7 } });
  const { lines, problems } = without.body;
  expect(beside.body).toMatchObject({ lines, problems, families: 1, total: claimed });
});

test('families of a cohort come with the ledger’s claims where it is asked, and as they are kept otherwise', async () => {
  const { families } = await asking();
  await upload([metFamily('F-1'), metFamily('F-2')], 'cohort-of-two');
  const kept = await families('cohort-of-two');
  const [first = '', second] = (await families('cohort-of-two', '?ledgerClaims=true')).lines;
  expect(second).toBe(kept.lines[1]);
  const { claims } = JSON.parse(first) as { readonly claims: readonly { readonly pence: number }[] };
  expect(claims.map(({ pence }) => pence).reduce((sum, pence) => sum + pence, 0)).toBe(whole);
  expect(claims[0]).toMatchObject({ programme: 'troubled-families', phase: 1, on: DAY });
  expect(JSON.parse(kept.lines[0] ?? '')).toMatchObject({ id: 'F-1', claims: [] });
});

test('whoever may not read claims is refused the ledger’s, and those alone', async () => {
  const { forecast, families } = await asking(['decide', 'cohorts:read']);
  await upload([metFamily('F-1')], 'cohort-of-one');
  const refused = { type: '/api/v1/problems/not-allowed', needs: 'claims:read' };
  expect(await forecast(line(metFamily('F-1')), '&ledgerClaims=true')).toMatchObject({
    ...{ status: 403, body: refused },
  });
  const none = await families('cohort-of-one', '?ledgerClaims=true');
  expect([none.status, JSON.parse(none.text)]).toMatchObject([403, refused]);
  expect((await forecast(line(metFamily('F-1')))).status).toBe(200);
  expect((await families('cohort-of-one')).status).toBe(200);
  expect((await families('cohort-of-one', '?ledgerClaims=yes')).status).toBe(400);
});
