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

/** Every verdict that is compared, by its path. */
function* verdictsOf({ criteria, eligibility, outcomes }: VerdictsOnly): Generator<[string, Verdict]> {
  for (const { id, verdict } of criteria) yield [`/criteria/${escaped(id)}/verdict`, verdict];
  yield ['/eligibility/verdict', eligibility.verdict];
  for (const { id, verdict } of outcomes) yield [`/outcomes/${escaped(id)}/verdict`, verdict];
}

interface Moving {
  from: Verdict;
  to: Verdict;
  count: number;
}

/** Sums what two decisions of each family say, as a comparison does. */
export class Sums {
  private readonly all = noArea('');
  private readonly byArea = new Map<string, Mutable<AreaMoved>>();
  private readonly moves = new Map<string, Map<string, Moving>>();
  private readonly paid = new Map<string, Mutable<Summed['payments'][number]>>();

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
    this.move(left, right);
    this.pay(left, right);
  }

  summed(): Summed {
    const { families, changed, becameEligible, stoppedEligible } = this.all;
    const { leftDuePence, rightDuePence, leftPossiblePence, rightPossiblePence } = this.all;
    return {
      ...{ families, changed, becameEligible, stoppedEligible },
      ...{ leftDuePence, rightDuePence, leftPossiblePence, rightPossiblePence },
      verdicts: [...this.moves].map(([path, moves]) => ({ path, families: [...moves.values()] })),
      payments: [...this.paid.values()],
    };
  }

  /** By name. */
  areas(): readonly AreaMoved[] {
    return [...this.byArea.values()].sort((one, other) => one.area.localeCompare(other.area, 'en-GB'));
  }

  private move(left: VerdictsOnly, right: VerdictsOnly): void {
    const [was, now] = [new Map(verdictsOf(left)), new Map(verdictsOf(right))];
    for (const path of new Set([...was.keys(), ...now.keys()])) {
      const [from, to] = [was.get(path) ?? null, now.get(path) ?? null];
      const moves = this.moves.get(path) ?? new Map<string, Moving>();
      this.moves.set(path, moves);
      const key = `${from ?? ''} ${to ?? ''}`;
      const moving = moves.get(key) ?? { from, to, count: 0 };
      moving.count += 1;
      moves.set(key, moving);
    }
  }

  private pay(left: VerdictsOnly, right: VerdictsOnly): void {
    const [was, now] = [left, right].map(({ payments }) => new Map(payments.map((one) => [one.id, one])));
    for (const id of new Set([...(was?.keys() ?? []), ...(now?.keys() ?? [])])) {
      const [before, after] = [was?.get(id), now?.get(id)];
      const sum = this.paid.get(id) ?? { id, families: 0, ...noPounds() };
      this.paid.set(id, sum);
      const pence = {
        ...{ leftDuePence: before?.duePence ?? 0, rightDuePence: after?.duePence ?? 0 },
        ...{ leftPossiblePence: before?.possiblePence ?? 0, rightPossiblePence: after?.possiblePence ?? 0 },
      };
      if (pence.leftDuePence !== pence.rightDuePence) sum.families += 1;
      for (const key of ['leftDuePence', 'rightDuePence', 'leftPossiblePence', 'rightPossiblePence'] as const)
        sum[key] += pence[key];
    }
  }
}
