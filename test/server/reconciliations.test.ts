import { expect, test } from 'vitest';
import type { Reconciliation } from '../../server/claims/reconciling.ts';
import type { Library } from '../../server/library/library.ts';
import { claimsApp, DAY, metFamily, withChild } from '../builders/claims.ts';
import { shippedLibrary } from '../builders/http.ts';

const codes = ({ lines }: Reconciliation) => lines.map(({ code, payment }) => [code, payment]);

test('a statement line by line: paid, at another year’s rate, unpaid, and of nobody; each with its decision', async () => {
  const { runOver, submitted, claims, done, text } = await claimsApp();
  await submitted((await runOver([metFamily('F-1'), metFamily('F-2')])).id);
  const [fee, crime] = await claims();
  const on = '2015-02-20';
  const statement = [
    { claim: fee?.id, pence: 320_000, on },
    { family: 'F-1', payment: 'result-crime-education', pence: 150_000, on },
    { family: 'F-9', payment: 'attachment-fee', pence: 240_000, on },
  ];
  const found = (await done('analyst', 'POST /reconciliations', { statement })) as Reconciliation;
  expect(found).toMatchObject({ against: 'statement', claims: 6 });
  expect(codes(found)).toEqual([
    ['settled', 'attachment-fee'],
    ['not-recorded', 'attachment-fee'],
    ['wrong-year', 'result-crime-education'],
    ['not-recorded', 'result-crime-education'],
    ['unpaid', 'result-progress-to-work'],
    ['unpaid', 'attachment-fee'],
    ['unpaid', 'result-crime-education'],
    ['unpaid', 'result-progress-to-work'],
    ['without-claim', null],
  ]);
  const wrong = found.lines.find(({ code }) => code === 'wrong-year');
  expect(wrong).toMatchObject({
    rows: [1],
    because: 'the rate from 2013-04-01',
    differencePence: 80_000,
    record: crime?.record,
  });
  expect(found.sums.find(({ code }) => code === 'unpaid')).toMatchObject({
    lines: 4,
    differencePence: -410_000,
  });
  for (const { code, lines } of found.sums)
    expect(found.lines.filter((one) => one.code === code)).toHaveLength(lines);
  expect(await claims()).toMatchObject(Array.from({ length: 6 }, () => ({ paidPence: 0 })));
  expect((await text('analyst', '/claims?as=csv')).includes('150000')).toBe(false);
});

test('without a statement: what the ledger has as paid and clawed back; families that were found apart are not claimed twice', async () => {
  const { runOver, submitted, claims, done, held } = await claimsApp();
  await submitted((await runOver([withChild(metFamily('F-1'), 'c')])).id);
  const run = await runOver([withChild(metFamily('F-2'), 'c')]);
  const inTheWay = new Set((await held(run.id)).flatMap((one) => one.claims.map(({ id }) => id)));
  for (const claim of inTheWay)
    await done('analyst', 'POST /claims-apart', { family: 'F-2', claim, reason: 'two households' });
  const second = await runOver([withChild(metFamily('F-2'), 'c')]);
  expect(second.claims).toBe(2);
  const [fee] = await claims();
  const event = (what: string, more: object) => ({
    events: [{ claim: fee?.id, event: what, on: '2015-02-20', ...more }],
  });
  await done('releaser', 'POST /claim-events', event('paid', { pence: 320_000 }));
  await done('releaser', 'POST /claim-events', event('clawed-back', { pence: 320_000, reason: 'not valid' }));
  const found = (await done('analyst', 'POST /reconciliations', {})) as Reconciliation;
  expect(codes(found).slice(0, 4)).toEqual([
    ['settled', 'attachment-fee'],
    ['clawed-back', 'attachment-fee'],
    ['unpaid', 'result-crime-education'],
    ['unpaid', 'result-progress-to-work'],
  ]);
  expect((await done('brent', 'POST /reconciliations', {})) as Reconciliation).toMatchObject({
    claims: 0,
    lines: [],
  });
});

test('a version that has come into force since for the day of a claim: what is no longer due is said, with the version', async () => {
  let library: Library = shippedLibrary();
  const { runOver, done } = await claimsApp({ library, shelf: { current: () => Promise.resolve(library) } });
  await runOver([metFamily('F-1')]);
  const all = (await done('analyst', 'POST /reconciliations', {})) as Reconciliation;
  expect(all.lines).toEqual([]);
  const [phase2] = library.rulesets.get('phase-2') ?? [];
  const was = library.rulesets.get('phase-1') ?? [];
  if (phase2 === undefined) throw new Error('phase 2 is shipped');
  const other = {
    ...phase2,
    hash: 'sha256:other',
    ruleset: { ...phase2.ruleset, id: 'phase-1', version: '1.1.0' },
  };
  const from = DAY;
  const releases = [
    ...library.releases,
    { ruleset: 'phase-1', version: '1.1.0', from, source: { ref: 'harrow', standing: 'sourced' as const } },
  ];
  library = { ...library, releases, rulesets: new Map([...library.rulesets, ['phase-1', [...was, other]]]) };
  const after = (await done('analyst', 'POST /reconciliations', {})) as Reconciliation;
  expect(after.sums).toMatchObject([{ code: 'not-due' }]);
  expect(after.lines.every(({ because }) => because === 'version 1.1.0')).toBe(true);
  expect(after.lines.map(({ payment }) => payment)).toContain('result-crime-education');
  library = { ...library, releases: [] };
  const none = (await done('analyst', 'POST /reconciliations', {})) as Reconciliation;
  expect(none.lines).toMatchObject(
    Array.from({ length: 3 }, () => ({
      code: 'cannot-be-decided',
      because: 'no version is in force on its day',
    })),
  );
});

test('a statement that cannot be read is refused at its place', async () => {
  const { ask } = await claimsApp();
  const refused = await ask('analyst', 'POST /reconciliations', {
    statement: [{ claim: 'c', pence: 0, on: '2015-02-30' }],
  });
  expect([refused.status, refused.problem]).toEqual([400, 'body-invalid']);
  expect(JSON.stringify(refused.body['findings'])).toContain('/statement/0');
  expect((await ask('analyst', 'POST /reconciliations', { run: 'none' })).problem).toBe(
    'claim-run-not-found',
  );
});

test('what one authority found apart is still said to the other, whose claim may be for the same family', async () => {
  const { runOver, done, held } = await claimsApp();
  await runOver([metFamily('B-7', { localAuthority: 'Brent' })], {}, 'brent');
  const moved = metFamily('F-1', { formerIds: ['B-7'] });
  const inTheWay = new Set(
    (await held((await runOver([moved])).id)).flatMap((one) => one.claims.map(({ id }) => id)),
  );
  for (const claim of inTheWay)
    await done('analyst', 'POST /claims-apart', {
      family: 'F-1',
      claim,
      reason: 'another family had that id',
    });
  const { id } = await runOver([moved]);
  expect(((await done('analyst', 'POST /reconciliations', {})) as Reconciliation).sums).toEqual([]);
  const theirs = (await done('brent', 'POST /reconciliations', {})) as Reconciliation;
  expect(theirs.sums).toMatchObject([{ code: 'claimed-twice', lines: 2, differencePence: 80_000 }]);
  expect(JSON.stringify(theirs)).not.toContain('F-1');
  expect(id).not.toBe('');
});

test('a run whose version was withdrawn since goes no further, and is not submitted', async () => {
  let library: Library = shippedLibrary();
  const { runOver, begin, upload, ask, done } = await claimsApp({
    library,
    shelf: { current: () => Promise.resolve(library) },
  });
  const { id } = await runOver([metFamily('F-1')]);
  await done('auditor', `POST /claim-runs/${id}/sample`, { seed: 's', percent: 0, minimum: 1 });
  await upload([metFamily('F-2')], 'another-cohort');
  const { id: begun } = await begin({ cohort: 'another-cohort' });
  const none = [...library.rulesets].map(
    ([name, versions]) => [name, versions.map((one) => ({ ...one, releases: [] }))] as const,
  );
  library = { ...library, releases: [], rulesets: new Map(none) };
  for (const [line, body] of [
    [`POST /claim-runs/${begun}/next`, undefined],
    [`POST /claim-runs/${begun}/claims`, { family: metFamily('F-2'), payment: 'attachment-fee' }],
  ] as const)
    expect((await ask('analyst', line, body)).problem).toBe('version-not-in-force');
  const submitted = await ask('releaser', `POST /claim-runs/${id}/submit`, { on: DAY });
  expect([submitted.status, submitted.problem]).toEqual([422, 'version-not-in-force']);
});
