import { describe, expect, test } from 'vitest';
import { claimsApp, DAY, metFamily, withChild } from '../builders/claims.ts';

const fee = { payment: 'attachment-fee', pence: 320_000 };
const first = { payment: 'result-crime-education', pence: 70_000 };
const second = { payment: 'result-progress-to-work', pence: 10_000 };
const inPhase1 = { programme: 'troubled-families', phase: 1 };

describe('who is national, for several councils', () => {
  test('a family that moved is met by its former id: what was claimed for it at the other council holds everything', async () => {
    const { runOver, held } = await claimsApp();
    await runOver([metFamily('B-7', { localAuthority: 'Brent' })], {}, 'national');
    const moved = metFamily('F-1', { formerIds: ['B-7'] });
    const run = await runOver([moved], {}, 'national');
    expect(run.claims).toBe(0);
    const stopped = (await held(run.id, 'national')).filter(({ code }) => code === 'claimed-elsewhere');
    expect(stopped.map(({ payment }) => payment)).toEqual(
      expect.arrayContaining([fee.payment, first.payment, second.payment]),
    );
    expect(stopped[0]?.claims[0]).toMatchObject({ family: 'B-7' });
  });

  test('however many councils ago; and a family of a like id at a council in between is another', async () => {
    const { runOver } = await claimsApp();
    const national = (id: string, localAuthority: string, formerIds: readonly string[] = []) =>
      runOver([metFamily(id, { localAuthority, formerIds })], {}, 'national');
    expect(await national('A', 'Brent')).toMatchObject({ claims: 3 });
    expect(await national('B', 'Ealing', ['A'])).toMatchObject({ claims: 0 });
    expect(await national('B', 'Harrow')).toMatchObject({ claims: 3, held: 0 });
    expect(await national('C', 'Harrow', ['A'])).toMatchObject({ claims: 0 });
  });
});

describe('what the family’s record lists', () => {
  const listed = (more: object) => ({ ...inPhase1, payment: first.payment, on: DAY, pence: 70_000, ...more });

  test.for([
    { why: 'says whose it is', more: { localAuthority: 'Harrow' } },
    { why: 'does not say whose it is', more: {} },
  ])('a claim of the ledger that $why counts once', async ({ more }) => {
    const { begin, done, runOver } = await claimsApp();
    const { id } = await begin();
    await done('analyst', `POST /claim-runs/${id}/claims`, {
      family: metFamily('F-1'),
      payment: first.payment,
    });
    const run = await runOver([metFamily('F-1', { claims: [listed(more)] })]);
    expect(run).toMatchObject({ claims: 2, held: 0, pence: fee.pence + second.pence });
  });

  test('a claim that the ledger has as withdrawn holds the family until the record is put right', async () => {
    const { runOver, held, done, ask } = await claimsApp();
    const { id } = await runOver([metFamily('F-1')]);
    await done('analyst', `POST /claim-runs/${id}/withdraw`, { reason: 'the wrong cohort' });
    const run = await runOver([metFamily('F-1', { claims: [listed({})] })]);
    expect(run).toMatchObject({ claims: 0, held: 1 });
    const [stopped] = await held(run.id);
    expect(stopped).toMatchObject({
      ...{ family: 'F-1', payment: null, code: 'record-differs', mayBeApart: false },
      claims: [{ payment: first.payment, on: DAY }],
    });
    const apart = { family: 'F-1', claim: stopped?.claims[0]?.id, reason: 'so it seems' };
    expect((await ask('analyst', 'POST /claims-apart', apart)).problem).toBe('claim-not-in-doubt');
    expect(await runOver([metFamily('F-1')])).toMatchObject({ claims: 3, held: 0 });
    const again = metFamily('F-1', { claims: [listed({})] });
    // because it was claimed again on the same day, and that is what the record lists
    expect(await runOver([again])).toMatchObject({ claims: 0, held: 0 });
  });
});

test.for([
  { where: 'of the same council', council: 'Harrow', who: 'analyst' },
  { where: 'of another council', council: 'Brent', who: 'brent' },
] as const)(
  'another family $where with the same child holds results, and its fee is not this one’s',
  async ({ council, who }) => {
    const { runOver, held } = await claimsApp();
    await runOver([withChild(metFamily('X-9', { localAuthority: council }), 'child-1')], {}, who);
    const run = await runOver([withChild(metFamily('F-1'), 'child-1')]);
    expect(run).toMatchObject({ claims: 1, pence: fee.pence });
    expect((await held(run.id)).map(({ payment, code }) => [payment, code])).toEqual([
      [first.payment, 'shared-child'],
      [second.payment, 'shared-child'],
    ]);
  },
);

test('what a person finds apart must have held a family back because of whose it may be', async () => {
  const { runOver, held, ask } = await claimsApp();
  await runOver([metFamily('F-1')], { asOf: '2015-02-20' });
  const run = await runOver([metFamily('F-1')], { asOf: '2015-02-19' });
  const [stopped] = await held(run.id);
  expect(stopped).toMatchObject({ code: 'later-claim', mayBeApart: false });
  const asked = { family: 'F-1', claim: stopped?.claims[0]?.id, reason: 'another family' };
  expect((await ask('analyst', 'POST /claims-apart', asked)).problem).toBe('claim-not-in-doubt');
  expect((await held(run.id)).every(({ isApart }) => !isApart)).toBe(true);
});

test('what was found apart here says nothing of another authority’s family of a like id', async () => {
  const { begin, runOver, held, done } = await claimsApp();
  const { id } = await begin();
  const one = withChild(metFamily('F-1'), 'child-1');
  await done('analyst', `POST /claim-runs/${id}/claims`, { family: one, payment: first.payment });
  const two = await runOver([withChild(metFamily('F-2'), 'child-1')]);
  const inTheWay = new Set((await held(two.id)).flatMap(({ claims }) => claims.map((claim) => claim.id)));
  for (const claim of inTheWay)
    await done('analyst', 'POST /claims-apart', { family: 'F-2', claim, reason: 'two households' });
  await runOver([withChild(metFamily('F-2', { localAuthority: 'Brent' }), 'child-9')], {}, 'brent');
  const run = await runOver([withChild(metFamily('F-1'), 'child-9')]);
  expect(run).toMatchObject({ claims: 1, pence: fee.pence });
  expect((await held(run.id)).map(({ payment, code }) => [payment, code])).toEqual([
    [second.payment, 'shared-child'],
  ]);
});
