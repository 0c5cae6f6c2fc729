import * as z from 'zod';
import {
  type ClaimToMatch,
  type Matched,
  matchStatement,
  type Stated,
  type StatementLine,
  whose,
} from './match-statement.ts';

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
  'several-claims',
  'not-due',
  'claimed-twice',
  'clawed-back',
  'cannot-be-decided',
] as const;
export const varianceCode = z.enum(varianceCodes);
export type VarianceCode = (typeof varianceCodes)[number];

/** What the version that is now in force on the day of a claim makes of it. */
export type DueNow =
  | { readonly code: 'same' }
  | {
      readonly code: 'decided';
      /** Certain. */
      readonly pence: number;
      /** No less than what could be due were everything known; `pence` where it is. */
      readonly mostPence: number;
      readonly version: string;
      /** What is not known, where something is not. */
      readonly unknown: string;
    }
  | { readonly code: 'not-decided'; readonly why: string };

/** A price of a payment in some other time than the one that sets it. */
export interface OtherRate {
  readonly pence: number;
  readonly from: string | null;
}

/** A claim with what is known of it. */
export interface ClaimToReconcile extends ClaimToMatch {
  readonly dueNow: DueNow;
  readonly otherRates: readonly OtherRate[];
  /** Claims of the same phase for what may be the same family. */
  readonly alike: readonly string[];
}

/** One thing that was found, with what explains it. `differencePence` is what was paid less what should have been. */
export interface Variance {
  readonly code: VarianceCode;
  /** Null where a statement pays what nobody claimed, or does not say which of several. */
  readonly claim: string | null;
  /** Rows of the statement, from 0. */
  readonly rows: readonly number[];
  readonly claimedPence: number;
  readonly paidPence: number;
  readonly differencePence: number;
  /** What explains it beyond its code: a year, a version, other claims; empty where nothing does. */
  readonly because: string;
}

/** What was found. */
export interface Reconciled {
  readonly lines: readonly Variance[];
  /** Rows of the statement that are of other claims than those asked about, and what they pay. */
  readonly elsewhere: { readonly rows: number; readonly pence: number };
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

/** How what a claim counts for stands to what is due now: what is not known is neither due nor not due. */
function ofDue(counts: number, now: DueNow): Found[] {
  if (now.code === 'same') return [];
  if (now.code === 'not-decided')
    return [{ code: 'cannot-be-decided', differencePence: 0, because: now.why }];
  const { pence, mostPence, version, unknown } = now;
  const because = `version ${version}`;
  const not: Found[] =
    mostPence < counts ? [{ code: 'not-due', differencePence: counts - mostPence, because }] : [];
  const open: Found[] =
    pence < Math.min(mostPence, counts)
      ? [{ code: 'cannot-be-decided', differencePence: 0, because: `${because}: ${unknown}` }]
      : [];
  return [...not, ...open];
}

/** What is found of a claim beside its payment. */
function ofClaim(claim: ClaimToReconcile, stated: Stated | undefined): Found[] {
  const { standing, dueNow, alike } = claim;
  if (standing.state === 'withdrawn') return [];
  const counts = standing.countsPence;
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
  return [...ofDue(counts, dueNow), ...back, ...twice, ...lag];
}

/** Every line of one claim. */
function ofOne(claim: ClaimToReconcile, stated: Stated | undefined, isStated: boolean): Variance[] {
  const paidPence = isStated ? (stated?.pence ?? 0) : claim.standing.paidPence;
  const wanted = claim.standing.state === 'withdrawn' ? 0 : claim.pence;
  const found = [...ofPayment(claim, stated, isStated), ...ofClaim(claim, stated)];
  return found.map((one) => ({
    ...{ claim: claim.id, rows: stated?.rows ?? [], claimedPence: claim.pence, paidPence },
    ...{ differencePence: paidPence - wanted, because: '', ...one },
  }));
}

/** The rows of a statement that are of no claim, and of those of several that may be of one that is asked about. */
function ofNone(
  statement: readonly StatementLine[],
  matched: Matched,
  asked: ReadonlySet<string>,
): Variance[] {
  const line = (row: number, found: Pick<Variance, 'code' | 'because'>): Variance => {
    const { pence = 0 } = statement[row] ?? {};
    return {
      ...{ ...found, claim: null, rows: [row], claimedPence: 0, paidPence: pence },
      differencePence: pence,
    };
  };
  const without = matched.without.map((row) =>
    line(row, { code: 'without-claim', because: statement[row]?.claim ?? '' }),
  );
  const several = [...matched.unclear].flatMap(([row, claims]) => {
    const because = [...new Set(claims.map(whose))].join('; ');
    return claims.some(({ id }) => asked.has(id)) ? [line(row, { code: 'several-claims', because })] : [];
  });
  return [...without, ...several].sort((one, other) => (one.rows[0] ?? 0) - (other.rows[0] ?? 0));
}

/**
 * Holds claims against what was paid for them, line by line: by a statement where there is one, else by what the ledger has
 * as paid. `all` are the claims that a row of the statement may pay, those asked about among them. A claim that is withdrawn
 * and was not paid gives no line.
 */
export function reconcile(
  claims: readonly ClaimToReconcile[],
  statement: readonly StatementLine[] | undefined,
  all: readonly ClaimToMatch[] = claims,
): Reconciled {
  const matched = matchStatement(all, statement ?? []);
  const isStated = statement !== undefined;
  const lines = claims.flatMap((claim) => ofOne(claim, matched.stated.get(claim.id), isStated));
  const none = ofNone(statement ?? [], matched, new Set(claims.map(({ id }) => id)));
  const shown = new Set([
    ...claims.flatMap(({ id }) => matched.stated.get(id)?.rows ?? []),
    ...none.flatMap(({ rows }) => rows),
  ]);
  const others = (statement ?? []).filter((_, row) => !shown.has(row));
  const pence = others.reduce((sum, one) => sum + one.pence, 0);
  return { lines: [...lines, ...none], elsewhere: { rows: others.length, pence } };
}
