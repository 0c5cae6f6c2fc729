import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensure, root } from '../server/setup/ensure.mjs';
import { spareServer } from './postgres.mjs';

// npm test: everything that must hold, from a checkout alone. At its end, what failed; the last line is the sum.

/**
 * `failures`: a line each; where there are none of what failed, its stage's last lines say why.
 * @typedef {{ passed: number, failed: number, failures?: readonly string[] }} Count
 */

/** So many of what a stage said that failed without a test to name. */
const lastLines = 30;

const reports = path.join(root, 'dist/reports');

/**
 * A program of Node, and what its end counts for.
 * @typedef {{ title: string, args: readonly string[], env?: Record<string, string>, count: (passed: boolean) => Count }} Stage
 */

/**
 * Runs a stage to its end. One that is not alone says all it has to say at its end, so that no two are read as one.
 * @param {Stage} stage
 * @param {boolean} [alone]
 * @returns {Promise<Count>}
 */
function run({ title, args, env = {}, count }, alone = true) {
  if (alone) console.log(`\n── ${title}`);
  const began = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}), ...env },
  });
  /** @type {Buffer[]} */
  const said = [];
  const hear = (/** @type {Buffer} */ part) => {
    said.push(part);
    if (alone) process.stdout.write(part);
  };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', hear);
  return new Promise((resolve) => {
    child.on('close', (code) => {
      const text = Buffer.concat(said).toString();
      if (!alone) process.stdout.write(`\n── ${title}\n${text}`);
      console.log(`${title} took ${((performance.now() - began) / 1000).toFixed()} s`);
      resolve(explained(title, count(code === 0), text));
    });
  });
}

/**
 * @param {string} title
 * @param {Count} count
 * @param {string} text all that the stage said
 * @returns {Count}
 */
function explained(title, count, text) {
  if (count.failed === 0) return count;
  const named = count.failures ?? [];
  const lines = named.length > 0 ? named : text.trimEnd().split('\n').slice(-lastLines);
  return { ...count, failures: [`${title}:`, ...lines.map((line) => `  ${line}`)] };
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
 * A file of tests: `message` is why it could not be run.
 * @typedef {{ name: string, message: string, assertionResults: { status: string, fullName: string, failureMessages: string[] }[] }} TestFile
 */

/**
 * @param {readonly TestFile[]} files
 * @returns {string[]}
 */
function failuresIn(files) {
  return files.flatMap(({ name, message, assertionResults }) => {
    const file = path.relative(root, name);
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    const lines = failed.map(
      ({ fullName, failureMessages }) => `${fullName}: ${failureMessages[0]?.split('\n')[0] ?? ''}`,
    );
    return [...(message === '' ? [] : [message]), ...lines].map((line) => `${file}: ${line}`);
  });
}

/**
 * @param {string} name
 * @returns {Count}
 */
function unitCount(name) {
  const report =
    /** @type {{ numPassedTests: number, numFailedTests: number, testResults: TestFile[] } | undefined} */ (
      reportOf(`${name}.json`)
    );
  if (report === undefined) return { passed: 0, failed: 0 };
  const failures = failuresIn(report.testResults);
  return { passed: report.numPassedTests, failed: report.numFailedTests, failures };
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
 * @param {string} title
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Stage}
 */
function unit(title, args, env) {
  const reporters = ['--reporter=default', '--reporter=json'];
  const file = `--outputFile.json=${path.join(reports, `${title}.json`)}`;
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '-c', 'test/vitest.config.ts', ...reporters, file];
  return {
    ...{ title, args: [...vitest, ...args], env: env ?? {} },
    count: (passed) => judged(passed, unitCount(title)),
  };
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
  '{batch,comparison}': 'no store',
  'draft-states': 'no store',
  'library*': 'no store',
  'split-lines': 'no store',
};

/** All that stands on a database. */
const onStores = [
  'test/server/',
  ...Object.keys(onSqliteAlone).flatMap((name) => ['--exclude', `test/server/${name}.test.ts`]),
];

/** @type {Stage} */
const check = { title: 'check', args: ['node_modules/typescript/bin/tsc', '-b'], count: plain };
/** @type {Stage} */
const lint = { title: 'lint', args: ['--import', 'tsx', 'test/lint/run.ts'], count: plain };
/** @type {Stage} */
const build = { title: 'build', args: ['server/setup/build.mjs'], count: plain };
/** @type {Stage} */
const journeys = {
  title: 'journeys',
  args: ['node_modules/@playwright/test/cli.js', 'test', '-c', 'test/playwright.config.ts'],
  count: (passed) => judged(passed, journeyCount()),
};
// because it takes seconds to come up, and longer where two do at once
const onPglite = unit('unit-on-pglite', [...onStores, '--testTimeout=300000'], { TEST_STORE: 'pglite' });

ensure();
rmSync(reports, { recursive: true, force: true });
const linting = run(lint, false);
// beside it, because each keeps one processor at work, of perhaps two
const checked = await run(check, false);
const built = await run(build, false);
const counts = [checked, built, await linting];
counts.push(await run(unit('unit', [])), await run(onPglite));
const server = spareServer();
try {
  if ('url' in server) {
    const env = { TEST_STORE: 'postgres', TEST_DATABASE_URL: server.url };
    counts.push(await run(unit('unit-on-postgresql', onStores, env)));
  } else console.log(`\n── unit-on-postgresql\nnot run: ${server.none}`);
} finally {
  if ('stop' in server) server.stop();
}
if (built.failed === 0) counts.push(await run(journeys));

const sum = (/** @type {'passed' | 'failed'} */ key) =>
  counts.reduce((total, count) => total + count[key], 0);
const failed = sum('failed');
process.exitCode = failed > 0 ? 1 : 0;
for (const { failures = [] } of counts) if (failures.length > 0) console.log(`\n${failures.join('\n')}`);
console.log(`\n${String(sum('passed'))} passed, ${String(failed)} failed`);
