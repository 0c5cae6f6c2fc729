import type { Evaluation } from '../decide/evaluate.ts';
import type { Fraction, Measured } from '../decide/measured.ts';
import { addDays, type Day } from '../time/civil-date.ts';
import type { Drift } from './edges.ts';

/** How a family is judged from a day on, until the next. */
export interface Judged extends Evaluation {
  readonly from: Day;
}

/** Judges a day. */
export type JudgeDay = (day: Day) => Judged;

/** Days from one turning day to the eve of the next. */
export interface Between {
  readonly from: Day;
  readonly to: Day;
}

function isSame(one: Judged, other: Judged): boolean {
  return (
    one.run.bytes.every((bit, at) => bit === other.run.bytes[at]) &&
    one.dues.every(
      ({ due, possible }, at) => due === other.dues[at]?.due && possible === other.dues[at].possible,
    )
  );
}

type Bound = Fraction | undefined;

/** Whether a number moves by as much a day from the first of four days to the last: the next day, and the eve of the last, show it of what never bends back. */
function isStraight([first, second, eve, last]: readonly Bound[], days: number): boolean {
  if (first === undefined || second === undefined || eve === undefined || last === undefined)
    return first === second && second === eve && eve === last;
  const step = second.part - first.part;
  const { of } = first;
  return (
    [second, eve, last].every((one) => one.of === of) &&
    last.part - eve.part === step &&
    last.part - first.part === step * days
  );
}

function areStraight(four: readonly Judged[], days: number): boolean {
  const length = Math.max(...four.map(({ run }) => run.measures.length));
  return Array.from({ length }, (_, at) =>
    four.map(({ run }): Measured | undefined => run.measures[at]),
  ).every(
    (measured) =>
      new Set(measured.map((one) => one?.settled)).size === 1 &&
      isStraight(
        measured.map((one) => one?.least),
        days,
      ) &&
      isStraight(
        measured.map((one) => one?.most),
        days,
      ),
  );
}

/** The days between two on which something is judged otherwise than on the day before, where no verdict ever turns back. */
function* bisected(judge: JudgeDay, low: Judged, high: Judged): Generator<Judged> {
  if (isSame(low, high)) return;
  if (high.from - low.from === 1) yield high;
  else {
    const middle = judge(addDays(low.from, Math.floor((high.from - low.from) / 2)));
    yield* bisected(judge, low, middle);
    yield* bisected(judge, middle, high);
  }
}

/**
 * Judges the days between two turning days: the first, and those after it on which something is judged otherwise. A length moves
 * straight, or is the longest of some that do and so bends one way: where it is straight, each comparison with it turns once at most
 * and the day is found by halving. What may bend is asked about on every day.
 */
export function* between(judge: JudgeDay, { from, to }: Between, drifts: Drift): Generator<Judged> {
  const first = judge(from);
  yield first;
  if (drifts === 'not' || from === to) return;
  if (drifts === 'evenly' && to - from > 3) {
    const [second, eve, last] = [judge(addDays(from, 1)), judge(addDays(to, -1)), judge(to)];
    if (areStraight([first, second, eve, last], to - from)) {
      yield* bisected(judge, first, last);
      return;
    }
  }
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) yield judge(day);
}
