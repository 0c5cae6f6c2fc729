import { type Families, fundedFamilies, fundedPence } from '../decide/share.ts';
import type { Share } from '../document/payment.ts';

/** A claim as totals count it. Money in pence. */
export interface CountedClaim {
  readonly programme: string;
  readonly phase: number;
  readonly payment: string;
  readonly kind: string;
  readonly attachedOn: string;
  readonly versionHash: string;
  /** What was claimed. */
  readonly pence: number;
  /** What of it counts: less what was clawed back. */
  readonly countsPence: number;
  readonly paidPence: number;
  readonly clawedBackPence: number;
}

/** Claims of one payment for as much each, of families attached in one financial year, under one version. */
export interface ClaimGroup extends Omit<CountedClaim, 'attachedOn' | 'pence' | 'countsPence'> {
  /** The financial year, from 1 April, in which the families were attached: `2012/13`. */
  readonly attachedIn: string;
  readonly eachPence: number;
  readonly claims: number;
  readonly claimedPence: number;
  /** How many of those that count are funded: exactly, or rounded as the ruleset says; all where it has no share. */
  readonly fundedClaims: Families;
  /** Of these less the funded part of what was clawed back from some. */
  readonly fundedPence: number;
}

/** The financial year of a day, from 1 April: `2012/13`. */
export function financialYear(day: string): string {
  const year = Number(day.slice(0, 4)) - (day.slice(5) < '04-01' ? 1 : 0);
  return `${String(year)}/${String((year + 1) % 100).padStart(2, '0')}`;
}

const keyOf = (one: CountedClaim) =>
  JSON.stringify([
    one.programme,
    one.phase,
    financialYear(one.attachedOn),
    one.kind,
    one.payment,
    one.versionHash,
    one.pence,
  ]);

/** What is funded of claims of so much each, less the same part of what was clawed back from some of them. */
function fundedOf(
  share: Share | undefined,
  claims: number,
  { pence, clawedBack }: { readonly pence: number; readonly clawedBack: number },
): number {
  const whole = fundedPence(share, claims, pence);
  if (clawedBack === 0) return whole;
  const { part, of } = fundedFamilies(share, claims);
  const back = fundedPence(
    share && { ...share, funded: part, of: of * claims, families: 'none' },
    1,
    clawedBack,
  );
  return Math.max(0, whole - back);
}

function groupOf(claims: readonly [CountedClaim, ...CountedClaim[]], share: Share | undefined): ClaimGroup {
  const [{ programme, phase, payment, kind, versionHash, attachedOn, pence }] = claims;
  const sum = (of: (one: CountedClaim) => number) => claims.reduce((total, one) => total + of(one), 0);
  const counting = claims.filter(({ countsPence }) => countsPence > 0);
  const clawedBack = counting.reduce((total, one) => total + one.pence - one.countsPence, 0);
  return {
    ...{ programme, phase, payment, kind, versionHash },
    attachedIn: financialYear(attachedOn),
    eachPence: pence,
    claims: claims.length,
    claimedPence: sum((one) => one.countsPence),
    paidPence: sum((one) => one.paidPence),
    clawedBackPence: sum((one) => one.clawedBackPence),
    fundedClaims: fundedFamilies(share, counting.length),
    fundedPence: fundedOf(share, counting.length, { pence, clawedBack }),
  };
}

/** Claims by what they are of, in the order of the groups; `shareOf` gives the share of the version of a hash. */
export function groupClaims(
  claims: readonly CountedClaim[],
  shareOf: (versionHash: string) => Share | undefined,
): ClaimGroup[] {
  const groups = new Map<string, [CountedClaim, ...CountedClaim[]]>();
  for (const claim of claims) {
    const group = groups.get(keyOf(claim));
    if (group === undefined) groups.set(keyOf(claim), [claim]);
    else group.push(claim);
  }
  return [...groups.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, group]) => groupOf(group, shareOf(group[0].versionHash)));
}
