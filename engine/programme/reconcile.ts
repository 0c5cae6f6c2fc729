import * as z from 'zod';
import type { ClaimStanding } from './claim-standing.ts';

/** How a claim and what was paid for it stand to each other. */
export const varianceCodes = [
  'settled',
  'unpaid',
  'not-stated',
  'part-paid',
  'other-amount',
  'wrong-year',
  'paid-twice',
  'not-recorded',
  'paid-unsubmitted',
  'without-claim',
  'not-due',
  'claimed-twice',
  'clawed-back',
  'cannot-be-decided',
] as const;
export const varianceCode = z.enum(varianceCodes);
export type VarianceCode = (typeof varianceCodes)[number];

/** A line of a statement of what was paid. Money in pence. */
export interface StatementLine {
  /** Names a claim; absent where family and payment do. */
  readonly claim?: string | undefined;
  readonly family?: string | undefined;
  readonly payment?: string | undefined;
  readonly pence: number;
  readonly on: string;
}

/** What the version that is now in force on the day of a claim makes of it. */
export type DueNow =
  | { readonly code: 'same' }
  | { readonly code: 'decided'; readonly pence: number; readonly version: string }
  | { readonly code: 'not-decided'; readonly why: string };

/** A price of a payment in some other time than the one that sets it. */
export interface OtherRate {
  readonly pence: number;
  readonly from: string | null;
}

/** A claim with what is known of it. */
export interface ClaimToReconcile {
  readonly id: string;
  readonly family: string | null;
  readonly payment: string;
  readonly pence: number;
  readonly standing: ClaimStanding;
  readonly dueNow: DueNow;
  readonly otherRates: readonly OtherRate[];
  /** Claims of the same phase for what may be the same family. */
  readonly alike: readonly string[];
}

/** One thing that was found, with what explains it. `differencePence` is what was paid less what should have been. */
export interface Variance {
  readonly code: VarianceCode;
  /** Null where a statement pays what nobody claimed. */
  readonly claim: string | null;
  /** Rows of the statement, from 0. */
  readonly rows: readonly number[];
  readonly claimedPence: number;
  readonly paidPence: number;
  readonly differencePence: number;
  /** What explains it beyond its code: a year, a version, other claims; empty where nothing does. */
  readonly because: string;
}

interface Stated {
  readonly rows: readonly number[];
  readonly pence: number;
}

const keyOf = (family: string | null | undefined, payment: string | undefined) =>
  JSON.stringify([family ?? null, payment ?? null]);

/** Claims by their ids, and by family and payment. */
function indexed(claims: readonly ClaimToReconcile[]) {
  const byId = new Map(claims.map((claim) => [claim.id, [claim]]));
  const byFamily = new Map<string, ClaimToReconcile[]>();
  for (const claim of claims) {
    const key = keyOf(claim.family, claim.payment);
    byFamily.set(key, [...(byFamily.get(key) ?? []), claim]);
  }
  return ({ claim, family, payment }: StatementLine): readonly ClaimToReconcile[] =>
    (claim === undefined ? byFamily.get(keyOf(family, payment)) : byId.get(claim)) ?? [];
}

/**
 * The claim that each line of a statement pays: of several that it could be, the first that stands and has room for it, then the
 * first that stands.
 */
function matched(
  claims: readonly ClaimToReconcile[],
  statement: readonly StatementLine[],
): ReadonlyMap<string, Stated> {
  const stated = new Map<string, Stated>();
  const claimsOf = indexed(claims);
  for (const [row, line] of statement.entries()) {
    const its = claimsOf(line);
    const standing = its.filter((claim) => claim.standing.state !== 'withdrawn');
    const hasRoom = ({ id, pence }: ClaimToReconcile) => (stated.get(id)?.pence ?? 0) + line.pence <= pence;
    const claim = standing.find(hasRoom) ?? standing[0] ?? its[0];
    const key = claim?.id ?? '';
    const before = stated.get(key) ?? { rows: [], pence: 0 };
    stated.set(key, { rows: [...before.rows, row], pence: before.pence + line.pence });
  }
  return stated;
}

type Found = Pick<Variance, 'code'> & Partial<Variance>;

/** How what was paid stands to what was claimed. */
function ofPayment(claim: ClaimToReconcile, stated: Stated | undefined, isStated: boolean): Found[] {
  const { standing, pence, otherRates } = claim;
  const paid = isStated ? (stated?.pence ?? 0) : standing.paidPence;
  const isOpen = standing.state === 'proposed' || standing.state === 'withdrawn';
  if (isOpen) return paid > 0 ? [{ code: 'paid-unsubmitted', because: standing.state }] : [];
  if (paid === 0 && standing.paidPence > 0) return [{ code: 'not-stated', because: standing.state }];
  if (paid === 0) return [{ code: 'unpaid', because: standing.state }];
  if (stated !== undefined && stated.rows.length > 1 && paid > pence)
    return [{ code: 'paid-twice', because: `${String(stated.rows.length)} lines` }];
  if (paid === pence) return [{ code: 'settled' }];
  const rate = otherRates.find((one) => one.pence === paid);
  if (rate !== undefined)
    return [
      { code: 'wrong-year', because: rate.from === null ? 'another year' : `the rate from ${rate.from}` },
    ];
  return [{ code: paid < pence ? 'part-paid' : 'other-amount' }];
}

/** What is found of a claim beside its payment. */
function ofClaim(claim: ClaimToReconcile, stated: Stated | undefined): Found[] {
  const { standing, dueNow, alike } = claim;
  if (standing.state === 'withdrawn') return [];
  const counts = standing.countsPence;
  const due: Found[] =
    dueNow.code === 'decided' && dueNow.pence < counts
      ? [{ code: 'not-due', differencePence: counts - dueNow.pence, because: `version ${dueNow.version}` }]
      : dueNow.code === 'not-decided'
        ? [{ code: 'cannot-be-decided', differencePence: 0, because: dueNow.why }]
        : [];
  const back: Found[] =
    standing.clawedBackPence > 0 ? [{ code: 'clawed-back', differencePence: -standing.clawedBackPence }] : [];
  const twice: Found[] =
    counts > 0 && alike.length > 0
      ? [{ code: 'claimed-twice', differencePence: counts, because: alike.join(', ') }]
      : [];
  const lag: Found[] =
    stated !== undefined && stated.pence > standing.paidPence
      ? [{ code: 'not-recorded', differencePence: stated.pence - standing.paidPence }]
      : [];
  return [...due, ...back, ...twice, ...lag];
}

/**
 * Holds claims against what was paid for them, line by line: by a statement where there is one, else by what the ledger has
 * as paid. A claim that is withdrawn and was not paid gives no line.
 */
export function reconcile(
  claims: readonly ClaimToReconcile[],
  statement: readonly StatementLine[] | undefined,
): Variance[] {
  const stated = matched(claims, statement ?? []);
  const lines = claims.flatMap((claim): Variance[] => {
    const its = stated.get(claim.id);
    const paidPence = statement === undefined ? claim.standing.paidPence : (its?.pence ?? 0);
    const wanted = claim.standing.state === 'withdrawn' ? 0 : claim.pence;
    const found = [...ofPayment(claim, its, statement !== undefined), ...ofClaim(claim, its)];
    return found.map((one) => ({
      ...{ claim: claim.id, rows: its?.rows ?? [], claimedPence: claim.pence, paidPence },
      ...{ differencePence: paidPence - wanted, because: '', ...one },
    }));
  });
  const lost = stated.get('');
  if (lost === undefined || statement === undefined) return lines;
  const without = lost.rows.map((row): Variance => {
    const { pence = 0, claim } = statement[row] ?? {};
    return {
      ...{ code: 'without-claim', claim: null, rows: [row], claimedPence: 0, paidPence: pence },
      ...{ differencePence: pence, because: claim ?? '' },
    };
  });
  return [...lines, ...without];
}
