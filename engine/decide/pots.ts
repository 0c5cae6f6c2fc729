import type { Payment, Pot } from '../document/payment.ts';
import type { Day } from '../time/civil-date.ts';
import { MET, UNKNOWN, type Bit } from '../verdict.ts';

/** Why a payment's verdict or amount is what it is, beyond its own condition. */
export type PaymentCode =
  | 'not-attached'
  | 'claim-window-closed'
  | 'no-price'
  | 'claimed-elsewhere'
  | 'already-claimed'
  | 'pot-full'
  | 'excluded-by';

/** A payment judged but not yet filled from its pot. */
export interface JudgedPayment {
  readonly payment: Payment;
  readonly bit: Bit;
  readonly codes: PaymentCode[];
  readonly rate: number | null;
  readonly pricedOn: Day | null;
  readonly claimed: number;
}

/** A pot and what its cap is on the day. */
export interface PotState {
  readonly pot: Pot;
  /** Undefined where no cap is in force. */
  readonly cap: number | undefined;
  /** What earlier claims leave of it, in pence. */
  readonly left: number;
}

/** Takes payments from a pot in listed order: each what is left to pay of it and left in the pot. */
function fill(
  judged: readonly JudgedPayment[],
  left: number,
  counts: (payment: JudgedPayment) => boolean,
): Map<string, number> {
  let remaining = left;
  return new Map(
    judged.map((it): [string, number] => {
      const wanted = counts(it) && it.rate !== null ? Math.max(0, it.rate - it.claimed) : 0;
      const taken = Math.min(wanted, remaining);
      remaining -= taken;
      return [it.payment.id, taken];
    }),
  );
}

const certain = ({ bit }: JudgedPayment) => bit === MET;
const perhaps = ({ bit, codes }: JudgedPayment) =>
  bit === MET || (bit === UNKNOWN && !codes.includes('no-price'));

/** The payments an exclusive pot can still pay: the first listed of those claimed before, or those up to the first that is met. */
function stillOpen(members: readonly JudgedPayment[]): readonly JudgedPayment[] {
  const before = members.find(({ claimed }) => claimed > 0);
  if (before !== undefined) return [before];
  const first = members.findIndex(certain);
  return first < 0 ? members : members.slice(0, first + 1);
}

function dearest(members: readonly JudgedPayment[]): readonly JudgedPayment[] {
  const costs = (it: JudgedPayment) => (perhaps(it) ? Math.max(0, (it.rate ?? 0) - it.claimed) : 0);
  const best = members.reduce<JudgedPayment | undefined>(
    (most, it) => (most === undefined || costs(it) > costs(most) ? it : most),
    undefined,
  );
  return best === undefined ? [] : [best];
}

/** What a pot pays, by payment. */
export interface Filled {
  readonly due: Map<string, number>;
  readonly possible: Map<string, number>;
  /** Payments that an exclusive pot leaves out. */
  readonly excluded: ReadonlySet<string>;
}

/** Fills what a pot's payments, or a payment without one, come to: engine/adr/0005. */
export function fillPot(members: readonly JudgedPayment[], state: PotState | undefined): Filled {
  const left = state?.left ?? Infinity;
  if (state?.pot.exclusive !== true) {
    return { due: fill(members, left, certain), possible: fill(members, left, perhaps), excluded: new Set() };
  }
  const open = stillOpen(members);
  const shut = members.filter((it) => perhaps(it) && !open.includes(it));
  return {
    due: fill(open.filter(certain).slice(0, 1), left, certain),
    possible: fill(dearest(open), left, perhaps),
    excluded: new Set(shut.map(({ payment }) => payment.id)),
  };
}

/** Why a met payment is due less than its rate. */
export function shortfall(it: JudgedPayment, filled: Filled): PaymentCode[] {
  if (it.bit !== MET || it.rate === null) return [];
  if (filled.excluded.has(it.payment.id)) return ['excluded-by'];
  const wanted = Math.max(0, it.rate - it.claimed);
  const due = filled.due.get(it.payment.id) ?? 0;
  return [
    ...(it.claimed > 0 ? (['already-claimed'] as const) : []),
    ...(due < wanted ? (['pot-full'] as const) : []),
  ];
}
