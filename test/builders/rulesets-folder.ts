import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { root } from '../../server/setup/ensure.mjs';
import { tinyCases, tinyRuleset } from './tiny-ruleset.ts';

/** Text as it is, anything else as JSON; undefined leaves the file out. */
export type Files = Readonly<Record<string, unknown>>;

export const tinyFiles: Files = {
  'england/tiny/1.0.0.json': tinyRuleset,
  'england/tiny/1.0.0.cases.json': tinyCases,
  'releases.json': {
    sources: { 'made-up': { title: 'Made up for tests' } },
    releases: [
      {
        ruleset: 'tiny',
        version: '1.0.0',
        from: '2012-04-01',
        to: '2015-04-01',
        source: { ref: 'made-up', standing: 'unverified' },
      },
    ],
  },
};

/** A folder that lives as long as the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'threshold-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  return folder;
}

/** Writes files below a folder and returns it. */
export function written(folder: string, files: Files): string {
  for (const [name, content] of Object.entries(files)) {
    if (content === undefined) continue;
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  }
  return folder;
}

/** A rulesets folder with the seeded vocabulary and fallback calendar, the tiny ruleset, and what is said otherwise. */
export function rulesetsFolder(otherwise: Files = {}): string {
  const folder = temporaryFolder();
  for (const file of ['vocabulary/family@1.json', 'calendars/england.json']) {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    copyFileSync(path.join(root, 'rulesets', file), path.join(folder, file));
  }
  return written(folder, { ...tinyFiles, ...otherwise });
}
