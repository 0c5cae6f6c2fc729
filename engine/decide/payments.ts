import type { Payment } from '../document/payment.ts';
import type { Ruleset } from '../document/ruleset.ts';
import type { Claim } from '../family/family.ts';
import type { Day } from '../time/civil-date.ts';
import { MET, NOT_APPLICABLE, NOT_MET, UNKNOWN, type Bit, type VerdictSet } from '../verdict.ts';
import type { Compiler } from './compiler.ts';
import { claimsOf } from './facts.ts';
import type { Read } from './parameters.ts';
import {
  fillPot,
  shortfall,
  type Filled,
  type JudgedPayment,
  type PaymentCode,
  type PotState,
} from './pots.ts';
import { FAMILY, type Judge, type Run, type View } from './run.ts';
import { ELIGIBILITY } from './slots.ts';

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

const view: View = { looksFrom: 'asOf', member: FAMILY };

function compilePayment(compiler: Compiler, payment: Payment): CompiledPayment {
  const { amount, claimBefore, when } = payment;
  const { parameters } = compiler;
  return {
    payment,
    rate: parameters.number(amount),
    pricedOn: (run) =>
      typeof amount === 'number' ? run.asOf : parameters.dayOf(amount.parameter, run, view),
    closes: claimBefore && parameters.day(claimBefore),
    when: when && compiler.judge(when),
  };
}

/** Ids of the payments that are for results. */
export function resultsOf({ payments }: Ruleset): string[] {
  return payments.filter(({ kind }) => kind === 'result').map(({ id }) => id);
}

/** A result that another authority claimed for this family in this programme and phase. */
export function claimedElsewhere(results: readonly string[], run: Run, claims: readonly Claim[]): boolean {
  return claims.some(
    ({ payment, localAuthority }) =>
      results.includes(payment) &&
      localAuthority !== undefined &&
      localAuthority !== run.family.localAuthority,
  );
}

/** Eligibility and a payment's own condition: what does not apply is not paid, however the other stands. */
export function both(present: VerdictSet): Bit {
  if (present & NOT_MET) return NOT_MET;
  if (present & NOT_APPLICABLE) return NOT_APPLICABLE;
  return present & UNKNOWN ? UNKNOWN : MET;
}

function pence(claims: readonly Claim[], payments: readonly string[]): number {
  let total = 0;
  for (const claim of claims) if (payments.includes(claim.payment)) total += claim.pence;
  return total;
}

/** What every payment of a run is judged by. */
interface Standing {
  readonly eligibility: Bit | 0;
  readonly claims: readonly Claim[];
  readonly pots: readonly PotState[];
  readonly claimedElsewhere: boolean;
}

/** Whether a rate, a cap and a last day are all in force. */
function isPriced(
  it: CompiledPayment,
  rate: number | null,
  at: { run: Run; pots: readonly PotState[] },
): boolean {
  const capless = at.pots.some(({ pot, cap }) => pot.id === it.payment.pot && cap === undefined);
  return rate !== null && !capless && (it.closes === undefined || it.closes(at.run, view) !== undefined);
}

type Ruled = Pick<JudgedPayment, 'bit' | 'codes'>;

/** What a payment's own rules make of what its conditions say. */
function ruled(
  run: Run,
  it: CompiledPayment,
  at: { bit: Bit; rate: number | null; standing: Standing },
): Ruled {
  const { bit, rate, standing } = at;
  const closes = it.closes?.(run, view);
  if (run.attachedOn === null) return { bit: NOT_MET, codes: ['not-attached'] };
  if (closes !== undefined && run.asOf >= closes) return { bit: NOT_MET, codes: ['claim-window-closed'] };
  if (bit !== MET && bit !== UNKNOWN) return { bit, codes: [] };
  if (!isPriced(it, rate, { run, pots: standing.pots })) return { bit: UNKNOWN, codes: ['no-price'] };
  const blocked = bit === MET && it.payment.kind === 'result' && standing.claimedElsewhere;
  return blocked ? { bit: UNKNOWN, codes: ['claimed-elsewhere'] } : { bit, codes: [] };
}

/** What a payment is, by what it would be if its conditions were met. */
export function paidIf(ifMet: Bit, asked: Bit): Bit {
  return ifMet === NOT_MET ? NOT_MET : asked === MET ? ifMet : asked;
}

function judge(run: Run, it: CompiledPayment, standing: Standing): JudgedPayment & { readonly ifMet: Bit } {
  const rate = it.rate(run, view) ?? null;
  const asked = both(standing.eligibility | (it.when?.(run, view) ?? 0));
  const { bit, codes } = ruled(run, it, { bit: asked, rate, standing });
  const ifMet = asked === MET ? bit : ruled(run, it, { bit: MET, rate, standing }).bit;
  const claimed = pence(standing.claims, [it.payment.id]);
  return { payment: it.payment, rate, pricedOn: it.pricedOn(run), claimed, bit, codes, ifMet };
}

/** Payments of one pot together; one without a pot alone. */
function grouped(payments: readonly CompiledPayment[]): CompiledPayment[][] {
  const keyOf = ({ payment }: CompiledPayment) => payment.pot ?? `.${payment.id}`;
  return [...new Set(payments.map(keyOf))].map((key) => payments.filter((it) => keyOf(it) === key));
}

function dueOf(it: JudgedPayment, filled: Filled): Due {
  const { payment, bit, rate, pricedOn, claimed } = it;
  return {
    id: payment.id,
    bit,
    codes: [...it.codes, ...shortfall(it, filled)],
    rate,
    pricedOn,
    claimed,
    due: filled.due.get(payment.id) ?? 0,
    possible: filled.possible.get(payment.id) ?? 0,
  };
}

/** Judges and prices every payment of a ruleset, in listed order: engine/adr/0005. */
export function compilePayments(compiler: Compiler): (run: Run) => Due[] {
  const { ruleset, parameters, slots } = compiler;
  const payments = ruleset.payments.map((payment) => compilePayment(compiler, payment));
  const groups = grouped(payments);
  const results = resultsOf(ruleset);
  const positions = new Map(ruleset.payments.map((payment, at) => [payment, at]));
  const pots = (ruleset.pots ?? []).map((pot) => ({
    pot,
    cap: parameters.number(pot.cap),
    payments: ruleset.payments.filter((payment) => payment.pot === pot.id).map(({ id }) => id),
  }));
  const slotOf = ruleset.payments.map(({ id }) => slots.slot(id).at);
  return (run) => {
    const claims = claimsOf(compiler, run);
    const states = pots.map(({ pot, cap, payments: ids }): PotState => {
      const most = cap(run, view);
      return { pot, cap: most, left: Math.max(0, (most ?? 0) - pence(claims, ids)) };
    });
    const standing: Standing = {
      eligibility: slots.read(run, ELIGIBILITY, FAMILY),
      claims,
      pots: states,
      claimedElsewhere: claimedElsewhere(results, run, claims),
    };
    const dues: Due[] = [];
    for (const group of groups) {
      const members = group.map((it) => judge(run, it, standing));
      const filled = fillPot(
        members,
        states.find(({ pot }) => pot.id === members[0]?.payment.pot),
      );
      for (const it of members) {
        const at = positions.get(it.payment) ?? -1;
        run.bytes[slotOf[at] ?? -1] = it.bit;
        run.bytes[slots.ifMet(at, run.family.members.length)] = it.ifMet;
        dues[at] = dueOf(it, filled);
      }
    }
    return dues;
  };
}
