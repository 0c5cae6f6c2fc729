import { describe, expect, test } from 'vitest';
import type { ClaimRunDocument } from '../../server/claims/document.ts';
import { createSample, type Risk } from '../../server/decisions/sample.ts';
import { claimsApp, metFamily } from '../builders/claims.ts';

const heavy: Risk = { node: 'progress-to-work', verdict: 'unknown', weight: 200 };

/** Runs of forty families, of every fifth of whom it is not known whether it volunteered for work. */
async function proposedRun() {
  const app = await claimsApp();
  const families = Array.from({ length: 40 }, (_, at) => {
    const family = metFamily(`F-${String(at)}`);
    const records = { ...(family['records'] as object), 'work-programme': undefined };
    return at % 5 === 0 ? { ...family, records } : family;
  });
  return { ...app, run: await app.runOver(families) };
}

describe('the audit sample of a claim run, weighted by risk', () => {
  test('draws what carries the risk sooner, says what each weighed, and is drawn again by seed, claims and verdicts alone', async () => {
    const { done, run, claims, text, deps } = await proposedRun();
    const sampled = (await done('auditor', `POST /claim-runs/${run.id}/sample`, {
      ...{ seed: 'spring', percent: 5, risks: [heavy] },
    })) as ClaimRunDocument;
    const all = await claims();
    const drawn = all.filter(({ isSampled }) => isSampled);
    expect(drawn).toHaveLength(sampled.sample?.claims ?? -1);
    expect(drawn.length).toBeGreaterThan(3);
    const { claim, decision } = deps.store.tables;
    const kept = await deps.store.read(async (q) => ({
      claims: await q.select().from(claim),
      decisions: new Map((await q.select().from(decision)).map(({ id, answer }) => [id, answer])),
    }));
    const again = createSample({ seed: 'spring', percent: 5, minimum: 1, risks: [heavy] }, all.length);
    for (const { id, record } of [...kept.claims].reverse())
      again.add({ id, answer: kept.decisions.get(record) ?? '' });
    const theirs = again.drawn();
    expect(theirs.sample.map(({ kept: { id }, weight }) => [id, weight]).sort()).toEqual(
      drawn.map(({ id, sampleWeight }) => [id, sampleWeight]).sort(),
    );
    expect(sampled.sample).toMatchObject({
      ...{ seed: 'spring', percent: 5, population: theirs.population },
      risks: [{ ...heavy, claims: theirs.risks[0]?.decisions }],
    });
    const carrying = drawn.filter(({ sampleWeight }) => sampleWeight === 1 + heavy.weight);
    expect(carrying.length).toBeGreaterThan(drawn.length / 2);
    expect(all.filter(({ isSampled }) => !isSampled).every(({ sampleWeight }) => sampleWeight === null)).toBe(
      true,
    );
    const [head = '', ...rows] = (await text('analyst', `/claims?as=csv&run=${run.id}`)).trim().split('\r\n');
    const column = head.split(',').indexOf('sample weight');
    const told = rows.map((row) => row.split(',')[column]).filter(Boolean);
    expect(told.sort()).toEqual(drawn.map(({ sampleWeight }) => String(sampleWeight)).sort());
  });

  test('without risks every claim weighs the same', async () => {
    const { done, runOver, claims } = await claimsApp();
    const run = await runOver([metFamily('F-1')]);
    expect(
      await done('auditor', `POST /claim-runs/${run.id}/sample`, { seed: 's', percent: 100 }),
    ).toMatchObject({ sample: { claims: 3, risks: [] } });
    expect((await claims()).map(({ sampleWeight }) => sampleWeight)).toEqual([1, 1, 1]);
  });

  test.for([
    {
      risk: { ...heavy, node: 'progress-to-wrok' },
      status: 422,
      found: { pointer: '/risks/1/node', suggestion: 'progress-to-work' },
    },
    { risk: { ...heavy, weight: 0 }, status: 400, found: { pointer: '/risks/1/weight' } },
    { risk: { ...heavy, verdict: 'not met' }, status: 400, found: { pointer: '/risks/1/verdict' } },
  ])(
    'a risk that is refused, and nothing is drawn: $found.pointer, $status',
    async ({ risk, status, found }) => {
      const { ask, done, runOver } = await claimsApp();
      const { id } = await runOver([metFamily('F-1')]);
      const asked = { seed: 's', risks: [heavy, risk] };
      const refused = await ask('auditor', `POST /claim-runs/${id}/sample`, asked);
      expect([refused.status, refused.body['findings']]).toMatchObject([status, [found]]);
      expect(await done('auditor', `GET /claim-runs/${id}`)).toMatchObject({ sample: null });
    },
  );
});
