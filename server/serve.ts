import { readFileSync } from 'node:fs';
import path from 'node:path';
import { collectDefaultMetrics } from 'prom-client';
import * as z from 'zod';
import { secondOpinion } from '../engine/second-opinion.ts';
import { createApp } from './app.ts';
import { bannerLines } from './banner.ts';
import { createThreads } from './batch/threads.ts';
import { forgetDaily } from './decisions/forget-daily.ts';
import type { Deps } from './deps.ts';
import type { Settings } from './env.ts';
import { exampleQuestion } from './example.ts';
import { type Access, digestOf, isLoopback } from './key.ts';
import { buildName } from './library/build-name.ts';
import type { Finding } from './library/finding.ts';
import { openLibrary } from './library/open.ts';
import { drain, listen } from './listen.ts';
import { londonDay } from './london-day.ts';
import type { Machine } from './machine.ts';
import { createMetrics } from './metrics.ts';
import { packageRoot } from './package-root.ts';
import { StoreFault } from './store/fault.ts';
import { openStoreAt } from './store/open.ts';
import type { Store } from './store/store.ts';

const exampleFile = path.join(packageRoot, 'server', 'examples', 'family.json');
const anyFamily = z.record(z.string(), z.unknown());

type Keying = 'open' | 'given' | { readonly made: string };

function keyingOf({ open, key }: Settings, machine: Machine): Keying {
  if (open) return 'open';
  return key === undefined ? { made: machine.freshKey() } : 'given';
}

function accessOf(keying: Keying, given = ''): Access {
  if (keying === 'open') return { open: true };
  return { open: false, digests: [digestOf(keying === 'given' ? given : keying.made)] };
}

function findingLine({ file, pointer, message, severity, line }: Finding): string {
  const place = line === undefined ? pointer : `line ${line}`;
  return `${severity}: ${[file, place].filter(Boolean).join(' ')}: ${message}`;
}

function depsOf(
  settings: Settings,
  machine: Machine,
  found: Pick<Deps, 'library' | 'shelf' | 'access' | 'store'>,
): Deps {
  return {
    ...found,
    secondOpinion,
    clock: machine.clock,
    log: machine.log(settings.logLevel),
    ids: machine.ids,
    limits: {
      bodyBytes: settings.bodyBytes,
      evaluationsAtOnce: settings.evaluationsAtOnce,
      batchesAtOnce: settings.batchesAtOnce,
    },
    threads: createThreads(settings.threads ?? machine.processors()),
    lifecycle: { draining: false },
    studio: path.join(packageRoot, 'dist', 'studio'),
    exampleFamily: anyFamily.parse(JSON.parse(readFileSync(exampleFile, 'utf8'))),
  };
}

/** Opens what is kept, or says in one line why it cannot be opened. */
async function openKept(settings: Settings, machine: Machine): Promise<Store | undefined> {
  const folder = settings.data ?? path.join(packageRoot, 'data');
  try {
    return await openStoreAt(settings.databaseUrl ?? path.join(folder, 'threshold.db'), machine.clock);
  } catch (error) {
    if (!(error instanceof StoreFault)) throw error;
    machine.err(
      `error: ${settings.databaseUrl === undefined ? `\`${folder}\`` : 'DATABASE_URL'}: ${error.message}`,
    );
    return undefined;
  }
}

/** The first request to stop begins draining; the next ends the process. */
function stopped(machine: Machine): Promise<void> {
  let asked = false;
  return new Promise((resolve) => {
    machine.onStop(() => {
      if (asked) machine.exit(1);
      asked = true;
      resolve();
    });
  });
}

/**
 * Runs the server until it is asked to stop. The exit code: 0 stopped with everything answered; 1 the rulesets have
 * errors, the address cannot be had, or a request was cut off; 2 settings that cannot be.
 */
export async function serve(settings: Settings, machine: Machine): Promise<number> {
  if (settings.open && !isLoopback(settings.host)) {
    machine.err(
      `--open asks for no key, so HOST must be an address of this machine alone, not \`${settings.host}\``,
    );
    return 2;
  }
  const folder = settings.rulesets ?? path.join(packageRoot, 'rulesets');
  const library = openLibrary(folder);
  if (!library.ok) {
    for (const finding of library.error) machine.err(findingLine(finding));
    return 1;
  }
  if (library.value.rulesets.size === 0) {
    machine.err(`error: the folder \`${folder}\` holds no ruleset`);
    return 1;
  }
  const store = await openKept(settings, machine);
  if (store === undefined) return 1;
  const stop = stopped(machine);
  const keying = keyingOf(settings, machine);
  const deps = depsOf(settings, machine, {
    library: library.value,
    shelf: { current: () => Promise.resolve(library.value) },
    store,
    access: accessOf(keying, settings.key),
  });
  const forgetting = forgetDaily(deps, settings.keepDays);
  const metrics = createMetrics();
  collectDefaultMetrics({ register: metrics.registry });
  const listening = await listen(createApp(deps, metrics).fetch, settings);
  if (!listening.ok) {
    await forgetting.stop();
    await store.close();
    machine.err(listening.error);
    return 1;
  }
  const { server, address } = listening.value;
  const banner = bannerLines({
    library: library.value,
    build: buildName,
    address,
    today: londonDay(machine.clock()),
    key: keying,
    exampleFile: path.relative('', exampleFile),
    example: exampleQuestion(deps),
  });
  for (const line of banner) machine.out(line);
  deps.log.info({ address, milliseconds: Math.round(machine.sinceStart()) }, 'ready');
  await stop;
  const { lifecycle, log, threads } = deps;
  const whole = await drain(server, { lifecycle, log, seconds: settings.drainSeconds });
  await forgetting.stop();
  await threads.close();
  await store.close();
  return whole ? 0 : 1;
}
