import path from 'node:path';
import { expect } from 'vitest';
import { root } from '../../server/setup/ensure.mjs';
import { openSqlite } from '../../server/store/sqlite.ts';
import { openStore } from '../../server/store/store.ts';
import { claimsApp } from './claims.ts';
import { commandLine } from './command-line.ts';
import { temporaryFolder } from './rulesets-folder.ts';

const rulesets = path.join(root, 'rulesets');

/** A server with claims in a file, and the command line beside it; outside a test a folder must be given. */
export async function claimsBeside(data = temporaryFolder()) {
  const run = (...argv: string[]) =>
    commandLine(argv, { folder: rulesets, environment: { THRESHOLD_DATA: data } });
  expect(await run('rulesets', 'import', rulesets)).toMatchObject({ exit: 0 });
  let now = Date.UTC(2026, 0, 10, 12);
  const store = await openStore(openSqlite(path.join(data, 'threshold.db')), () => (now += 1));
  const app = await claimsApp({ store, clock: () => (now += 1) });
  return { ...app, data, run, close: () => store.close() };
}
