import type { Claim } from '../../../engine/family/family.ts';
import { dayOf } from '../../../engine/time/civil-date.ts';
import type { Verdict } from '../../../engine/verdict.ts';
import type { Case } from './records.ts';

/** What a payment comes to, in pence. */
export interface Due {
  verdict: Verdict;
  /** Null where no price is in force. */
  ratePence: number | null;
  duePence: number;
  possiblePence: number;
  alreadyClaimedPence: number;
}

export interface Dues {
  readonly attachmentFee: Due;
  readonly crimeAndEducation: Due;
  readonly progressToWork: Due;
  readonly continuousEmployment: Due;
}

/** What is paid for. */
export interface Results {
  readonly crimeAndEducation: Verdict;
  readonly progressToWork: Verdict;
  readonly continuousEmployment: Verdict;
}

interface Prices {
  readonly fee: number;
  /** The most that results are worth, and what continuous employment is. */
  readonly pot: number;
  readonly crimeEducation: number;
  readonly progress: number;
}

const first = dayOf(2012, 4, 1);
const second = dayOf(2013, 4, 1);
const third = dayOf(2014, 4, 1);
const end = dayOf(2015, 4, 1);
const closes = dayOf(2015, 6, 1);

const inFirst: Prices = { fee: 320_000, pot: 80_000, crimeEducation: 70_000, progress: 10_000 };
const inSecond: Prices = { fee: 240_000, pot: 160_000, crimeEducation: 150_000, progress: 10_000 };
const inThird: Prices = { fee: 160_000, pot: 240_000, crimeEducation: 230_000, progress: 10_000 };

/** The prices of the year of attachment; none outside the programme's three. */
function pricesOf({ attachedOn }: Case): Prices | undefined {
  if (attachedOn === null || attachedOn < first || attachedOn >= end) return undefined;
  if (attachedOn >= third) return inThird;
  return attachedOn >= second ? inSecond : inFirst;
}

/** What was claimed before, in pence. */
interface Claimed {
  fee: number;
  crimeEducation: number;
  progress: number;
  employment: number;
  /** Whether a crime and education result was claimed, at whatever sum. */
  ofCrimeEducation: boolean;
  /** Whether another authority claimed a result. */
  elsewhere: boolean;
}

const noClaims: Claimed = {
  fee: 0,
  crimeEducation: 0,
  progress: 0,
  employment: 0,
  ofCrimeEducation: false,
  elsewhere: false,
};

function addClaim(claimed: Claimed, { payment, pence }: Claim): boolean {
  switch (payment) {
    case 'attachment-fee':
      claimed.fee += pence;
      return false;
    case 'result-crime-education':
      claimed.crimeEducation += pence;
      claimed.ofCrimeEducation = true;
      return true;
    case 'result-progress-to-work':
      claimed.progress += pence;
      return true;
    case 'result-continuous-employment':
      claimed.employment += pence;
      return true;
    default:
      return false;
  }
}

function claimedBefore({ family, asOf }: Case): Claimed {
  if (family.claims.length === 0) return noClaims;
  const claimed = { ...noClaims };
  for (const claim of family.claims) {
    if (claim.programme !== 'troubled-families' || claim.phase !== 1 || claim.on > asOf) continue;
    const isResult = addClaim(claimed, claim);
    const { localAuthority } = claim;
    if (isResult && localAuthority !== undefined && localAuthority !== family.localAuthority)
      claimed.elsewhere = true;
  }
  return claimed;
}

/** A result and the eligibility that it needs: what does not apply is not paid, however the other stands. */
function withEligibility(eligibility: Verdict, result: Verdict): Verdict {
  if (eligibility === 'not-met' || result === 'not-met') return 'not-met';
  if (result === 'not-applicable') return result;
  return eligibility === 'met' ? result : 'unknown';
}

/** Progress to work is paid with a crime and education result, or after one. */
function progressResult({ progressToWork, crimeAndEducation }: Results, claimed: boolean): Verdict {
  if (progressToWork === 'not-met' || claimed || crimeAndEducation === 'met') return progressToWork;
  return crimeAndEducation === 'unknown' ? 'unknown' : 'not-met';
}

function dueOf(verdict: Verdict, ratePence: number | null, alreadyClaimedPence: number): Due {
  return { verdict, ratePence, duePence: 0, possiblePence: 0, alreadyClaimedPence };
}

/** The four payments of a day, those for results out of one pot in this order. */
export function paymentsOf(at: Case, eligibility: Verdict, results: Results): Dues {
  const prices = pricesOf(at);
  const claimed = claimedBefore(at);
  const open = at.attachedOn !== null && at.asOf < closes;
  const rated = (asked: Verdict): Verdict => {
    if (!open) return 'not-met';
    return prices === undefined && asked === 'met' ? 'unknown' : asked;
  };
  const result = (asked: Verdict): Verdict => {
    const verdict = rated(withEligibility(eligibility, asked));
    return verdict === 'met' && claimed.elsewhere ? 'unknown' : verdict;
  };
  const progress = progressResult(results, claimed.ofCrimeEducation);
  const dues = {
    attachmentFee: dueOf(rated(eligibility), prices?.fee ?? null, claimed.fee),
    crimeAndEducation: dueOf(
      result(results.crimeAndEducation),
      prices?.crimeEducation ?? null,
      claimed.crimeEducation,
    ),
    progressToWork: dueOf(result(progress), prices?.progress ?? null, claimed.progress),
    continuousEmployment: dueOf(
      result(results.continuousEmployment),
      prices?.pot ?? null,
      claimed.employment,
    ),
  };
  if (prices === undefined) return dues;
  take(dues.attachmentFee, { due: Infinity, possible: Infinity });
  const spent = claimed.crimeEducation + claimed.progress + claimed.employment;
  const left = Math.max(0, prices.pot - spent);
  const pot = { due: left, possible: left };
  take(dues.crimeAndEducation, pot);
  take(dues.progressToWork, pot);
  take(dues.continuousEmployment, pot);
  return dues;
}

/** Takes what is left to pay from what is left in a pot: for certain where met, perhaps where unknown. */
function take(payment: Due, pot: { due: number; possible: number }): void {
  const { verdict, ratePence, alreadyClaimedPence } = payment;
  if (ratePence === null || (verdict !== 'met' && verdict !== 'unknown')) return;
  const wanted = Math.max(0, ratePence - alreadyClaimedPence);
  if (verdict === 'met') {
    payment.duePence = Math.min(wanted, pot.due);
    pot.due -= payment.duePence;
  }
  payment.possiblePence = Math.min(wanted, pot.possible);
  pot.possible -= payment.possiblePence;
}
