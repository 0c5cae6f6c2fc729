import type { Payment, Pot } from '../../engine/document/payment.ts';
import type { Verdict } from '../../engine/verdict.ts';
import { dayOf } from './days.ts';
import { numberOf, valueOf } from './parameters.ts';
import type { Look } from './question.ts';

export interface ReferencePayment {
  readonly id: string;
  readonly verdict: Verdict;
  readonly duePence: number;
  readonly possiblePence: number;
  readonly alreadyClaimedPence: number;
}

/** What the conditions say of a payment before its own rules: eligibility, and its `when` where it has one. */
export type Asked = ReadonlyMap<string, readonly Verdict[]>;

interface Bill {
  readonly payment: Payment;
  readonly verdict: Verdict;
  /** No rate, cap or last day is in force: it can add nothing. */
  readonly priceless: boolean;
  readonly left: number;
  readonly claimed: boolean;
  readonly alreadyClaimedPence: number;
}

/** Claims of this programme and phase that are there by `asOf`. */
function claimsSeen({ question }: Look) {
  const { family, ruleset, asOf } = question;
  return (family.claims ?? []).filter(
    ({ programme, phase, on }) =>
      programme === ruleset.programme && phase === ruleset.phase && dayOf(on) <= asOf,
  );
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

function claimedElsewhere(look: Look): boolean {
  const { family, ruleset } = look.question;
  const results = ruleset.payments.filter(({ kind }) => kind === 'result').map(({ id }) => id);
  return claimsSeen(look).some(
    ({ payment, localAuthority }) =>
      results.includes(payment) && Boolean(localAuthority) && localAuthority !== family.localAuthority,
  );
}

function isClosed(look: Look, { claimBefore }: Payment): boolean | undefined {
  if (claimBefore === undefined) return false;
  const last = valueOf(look, claimBefore.parameter);
  return typeof last === 'string' ? dayOf(last) <= look.question.asOf : undefined;
}

/** Eligibility and `when`: the first of these that either is. */
function together(asked: readonly Verdict[]): Verdict {
  const strongest = (['not-met', 'not-applicable', 'unknown'] as const).find((verdict) =>
    asked.includes(verdict),
  );
  return strongest ?? 'met';
}

function billOf(look: Look, payment: Payment, asked: Asked): Bill {
  const pot = look.question.ruleset.pots?.find(({ id }) => id === payment.pot);
  const rate = numberOf(look, payment.amount);
  const cap = pot && numberOf(look, pot.cap);
  const closed = isClosed(look, payment);
  const priceless = rate === undefined || closed === undefined || (pot !== undefined && cap === undefined);
  const claims = claimsSeen(look).filter((claim) => claim.payment === payment.id);
  const alreadyClaimedPence = sumOf(claims.map(({ pence }) => pence));
  const judged = together(asked.get(payment.id) ?? []);
  const verdict = (): Verdict => {
    if (look.question.attachedOn === null || closed === true) return 'not-met';
    if (priceless && judged === 'met') return 'unknown';
    return judged === 'met' && payment.kind === 'result' && claimedElsewhere(look) ? 'unknown' : judged;
  };
  const left = Math.max(0, (rate ?? 0) - alreadyClaimedPence);
  return { payment, verdict: verdict(), priceless, left, claimed: claims.length > 0, alreadyClaimedPence };
}

/** The only payment that an exclusive pot pays. */
function chosen(bills: readonly Bill[], mayPay: (bill: Bill) => boolean): Bill | undefined {
  const before = bills.find(({ claimed }) => claimed);
  if (before) return before;
  const firstMet = bills.findIndex(({ verdict }) => verdict === 'met');
  const upToFirstMet = firstMet === -1 ? bills : bills.slice(0, firstMet + 1);
  const candidates = upToFirstMet.filter(mayPay);
  const dearest = Math.max(...candidates.map(({ left }) => left));
  return candidates.find(({ left }) => left === dearest);
}

/** Fills pots in listed order with the bills that are paid. */
function filled(look: Look, bills: readonly Bill[], mayPay: (bill: Bill) => boolean): Map<string, number> {
  const paid = new Map<string, number>();
  const inPot = (pot: Pot) => bills.filter(({ payment }) => payment.pot === pot.id);
  for (const { payment, left } of bills.filter((bill) => mayPay(bill) && bill.payment.pot === undefined)) {
    paid.set(payment.id, left);
  }
  for (const pot of look.question.ruleset.pots ?? []) {
    const claimed = sumOf(inPot(pot).map(({ alreadyClaimedPence }) => alreadyClaimedPence));
    let remaining = Math.max(0, (numberOf(look, pot.cap) ?? 0) - claimed);
    const only = pot.exclusive ? [chosen(inPot(pot), mayPay)] : inPot(pot);
    for (const bill of only.filter((other) => other !== undefined).filter(mayPay)) {
      const pence = Math.min(bill.left, remaining);
      paid.set(bill.payment.id, pence);
      remaining -= pence;
    }
  }
  return paid;
}

/** Payments in listed order; everything about them looks from `asOf`. */
export function payments(look: Look, asked: Asked): ReferencePayment[] {
  const bills = look.question.ruleset.payments.map((payment) => billOf(look, payment, asked));
  const due = filled(look, bills, ({ verdict }) => verdict === 'met');
  const possible = filled(
    look,
    bills,
    ({ verdict, priceless }) => verdict === 'met' || (verdict === 'unknown' && !priceless),
  );
  return bills.map(({ payment, verdict, alreadyClaimedPence }) => ({
    id: payment.id,
    verdict,
    duePence: due.get(payment.id) ?? 0,
    possiblePence: possible.get(payment.id) ?? 0,
    alreadyClaimedPence,
  }));
}
