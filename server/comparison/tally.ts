import type { Edit, Verdict } from '../../engine/index.ts';
import type { Effects } from './effects.ts';
import { HEAD, type Measures, OF_PAYMENT, states, widthOf } from './measures.ts';

/** How many families each verdict turned into which; null is what a version does not have. */
export interface Moved {
  readonly path: string;
  readonly families: readonly {
    readonly from: Verdict | null;
    readonly to: Verdict | null;
    readonly count: number;
  }[];
}

export interface PaymentCompared {
  readonly id: string;
  readonly leftDuePence: number;
  readonly rightDuePence: number;
  readonly leftPossiblePence: number;
  readonly rightPossiblePence: number;
}

/** What families compared under two versions come to together. */
export interface Compared {
  /** Families of which the two versions say something different. */
  readonly changed: number;
  readonly leftDuePence: number;
  readonly rightDuePence: number;
  readonly verdicts: readonly Moved[];
  readonly payments: readonly PaymentCompared[];
}

/** What one edit comes to over many families. */
export interface Explained extends Pick<Edit, 'kind' | 'of' | 'id' | 'effect' | 'was' | 'now'> {
  /** Changed families in one of whose causes it is. */
  readonly families: number;
  /** Its share of what all are due more or less, in whole pence; all shares make up the difference. */
  readonly duePence: number;
  /** Its share of how many more or fewer are eligible. */
  readonly eligible: number;
}

export interface Explanation {
  readonly edits: readonly Explained[];
  /** Families whose shares are estimated, because too many edits matter to them. */
  readonly estimated: number;
  /** Families of which not every cause was looked for, for the same reason. */
  readonly incomplete: number;
}

/** Whole numbers as near to these as can be, that add up to their sum, itself a whole number but for rounding. */
export function inWholes(shares: readonly number[]): number[] {
  const floors = shares.map(Math.floor);
  const sum = Math.round(shares.reduce((total, share) => total + share, 0));
  const left = sum - floors.reduce((total, floor) => total + floor, 0);
  const byRest = shares
    .map((share, at) => ({ at, rest: share - Math.floor(share) }))
    .sort((one, other) => other.rest - one.rest || one.at - other.at)
    .slice(0, left);
  for (const { at } of byRest) floors[at] = (floors[at] ?? 0) + 1;
  return floors;
}

/** Adds up what families come to. */
export class Tally {
  private readonly sums: Float64Array;
  private readonly matrices: Float64Array;
  private readonly families = new Map<number, number>();
  private readonly due = new Map<number, number>();
  private readonly eligible = new Map<number, number>();
  private estimated = 0;
  private incomplete = 0;
  private readonly measures: Measures;

  constructor(measures: Measures) {
    this.measures = measures;
    this.sums = new Float64Array(widthOf(measures));
    this.matrices = new Float64Array(measures.verdicts.length * states.length ** 2);
  }

  /** One family's row, and what its differences come to by edit where that was asked. */
  add(row: Float64Array, effects: Effects | undefined): void {
    const { length } = this.measures.verdicts;
    for (const [at, value] of row.entries()) {
      const verdict = at - HEAD;
      if (verdict < 0 || verdict >= length) this.sums[at] = (this.sums[at] ?? 0) + value;
      else {
        const cell = verdict * states.length ** 2 + value;
        this.matrices[cell] = (this.matrices[cell] ?? 0) + 1;
      }
    }
    if (effects !== undefined) this.explain(effects);
  }

  compared(): Compared {
    const [changed = 0, leftDuePence = 0, rightDuePence = 0] = this.sums;
    const { verdicts, payments } = this.measures;
    return {
      ...{ changed, leftDuePence, rightDuePence },
      verdicts: verdicts.map((path, at) => ({ path, families: this.movedAt(at) })),
      payments: payments.map((id, at) => {
        const from = HEAD + verdicts.length + at * OF_PAYMENT;
        const [left = 0, right = 0, leftPossiblePence = 0, rightPossiblePence = 0] = this.sums.subarray(from);
        return { id, leftDuePence: left, rightDuePence: right, leftPossiblePence, rightPossiblePence };
      }),
    };
  }

  /** By edit, those that explain most families first. */
  explained(edits: readonly Edit[]): Explanation {
    const numbers = [...new Set([...this.families.keys(), ...this.due.keys()])].sort(
      (one, other) => one - other,
    );
    const pence = inWholes(numbers.map((number) => this.due.get(number) ?? 0));
    const all = numbers.flatMap((number, at): Explained[] => {
      const one = edits[number];
      if (one === undefined) throw new Error('invariant: what explains a family is an edit');
      const { kind, of, id, effect, was, now } = one;
      const families = this.families.get(number) ?? 0;
      const duePence = pence[at] ?? 0;
      const eligible = Math.round((this.eligible.get(number) ?? 0) * 1000) / 1000;
      if (families === 0 && duePence === 0 && eligible === 0) return [];
      return [{ kind, of, id, effect, was, now, families, duePence, eligible }];
    });
    const { estimated, incomplete } = this;
    return { edits: all.sort((one, other) => other.families - one.families), estimated, incomplete };
  }

  private movedAt(at: number): Moved['families'] {
    const size = states.length;
    return states.flatMap((from, row) =>
      states.flatMap((to, column) => {
        const count = this.matrices[at * size ** 2 + row * size + column] ?? 0;
        return count === 0 ? [] : [{ from, to, count }];
      }),
    );
  }

  private explain({ edits, shares, estimated, incomplete }: Effects): void {
    const add = (to: Map<number, number>, number: number, value: number) =>
      to.set(number, (to.get(number) ?? 0) + value);
    for (const number of edits) add(this.families, number, 1);
    for (const [number, duePence, eligible] of shares) {
      add(this.due, number, duePence);
      add(this.eligible, number, eligible);
    }
    this.estimated += Number(estimated);
    this.incomplete += Number(incomplete);
  }
}
