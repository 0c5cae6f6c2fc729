import * as fc from 'fast-check';
import {
  operatorName,
  type Condition,
  type Members,
  type OperatorName,
} from '../../engine/document/condition.ts';
import { ageRange } from './facts.ts';
import { parameter } from './parameters.ts';
import { rangeTerms } from './windows.ts';

const everyOperator = operatorName.options;
const equality: readonly OperatorName[] = ['equal', 'notEqual'];
const order = everyOperator.filter((name) => !equality.includes(name));

type Compared = Extract<Condition, { fact: unknown }>;

function comparison(
  fact: string,
  operators: readonly OperatorName[],
  value: fc.Arbitrary<Compared['value']>,
) {
  return fc.record({ fact: fc.constant(fact), operator: fc.constantFrom(...operators), value });
}

const few = fc.oneof(fc.constantFrom(0, 1, 2, 3), parameter('few'));
const percent = fc.oneof(fc.constantFrom(0, 15, 33, 50, 100), parameter('share'));
const lengths = fc.oneof(fc.constantFrom(0, 1, 7, 30), parameter('spell-days'), parameter('spell-weeks'));
const years = fc.oneof(fc.constantFrom(5, 10, 16, 18), parameter('age'));
const yesNo = fc.oneof(fc.boolean(), fc.boolean(), parameter('switch'));

function leaves(letter: 'm' | 'f') {
  return [
    comparison(`${letter}-count`, everyOperator, few),
    comparison(`${letter}-count-2`, everyOperator, few),
    comparison(`${letter}-exists`, equality, yesNo),
    comparison(`${letter}-ratio`, order, percent),
    comparison(`${letter}-reduction`, order, percent),
    comparison(`${letter}-length`, everyOperator, lengths),
  ];
}

const ofMember = fc.oneof(
  ...leaves('m'),
  comparison('m-age', everyOperator, years),
  comparison('m-resident', equality, yesNo),
  comparison('m-school-age', equality, yesNo),
);
const ofFamily = fc.oneof(
  ...leaves('f'),
  comparison('f-dated', equality, yesNo),
  comparison('f-claimed', equality, yesNo),
);

const switched = fc.record({
  parameter: fc.constant('switch'),
  operator: fc.constantFrom(...equality),
  value: fc.boolean(),
});
const numbered = fc.record({
  parameter: fc.constant('few'),
  operator: fc.constantFrom(...everyOperator),
  value: fc.constantFrom(0, 1, 2),
});

/** Stands for whichever criterion or outcome it may name; the ruleset says which. */
export const namedLater = fc.nat({ max: 3 }).map((at): Condition => ({ condition: `later-${at}` }));

const setting: fc.Arbitrary<Condition> = fc.oneof(switched, numbered);

/** At least 1 of the children, 2 where there are as many, or the parameter's number where it fits. */
function atLeast(
  child: fc.Arbitrary<Condition>,
  cap: fc.Arbitrary<Members> | undefined,
): fc.Arbitrary<Condition> {
  const most = fc.oneof(fc.constantFrom(1, 2), parameter('most'));
  const capped =
    cap === undefined
      ? fc.constant(undefined)
      : fc.option(fc.record({ members: cap, atMost: most }), { nil: undefined, freq: 3 });
  const needed = fc.oneof(fc.constantFrom(1, 2), parameter('needed'));
  return fc
    .tuple(needed, fc.array(child, { minLength: 2, maxLength: 4 }), capped)
    .map(([wanted, of, limit]) => ({ atLeast: wanted, of, ...(limit === undefined ? {} : { cap: limit }) }));
}

function groups(child: fc.Arbitrary<Condition>): fc.Arbitrary<Condition>[] {
  const children = fc.array(child, { minLength: 1, maxLength: 3 });
  return [children.map((all) => ({ all })), children.map((any) => ({ any })), child.map((not) => ({ not }))];
}

/** One leaf in three: the rest are groups of what is one level down. */
function tree(
  leaf: fc.Arbitrary<Condition>,
  cap: fc.Arbitrary<Members> | undefined,
  depth: number,
): fc.Arbitrary<Condition> {
  if (depth === 0) return leaf;
  const child = tree(leaf, cap, depth - 1);
  return fc.oneof({ weight: 4, arbitrary: leaf }, ...groups(child), atLeast(child, cap));
}

const memberLeaf = fc.oneof(
  { weight: 8, arbitrary: ofMember },
  { weight: 1, arbitrary: ofFamily },
  { weight: 1, arbitrary: namedLater },
  { weight: 1, arbitrary: setting },
);

export const members: fc.Arbitrary<Members> = fc.record(
  {
    role: fc.constantFrom('child', 'parent', ['parent', 'child']),
    resident: fc.boolean(),
    aged: ageRange,
    schoolAge: rangeTerms,
    where: tree(memberLeaf, undefined, 1),
  },
  { requiredKeys: [] },
);

/** Half of all ranges ask nothing but a role, so that somebody is left to judge. */
const range = fc.oneof(
  fc.constantFrom<Members[]>({}, { role: 'child' }, { role: 'parent' }, { role: ['child'] }),
  members,
);

const quantifier: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ some: range, satisfies: tree(memberLeaf, undefined, 1) }),
  fc.record({ every: range, satisfies: tree(memberLeaf, undefined, 1) }),
);

const familyLeaf = fc.oneof(
  { weight: 5, arbitrary: quantifier },
  { weight: 4, arbitrary: ofFamily },
  { weight: 1, arbitrary: namedLater },
  { weight: 1, arbitrary: setting },
);

/** A condition of a criterion or an outcome. */
export const condition = tree(familyLeaf, range, 2);

/** A condition of a route: it has no day of its own, and so names only what has one. */
export const routeCondition = tree(
  fc.oneof({ weight: 5, arbitrary: namedLater }, { weight: 1, arbitrary: switched }),
  range,
  2,
);

/** A condition of a payment. */
export const paymentCondition = tree(
  fc.oneof({ weight: 5, arbitrary: namedLater }, { weight: 1, arbitrary: ofFamily }),
  undefined,
  1,
);
