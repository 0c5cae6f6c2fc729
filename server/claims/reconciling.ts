import * as z from 'zod';
import {
  type ClaimToMatch,
  type ClaimToReconcile,
  reconcile,
  type StatementLine,
  type Variance,
  varianceCode,
  type VarianceCode,
  varianceCodes,
} from '../../engine/programme.ts';
import type { Principal } from '../identity/principal.ts';
import type { Library } from '../library/library.ts';
import type { Store } from '../store/store.ts';
import { dueNowUnder, familiesBehind, otherRatesIn } from './due-now.ts';
import { earlierOf } from './earlier-of.ts';
import type { LedgerFamily, LedgerName } from './family.ts';
import { namesOfClaims } from './names-of-claims.ts';
import { claimsOf, type LedgerClaim } from './find.ts';
import { itsRun } from './its-claims.ts';

type Reading = Pick<Store, 'read' | 'tables'>;

/** What each thing that can be found means. */
export const varianceWords: Readonly<Record<VarianceCode, string>> = {
  settled: 'paid as claimed',
  unpaid: 'submitted and not paid',
  'not-stated': 'paid by the ledger, and not in the statement',
  'part-paid': 'paid in part',
  'other-amount': 'paid otherwise than claimed',
  'wrong-year': 'paid at the rate of another year than that of attachment',
  'paid-twice': 'paid more than once',
  'not-recorded': 'paid by the statement, and not written down in the ledger',
  'paid-unsubmitted': 'paid although it is not submitted, or was withdrawn',
  'without-claim': 'paid, and nobody claimed it',
  'several-claims': 'paid, and it may be for claims of several phases or local authorities',
  'not-due': 'not due, or less, under the version that is now in force on its day',
  'claimed-twice': 'another claim of the phase may be for the same family',
  'clawed-back': 'paid and taken back',
  'cannot-be-decided': 'cannot be decided, or not wholly, under the version that is now in force',
};

const pence = z.int();

/** What was found, as the API gives it. */
export const reconciliation = z
  .strictObject({
    against: z.enum(['statement', 'ledger']),
    claims: z.int().min(0),
    elsewhere: z.strictObject({ rows: z.int().min(0), pence: z.int().min(0) }).meta({
      description: 'Lines of the statement that are of claims of other runs than the one asked for.',
    }),
    sums: z.array(
      z.strictObject({ code: varianceCode, text: z.string(), lines: z.int(), differencePence: pence }),
    ),
    lines: z.array(
      z.strictObject({
        code: varianceCode,
        text: z.string(),
        because: z.string(),
        claim: z.string().nullable(),
        rows: z.array(z.int()).meta({ description: 'Lines of the statement, from 0.' }),
        family: z.string().nullable(),
        payment: z.string().nullable(),
        record: z.string().nullable().meta({ description: 'The kept decision that explains it.' }),
        claimedPence: pence,
        paidPence: pence,
        differencePence: pence.meta({
          description: 'What was paid less what is due; of `not-due`, what is claimed and not due.',
        }),
      }),
    ),
  })
  .meta({ id: 'Reconciliation' });
export type Reconciliation = z.infer<typeof reconciliation>;

/** A family as the names of one of its claims have it. */
function familyBehind({ claim }: LedgerClaim, names: readonly LedgerName[]): LedgerFamily {
  const of = (kind: LedgerName['kind']) => names.flatMap((one) => (one.kind === kind ? [one.name] : []));
  return {
    ...{ id: claim.family ?? '', localAuthority: claim.localAuthority, formerIds: of('former') },
    members: of('person').map((personRef) => ({ role: 'child', personRef })),
  };
}

/** Of each result: the results of the same phase that may be of the same family, and that nobody found apart. */
async function alikeTo(
  store: Reading,
  { authority }: Pick<Principal, 'authority'>,
  claims: readonly LedgerClaim[],
) {
  const results = claims.filter(({ claim, standing }) => claim.kind === 'result' && standing.countsPence > 0);
  const ids = results.map(({ claim }) => claim.id);
  const names = await store.read((q) => namesOfClaims({ q, tables: store.tables }, ids));
  const families = new Map(
    results.map((one) => [one.claim.id, familyBehind(one, names.get(one.claim.id) ?? [])]),
  );
  const { tables } = store;
  const earlier = await store.read((q) => earlierOf({ q, tables }, authority, [...families.values()]));
  return ({ claim }: LedgerClaim): string[] => {
    const family = families.get(claim.id);
    if (family === undefined || family.id === '') return [];
    const { shared, elsewhere } = earlier.on(family);
    return [...shared, ...elsewhere].flatMap(({ claim: other }) =>
      other.kind === 'result' && other.programme === claim.programme && other.phase === claim.phase
        ? [other.id]
        : [],
    );
  };
}

interface Asked {
  readonly run?: string | undefined;
  readonly statement?: readonly StatementLine[] | undefined;
}

function shownLine(
  variance: Variance,
  claims: ReadonlyMap<string, LedgerClaim>,
  statement: readonly StatementLine[],
): Reconciliation['lines'][number] {
  const its = variance.claim === null ? undefined : claims.get(variance.claim)?.claim;
  // because whom the statement names is all there is to go by where nobody claimed it
  const stated = its === undefined ? statement[variance.rows[0] ?? -1] : undefined;
  return {
    ...variance,
    rows: [...variance.rows],
    text: varianceWords[variance.code],
    family: its === undefined ? (stated?.family ?? null) : its.family,
    payment: its?.payment ?? stated?.payment ?? null,
    record: its?.record ?? null,
  };
}

/** What each thing that was found comes to. */
function sumsOf(lines: Reconciliation['lines']): Reconciliation['sums'] {
  return varianceCodes.flatMap((code) => {
    const those = lines.filter((one) => one.code === code);
    const differencePence = those.reduce((sum, one) => sum + one.differencePence, 0);
    return those.length === 0
      ? []
      : [{ code, text: varianceWords[code], lines: those.length, differencePence }];
  });
}

const toMatch = ({ claim, standing }: LedgerClaim): ClaimToMatch => {
  const { id, family, payment, phase, localAuthority, on, pence: claimed } = claim;
  return { id, family, payment, phase, localAuthority, on, pence: claimed, standing };
};

/**
 * Holds the claims of an authority, or of one run of it, against a statement of what was paid, or without one against what
 * the ledger has as paid. A statement is matched with every claim of the authority, whichever run is asked for. Throws a
 * `Refusal` where the authority has no such run.
 */
export async function reconciled(
  { store, library }: { readonly store: Reading; readonly library: Library },
  scope: Pick<Principal, 'authority'>,
  { run, statement }: Asked,
): Promise<Reconciliation> {
  if (run !== undefined) await itsRun(store, run, scope);
  const all = await claimsOf(store, scope, statement === undefined ? { run } : {});
  const claims = run === undefined ? all : all.filter(({ claim }) => claim.run === run);
  const families = await familiesBehind(store, claims);
  const [dueNow, otherRates] = [dueNowUnder(library, families), otherRatesIn(library)];
  const alike = await alikeTo(store, scope, claims);
  const asked = claims.map((one): ClaimToReconcile => ({
    ...toMatch(one),
    ...{ dueNow: dueNow(one), otherRates: otherRates(one), alike: alike(one) },
  }));
  const found = reconcile(asked, statement, all.map(toMatch));
  const byId = new Map(claims.map((one) => [one.claim.id, one]));
  const lines = found.lines.map((one) => shownLine(one, byId, statement ?? []));
  return {
    ...{ against: statement === undefined ? 'ledger' : 'statement', claims: claims.length },
    ...{ elsewhere: found.elsewhere, sums: sumsOf(lines), lines },
  };
}
