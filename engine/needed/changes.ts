import type { Due } from '../decide/payments.ts';
import type { PaymentCode } from '../decide/pots.ts';
import { FAMILY } from '../decide/run.ts';
import type { Place } from '../document/places.ts';
import type { Deciding, Judged } from '../explain/deciding.ts';
import { factOfPayment } from '../explain/payment-reasons.ts';
import { reasonOf } from '../explain/reasons.ts';
import type { Reason } from '../decide/decision.ts';
import type { Day } from '../time/civil-date.ts';
import { MET, NOT_MET, UNKNOWN, type Bit } from '../verdict.ts';

/** Evidence to find; progress still needed; time must pass; or none of them helps. */
export type ChangeKind = 'evidence' | 'progress' | 'time' | 'impossible';

/** A verdict of the compact trace that is to be another. */
export interface Forced {
  readonly at: number;
  readonly bit: Bit;
}

/** One thing that would have to be otherwise. */
export interface Change {
  readonly kind: ChangeKind;
  readonly reason: Reason;
  /** What it would have to be. */
  readonly to: 'met' | 'not-met';
  /** For `time`: the first day on which it is so, if nothing new happens; undefined where that is not by the last day asked about. */
  readonly from: Day | undefined;
  readonly forces: Forced[];
}

/** The first day after the one asked about on which a verdict of the compact trace is a given one; undefined where none. */
export type FirstDay = (forced: Forced) => Day | undefined;

export interface Ground extends Judged {
  readonly firstDay: FirstDay;
  /** The day of attachment, also where it is still to come; restated where that was asked. */
  readonly attachedOn: Day | null;
}

const toOf = ({ bit }: Forced): Change['to'] => (bit === MET ? 'met' : 'not-met');

/** Whether a rule is judged as of a day that is past and does not move: its records are what they were. */
function isSettled({ compiler, run }: Judged, { owner }: Place): boolean {
  const { criteria, outcomes } = compiler.ruleset;
  const looks = {
    criterion: () => criteria.find(({ id }) => id === owner.id)?.looksFrom ?? 'attachment',
    route: () => 'attachment' as const,
    outcome: () => outcomes.find(({ id }) => id === owner.id)?.looksFrom ?? 'asOf',
    part: () => outcomes.find(({ id }) => owner.id.startsWith(`${id}.`))?.looksFrom ?? 'asOf',
    payment: () => 'asOf' as const,
  }[owner.kind]();
  // because nobody works towards being identified, also where the family is not attached yet
  return looks === 'attachment' || owner.kind === 'criterion' || run.attachedOn === null;
}

/** Everything that would have to be otherwise, each once, by its number. */
export class Changes {
  readonly list: Change[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly ground: Ground;

  constructor(ground: Ground) {
    this.ground = ground;
  }

  private number(key: string, make: () => Omit<Change, 'forces'>, forced?: Forced): number {
    const at = this.numbers.get(key) ?? this.list.push({ ...make(), forces: [] }) - 1;
    this.numbers.set(key, at);
    const forces = this.list[at]?.forces;
    if (forces !== undefined && forced !== undefined && !forces.some((one) => one.at === forced.at))
      forces.push(forced);
    return at;
  }

  /** The family is to be attached, whatever waits for that. */
  private attached(reason: Reason, forced?: Forced): number {
    const { attachedOn } = this.ground;
    const code = 'not-attached';
    return this.number(
      code,
      () => ({
        kind: attachedOn === null ? 'progress' : 'time',
        reason: { code, text: reason.text, node: reason.node },
        to: 'met',
        from: attachedOn ?? undefined,
      }),
      forced,
    );
  }

  private kindOf(it: Deciding, { code }: Reason, from: Day | undefined): ChangeKind {
    const { condition } = it.place;
    if (code === 'no-parameter-value' || 'parameter' in condition) return 'impossible';
    if (it.bit === UNKNOWN) return 'evidence';
    if (from !== undefined || code === 'too-early') return 'time';
    if (it.kind !== 'comparison' || (it.bit !== MET && it.bit !== NOT_MET)) return 'impossible';
    return isSettled(this.ground, it.place) ? 'impossible' : 'progress';
  }

  /** A comparison, a setting, or whether a member is ranged over, is to be another. */
  of(it: Deciding, forced: Forced): number {
    const { compiler } = this.ground;
    const reason = reasonOf(this.ground, it) ?? { code: 'not-met', text: it.place.id, node: it.place.id };
    if (reason.code === 'not-attached') return this.attached(reason, forced);
    const member = it.place.quantified || it.kind === 'may-range' ? it.member : FAMILY;
    const make = () => {
      const from = it.bit === UNKNOWN ? undefined : this.ground.firstDay(forced);
      const kind = this.kindOf(it, reason, from);
      const waits = kind === 'time' ? from : undefined;
      return { kind, reason, to: toOf(forced), from: waits };
    };
    return this.number(
      `${it.kind} ${compiler.placeOf(it.place.condition).id} ${member} ${forced.bit}`,
      make,
      forced,
    );
  }

  /** A judgement that somebody recorded stands in place of a rule's verdict: nothing but another judgement changes it. */
  overridden(id: string, bit: Bit): number {
    const text = 'a recorded judgement stands in place of the rule’s own verdict';
    const reason: Reason = { code: 'overridden', text, node: id };
    const forced = { at: this.ground.compiler.slots.slot(id).at, bit };
    return this.number(
      `overridden ${id} ${bit}`,
      () => ({ kind: 'impossible', reason, to: toOf(forced), from: undefined }),
      forced,
    );
  }

  /** What a payment lacks beside its conditions. */
  ofPayment(code: PaymentCode, due: Due): number {
    const text = factOfPayment(code, this.ground, due);
    const reason: Reason = { code, text, node: due.id };
    if (code === 'not-attached') return this.attached(reason);
    const kind = code === 'claimed-elsewhere' ? 'evidence' : 'impossible';
    return this.number(`${code} ${due.id}`, () => ({ kind, reason, to: 'met', from: undefined }));
  }
}
