import * as z from 'zod';
import {
  decision,
  err,
  forecast,
  ForecastSums,
  ok,
  type OpenWindow,
  type Result,
  semantics,
  type WindowsAhead,
} from '../../engine/index.ts';
import { plainWindow } from '../../engine/programme.ts';
import { type BatchSummary, decideBatch, type Watched } from '../batch/batch.ts';
import type { BatchSetup } from '../batch/setup.ts';
import type { StopName } from '../batch/line-problem.ts';
import type { ForecastSaid } from '../batch/said.ts';
import { buildName } from '../library/build-name.ts';
import { decidingWithLedger, type LedgerOf } from './ledger-claims.ts';

/** Lines with problems that are shown, at most; all are counted. */
const mostShown = 100;

const { ruleset, engine, asOf } = decision.shape;

const lineShown = z.looseObject({ line: z.int().positive(), family: z.string().optional() });

/** What is forecast over the families of an input, and how it was read. */
export const forecastAnswer = z.strictObject({
  asOf,
  ruleset: ruleset.omit({ inForce: true }),
  engine,
  /** The programme and phase whose windows in force these are; null where they were given. */
  windowsOf: z.strictObject({ programme: z.string(), phase: z.int() }).nullable(),
  /** Windows in force that are left out, because they close more than ten years after the day. */
  windowsTooFar: z.array(plainWindow),
  /** Which earlier claims count: those in the families' own records, or those of the caller's ledger too. */
  claimsCounted: z.enum(['records', 'records-and-ledger']),
  /** Lines read, blank ones included. */
  lines: z.int().nonnegative(),
  /** Lines that are not forecast: how many, and the first of them. */
  problems: z.strictObject({ lines: z.int().nonnegative(), first: z.array(lineShown) }),
  ...forecast.shape,
});
export type ForecastAnswer = z.infer<typeof forecastAnswer>;

interface Line {
  readonly line: number;
  readonly family?: string;
  readonly problem?: object;
  readonly forecast?: ForecastSaid['forecast'];
}

/** The lines of what a batch wrote, without its summary. */
function* linesIn(bytes: Uint8Array): Generator<Line> {
  for (const text of new TextDecoder().decode(bytes).split('\n')) {
    if (text === '' || text.startsWith('{"summary"')) continue;
    // because the batch wrote it
    yield JSON.parse(text) as Line;
  }
}

export interface Forecasting {
  /** Of a batch that forecasts. */
  readonly setup: BatchSetup & { readonly forecast: { readonly windows: readonly OpenWindow[] } };
  readonly windowsOf: ForecastAnswer['windowsOf'];
  readonly windowsTooFar?: WindowsAhead['tooFar'];
  /** The ledger whose claims count too. */
  readonly ledger?: LedgerOf;
  readonly watched: Omit<Watched, 'onEnd' | 'onDisagreement'>;
}

/**
 * Forecasts families, one a line of NDJSON, and adds them up: a bad line, or a family that came before, is counted and never fails the
 * rest. Where whoever asked was forbidden on the way, why.
 */
export async function forecastFamilies(
  input: AsyncIterable<Uint8Array>,
  { setup, windowsOf, windowsTooFar = [], ledger, watched }: Forecasting,
): Promise<Result<ForecastAnswer, StopName>> {
  const { ruleset: rules, hash } = setup.version;
  const sums = new ForecastSums(rules, setup.forecast.windows);
  const threads: Watched['threads'] =
    ledger === undefined
      ? watched.threads
      : { begin: (own) => decidingWithLedger(watched.threads.begin(own), ledger) };
  const first: Line[] = [];
  const ends: BatchSummary[] = [];
  const onEnd = (summary: BatchSummary) => void ends.push(summary);
  // because no second opinion is asked of a day that is not decided
  const onDisagreement = () => undefined;
  const stops: StopName[] = [];
  const onForbidden = async (name: StopName) => {
    stops.push(name);
    await watched.onForbidden?.(name);
  };
  const told = { ...watched, threads, onEnd, onDisagreement, onForbidden };
  for await (const bytes of decideBatch(input, setup, told))
    for (const one of linesIn(bytes)) {
      if (one.forecast !== undefined) sums.add(one.family ?? '', one.forecast);
      else if (first.length < mostShown) first.push(one);
    }
  const [end] = ends;
  const [stop] = stops;
  if (stop !== undefined) return err(stop);
  if (end === undefined) throw new Error('invariant: a batch that nobody stopped has a summary');
  return ok({
    asOf: setup.asOf,
    ruleset: { id: rules.id, version: rules.version, hash, title: rules.title },
    engine: { semantics, build: buildName },
    windowsOf,
    windowsTooFar: [...windowsTooFar],
    claimsCounted: ledger === undefined ? 'records' : 'records-and-ledger',
    lines: end.lines,
    problems: { lines: end.problems, first: first.map((one) => ({ ...one })) },
    ...sums.summed(),
  });
}
