import { measureOf, measures } from '../../engine.ts';
import type { Option } from '../../ui/select-field.tsx';
import { isUnit, type Unit } from '../parameters/units.ts';
import { isObject, memberOf } from '../value.ts';

export type MeasureName = keyof typeof measures;
export type Operator = (typeof measures)[MeasureName]['operators'][number];
type Amount = 'things' | 'share' | 'time' | 'age' | 'answer';

const amounts: Readonly<Record<MeasureName, Amount>> = {
  count: 'things',
  exists: 'answer',
  ratio: 'share',
  reduction: 'share',
  length: 'time',
  age: 'age',
  resident: 'answer',
  schoolAge: 'answer',
  dated: 'answer',
  claimed: 'answer',
};

const ofNumbers: Readonly<Record<Operator, string>> = {
  greaterThanInclusive: 'or more',
  greaterThan: 'more than',
  lessThan: 'less than',
  lessThanInclusive: 'or less',
  equal: 'exactly',
  notEqual: 'anything but',
};

const words: Readonly<Record<Amount, Readonly<Record<Operator, string>>>> = {
  things: { ...ofNumbers, lessThan: 'fewer than', lessThanInclusive: 'or fewer' },
  share: ofNumbers,
  time: ofNumbers,
  age: {
    greaterThanInclusive: 'that age or older',
    greaterThan: 'older than',
    lessThan: 'younger than',
    lessThanInclusive: 'that age or younger',
    equal: 'of exactly that age',
    notEqual: 'of any age but',
  },
  answer: { ...ofNumbers, equal: 'is', notEqual: 'is not' },
};

/** What a fact measures, by the key that says so; nothing where none does. */
export function measureIn(fact: unknown): MeasureName | undefined {
  if (!isObject(fact) || !Object.keys(measures).some((name) => Object.hasOwn(fact, name))) return undefined;
  // The key is there, and nothing else of a fact is looked at to tell what it measures.
  return measureOf(fact as Parameters<typeof measureOf>[0]);
}

/** Whether a fact is of each member: as its kind says, or as it says itself. */
export function isOfEach(fact: unknown): boolean {
  return memberOf(fact, 'each') !== undefined;
}

/** How a fact may be compared, in words. */
export function operatorOptions(measure: MeasureName): readonly Option[] {
  const said = words[amounts[measure]];
  return measures[measure].operators.map((value) => ({ value, text: said[value] }));
}

/** How a parameter may be compared. */
export const settingOperators = (ordered: boolean): readonly Option[] =>
  (ordered ? measures.count.operators : measures.exists.operators).map((value) => ({
    value,
    text: ordered ? ofNumbers[value] : words.answer[value],
  }));

/** The units of what a fact is compared with; a number that is written in place is of the first. */
export function unitsOf(measure: MeasureName): readonly [Unit, ...Unit[]] {
  const [first = 'count', ...others] = measures[measure].units.filter(isUnit);
  return [first, ...others];
}

export const isAnswer = (measure: MeasureName): boolean => amounts[measure] === 'answer';
