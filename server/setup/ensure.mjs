import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

// Node built-ins only: this file runs before anything is installed.

export const root = fileURLToPath(new URL('../..', import.meta.url));
const modules = path.join(root, 'node_modules');
const stampFile = path.join(modules, '.installed-for');

/**
 * Runs npm in the checkout and returns its exit code; everything it says goes to standard error.
 * @param {readonly string[]} args
 */
function npm(args) {
  // invariant: under npx, npm_execpath names npx's own entry, which lies beside npm's.
  const cli = process.env.npm_execpath?.replace(/npx-cli\.js$/, 'npm-cli.js');
  const [command, first] = cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []];
  const run = spawnSync(command, [...first, ...args], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: command === 'npm' && process.platform === 'win32',
  });
  return run.status ?? 1;
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const known = major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
  if (known) return;
  console.error(`Node ${process.versions.node} is too old: 20.19 or later in 20, else 22.12 or later`);
  process.exit(1);
}

/** What an installation is good for: this lock, this machine, this Node's binary interface. */
function wanted() {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  return `${lock} ${process.platform}-${process.arch} abi${process.versions.modules}\n`;
}

/** npm links the commands of dependencies, never the project's own; `npx threshold` looks for this link. */
function linkOwnCommand() {
  const bin = path.join(modules, '.bin');
  mkdirSync(bin, { recursive: true });
  const target = path.join('..', '..', 'server', 'command-line', 'threshold.mjs');
  if (process.platform === 'win32') {
    writeFileSync(path.join(bin, 'threshold.cmd'), `@node "%~dp0\\${target}" %*\r\n`);
    return;
  }
  rmSync(path.join(bin, 'threshold'), { force: true });
  symlinkSync(target, path.join(bin, 'threshold'));
}

/**
 * better-sqlite3 brings binaries for Node 22.14 and later; release 12 is compiled for an older one. Install scripts are
 * off, so this one is asked for by name.
 */
function buildForOlderNode() {
  if (Number(process.versions.napi) >= 10) return 0;
  console.error('Building better-sqlite3 for this older Node (once; about a minute) …');
  return npm(['rebuild', 'better-sqlite3-node20', '--ignore-scripts=false']);
}

/** Installs what the lock names, unless that was done before for this very lock and this Node. */
export function ensure() {
  refuseOldNode();
  const want = wanted();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === want) return;
  console.error('Installing dependencies (once) …');
  const failed = npm(['ci', '--no-audit', '--no-fund']) || buildForOlderNode();
  if (failed) process.exit(failed);
  linkOwnCommand();
  writeFileSync(stampFile, want);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensure();
