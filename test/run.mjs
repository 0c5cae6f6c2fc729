import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensure, root } from '../server/setup/ensure.mjs';
import { spareServer } from './postgres.mjs';

// npm test: everything that must hold, from a checkout alone. The last line is the sum.

/** @typedef {{ passed: number, failed: number }} Count */

const reports = path.join(root, 'dist/reports');

/**
 * @param {string} title
 * @param {readonly string[]} args
 * @param {Record<string, string>} [more]
 * @returns {boolean} whether it passed
 */
function stage(title, args, more = {}) {
  console.log(`\n── ${title}`);
  const env = { ...process.env, ...more };
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env }).status === 0;
}

/**
 * @param {string} name
 * @returns {unknown}
 */
function reportOf(name) {
  const file = path.join(reports, name);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/**
 * @param {string} name
 * @returns {Count}
 */
function unitCount(name) {
  const report = /** @type {{ numPassedTests: number, numFailedTests: number } | undefined} */ (
    reportOf(`${name}.json`)
  );
  return { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 };
}

/** @returns {Count} */
function journeyCount() {
  const report =
    /** @type {{ stats: { expected: number, unexpected: number, flaky: number } } | undefined} */ (
      reportOf('journeys.json')
    );
  const { expected = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {};
  return { passed: expected, failed: unexpected + flaky };
}

/**
 * A stage that fails without a failing test to show for it, or that ran no test, is one failure.
 * @param {boolean} passed
 * @param {Count} count
 * @returns {Count}
 */
function judged(passed, count) {
  const holds = passed ? count.passed > 0 : count.failed > 0;
  return holds ? count : { ...count, failed: count.failed + 1 };
}

/**
 * @param {boolean} passed
 * @returns {Count}
 */
const plain = (passed) => ({ passed: 0, failed: passed ? 0 : 1 });

/**
 * @param {string} name
 * @param {readonly string[]} args
 * @param {Record<string, string>} [more]
 * @returns {Count}
 */
function unit(name, args, more) {
  const reporters = ['--reporter=default', '--reporter=json'];
  const file = `--outputFile.json=${path.join(reports, `${name}.json`)}`;
  const run = ['node_modules/vitest/vitest.mjs', 'run', '-c', 'test/vitest.config.ts', ...reporters, file];
  return judged(stage(name, [...run, ...args], more), unitCount(name));
}

/** The tests of the server that are not run again on another database, by name, and why. */
const onSqliteAlone = {
  'command-line*': 'the command line, on SQLite files of its own',
  'rulesets-interchange': 'the command line, on SQLite files of its own',
  readme: 'the command line, and no store',
  'http-start': 'servers started by their settings, on SQLite files of their own',
  'http-socket': 'servers started by their settings, on SQLite files of their own',
  'kill.long': 'processes that are killed while they write to a SQLite file',
  'route-faults': 'a SQLite file that may not grow, or that another process holds',
  'http-{batch,comparison,limits,problems,second-opinion}':
    'no store: who asks has the key of the environment',
  batch: 'no store',
  'draft-states': 'no store',
  'library*': 'no store',
  'split-lines': 'no store',
};

/** All that stands on a database. */
const onStores = [
  'test/server/',
  ...Object.keys(onSqliteAlone).flatMap((name) => ['--exclude', `test/server/${name}.test.ts`]),
];

ensure();
rmSync(reports, { recursive: true, force: true });
const counts = [
  plain(stage('check', ['node_modules/typescript/bin/tsc', '-b'])),
  plain(stage('lint', ['--import', 'tsx', 'test/lint/run.ts'])),
  unit('unit', []),
  // because it takes seconds to come up, and longer where two do at once
  unit('unit-on-pglite', [...onStores, '--testTimeout=180000'], { TEST_STORE: 'pglite' }),
];
const server = spareServer();
try {
  if ('url' in server)
    counts.push(
      unit('unit-on-postgresql', onStores, { TEST_STORE: 'postgres', TEST_DATABASE_URL: server.url }),
    );
  else console.log(`\n── unit-on-postgresql\nnot run: ${server.none}`);
} finally {
  if ('stop' in server) server.stop();
}
const built = stage('build', ['server/setup/build.mjs']);
counts.push(plain(built));
if (built) {
  const passed = stage('journeys', [
    'node_modules/@playwright/test/cli.js',
    'test',
    '-c',
    'test/playwright.config.ts',
  ]);
  counts.push(judged(passed, journeyCount()));
}

const sum = (/** @type {keyof Count} */ key) => counts.reduce((total, count) => total + count[key], 0);
const failed = sum('failed');
process.exitCode = failed > 0 ? 1 : 0;
console.log(`\n${String(sum('passed'))} passed, ${String(failed)} failed`);
