import type * as z from 'zod';
import { err, ok, type Result } from '../../engine/index.ts';
import { secondOpinion } from '../../engine/second-opinion.ts';
import { eventAsked, runAsked, sampleAsked, submissionAsked, withdrawalAsked } from '../claims/asked.ts';
import type { Becoming } from '../claims/becoming.ts';
import { claimsByRun, EVERY_RUN, heldOf, runsOf } from '../claims/find.ts';
import { itsRun, shownClaims, shownWhole } from '../claims/its-claims.ts';
import { proposeNext } from '../claims/propose-next.ts';
import { proposingOf } from '../claims/proposing.ts';
import { recordEvents, submitRun, withdrawRun } from '../claims/record-events.ts';
import { beginRun, type ClaimRun, type Making } from '../claims/run.ts';
import { drawSample } from '../claims/sampled.ts';
import { shownHeld, shownRun } from '../claims/shown.ts';
import { riskOf } from '../decisions/risk-text.ts';
import { requestFindings } from '../finding.ts';
import { thisMachine } from '../machine.ts';
import { storedShelf } from '../shelf/stored-library.ts';
import type { ReadableStore } from '../store/store.ts';
import { hereFor } from './here.ts';
import type { Io } from './io.ts';
import { fromLibrary } from './opened.ts';
import { type Failure, failure, type Outcome } from './problem.ts';
import { onRefusal } from './refused.ts';
import { withStore, withStoreToWrite } from './store-at.ts';
import type { StoreOptions } from './store-option.ts';

export interface RunOptions extends StoreOptions {
  /** Whose claims: the name that families give as their local authority, or `national`. */
  readonly authority: string;
}

/** What the server would take of the same name, or what is wrong with it, option by option. */
function taken<T>(schema: z.ZodType<T>, given: object): Result<T, Failure> {
  const read = schema.safeParse(given);
  if (read.success) return ok(read.data);
  const option = (pointer: string) =>
    pointer.replace('/', '--').replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`);
  const wrong = requestFindings(read.error, given).map(
    ({ pointer, message }) => `\`${option(pointer)}\`: ${message}`,
  );
  return err(failure('usage', wrong.join('; ')));
}

/** Acts on the store of a machine, as nobody in particular of an authority. */
export function making({ authority, ...options }: RunOptions, io: Io, act: (by: Making) => Promise<Outcome>) {
  return withStoreToWrite(options, io, (store) =>
    onRefusal(() => act({ store, principal: hereFor(authority), ids: thisMachine.ids })),
  );
}

function reading({ authority, ...options }: RunOptions, io: Io, look: (from: Looked) => Promise<object>) {
  return withStore(options, io, (store) =>
    onRefusal(async () => ({ exit: 0, output: await look({ store, scope: { authority } }) })),
  );
}

interface Looked {
  readonly store: ReadableStore;
  readonly scope: Pick<RunOptions, 'authority'>;
}

export async function shown({ store, principal }: Making, run: ClaimRun): Promise<Outcome> {
  return { exit: 0, output: await shownWhole(store, run, principal) };
}

/** Every claim run of an authority, the newest first. */
export function listRunsCommand(options: RunOptions, io: Io): Promise<Outcome> {
  return reading(options, io, async ({ store, scope }) => {
    const all = await claimsByRun(store, scope);
    const runs = await runsOf(store, scope, { limit: EVERY_RUN });
    return { runs: await Promise.all(runs.map((run) => shownRun(store, run, all.get(run.id) ?? []))) };
  });
}

/** One claim run. */
export function showRunCommand(id: string, options: RunOptions, io: Io): Promise<Outcome> {
  return reading(options, io, async ({ store, scope }) =>
    shownWhole(store, await itsRun(store, id, scope), scope),
  );
}

/** What a run did not propose although something may be due, and why. */
export function heldCommand(id: string, options: RunOptions, io: Io): Promise<Outcome> {
  return reading(options, io, async ({ store, scope }) => {
    const run = await itsRun(store, id, scope);
    return { held: await shownHeld(store, scope, await heldOf(store, run.id)) };
  });
}

export interface BeginOptions extends RunOptions {
  readonly title: string;
  /** `id@version` or `id@sha256:…`, of what the store has published. */
  readonly ruleset: string;
  readonly asOf: string;
  /** Without one, families are claimed for one at a time. */
  readonly cohort?: string;
}

/** Begins a run over a cohort. */
export async function beginCommand(options: BeginOptions, io: Io): Promise<Outcome> {
  const { ruleset, title, asOf, cohort, ...where } = options;
  const asked = taken(runAsked.omit({ ruleset: true }), { title, asOf, cohort });
  if (!asked.ok) return asked.error;
  return making(where, io, async (by) => {
    const version = fromLibrary(ruleset, await storedShelf(by.store).current());
    if (!version.ok) return version.error;
    return shown(by, await beginRun(by, version.value, asked.value));
  });
}

/** Proposes what is claimable of the cohort of a run, from where it stands to its end. */
export function proposeCommand(id: string, options: RunOptions, io: Io): Promise<Outcome> {
  return making(options, io, async (by) => {
    const shelf = storedShelf(by.store);
    let run = await itsRun(by.store, id, by.principal);
    do {
      const library = await shelf.current();
      run = await proposeNext(proposingOf(by, run, { library, secondOpinion }), run);
    } while (run.state === 'proposing');
    return shown(by, run);
  });
}

export interface SampleOptions extends RunOptions {
  readonly seed: string;
  readonly percent?: number;
  readonly minimum?: number;
  /** Each as `riskForm` has it. */
  readonly risk?: readonly string[];
}

/** Draws the audit sample of a run that is proposed. */
export async function sampleCommand(id: string, options: SampleOptions, io: Io): Promise<Outcome> {
  const { seed, percent, minimum, risk = [], ...where } = options;
  const drawing = taken(sampleAsked, { seed, percent, minimum, risks: risk.map(riskOf) });
  if (!drawing.ok) return drawing.error;
  return making(where, io, async (by) =>
    shown(by, await drawSample(by.store, by.principal, { run: id, drawing: drawing.value })),
  );
}

/** Submits what a run proposed, once its sample is judged. */
export async function submitCommand(
  id: string,
  { on, ...where }: RunOptions & { readonly on: string },
  io: Io,
): Promise<Outcome> {
  const asked = taken(submissionAsked, { on });
  if (!asked.ok) return asked.error;
  return making(where, io, async (by) => {
    const library = await storedShelf(by.store).current();
    proposingOf(by, await itsRun(by.store, id, by.principal), { library, secondOpinion });
    return shown(by, await submitRun(by, id, asked.value.on));
  });
}

/** Withdraws a run that is not submitted, with every claim of it. */
export async function withdrawCommand(
  id: string,
  { reason, ...where }: RunOptions & { readonly reason: string },
  io: Io,
): Promise<Outcome> {
  const asked = taken(withdrawalAsked, { reason });
  if (!asked.ok) return asked.error;
  return making(where, io, async (by) => shown(by, await withdrawRun(by, id, asked.value.reason)));
}

export interface RecordOptions extends RunOptions {
  readonly event: Becoming;
  readonly on: string;
  readonly pence?: number;
  readonly reason?: string;
}

/** Writes down what became of a claim; its audit is not among it. */
export async function recordCommand(claim: string, options: RecordOptions, io: Io): Promise<Outcome> {
  const { event, on, pence, reason, ...where } = options;
  const asked = taken(eventAsked, { claim, event, on, pence, reason });
  if (!asked.ok) return asked.error;
  const record = async (by: Making): Promise<Outcome> => {
    await shownClaims(by.store, [claim], by.principal);
    await recordEvents(by, [asked.value]);
    const [output] = await shownClaims(by.store, [claim], by.principal);
    return { exit: 0, output };
  };
  return making(where, io, (by) => onRefusal(() => record(by), '/events/0'));
}
