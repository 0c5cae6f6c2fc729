import type { ComparedPair } from '../api.ts';
import type { VerdictsOnly } from '../engine.ts';

/** As much of a comparison of two versions as is summed over families. */
export type Summed = Pick<
  ComparedPair,
  | 'families'
  | 'changed'
  | 'becameEligible'
  | 'stoppedEligible'
  | 'leftDuePence'
  | 'rightDuePence'
  | 'leftPossiblePence'
  | 'rightPossiblePence'
  | 'verdicts'
  | 'payments'
>;

type Verdict = VerdictsOnly['eligibility']['verdict'] | null;
type Pounds = Pick<Summed, 'leftDuePence' | 'rightDuePence' | 'leftPossiblePence' | 'rightPossiblePence'>;
type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** What moves in one area. */
export interface AreaMoved extends Pounds {
  readonly area: string;
  readonly families: number;
  readonly changed: number;
  readonly becameEligible: number;
  readonly stoppedEligible: number;
}

interface Told {
  readonly left: VerdictsOnly;
  readonly right: VerdictsOnly;
  readonly isChanged: boolean;
  readonly area: string;
}

const noPounds = (): Mutable<Pounds> => ({
  ...{ leftDuePence: 0, rightDuePence: 0, leftPossiblePence: 0, rightPossiblePence: 0 },
});

const noArea = (area: string): Mutable<AreaMoved> => ({
  ...{ area, families: 0, changed: 0, becameEligible: 0, stoppedEligible: 0 },
  ...noPounds(),
});

const escaped = (id: string) => id.replaceAll('~', '~0').replaceAll('/', '~1');
const states: readonly Verdict[] = [null, 'met', 'not-met', 'unknown', 'not-applicable'];
const stateOf = (verdict: Verdict | undefined) => states.indexOf(verdict ?? null);

/** Where each verdict stands in a decision: every decision under one ruleset lists what there is in one order. */
type VerdictAt = (decided: VerdictsOnly) => Verdict | undefined;

function verdictsAt(decided: VerdictsOnly): ReadonlyMap<string, VerdictAt> {
  const { criteria, outcomes } = decided;
  return new Map<string, VerdictAt>([
    ...criteria.map(
      ({ id }, at) =>
        [`/criteria/${escaped(id)}/verdict`, (one: VerdictsOnly) => one.criteria[at]?.verdict] as const,
    ),
    ['/eligibility/verdict', (one) => one.eligibility.verdict],
    ...outcomes.map(
      ({ id }, at) =>
        [`/outcomes/${escaped(id)}/verdict`, (one: VerdictsOnly) => one.outcomes[at]?.verdict] as const,
    ),
  ]);
}

/** One verdict on both sides, and how many families go from which state to which. */
interface VerdictPlace {
  readonly path: string;
  readonly was: VerdictAt | undefined;
  readonly now: VerdictAt | undefined;
  readonly counts: number[];
}

/** One payment on both sides, by its place in each. */
interface PaymentPlace {
  readonly was: number;
  readonly now: number;
  readonly sum: Mutable<Summed['payments'][number]>;
}

function verdictPlaces(left: VerdictsOnly, right: VerdictsOnly): readonly VerdictPlace[] {
  const [was, now] = [verdictsAt(left), verdictsAt(right)];
  return [...new Set([...was.keys(), ...now.keys()])].map((path) => ({
    ...{ path, was: was.get(path), now: now.get(path) },
    counts: new Array<number>(states.length ** 2).fill(0),
  }));
}

function paymentPlaces(left: VerdictsOnly, right: VerdictsOnly): readonly PaymentPlace[] {
  const [was, now] = [left.payments.map(({ id }) => id), right.payments.map(({ id }) => id)];
  return [...new Set([...was, ...now])].map((id) => ({
    ...{ was: was.indexOf(id), now: now.indexOf(id) },
    sum: { id, families: 0, ...noPounds() },
  }));
}

/** Sums what two decisions of each family say, as a comparison does. */
export class Sums {
  private readonly all = noArea('');
  private readonly byArea = new Map<string, Mutable<AreaMoved>>();
  private verdicts: readonly VerdictPlace[] | undefined;
  private payments: readonly PaymentPlace[] | undefined;

  add({ left, right, isChanged, area }: Told): void {
    const there = this.byArea.get(area) ?? noArea(area);
    this.byArea.set(area, there);
    const [was, now] = [left.eligibility.verdict === 'met', right.eligibility.verdict === 'met'];
    for (const sum of [this.all, there]) {
      sum.families += 1;
      if (isChanged) sum.changed += 1;
      if (!was && now) sum.becameEligible += 1;
      if (was && !now) sum.stoppedEligible += 1;
      sum.leftDuePence += left.totalDuePence;
      sum.rightDuePence += right.totalDuePence;
      sum.leftPossiblePence += left.totalPossiblePence;
      sum.rightPossiblePence += right.totalPossiblePence;
    }
    this.verdicts ??= verdictPlaces(left, right);
    for (const place of this.verdicts) {
      const at = stateOf(place.was?.(left)) * states.length + stateOf(place.now?.(right));
      place.counts[at] = (place.counts[at] ?? 0) + 1;
    }
    this.pay(left, right);
  }

  summed(): Summed {
    const { families, changed, becameEligible, stoppedEligible } = this.all;
    const { leftDuePence, rightDuePence, leftPossiblePence, rightPossiblePence } = this.all;
    return {
      ...{ families, changed, becameEligible, stoppedEligible },
      ...{ leftDuePence, rightDuePence, leftPossiblePence, rightPossiblePence },
      verdicts: (this.verdicts ?? []).map(({ path, counts }) => ({
        path,
        families: states.flatMap((from, row) =>
          states.flatMap((to, column) => {
            const count = counts[row * states.length + column] ?? 0;
            return count === 0 ? [] : [{ from, to, count }];
          }),
        ),
      })),
      payments: (this.payments ?? []).map(({ sum }) => sum),
    };
  }

  /** By name. */
  areas(): readonly AreaMoved[] {
    return [...this.byArea.values()].sort((one, other) => one.area.localeCompare(other.area, 'en-GB'));
  }

  private pay(left: VerdictsOnly, right: VerdictsOnly): void {
    this.payments ??= paymentPlaces(left, right);
    for (const { was, now, sum } of this.payments) {
      const [before, after] = [left.payments[was], right.payments[now]];
      const [leftDue, rightDue] = [before?.duePence ?? 0, after?.duePence ?? 0];
      if (leftDue !== rightDue) sum.families += 1;
      sum.leftDuePence += leftDue;
      sum.rightDuePence += rightDue;
      sum.leftPossiblePence += before?.possiblePence ?? 0;
      sum.rightPossiblePence += after?.possiblePence ?? 0;
    }
  }
}
