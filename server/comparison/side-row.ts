import { pointerOf, type Ruleset, type Verdict, verdicts, type VerdictsOnly } from '../../engine/index.ts';
import { HEAD, type Measures, measuresOf, OF_PAYMENT, states, widthOf } from './measures.ts';

type Counted = Pick<Ruleset, 'criteria' | 'outcomes' | 'payments'>;

/** What is counted under one version, by path, in the order of its digits. */
export function pathsOf({ criteria, outcomes }: Counted): string[] {
  const of = (key: string, list: readonly { readonly id: string }[]) =>
    list.map(({ id }) => pointerOf([key, id, 'verdict']));
  return [...of('criteria', criteria), '/eligibility/verdict', ...of('outcomes', outcomes)];
}

const digits: Readonly<Record<Verdict, string>> = Object.fromEntries(
  verdicts.map((verdict) => [verdict, String(states.indexOf(verdict))]),
) as Record<Verdict, string>;

/** One family's verdicts, a digit each, in the order of `pathsOf`: where each verdict stands in `states`. */
export function digitsOf({ criteria, eligibility, outcomes }: VerdictsOnly): string {
  let all = '';
  for (const { verdict } of criteria) all += digits[verdict];
  all += digits[eligibility.verdict];
  for (const { verdict } of outcomes) all += digits[verdict];
  return all;
}

/** What one family is told under one version: its digits, and of each payment pence due and possible. */
export interface SideRow {
  readonly digits: string;
  readonly pence: readonly number[];
}

const NONE = -1;

/** Where what is measured of two versions stands under each. */
export interface Places {
  readonly measures: Measures;
  readonly left: Side;
  readonly right: Side;
}

interface Side {
  /** In the digits. */
  readonly verdicts: readonly number[];
  /** Among the payments. */
  readonly payments: readonly number[];
}

export function placesOf(left: Counted, right: Counted): Places {
  const measures = measuresOf(left, right);
  const side = (version: Counted): Side => {
    const paths = pathsOf(version);
    return {
      verdicts: measures.verdicts.map((path) => paths.indexOf(path)),
      payments: measures.payments.map((id) => version.payments.findIndex((one) => one.id === id)),
    };
  };
  return { measures, left: side(left), right: side(right) };
}

/** Where in `states` a verdict stands; 0 where the version has no such thing. */
export function stateAt({ digits: all }: SideRow, place: number): number {
  return place === NONE ? 0 : Number(all[place] ?? 0);
}

/** Pence due and possible of a payment; nothing where the version has no such. */
export function penceAt({ pence }: SideRow, place: number): readonly [due: number, possible: number] {
  return place === NONE ? [0, 0] : [pence[place * 2] ?? 0, pence[place * 2 + 1] ?? 0];
}

/** What is due in all, and possible in all. */
export function totalPence({ pence }: SideRow): readonly [due: number, possible: number] {
  let [due, possible] = [0, 0];
  for (let at = 0; at < pence.length; at += 2) {
    due += pence[at] ?? 0;
    possible += pence[at + 1] ?? 0;
  }
  return [due, possible];
}

/** A row to be counted (measures.ts), from what a family is told under two versions. */
export function rowOf(places: Places, sides: readonly [SideRow, SideRow], isChanged: boolean): Float64Array {
  const { measures, left, right } = places;
  const [before, after] = sides;
  const row = new Float64Array(widthOf(measures));
  row.set([Number(isChanged), totalPence(before)[0], totalPence(after)[0]]);
  const wide = measures.verdicts.length;
  for (let at = 0; at < wide; at += 1) {
    const was = stateAt(before, left.verdicts[at] ?? NONE);
    row[HEAD + at] = was * states.length + stateAt(after, right.verdicts[at] ?? NONE);
  }
  for (let at = 0; at < measures.payments.length; at += 1) {
    const [wasDue, wasPossible] = penceAt(before, left.payments[at] ?? NONE);
    const [due, possible] = penceAt(after, right.payments[at] ?? NONE);
    row.set([wasDue, due, wasPossible, possible], HEAD + wide + at * OF_PAYMENT);
  }
  return row;
}
