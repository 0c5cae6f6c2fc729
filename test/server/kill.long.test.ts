import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyAudit } from '../../server/audit/verify.ts';
import { fill, openTexts } from '../../server/shelf/seed.ts';
import { openStoreAt } from '../../server/store/open.ts';
import { rulesetsFolder, temporaryFolder } from '../builders/rulesets-folder.ts';
import { bundled, start } from '../processes/processes.ts';
import type { Script } from '../processes/script.ts';
import { scripts } from '../processes/scripts.ts';

const KILLS = 200;
/** Half a minute on two idle processors; a busy machine starts processes slowly. */
const PATIENCE = 300_000;
/** Kills that are under way at once, each in a store of its own. */
const LANES = 2;
/** A child is killed at its first to its last of so many lines, one after another: before, within and after a write. */
const MOMENTS = 17;

let bundle: Awaited<ReturnType<typeof bundled>>;
beforeAll(async () => {
  bundle = await bundled();
});
afterAll(() => {
  bundle.remove();
});

const clock = () => performance.timeOrigin + performance.now();

/** Lets a child write until it has said so many lines since it opened the store, and kills it. What it said was kept. */
async function killed(args: readonly string[], lines: number): Promise<string[]> {
  let since = -1;
  const child = start(bundle.file, args, (line, running) => {
    if (line === 'waiting') running.stdin?.write('go\n');
    if (line === 'open' || since >= 0) since += 1;
    if (since === lines) running.kill('SIGKILL');
  });
  const { said, code } = await child.ended;
  expect(code, said.join('\n')).toBeNull();
  return said.filter((line) => line.startsWith('kept ')).map((line) => line.slice('kept '.length));
}

/** A store that holds the tiny ruleset, and that nobody has open. */
async function filled(): Promise<string> {
  const file = path.join(temporaryFolder(), 'threshold.db');
  const opened = openTexts(rulesetsFolder());
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const store = await openStoreAt(file, clock);
  await fill(store, opened.value.library, opened.value.texts);
  await store.close();
  return file;
}

/** What a store lacks of what was kept, and how much is in it that was not said to be. */
async function lookedAt(file: string, script: Script, kept: ReadonlySet<string>) {
  const store = await openStoreAt(file, clock);
  try {
    const found = await script.found(store);
    const lost = [...kept].filter((name) => !found.includes(name));
    const unsaid = found.filter((name) => !kept.has(name));
    const { findings } = await verifyAudit(store);
    return { lost, unsaid, findings };
  } finally {
    await store.close();
  }
}

async function lane(script: [string, Script], rounds: readonly number[]): Promise<number> {
  const [name, said] = script;
  const file = await filled();
  const kept = new Set<string>();
  for (const round of rounds) {
    const acknowledged = await killed([file, name, `r${String(round)}`], round % MOMENTS);
    for (const one of acknowledged) kept.add(one);
    const { lost, unsaid, findings } = await lookedAt(file, said, kept);
    expect({ round, lost, findings }).toEqual({ round, lost: [], findings: [] });
    // The write under way may have been kept before it was killed; no other is there without having been said to be.
    expect(unsaid.length, `round ${String(round)}`).toBeLessThanOrEqual(1);
    for (const one of unsaid) kept.add(one);
  }
  return kept.size;
}

describe('killed in the midst of writing', () => {
  const rounds = Array.from({ length: KILLS }, (_, n) => n);
  const all = Object.entries(scripts);

  test(
    `${String(KILLS)} times: nothing that was kept is lost, nothing is half there, the chain holds`,
    async () => {
      const lanes = Array.from({ length: LANES }, async (_, at) => {
        let kept = 0;
        for (const [index, script] of all.entries()) {
          const mine = rounds.filter((n) => n % LANES === at && Math.floor(n / LANES) % all.length === index);
          kept += await lane(script, mine);
        }
        return kept;
      });
      const kept = await Promise.all(lanes);
      expect(kept.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(KILLS);
    },
    PATIENCE,
  );
});

test('several processes that open one store that is not there yet all have it', async () => {
  const file = path.join(temporaryFolder(), 'data', 'threshold.db');
  let waiting = 0;
  const children = Array.from({ length: 4 }, () =>
    start(bundle.file, [file], (line) => {
      if (line !== 'waiting' || (waiting += 1) < children.length) return;
      for (const { process: child } of children) child.stdin?.write('go\n');
    }),
  );
  const ended = await Promise.all(children.map(({ ended: end }) => end));
  expect(ended).toEqual(Array.from({ length: 4 }, () => ({ said: ['waiting', 'open'], code: 0 })));
  const store = await openStoreAt(file, clock);
  expect(await verifyAudit(store)).toMatchObject({ entries: 0, findings: [] });
  await store.close();
});
