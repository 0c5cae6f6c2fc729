import { renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { root } from './ensure.mjs';
import { fingerprint, markBuilt } from './freshness.mjs';

/** @typedef {import('./freshness.mjs').Part} Part */

/**
 * Builds beside the old output and swaps at the end, so that two builds at once cannot mix their files.
 * @param {Part} part
 */
async function buildPart(part) {
  const print = fingerprint(part);
  const done = path.join(root, 'dist', part);
  const making = `${done}.${String(process.pid)}`;
  await build({
    configFile: path.join(root, part, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: making, emptyOutDir: true },
  });
  rmSync(done, { recursive: true, force: true });
  renameSync(making, done);
  markBuilt(part, print);
}

const asked = process.argv.slice(2);
for (const part of /** @type {const} */ (['server', 'studio'])) {
  if (asked.length === 0 || asked.includes(part)) await buildPart(part);
}
