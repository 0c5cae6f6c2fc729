import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isNotNull } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { ok } from '../../engine/index.ts';
import { reconciliationCsv } from '../../server/claims/claims-csv.ts';
import type { Reconciliation } from '../../server/claims/reconciling.ts';
import { MOST_CHARACTERS, MOST_LINES } from '../../server/claims/statement-csv.ts';
import { forgetBefore } from '../../server/decisions/forget.ts';
import { readEnvironment } from '../../server/env.ts';
import type { Library } from '../../server/library/library.ts';
import { readVersion } from '../../server/library/read-version.ts';
import { root } from '../../server/setup/ensure.mjs';
import { claimsApp, DAY, metFamily, withChild } from '../builders/claims.ts';
import { shippedLibrary } from '../builders/http.ts';

const limits = {
  ...{ bodyBytes: 64 * 1024, evaluationsAtOnce: 4, batchesAtOnce: 1 },
  ...{ cohortBytes: 8 * 1024 * 1024, cohortMilliseconds: 600_000 },
};
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
    ['without-claim', 'attachment-fee'],
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

/**
 * The shipped library, and what becomes of it once a version 1.1.0 of phase 1 is in force on the day of claims that pays the
 * fee of families of high cost alone, and of results the first alone.
 */
function withSuccessor() {
  const library = shippedLibrary();
  const text = readFileSync(path.join(root, 'rulesets/england/phase-1/1.0.0.json'), 'utf8');
  // because it is read whole below
  const was = JSON.parse(text) as { readonly payments: readonly object[] };
  const [fee, first] = was.payments;
  const payments = [{ ...fee, when: { id: 'attachment-fee.high-cost', condition: 'high-cost' } }, first];
  const read = readVersion(
    {
      ruleset: { kind: 'ruleset', file: '1.1.0.json', read: ok({ ...was, version: '1.1.0', payments }) },
      cases: undefined,
    },
    library,
  );
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const source = { ref: 'harrow', standing: 'sourced' as const };
  const releases = [...library.releases, { ruleset: 'phase-1', version: '1.1.0', from: DAY, source }];
  const versions = [...(library.rulesets.get('phase-1') ?? []), read.value];
  const rulesets = new Map([...library.rulesets, ['phase-1', versions] as const]);
  return { library, after: { ...library, releases, rulesets } };
}

test('a version that has come into force since for the day of a claim: what is no longer due is told from what it does not know', async () => {
  const { library: before, after } = withSuccessor();
  let library: Library = before;
  const { runOver, done } = await claimsApp({ library, shelf: { current: () => Promise.resolve(library) } });
  const { records, ...family } = metFamily('F-1') as { readonly records: object };
  await runOver([{ ...family, records: { ...records, 'police-call-out': null, housing: null } }]);
  const found = async () => (await done('analyst', 'POST /reconciliations', {})) as Reconciliation;
  expect((await found()).lines).toEqual([]);
  library = after;
  const { lines } = await found();
  expect(
    lines.map(({ payment, code, differencePence, because }) => [payment, code, differencePence, because]),
  ).toEqual([
    [
      ...['attachment-fee', 'cannot-be-decided', 0],
      'version 1.1.0: unknown for want of police-call-out, housing',
    ],
    ['result-progress-to-work', 'not-due', 10_000, 'version 1.1.0'],
  ]);
  library = { ...library, releases: [] };
  expect((await found()).lines).toMatchObject(
    Array.from({ length: 3 }, () => ({
      code: 'cannot-be-decided',
      because: 'no version is in force on its day',
    })),
  );
});

test('why a family is not there to be decided again: withheld, forgotten after its time, or erased', async () => {
  const { library: before, after } = withSuccessor();
  let library: Library = before;
  const { runOver, submitted, done, deps } = await claimsApp({
    library,
    shelf: { current: () => Promise.resolve(library) },
  });
  await submitted((await runOver([metFamily('F-1'), metFamily('F-2')])).id);
  library = after;
  const why = async () => {
    const found = (await done('analyst', 'POST /reconciliations', {})) as Reconciliation;
    const undecided = found.lines.filter(({ code }) => code === 'cannot-be-decided');
    return [...new Set(undecided.map(({ because }) => because))];
  };
  const { store } = deps;
  await store.write({ actor: 'system', authority: 'Harrow' }, async (tx) => {
    const { decision } = tx.tables;
    await tx.empty('decision', { familyDocument: null }, isNotNull(decision.familyDocument));
    tx.record({ action: 'decisions-retained' });
  });
  expect(await why()).toEqual(['the family was withheld']);
  await forgetBefore(store, '9999-01-01T00:00:00.000Z');
  expect(await why()).toEqual(['the family was forgotten after its time']);
  await done('administrator', 'DELETE /families/F-2', { reason: 'asked for' });
  expect(await why()).toEqual(['the family was forgotten after its time', 'the family was erased']);
});

test('asked of one run, a statement is held against all claims, and what is paid for those of other runs is counted apart', async () => {
  const { runOver, submitted, done } = await claimsApp();
  const first = await runOver([metFamily('F-1')]);
  await submitted(first.id);
  await submitted((await runOver([metFamily('F-2')])).id);
  const on = '2015-02-20';
  const statement = [
    { family: 'F-1', payment: 'attachment-fee', pence: 320_000, on },
    { family: 'F-2', payment: 'attachment-fee', pence: 320_000, on },
    { family: 'F-9', payment: 'attachment-fee', pence: 1, on },
  ];
  const asked = { run: first.id, statement };
  const found = (await done('analyst', 'POST /reconciliations', asked)) as Reconciliation;
  expect(found).toMatchObject({ claims: 3, elsewhere: { rows: 1, pence: 320_000 } });
  expect(found.lines.filter(({ code }) => code === 'without-claim')).toMatchObject([
    { rows: [2], family: 'F-9' },
  ]);
  expect(await done('analyst', 'POST /reconciliations', { statement })).toMatchObject({
    elsewhere: { rows: 0, pence: 0 },
  });
  expect(reconciliationCsv(found).trim().split(/\r?\n/).at(-1)).toBe(
    'elsewhere,lines of the statement that are of claims of other runs: 1,,,,,,,,320000,',
  );
});

test('a line names a phase or an authority beside family and payment, also in a table', async () => {
  const { runOver, claims, done } = await claimsApp();
  for (const localAuthority of ['Harrow', 'Brent'])
    await runOver([metFamily('F-1', { localAuthority })], {}, 'national');
  const theirs = (await claims('', 'national')).filter(({ payment }) => payment === 'attachment-fee');
  const said = async (asked: object) => {
    const { lines } = (await done('national', 'POST /reconciliations', asked)) as Reconciliation;
    return lines.flatMap(({ code, claim, because }) =>
      code === 'not-recorded' ? [] : [[code, claim, because]],
    );
  };
  const line = { family: 'F-1', payment: 'attachment-fee', pence: 320_000, on: '2015-02-20' };
  const unclear = [['several-claims', null, 'phase 1 of Harrow; phase 1 of Brent']];
  const brents = [['paid-unsubmitted', theirs[1]?.id, 'proposed']];
  expect(await said({ statement: [line] })).toEqual(unclear);
  expect(await said({ statement: [{ ...line, localAuthority: 'Brent' }] })).toEqual(brents);
  const table = (council: string, phase: string) =>
    `family,payment,Phase,Local authority,pence,on\nF-1,attachment-fee,${phase},${council},320000,2015-02-20`;
  expect(await said({ statementCsv: table('', '1') })).toEqual(unclear);
  expect(await said({ statementCsv: table('Brent', '') })).toEqual(brents);
  expect(await said({ statementCsv: table('Brent', '2') })).toEqual([['without-claim', null, '']]);
});

test('the longest statement that is allowed is taken with the body limit there is without a setting', async () => {
  const settings = readEnvironment({});
  if (!settings.ok) throw new Error('nothing is set');
  const { bodyBytes } = settings.value;
  const { ask } = await claimsApp({ limits: { ...limits, bodyBytes } });
  const row = 'c,1,2015-02-20\n';
  const lines = `claim,pence,on\n${row.repeat(MOST_LINES)}`;
  const longest = lines.padEnd(MOST_CHARACTERS, ' ');
  const answer = async (statementCsv: string) => {
    const { status, problem } = await ask('analyst', 'POST /reconciliations', { statementCsv });
    return [status, problem];
  };
  expect(await answer(longest)).toEqual([200, undefined]);
  expect(await answer(`${longest} `)).toEqual([400, 'body-invalid']);
  expect(await answer(`${lines}${row}`)).toEqual([422, 'statement-invalid']);
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
