import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../server/setup/ensure.mjs';
import { addressesInLock, missingFromLock, unpinned, type Lock, type Manifest } from './lock-check.ts';

// npm run lint: the lock, the rules and the formatting, all three even when one fails.

/** Each linted by a process of its own, one after another, because the types of all at once take 4 GB. */
const rooms = ['engine', 'server', 'studio', 'test'];

function passes(file: string, args: readonly string[]): Promise<boolean> {
  const running = spawn(process.execPath, [path.join(root, 'node_modules', file), ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  return new Promise((resolve) => {
    running.on('exit', (code) => {
      resolve(code === 0);
    });
  });
}

const text = (name: string) => readFileSync(path.join(root, name), 'utf8');

function lockPasses() {
  const lock = JSON.parse(text('package-lock.json')) as Lock;
  const manifest = JSON.parse(text('package.json')) as Manifest;
  const findings = [...missingFromLock(lock), ...addressesInLock(lock), ...unpinned(manifest)];
  for (const finding of findings) console.error(`package-lock.json: ${finding}`);
  return findings.length === 0;
}

const cache = process.argv.includes('--cache');
const keep = (name: string) =>
  cache ? ['--cache', '--cache-location', `node_modules/.cache/threshold-${name}`] : [];

const rules = (name: string, files: readonly string[]) =>
  passes('eslint/bin/eslint.js', [...files, '--max-warnings', '0', ...keep(`eslint-${name}`)]);

async function rulesPass() {
  const elsewhere = ['.', ...rooms.flatMap((room) => ['--ignore-pattern', `${room}/**`])];
  let all = await rules('elsewhere', elsewhere);
  for (const room of rooms) all = (await rules(room, [room])) && all;
  return all;
}

const results = [
  lockPasses(),
  ...(await Promise.all([
    rulesPass(),
    passes('prettier/bin/prettier.cjs', [
      '.',
      '!rulesets/**',
      '!test/golden/**',
      '!server/store/migrations/**',
      '!**/*.md',
      '--check',
      '--log-level',
      'warn',
      ...keep('prettier'),
    ]),
  ])),
];
process.exitCode = results.every(Boolean) ? 0 : 1;
