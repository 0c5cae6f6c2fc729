import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { root } from '../../server/setup/ensure.mjs';
import { openSqlite } from '../../server/store/sqlite.ts';
import { openStore } from '../../server/store/store.ts';
import { claimsApp, metFamily } from '../builders/claims.ts';
import { commandLine, output, problemOf } from '../builders/command-line.ts';
import { temporaryFolder, written } from '../builders/rulesets-folder.ts';

const rulesets = path.join(root, 'rulesets');

/** A server with claims in a file, and the command line beside it. */
async function beside() {
  const data = temporaryFolder();
  const run = (...argv: string[]) =>
    commandLine(argv, { folder: rulesets, environment: { THRESHOLD_DATA: data } });
  expect(await run('rulesets', 'import', rulesets)).toMatchObject({ exit: 0 });
  let now = Date.UTC(2026, 0, 10, 12);
  const store = await openStore(openSqlite(path.join(data, 'threshold.db')), () => (now += 1));
  onTestFinished(() => store.close());
  const app = await claimsApp({ store, clock: () => (now += 1) });
  return { ...app, data, run };
}

test('what is listed, summed up and reconciled is what the server answers, also as tables', async () => {
  const { runOver, submitted, done, text, data, run } = await beside();
  const { id } = await runOver([metFamily('F-1'), metFamily('F-2')]);
  await submitted(id);
  const of = ['--authority', 'Harrow'];
  const listed = await run('claims', 'list', ...of);
  const asked = (await done('analyst', 'GET /claims?limit=500')) as { readonly claims: unknown };
  expect([listed.exit, output(listed)]).toEqual([0, { claims: asked.claims }]);
  expect((await run('claims', 'list', ...of, '--csv')).out).toBe(await text('analyst', '/claims?as=csv'));
  expect(output(await run('claims', 'totals', ...of))).toEqual(await done('analyst', 'GET /claim-totals'));
  expect((await run('claims', 'totals', ...of, '--run', id, '--csv')).out).toBe(
    await text('analyst', `/claim-totals?as=csv&run=${id}`),
  );
  const table = 'family,payment,pounds,on\nF-1,attachment-fee,3200,2015-02-20\n';
  const folder = written(data, { 'statement.csv': table, 'wrong.csv': 'family,pounds\nF-1,1\n' });
  const ended = await run('claims', 'reconcile', ...of, path.join(folder, 'statement.csv'));
  expect(output(ended)).toEqual(await done('analyst', 'POST /reconciliations', { statementCsv: table }));
  expect(output(await run('claims', 'reconcile', ...of))).toEqual(
    await done('analyst', 'POST /reconciliations', {}),
  );
  const wrong = await run('claims', 'reconcile', ...of, path.join(folder, 'wrong.csv'));
  expect([wrong.exit, problemOf(wrong)]).toMatchObject([
    2,
    {
      type: '/problems/statement-invalid',
      findings: [{ code: 'missing-column', line: 1 }, { code: 'missing-column' }],
    },
  ]);
});

test('another authority’s claims are its own, and whose they are is asked for', async () => {
  const { runOver, run } = await beside();
  await runOver([metFamily('F-1')]);
  expect(output(await run('claims', 'list', '--authority', 'Brent'))).toEqual({ claims: [] });
  const unsaid = await run('claims', 'list');
  expect([unsaid.exit, problemOf(unsaid)]).toMatchObject([2, { type: '/problems/usage' }]);
});
