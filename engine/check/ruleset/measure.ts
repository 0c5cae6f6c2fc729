import { operatorName, type OperatorName } from '../../document/condition.ts';
import type { Fact } from '../../document/fact.ts';
import type { Unit } from '../../document/parameter.ts';

/** What a fact measures, by the key that says so. */
export type MeasureName =
  | 'count'
  | 'exists'
  | 'ratio'
  | 'reduction'
  | 'length'
  | 'age'
  | 'resident'
  | 'schoolAge'
  | 'dated'
  | 'claimed';

interface Measure {
  /** What it is compared with; where it is a parameter, it has one of these units. */
  readonly units: readonly [Unit, ...Unit[]];
  readonly operators: readonly OperatorName[];
  /** Whether it is of one member (always), of the family (never), or as the fact says. */
  readonly each: 'always' | 'never' | 'either';
}

const equality: readonly OperatorName[] = ['equal', 'notEqual'];
const order: readonly OperatorName[] = operatorName.options.filter((name) => !equality.includes(name));
export const everyOperator: readonly OperatorName[] = operatorName.options;

/** Fractions are never tested for being equal: 33% is not a third. */
export const measures: Readonly<Record<MeasureName, Measure>> = {
  count: { units: ['count'], operators: everyOperator, each: 'either' },
  exists: { units: ['yes-no'], operators: equality, each: 'either' },
  ratio: { units: ['percent'], operators: order, each: 'either' },
  reduction: { units: ['percent'], operators: order, each: 'either' },
  length: { units: ['days', 'weeks'], operators: everyOperator, each: 'either' },
  age: { units: ['years'], operators: everyOperator, each: 'always' },
  resident: { units: ['yes-no'], operators: equality, each: 'always' },
  schoolAge: { units: ['yes-no'], operators: equality, each: 'always' },
  dated: { units: ['yes-no'], operators: equality, each: 'never' },
  claimed: { units: ['yes-no'], operators: equality, each: 'never' },
};

const unordered: readonly Unit[] = ['yes-no', 'choice', 'day'];

/** How a parameter itself may be compared; `kinds` cannot be. */
export function operatorsOf(unit: Unit): readonly OperatorName[] {
  if (unit === 'kinds') return [];
  return unordered.includes(unit) ? equality : everyOperator;
}

export function measureOf(fact: Fact): MeasureName {
  if ('count' in fact) return 'count';
  if ('exists' in fact) return 'exists';
  if ('ratio' in fact) return 'ratio';
  if ('reduction' in fact) return 'reduction';
  if ('length' in fact) return 'length';
  if ('age' in fact) return 'age';
  if ('resident' in fact) return 'resident';
  if ('schoolAge' in fact) return 'schoolAge';
  return 'dated' in fact ? 'dated' : 'claimed';
}

/** The record type that a fact measures and the steps to its name; undefined where it measures none. */
export function recordsOf(fact: Fact): { readonly type: string; readonly path: string } | undefined {
  if ('count' in fact) return { type: fact.count, path: 'count' };
  if ('exists' in fact) return { type: fact.exists, path: 'exists' };
  if ('ratio' in fact) return { type: fact.ratio.of, path: 'ratio/of' };
  if ('reduction' in fact) return { type: fact.reduction, path: 'reduction' };
  if ('length' in fact) return { type: fact.length.of, path: 'length/of' };
  return undefined;
}
