import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './ensure.mjs';

/** @typedef {'server' | 'studio'} Part */

/**
 * What each built part is made from.
 * @type {Record<Part, readonly string[]>}
 */
const sources = {
  server: ['engine', 'server', 'package-lock.json'],
  studio: ['engine', 'studio', 'package-lock.json'],
};

/** @param {Part} part */
const stampOf = (part) => path.join(root, 'dist', `.${part}-built-from`);

/**
 * The latest change at or below a path. Folders count too, so that a removal or a rename is seen.
 * @param {string} at
 * @returns {number} milliseconds
 */
function newest(at) {
  const stat = statSync(at);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(at).reduce(
    (latest, name) => Math.max(latest, newest(path.join(at, name))),
    stat.mtimeMs,
  );
}

/**
 * A word that changes whenever a source of this part does.
 * @param {Part} part
 */
export function fingerprint(part) {
  return String(Math.max(...sources[part].map((name) => newest(path.join(root, name)))));
}

/**
 * @param {Part} part
 * @param {string} print the fingerprint taken before the build began, so that an edit made meanwhile is not missed
 */
export function markBuilt(part, print) {
  mkdirSync(path.dirname(stampOf(part)), { recursive: true });
  writeFileSync(stampOf(part), print);
}

/** @param {Part} part */
function isFresh(part) {
  const built = existsSync(path.join(root, 'dist', part)) && existsSync(stampOf(part));
  return built && readFileSync(stampOf(part), 'utf8') === fingerprint(part);
}

/**
 * Builds those parts that are out of date, in a process of its own because vite sets NODE_ENV.
 * @param {readonly Part[]} parts
 */
export function freshen(parts) {
  const stale = parts.filter((part) => !isFresh(part));
  if (stale.length === 0) return;
  console.error(`Building ${stale.join(' and ')} …`);
  const build = fileURLToPath(new URL('build.mjs', import.meta.url));
  const run = spawnSync(process.execPath, [build, ...stale], { cwd: root, stdio: ['ignore', 2, 2] });
  if (run.status !== 0) process.exit(run.status ?? 1);
}
