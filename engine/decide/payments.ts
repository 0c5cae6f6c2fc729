import type { Payment, Pot } from '../document/payment.ts';
import type { Ruleset } from '../document/ruleset.ts';
import type { Claim } from '../family/family.ts';
import type { Day } from '../time/civil-date.ts';
import { MET, NOT_APPLICABLE, NOT_MET, UNKNOWN, type Bit, type VerdictSet } from '../verdict.ts';
import type { Compiler } from './compiler.ts';
import { claimsOf } from './facts.ts';
import type { Read } from './parameters.ts';
import { FAMILY, type Judge, type Run, type View } from './run.ts';
import { ELIGIBILITY } from './slots.ts';

/** Why a payment's verdict or amount is what it is, beyond its own condition. */
export type PaymentCode =
  | 'not-attached'
  | 'claim-window-closed'
  | 'no-price'
  | 'claimed-elsewhere'
  | 'already-claimed'
  | 'pot-full'
  | 'excluded-by';

/** What a payment comes to, in pence. */
export interface Due {
  readonly id: string;
  readonly bit: Bit;
  readonly codes: readonly PaymentCode[];
  /** Null where no price is in force. */
  readonly rate: number | null;
  readonly pricedOn: Day | null;
  readonly claimed: number;
  readonly due: number;
  readonly possible: number;
}

interface CompiledPayment {
  readonly payment: Payment;
  readonly rate: Read<number>;
  readonly pricedOn: (run: Run) => Day | null;
  readonly closes: Read<Day> | undefined;
  readonly when: Judge | undefined;
}

/** A payment judged but not yet filled from its pot. */
interface Judged {
  readonly payment: Payment;
  readonly bit: Bit;
  readonly codes: PaymentCode[];
  readonly rate: number | null;
  readonly pricedOn: Day | null;
  readonly claimed: number;
}

const view: View = { looksFrom: 'asOf', member: FAMILY };

function compilePayment(compiler: Compiler, payment: Payment): CompiledPayment {
  const { amount, claimBefore, when } = payment;
  const { parameters } = compiler;
  return {
    payment,
    rate: parameters.number(amount),
    pricedOn: (run) => (typeof amount === 'number' ? run.asOf : parameters.dayOf(amount.parameter, run, view)),
    closes: claimBefore && parameters.day(claimBefore),
    when: when && compiler.judge(when),
  };
}

/** A result that another authority claimed for this family in this programme and phase. */
function claimedElsewhere(ruleset: Ruleset, run: Run, claims: readonly Claim[]): boolean {
  const results = ruleset.payments.filter(({ kind }) => kind === 'result').map(({ id }) => id);
  return claims.some(
    ({ payment, localAuthority }) =>
      results.includes(payment) && localAuthority !== undefined && localAuthority !== run.family.localAuthority,
  );
}

/** Eligibility and a payment's own condition: what does not apply is not paid, however the other stands. */
function both(present: VerdictSet): Bit {
  if (present & NOT_MET) return NOT_MET;
  if (present & NOT_APPLICABLE) return NOT_APPLICABLE;
  return present & UNKNOWN ? UNKNOWN : MET;
}

interface PotState {
  readonly pot: Pot;
  /** Undefined where no cap is in force. */
  readonly cap: number | undefined;
}

function pence(claims: readonly Claim[], payments: readonly string[]): number {
  return claims.filter(({ payment }) => payments.includes(payment)).reduce((total, claim) => total + claim.pence, 0);
}

/** Takes payments from a pot in listed order: each what is left to pay of it and left in the pot. */
function fill(judged: readonly Judged[], left: number, counts: (payment: Judged) => boolean): Map<string, number> {
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

const certain = ({ bit }: Judged) => bit === MET;
const perhaps = ({ bit, codes }: Judged) => bit === MET || (bit === UNKNOWN && !codes.includes('no-price'));

/** The payments an exclusive pot can still pay: the one claimed before, or those up to the first that is met. */
function stillOpen(members: readonly Judged[]): readonly Judged[] {
  const before = members.filter(({ claimed }) => claimed > 0);
  if (before.length > 0) return before;
  const first = members.findIndex(certain);
  return first < 0 ? members : members.slice(0, first + 1);
}

function dearest(members: readonly Judged[]): readonly Judged[] {
  const costs = (it: Judged) => (perhaps(it) ? Math.max(0, (it.rate ?? 0) - it.claimed) : 0);
  const best = members.reduce<Judged | undefined>((most, it) => (most === undefined || costs(it) > costs(most) ? it : most), undefined);
  return best === undefined ? [] : [best];
}

interface Filled {
  readonly due: Map<string, number>;
  readonly possible: Map<string, number>;
  /** Payments that an exclusive pot leaves out. */
  readonly excluded: ReadonlySet<string>;
}

function fillPot(members: readonly Judged[], state: PotState | undefined, left: number): Filled {
  if (state?.pot.exclusive !== true) return { due: fill(members, left, certain), possible: fill(members, left, perhaps), excluded: new Set() };
  const open = stillOpen(members);
  const paid = open.filter(certain).slice(0, 1);
  const shut = members.filter((it) => perhaps(it) && !open.includes(it));
  return { due: fill(paid, left, certain), possible: fill(dearest(open), left, perhaps), excluded: new Set(shut.map(({ payment }) => payment.id)) };
}

function shortfall(it: Judged, filled: Filled): PaymentCode[] {
  if (it.bit !== MET || it.rate === null) return [];
  if (filled.excluded.has(it.payment.id)) return ['excluded-by'];
  const wanted = Math.max(0, it.rate - it.claimed);
  const due = filled.due.get(it.payment.id) ?? 0;
  return [...(it.claimed > 0 ? (['already-claimed'] as const) : []), ...(due < wanted ? (['pot-full'] as const) : [])];
}

/** Judges and prices every payment of a ruleset: engine/adr/0005. */
export function compilePayments(compiler: Compiler): (run: Run) => Due[] {
  const { ruleset, parameters, slots } = compiler;
  const payments = ruleset.payments.map((payment) => compilePayment(compiler, payment));
  const pots = (ruleset.pots ?? []).map((pot) => ({ pot, cap: parameters.number(pot.cap) }));
  const eligibility = slots.slot(ELIGIBILITY);

  function judge(run: Run, it: CompiledPayment, at: { claims: readonly Claim[]; pots: readonly PotState[] }): Judged {
    const { payment } = it;
    const rate = it.rate(run, view) ?? null;
    const closes = it.closes?.(run, view);
    const capless = at.pots.some(({ pot, cap }) => pot.id === payment.pot && cap === undefined);
    const priced = rate !== null && !capless && (it.closes === undefined || closes !== undefined);
    const when = it.when?.(run, view);
    const base = { payment, rate, pricedOn: it.pricedOn(run), claimed: pence(at.claims, [payment.id]) };
    if (run.attachedOn === null) return { ...base, bit: NOT_MET, codes: ['not-attached'] };
    const bit = both((run.bytes[eligibility.at] ?? 0) | (when ?? 0));
    if (closes !== undefined && run.asOf >= closes) return { ...base, bit: NOT_MET, codes: ['claim-window-closed'] };
    if (bit === MET || bit === UNKNOWN) {
      if (!priced) return { ...base, bit: UNKNOWN, codes: ['no-price'] };
      if (bit === MET && payment.kind === 'result' && claimedElsewhere(ruleset, run, at.claims)) {
        return { ...base, bit: UNKNOWN, codes: ['claimed-elsewhere'] };
      }
    }
    return { ...base, bit, codes: [] };
  }

  return (run) => {
    const claims = claimsOf(compiler, run);
    const states = pots.map(({ pot, cap }): PotState => ({ pot, cap: cap(run, view) }));
    const judged = payments.map((it) => judge(run, it, { claims, pots: states }));
    const groups = [...new Set(judged.map(({ payment }) => payment.pot ?? `.${payment.id}`))].map((key) =>
      judged.filter(({ payment }) => (payment.pot ?? `.${payment.id}`) === key),
    );
    const filled = groups.map((members): Filled => {
      const state = states.find(({ pot }) => pot.id === members[0]?.payment.pot);
      const ids = ruleset.payments.filter(({ pot }) => pot === state?.pot.id).map(({ id }) => id);
      const left = state === undefined ? Infinity : Math.max(0, (state.cap ?? 0) - pence(claims, ids));
      return fillPot(members, state, left);
    });
    return judged.map((it): Due => {
      const { id } = it.payment;
      const own = filled.find(({ due, possible, excluded }) => due.has(id) || possible.has(id) || excluded.has(id));
      run.bytes[slots.slot(id).at] = it.bit;
      return {
        id,
        bit: it.bit,
        codes: own === undefined ? it.codes : [...it.codes, ...shortfall(it, own)],
        rate: it.rate,
        pricedOn: it.pricedOn,
        claimed: it.claimed,
        due: own?.due.get(id) ?? 0,
        possible: own?.possible.get(id) ?? 0,
      };
    });
  };
}
