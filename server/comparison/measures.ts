import { pointerOf, type Ruleset, type Verdict, verdicts, type VerdictsOnly } from '../../engine/index.ts';

/** What a comparison of many families counts of each: what changes by name, so that versions may differ in what they have. */
export interface Measures {
  /** JSON Pointers with ids in place of positions: `/criteria/education/verdict`. */
  readonly verdicts: readonly string[];
  /** Ids of payments. */
  readonly payments: readonly string[];
}

type Compared = Pick<Ruleset, 'criteria' | 'outcomes' | 'payments'>;

const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

/** Of both, in the order of the left one, then of the right. */
function either(left: readonly string[], right: readonly string[]): string[] {
  return [...new Set([...left, ...right])];
}

export function measuresOf(left: Compared, right: Compared): Measures {
  const of = (key: 'criteria' | 'outcomes') =>
    either(ids(left[key]), ids(right[key])).map((id) => pointerOf([key, id, 'verdict']));
  return {
    verdicts: [...of('criteria'), '/eligibility/verdict', ...of('outcomes')],
    payments: either(ids(left.payments), ids(right.payments)),
  };
}

/** What a verdict can be: the four, or none where a version has no such thing. */
export const states: readonly (Verdict | null)[] = [null, ...verdicts];

/** Of a row, before the verdicts: whether anything changed, and the pence due on the left and on the right. */
export const HEAD = 3;
/** Of each payment: pence due, left and right, and pence possible, left and right. */
export const OF_PAYMENT = 4;

export const widthOf = (measures: Measures) =>
  HEAD + measures.verdicts.length + OF_PAYMENT * measures.payments.length;

/** Where each id stands in a list; -1 where it does not. */
function placesIn(list: readonly { readonly id: string }[], wanted: readonly string[]): number[] {
  return wanted.map((id) => list.findIndex((one) => one.id === id));
}

type VerdictAt = (decided: VerdictsOnly) => Verdict | undefined;

/** Readers of the verdicts of one version, in the order of the measures. */
function verdictReaders(version: Compared): (key: 'criteria' | 'outcomes', id: string) => VerdictAt {
  return (key, id) => {
    const [at = -1] = placesIn(version[key], [id]);
    return (decided) => decided[key][at]?.verdict;
  };
}

const eligibility: VerdictAt = (decided) => decided.eligibility.verdict;

/** Makes the reader of rows for two versions: what is decided lists what a version has in its order. */
export function rowReader(left: Compared, right: Compared) {
  const measures = measuresOf(left, right);
  const sides = [left, right].map((version) => {
    const reader = verdictReaders(version);
    const of = (key: 'criteria' | 'outcomes') =>
      either(ids(left[key]), ids(right[key])).map((id) => reader(key, id));
    return {
      verdicts: [...of('criteria'), eligibility, ...of('outcomes')],
      payments: placesIn(version.payments, measures.payments),
    };
  });
  const codeOf = new Map(states.map((state, code) => [state, code]));
  const width = widthOf(measures);
  return (decided: { readonly left: VerdictsOnly; readonly right: VerdictsOnly }, changed: boolean) => {
    const row = new Float64Array(width);
    row.set([Number(changed), decided.left.totalDuePence, decided.right.totalDuePence]);
    for (const [side, one] of [decided.left, decided.right].entries()) {
      const { verdicts: readers = [], payments = [] } = sides[side] ?? {};
      const weight = side === 0 ? states.length : 1;
      for (const [at, reader] of readers.entries()) {
        const code = codeOf.get(reader(one) ?? null) ?? 0;
        row[HEAD + at] = (row[HEAD + at] ?? 0) + code * weight;
      }
      for (const [at, place] of payments.entries()) {
        const from = HEAD + readers.length + at * OF_PAYMENT;
        row[from + side] = one.payments[place]?.duePence ?? 0;
        row[from + 2 + side] = one.payments[place]?.possiblePence ?? 0;
      }
    }
    return row;
  };
}
