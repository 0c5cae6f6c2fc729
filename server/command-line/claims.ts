import { claimsCsv, reconciliationCsv, totalsCsv } from '../claims/claims-csv.ts';
import { claimsOf, EVERY_RUN, runsOf } from '../claims/find.ts';
import { itsRun } from '../claims/its-claims.ts';
import { reconciled } from '../claims/reconciling.ts';
import { sampledIn, shownClaim, totalsOf } from '../claims/shown.ts';
import { statementIn } from '../claims/statement-csv.ts';
import { storedShelf } from '../shelf/stored-library.ts';
import type { ReadableStore } from '../store/store.ts';
import { bytesFrom } from './evaluate.ts';
import type { Io } from './io.ts';
import { failure, type Outcome } from './problem.ts';
import { onRefusal } from './refused.ts';
import { withStore } from './store-at.ts';
import type { StoreOptions } from './store-option.ts';

export interface ClaimsOptions extends StoreOptions {
  /** Whose claims: the name that families give as their local authority, or `national`. */
  readonly authority: string;
  readonly run?: string;
  /** Whether it is written as a table. */
  readonly csv?: boolean;
}

function reading(options: StoreOptions, io: Io, look: (store: ReadableStore) => Promise<Outcome>) {
  return withStore(options, io, (store) => onRefusal(() => look(store)));
}

/** The claims of an authority, as they stand. */
export function listClaimsCommand(
  { authority, run, csv, ...options }: ClaimsOptions,
  io: Io,
): Promise<Outcome> {
  return reading(options, io, async (store) => {
    if (run !== undefined) await itsRun(store, run, { authority });
    const found = await claimsOf(store, { authority }, { run });
    const drawn = await sampledIn(
      store,
      found.map(({ claim }) => claim.run),
    );
    const claims = found.map((one) => shownClaim(one, drawn));
    return csv === true ? { exit: 0, text: claimsCsv(claims) } : { exit: 0, output: { claims } };
  });
}

/** What the claims of an authority come to. */
export function claimTotalsCommand(
  { authority, run, csv, ...options }: ClaimsOptions,
  io: Io,
): Promise<Outcome> {
  return reading(options, io, async (store) => {
    const scope = { authority };
    const runs =
      run === undefined
        ? await runsOf(store, scope, { limit: EVERY_RUN })
        : [await itsRun(store, run, scope)];
    const found = await claimsOf(store, { authority }, { run });
    const totals = totalsOf(found, runs, await storedShelf(store).current());
    return csv === true ? { exit: 0, text: totalsCsv(totals) } : { exit: 0, output: totals };
  });
}

/** Holds the claims of an authority against a statement, or against what the ledger has as paid. */
export async function reconcileCommand(
  file: string | undefined,
  { authority, run, csv, ...options }: ClaimsOptions,
  io: Io,
): Promise<Outcome> {
  const bytes = file === undefined ? undefined : await bytesFrom(file, io);
  if (bytes?.ok === false)
    return failure('file-unreadable', `there is no file \`${String(file)}\` that can be read`);
  const read = bytes === undefined ? undefined : statementIn(new TextDecoder().decode(bytes.value));
  if (read?.ok === false) {
    const findings = read.error.map((one) => ({ ...one, severity: 'error' as const }));
    return failure('statement-invalid', `\`${String(file)}\` is no statement`, { findings });
  }
  return reading(options, io, async (store) => {
    const library = await storedShelf(store).current();
    const found = await reconciled({ store, library }, { authority }, { run, statement: read?.value });
    return csv === true ? { exit: 0, text: reconciliationCsv(found) } : { exit: 0, output: found };
  });
}
