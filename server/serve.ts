import { readFileSync } from 'node:fs';
import path from 'node:path';
import { collectDefaultMetrics } from 'prom-client';
import * as z from 'zod';
import { createApp } from './app.ts';
import { noteHeads } from './audit/note-head.ts';
import { bannerLines } from './banner.ts';
import { createThreads } from './batch/threads.ts';
import { cancellingForgotten } from './cohorts/forgotten.ts';
import { daily } from './daily.ts';
import { retaining } from './decisions/retained.ts';
import type { Deps } from './deps.ts';
import type { Settings } from './env.ts';
import { exampleQuestion } from './example.ts';
import { firstStart, hasAdministrator } from './identity/first-start.ts';
import { forgetUses } from './identity/use.ts';
import { createJobs } from './jobs/runner.ts';
import { type Access, digestOf, isLoopback } from './key.ts';
import { buildName } from './library/build-name.ts';
import type { Finding } from './library/finding.ts';
import type { Library } from './library/library.ts';
import { drain, listen } from './listen.ts';
import { londonDay } from './london-day.ts';
import type { Machine } from './machine.ts';
import { createMetrics } from './metrics.ts';
import { createOpinions } from './opinion/threads.ts';
import { packageRoot } from './package-root.ts';
import { fillFrom, openFolder } from './shelf/from-folder.ts';
import { type StoredShelf, storedShelf } from './shelf/stored-library.ts';
import { storeAddress } from './store/address.ts';
import { StoreFault } from './store/fault.ts';
import { openStoreAt } from './store/open.ts';
import type { Store } from './store/store.ts';

const exampleFile = path.join(packageRoot, 'server', 'examples', 'family.json');
/** A third of the minute after which a connection without a word is closed. */
const COHORT_MILLISECONDS = 20_000;
const anyFamily = z.record(z.string(), z.unknown());

function accessOf({ open, key }: Settings): Access {
  return open ? { open: true } : { open: false, digests: key === undefined ? [] : [digestOf(key)] };
}

function findingLine({ file, pointer, message, severity, line }: Finding): string {
  const place = line === undefined ? pointer : `line ${line}`;
  return `${severity}: ${[file, place].filter(Boolean).join(' ')}: ${message}`;
}

function depsOf(
  settings: Settings,
  machine: Machine,
  found: Pick<Deps, 'library' | 'secondOpinion' | 'shelf' | 'store'>,
): Deps {
  const { clock } = machine;
  const log = machine.log(settings.logLevel);
  const threads = createThreads(settings.threads ?? machine.processors());
  return {
    ...found,
    clock,
    log,
    access: accessOf(settings),
    ids: machine.ids,
    secret: machine.secret,
    origin: settings.origin,
    behindProxy: settings.behindProxy,
    limits: {
      bodyBytes: settings.bodyBytes,
      evaluationsAtOnce: settings.evaluationsAtOnce,
      batchesAtOnce: settings.batchesAtOnce,
      cohortBytes: settings.cohortBytes,
      cohortMilliseconds: COHORT_MILLISECONDS,
    },
    threads,
    jobs: createJobs({ ...found, clock, log, threads, name: machine.ids() }),
    lifecycle: { draining: false },
    scratch: machine.scratch(),
    studio: path.join(packageRoot, 'dist', 'studio'),
    exampleFamily: anyFamily.parse(JSON.parse(readFileSync(exampleFile, 'utf8'))),
  };
}

/** Opens what is kept, or says in one line why it cannot be opened. */
async function openKept(settings: Settings, machine: Machine): Promise<Store | undefined> {
  const address = storeAddress(settings);
  try {
    return await openStoreAt(address, machine.clock);
  } catch (error) {
    if (!(error instanceof StoreFault)) throw error;
    machine.err(
      `error: ${settings.databaseUrl === undefined ? `\`${address}\`` : 'DATABASE_URL'}: ${error.message}`,
    );
    return undefined;
  }
}

interface Filling {
  readonly settings: Settings;
  readonly machine: Machine;
  readonly store: Store;
  readonly shelf: StoredShelf;
}

/** Fills an empty store from the folder; undefined where the folder cannot be used, which it has then said. */
async function filled({ settings, machine, store, shelf }: Filling): Promise<Library | undefined> {
  const held = await shelf.current();
  if (held.rulesets.size > 0) return held;
  const folder = settings.rulesets ?? path.join(packageRoot, 'rulesets');
  const opened = openFolder(folder);
  if (!opened.ok) {
    for (const finding of opened.error) machine.err(findingLine(finding));
    return undefined;
  }
  const { library } = opened.value;
  if (library.rulesets.size === 0) {
    machine.err(`error: the folder \`${folder}\` holds no ruleset`);
    return undefined;
  }
  await fillFrom(store, opened.value);
  shelf.know([...library.rulesets.values()].flat());
  return shelf.current();
}

/** Forgets, now and once a day, what is no longer needed. */
function tidied(deps: Deps, { keepDays }: Settings) {
  const { store, clock, log } = deps;
  const uses = { name: 'forgetting-uses', run: () => forgetUses(store, clock()) };
  return daily(log, [cancellingForgotten(deps), uses, retaining(deps, keepDays)]);
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

/** Why the server must not be reached from elsewhere yet; undefined where it may. */
async function tooEarly({ host, key }: Settings, store: Store): Promise<string | undefined> {
  if (key !== undefined || isLoopback(host) || (await hasAdministrator(store))) return undefined;
  return (
    `until there is an administrator the server listens on this machine alone, not on \`${host}\`: ` +
    'start it without HOST and open the set-up link that it prints, or set THRESHOLD_KEY'
  );
}

/** What is printed once. An open server has no need of it. */
async function shownAtStart(settings: Settings, machine: Machine, at: { store: Store; address: string }) {
  if (settings.open) return { key: 'open' } as const;
  const { ids, secret } = machine;
  const origin = settings.origin ?? at.address;
  const keyGiven = settings.key !== undefined;
  const { key: made, setUp } = await firstStart(at.store, { origin, ids, secret, keyGiven });
  if (keyGiven) return { key: 'given', setUp } as const;
  return { key: made === undefined ? 'kept' : { made }, setUp } as const;
}

interface Ready {
  readonly store: Store;
  readonly shelf: StoredShelf;
  readonly library: Library;
}

/** Opens and fills what is kept; or says why it cannot, and gives the exit code. */
async function ready(settings: Settings, machine: Machine): Promise<Ready | 1 | 2> {
  const store = await openKept(settings, machine);
  if (store === undefined) return 1;
  const early = await tooEarly(settings, store);
  if (early !== undefined) {
    await store.close();
    machine.err(early);
    return 2;
  }
  const shelf = storedShelf(store);
  const library = await filled({ settings, machine, store, shelf });
  if (library !== undefined) return { store, shelf, library };
  await store.close();
  return 1;
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
  const kept = await ready(settings, machine);
  if (typeof kept === 'number') return kept;
  const { store, library } = kept;
  const stop = stopped(machine);
  const opinions = createOpinions(Math.max(1, machine.processors() - 1));
  const deps = depsOf(settings, machine, { ...kept, secondOpinion: opinions.secondOpinion });
  const tidying = tidied(deps, settings);
  const metrics = createMetrics();
  collectDefaultMetrics({ register: metrics.registry });
  const listening = await listen(createApp(deps, metrics).fetch, settings);
  if (!listening.ok) {
    await tidying.stop();
    await deps.jobs.stop();
    await deps.threads.close();
    await opinions.close();
    await store.close();
    machine.err(listening.error);
    return 1;
  }
  const { server, address } = listening.value;
  const banner = bannerLines({
    library,
    build: buildName,
    address,
    today: londonDay(machine.clock()),
    ...(await shownAtStart(settings, machine, { store, address })),
    exampleFile: path.relative('', exampleFile),
    example: exampleQuestion(deps),
  });
  for (const line of banner) machine.out(line);
  const { jobs, lifecycle, log, threads } = deps;
  log.info({ address, milliseconds: Math.round(machine.sinceStart()) }, 'ready');
  const noteLast = await noteHeads({ store, log });
  await stop;
  const leaving = jobs.stop();
  const whole = await drain(server, { lifecycle, log, seconds: settings.drainSeconds });
  await tidying.stop();
  await leaving;
  await threads.close();
  await opinions.close();
  await noteLast();
  await store.close();
  return whole ? 0 : 1;
}
