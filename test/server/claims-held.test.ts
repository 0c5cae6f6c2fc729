import { describe, expect, test } from 'vitest';
import { verifyAudit } from '../../server/audit/verify.ts';
import { claimsApp, DAY, improvedFamily, metFamily, withChild } from '../builders/claims.ts';

/** What `metFamily` is due of phase 1: attached in 2012-13, by the rates of that year. */
const fee = { payment: 'attachment-fee', pence: 320_000 };
const first = { payment: 'result-crime-education', pence: 70_000 };
const second = { payment: 'result-progress-to-work', pence: 10_000 };

describe('held until a person resolves it', () => {
  const theirs = () => withChild(metFamily('F-1'), 'child-1');

  test('another family with the same child, in the same cohort: its fee is proposed, its results are not', async () => {
    const { runOver, held, claims, done } = await claimsApp();
    const run = await runOver([theirs(), withChild(metFamily('F-2'), 'child-1')]);
    expect(run).toMatchObject({ claims: 4, held: 2 });
    const stopped = await held(run.id);
    expect(stopped).toMatchObject([
      {
        family: 'F-2',
        payment: first.payment,
        code: 'shared-child',
        claims: [{ family: 'F-1' }, { family: 'F-1' }],
        isApart: false,
      },
      { family: 'F-2', payment: second.payment, code: 'shared-child' },
    ]);
    for (const { id: claim } of stopped[0]?.claims ?? [])
      await done('analyst', 'POST /claims-apart', {
        family: 'F-2',
        claim,
        reason: 'the child has two households',
      });
    expect((await held(run.id)).every(({ isApart }) => isApart)).toBe(true);
    await runOver([withChild(metFamily('F-2'), 'child-1')]);
    expect(await claims('&family=F-2')).toMatchObject([fee, first, second]);
  });

  test('found apart from one side is apart from the other', async () => {
    const { runOver, begin, held, done } = await claimsApp();
    const [one, two] = [withChild(metFamily('F-1'), 'child-1'), withChild(metFamily('F-2'), 'child-1')];
    const { id } = await begin();
    await done('analyst', `POST /claim-runs/${id}/claims`, { family: one, payment: first.payment });
    const run = await runOver([two]);
    const inTheWay = new Set((await held(run.id)).flatMap(({ claims }) => claims.map((claim) => claim.id)));
    for (const claim of inTheWay)
      await done('analyst', 'POST /claims-apart', { family: 'F-2', claim, reason: 'two households' });
    expect(await runOver([two])).toMatchObject({ claims: 2, held: 0 });
    expect(await runOver([one])).toMatchObject({ claims: 2, held: 0, pence: fee.pence + second.pence });
  });

  test('a family that came from another authority: the engine says so, and of their claim nothing but whose, what and when is shown', async () => {
    const { runOver, held, claims, done } = await claimsApp();
    await runOver([metFamily('B-7', { localAuthority: 'Brent' })], {}, 'brent');
    const run = await runOver([metFamily('F-1', { formerIds: ['B-7'] })]);
    const stopped = await held(run.id);
    expect(stopped.map(({ payment, code }) => [payment, code])).toEqual([
      // because a fee is paid once, whoever pays it
      [fee.payment, 'claimed-elsewhere'],
      [first.payment, 'claimed-elsewhere'],
      [second.payment, 'claimed-elsewhere'],
      ['result-continuous-employment', 'claimed-elsewhere'],
    ]);
    const [seen] = stopped[1]?.claims ?? [];
    expect(seen).toMatchObject({ authority: 'Brent', family: null, payment: first.payment, on: DAY });
    expect(await claims()).toEqual([]);
    const inTheWay = new Set(stopped.flatMap((one) => one.claims.map(({ id }) => id)));
    for (const claim of inTheWay)
      await done('analyst', 'POST /claims-apart', {
        family: 'F-1',
        claim,
        reason: 'another family had that id',
      });
    expect(await runOver([metFamily('F-1', { formerIds: ['B-7'] })])).toMatchObject({ claims: 3, held: 0 });
  });

  test('ids of two authorities that happen to be alike do not meet', async () => {
    const { runOver } = await claimsApp();
    await runOver([metFamily('F-1', { localAuthority: 'Brent' })], {}, 'brent');
    expect(await runOver([metFamily('F-1')])).toMatchObject({ claims: 3, held: 0 });
  });

  test('who is national and the council do not both claim for a family; two councils’ alike ids do not meet there', async () => {
    const { runOver } = await claimsApp();
    const national = await runOver([metFamily('F-1')], {}, 'national');
    expect(national).toMatchObject({ claims: 3, held: 0 });
    expect(await runOver([metFamily('F-1')])).toMatchObject({ claims: 0 });
    const brent = metFamily('F-1', { localAuthority: 'Brent' });
    expect(await runOver([brent], {}, 'national')).toMatchObject({ claims: 3, held: 0 });
  });

  test('a family under its former id is the same family', async () => {
    const { runOver } = await claimsApp();
    await runOver([metFamily('F-1')]);
    expect(await runOver([metFamily('F-9', { formerIds: ['F-1'] })])).toMatchObject({ claims: 0, held: 0 });
  });

  test('a claim that is dated before another of the same family', async () => {
    const { runOver, held } = await claimsApp();
    await runOver([metFamily('F-1')], { asOf: '2015-02-20' });
    const run = await runOver([metFamily('F-1')], { asOf: '2015-02-19' });
    expect(run.claims).toBe(0);
    expect((await held(run.id)).map(({ code }) => code)).toEqual([
      'later-claim',
      'later-claim',
      'later-claim',
    ]);
    expect(await runOver([metFamily('F-1')], { asOf: '2015-02-20' })).toMatchObject({ claims: 0, held: 0 });
  });

  test('a claim of the record that is dated later, and one of the other phase, hold as those of the ledger do', async () => {
    const { runOver, held } = await claimsApp();
    const ofRecord = (more: object) => ({
      ...{
        programme: 'troubled-families',
        phase: 1,
        payment: first.payment,
        on: '2015-03-01',
        pence: 70_000,
      },
      ...more,
    });
    const later = await runOver([metFamily('F-1', { claims: [ofRecord({})] })]);
    expect(later.claims).toBe(0);
    expect((await held(later.id)).map(({ code }) => code)).toEqual([
      'later-claim',
      'later-claim',
      'later-claim',
    ]);
    const other = ofRecord({ phase: 2, payment: 'significant-and-sustained-progress', on: '2015-01-02' });
    const run = await runOver([metFamily('F-2', { claims: [other] })]);
    expect(run).toMatchObject({ claims: 1, pence: fee.pence });
    expect((await held(run.id)).map(({ code, claims }) => [code, claims])).toEqual([
      ['other-phase', []],
      ['other-phase', []],
    ]);
  });

  test('a family’s own claim of the other phase, until a person finds that the id was used again', async () => {
    const { runOver, held, done } = await claimsApp();
    const phase2 = { ruleset: { id: 'phase-2', version: '1.1.0' }, asOf: '2017-02-01' };
    expect(await runOver([improvedFamily('F-1')], phase2)).toMatchObject({ claims: 2, held: 0 });
    const run = await runOver([metFamily('F-1')]);
    expect(run).toMatchObject({ claims: 1, pence: fee.pence });
    const stopped = await held(run.id);
    const theResult = { family: 'F-1', phase: 2, payment: 'result' };
    expect(stopped).toMatchObject([
      { payment: first.payment, code: 'other-phase', claims: [theResult], isApart: false },
      { payment: second.payment, code: 'other-phase', claims: [theResult], isApart: false },
    ]);
    const claim = stopped[0]?.claims[0]?.id;
    await done('analyst', 'POST /claims-apart', { family: 'F-1', claim, reason: 'the id was used again' });
    expect((await held(run.id)).map(({ isApart }) => isApart)).toEqual([true, true]);
    expect(await runOver([metFamily('F-1')])).toMatchObject({
      ...{ claims: 2, held: 0, pence: first.pence + second.pence },
    });
    expect(await runOver([metFamily('F-1')])).toMatchObject({ claims: 0, held: 0 });
  });

  test('former ids are followed however many there were', async () => {
    const { begin, done, runOver } = await claimsApp();
    const { id } = await begin();
    const one = { family: metFamily('A'), payment: first.payment };
    await done('analyst', `POST /claim-runs/${id}/claims`, one);
    const two = { family: metFamily('B', { formerIds: ['A'] }), payment: fee.payment };
    await done('analyst', `POST /claim-runs/${id}/claims`, two);
    const third = await runOver([metFamily('C', { formerIds: ['B'] })]);
    expect(third).toMatchObject({ claims: 1, held: 0, pence: second.pence });
  });

  test('another authority’s later fee holds a fee', async () => {
    const { runOver, held } = await claimsApp();
    await runOver([metFamily('B-7', { localAuthority: 'Brent' })], { asOf: '2015-02-20' }, 'brent');
    const run = await runOver([metFamily('F-1', { formerIds: ['B-7'] })], { asOf: '2015-02-19' });
    expect(run.claims).toBe(0);
    expect((await held(run.id)).map(({ payment, code }) => [payment, code])).toEqual([
      [fee.payment, 'claimed-elsewhere'],
      [first.payment, 'claimed-elsewhere'],
      [second.payment, 'claimed-elsewhere'],
    ]);
  });

  test('a family whose record names another authority, and a record’s claim by another on the same day as ours', async () => {
    const { runOver, held } = await claimsApp();
    const run = await runOver([metFamily('F-1', { localAuthority: 'Brent' })]);
    expect(run.claims).toBe(0);
    expect(await held(run.id)).toMatchObject([{ family: 'F-1', payment: null, code: 'other-authority' }]);
    const { id } = await runOver([metFamily('F-2')]);
    const theirs = {
      programme: 'troubled-families',
      phase: 1,
      payment: first.payment,
      on: DAY,
      pence: 70_000,
    };
    const again = await runOver([metFamily('F-2', { claims: [{ ...theirs, localAuthority: 'Brent' }] })], {
      asOf: '2015-02-20',
    });
    expect(again.claims).toBe(0);
    expect((await held(again.id)).some(({ code }) => code === 'claimed-elsewhere')).toBe(true);
    expect(id).not.toBe(again.id);
  });

  test('the claims that a family came with count once beside the same ones of the ledger', async () => {
    const { runOver } = await claimsApp();
    await runOver([metFamily('F-1')]);
    const known = {
      programme: 'troubled-families',
      phase: 1,
      payment: fee.payment,
      on: DAY,
      pence: fee.pence,
    };
    expect(await runOver([metFamily('F-1', { claims: [known] })], { asOf: '2015-02-20' })).toMatchObject({
      claims: 0,
    });
    const alone = { ...known, payment: first.payment, on: '2014-01-10', pence: 70_000 };
    const other = await runOver([metFamily('F-2', { claims: [alone] })]);
    expect(other).toMatchObject({ claims: 2, pence: 330_000 });
  });
});

test('two requests that propose the same families at once: one of them does, and nothing is claimed twice', async () => {
  const { ask, begin, upload, claims } = await claimsApp();
  await upload([metFamily('F-1'), metFamily('F-2')], 'the-cohort');
  const { id } = await begin({ cohort: 'the-cohort' });
  const { id: other } = await begin({ cohort: 'the-cohort' });
  const answers = await Promise.all(
    [id, id, other].map((one) => ask('analyst', `POST /claim-runs/${one}/next`)),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 409]);
  const all = await claims();
  expect(all).toHaveLength(6);
  expect(new Set(all.map(({ family, payment }) => `${String(family)} ${payment}`)).size).toBe(6);
});

test('what is erased leaves amounts, versions and sums as they were, and no name', async () => {
  const { runOver, claims, done, ask, deps, held, submitted } = await claimsApp();
  const run = await runOver([withChild(metFamily('F-1'), 'c'), withChild(metFamily('F-2'), 'c')]);
  await submitted(run.id);
  const totals = await done('analyst', 'GET /claim-totals');
  expect(await done('analyst', 'GET /families/F-2/export')).toMatchObject({
    claims: [{ ...fee, family: 'F-2' }],
  });
  expect(await done('administrator', 'DELETE /families/F-2', { reason: 'asked for' })).toMatchObject({
    claims: 1,
  });
  expect(await done('administrator', 'DELETE /families/F-1', { reason: 'asked for' })).toMatchObject({
    claims: 3,
  });
  expect((await claims()).map(({ family }) => family)).toEqual([null, null, null, null]);
  expect((await held(run.id)).map(({ family }) => family)).toEqual([null, null]);
  expect(await done('analyst', 'GET /claim-totals')).toEqual(totals);
  expect((await ask('analyst', 'GET /families/F-1/export')).problem).toBe('family-not-kept');
  const { claimName } = deps.store.tables;
  expect((await deps.store.read((q) => q.select().from(claimName))).every(({ name }) => name === null)).toBe(
    true,
  );
  expect(await verifyAudit(deps.store)).toMatchObject({ findings: [] });
});

test('a family that is erased is named by no claim of another that it once was', async () => {
  const { runOver, done, deps, claims } = await claimsApp();
  await runOver([metFamily('F-2', { formerIds: ['F-1'] })]);
  expect(await done('administrator', 'DELETE /families/F-1', { reason: 'asked for' })).toMatchObject({
    claims: 0,
  });
  const { claimName } = deps.store.tables;
  const names = (await deps.store.read((q) => q.select().from(claimName))).map(({ kind, name }) => [
    kind,
    name,
  ]);
  expect(names).not.toContainEqual(['former', 'F-1']);
  expect(names).toContainEqual(['family', 'F-2']);
  expect((await claims()).map(({ family }) => family)).toEqual(['F-2', 'F-2', 'F-2']);
});

describe('claim windows', () => {
  const asked = {
    window: {
      id: 'april-2014',
      label: 'April 2014',
      programme: 'troubled-families',
      phase: 1,
      opens: '2014-04-01',
      closes: '2014-05-01',
      source: { ref: 'letter', standing: 'sourced' },
    },
    source: { title: 'Letter of March 2014' },
  };

  test('one that is put in force takes claims; only those who are national put one', async () => {
    const { ask, done, begin } = await claimsApp();
    expect((await ask('releaser', 'POST /claim-windows', asked)).problem).toBe('not-your-authority');
    await expect(begin({ asOf: '2014-04-10' })).rejects.toThrow('outside-claim-windows');
    await done('national', 'POST /claim-windows', asked);
    expect(await begin({ asOf: '2014-04-10' })).toMatchObject({ window: { id: 'april-2014' } });
    const shorter = { ...asked, window: { ...asked.window, closes: '2014-04-10' } };
    await done('national', 'POST /claim-windows', shorter);
    await expect(begin({ asOf: '2014-04-10' })).rejects.toThrow('outside-claim-windows');
    const { windows } = (await done('analyst', 'GET /claim-windows')) as {
      readonly windows: readonly (typeof asked)[];
    };
    expect(windows.filter(({ window }) => window.id === 'april-2014')).toEqual([shorter]);
    const backwards = { ...asked, window: { ...asked.window, closes: '2014-04-01' } };
    expect((await ask('national', 'POST /claim-windows', backwards)).body['findings']).toMatchObject([
      { pointer: '/window/closes' },
    ]);
  });

  test('each that is shipped says where it is from, and none of a phase overlap', async () => {
    const { done } = await claimsApp();
    const { windows } = (await done('analyst', 'GET /claim-windows')) as {
      readonly windows: readonly (typeof asked)[];
    };
    for (const [at, { window, source }] of windows.entries()) {
      expect(source.title).not.toBe('');
      const next = windows[at + 1]?.window;
      if (next?.phase === window.phase) expect(window.closes <= next.opens).toBe(true);
    }
    expect(windows.map(({ window }) => window.id)).toContain('october-2013');
  });
});

test('the database itself refuses to change or remove a claim, or what became of it', async () => {
  const { runOver, submitted, deps, claims } = await claimsApp();
  await submitted((await runOver([metFamily('F-1')])).id);
  const [one] = await claims();
  const { store } = deps;
  const changed = (work: (tx: Parameters<Parameters<typeof store.write>[1]>[0]) => Promise<unknown>) =>
    store.write({ actor: 'system', authority: 'Harrow' }, async (tx) => {
      tx.record({ action: 'tampered' });
      await work(tx);
    });
  const id = one?.id ?? '';
  await expect(changed((tx) => tx.update('claim', id, { pence: 1 }))).rejects.toThrow();
  await expect(changed((tx) => tx.remove('claim', id))).rejects.toThrow();
  const [event] = await store.read((q) => q.select().from(store.tables.claimEvent));
  await expect(
    changed((tx) => tx.update('claimEvent', event?.id ?? '', { event: 'paid' })),
  ).rejects.toThrow();
  await expect(changed((tx) => tx.remove('claimEvent', event?.id ?? ''))).rejects.toThrow();
  expect(await claims()).toHaveLength(3);
});
