import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { choosePassword } from '../../server/identity/sign-in.ts';
import { identifyKey } from '../../server/identity/identify.ts';
import { sha256 } from '../../server/canonical.ts';
import { openStoreAt } from '../../server/store/open.ts';
import { verifyAudit } from '../../server/audit/verify.ts';
import { commandLine, output, problemOf } from '../builders/command-line.ts';
import { personIn } from '../builders/identity.ts';
import { temporaryFolder } from '../builders/rulesets-folder.ts';

/** A store that a server holds open, and the command line beside it. */
async function beside() {
  const data = temporaryFolder();
  const store = await openStoreAt(path.join(data, 'threshold.db'), () => Date.UTC(2026, 0, 1));
  onTestFinished(() => store.close());
  const environment = { THRESHOLD_DATA: data, THRESHOLD_ORIGIN: 'https://threshold.example' };
  const run = (...argv: string[]) => commandLine(argv, { folder: 'rulesets', environment });
  return { store, run };
}

test('a key that is made beside the server is good at once, and is in the audit log', async () => {
  const { store, run } = await beside();
  const made = output(
    await run('keys', 'create', '--name', 'reports', '--scopes', 'decide', '--authority', 'Harrow'),
  ) as { key: string };
  expect(made).toMatchObject({ name: 'reports', scopes: ['decide'], authority: 'Harrow', createdBy: null });
  const found = await identifyKey(store, made.key, '2026-01-01T00:00:00.000Z');
  expect(found).toMatchObject({ ok: true, value: { principal: { kind: 'key', authority: 'Harrow' } } });
  expect(await verifyAudit(store)).toMatchObject({ entries: 1, findings: [] });
});

test('a day until which: at its first instant the key is no longer good', async () => {
  const { store, run } = await beside();
  const made = output(await run('keys', 'create', '--name', 'short', '--until', '2027-01-01')) as {
    key: string;
  };
  const at = async (now: string) => (await identifyKey(store, made.key, now)).ok;
  expect([await at('2026-12-31T23:59:59.999Z'), await at('2027-01-01T00:00:00.000Z')]).toEqual([true, false]);
});

test('a link lets somebody who lost their password choose another', async () => {
  const { store, run } = await beside();
  const { email } = await personIn(store, ['administrator']);
  const { link } = output(await run('people', 'link', email.toUpperCase())) as { link: string };
  const [, token = ''] = /^https:\/\/threshold\.example\/password#link=(.+)$/.exec(link) ?? [];
  const chosen = { password: 'another long password', token: 't', link: { id: sha256(token), token } };
  expect(await choosePassword(store, chosen)).toMatchObject({ ok: true, value: { email } });
  expect(await choosePassword(store, chosen)).toMatchObject({ ok: false, error: { name: 'link-not-good' } });
});

test.for([
  { argv: ['people', 'link', 'nobody@example.org'], type: '/problems/person-not-found' },
  { argv: ['keys', 'create', '--name', 'x', '--scopes', 'decide,everything'], type: '/problems/usage' },
  { argv: ['keys', 'create'], type: '/problems/usage' },
])('$argv: $type', async ({ argv, type }) => {
  const { run } = await beside();
  const ended = await run(...argv);
  expect([ended.exit, problemOf(ended)]).toEqual([2, expect.objectContaining({ type })]);
});
