import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { root } from '../../server/setup/ensure.mjs';

const threshold = path.join(root, 'node_modules/.bin/threshold');
const family = readFileSync(path.join(root, 'server/examples/family.json'), 'utf8');

function run(argv: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(threshold, argv, { cwd: root, input, encoding: 'utf8' });
  return { status, stdout, stderr };
}

// Builds what is out of date, and says so on standard error: that is no part of what follows.
test.beforeAll(() => {
  run(['--version']);
});

test('the built command decides a family from standard input', () => {
  const { status, stdout, stderr } = run(
    ['evaluate', '--ruleset', 'phase-1@1.0.0', '--as-of', '2012-12-01', '-'],
    family,
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({
    ruleset: { id: 'phase-1', version: '1.0.0' },
    asOf: '2012-12-01',
  });
});

test('the cases of every seeded ruleset pass', () => {
  const { status, stdout } = run(['test']);
  expect(JSON.parse(stdout)).toMatchObject({ failed: 0 });
  expect(status).toBe(0);
});

test('bad usage exits 2, with JSON on standard error alone', () => {
  const { status, stdout, stderr } = run([
    'evaluate',
    '--ruleset',
    'phase-1@1.0.0',
    '--as-of',
    '2013-02-30',
    '-',
  ]);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(JSON.parse(stderr)).toMatchObject({ type: '/problems/usage' });
});

test('a reader that goes away is no error', async () => {
  const child = spawn(threshold, ['rulesets', '--pretty'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += String(chunk);
  });
  child.stdout.destroy();
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect({ code, said }).toEqual({ code: 0, said: '' });
});
