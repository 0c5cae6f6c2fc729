import type { Finding } from '../finding.ts';
import type { Fact } from '../../document/fact.ts';
import { parameter, type ParameterReference, type Unit } from '../../document/parameter.ts';
import type { Place } from '../../document/places.ts';
import { entry, type Rules } from './context.ts';
import { measureOf, measures } from './measure.ts';
import { agesOf, factsOf, testsOf, windowsOf, type Located } from './parts.ts';

/** One position of a rule that takes a written value or a parameter. */
export interface Operand {
  readonly value: number | boolean | string | ParameterReference;
  /** The units that a parameter there may have. */
  readonly units: readonly Unit[];
  /** For a choice: the words it may be. */
  readonly words?: readonly string[];
  /** Whether it is how long something is, and so not 0. */
  readonly span?: true;
}

const everyUnit: readonly Unit[] = parameter.options.flatMap((option) => option.shape.unit.options);

/** What stands under each key of a window, an age range or a baseline. */
const units: Readonly<Record<string, readonly Unit[]>> = {
  lastDays: ['days'],
  lastWeeks: ['weeks'],
  lastMonths: ['months'],
  lastYears: ['years'],
  lastTerms: ['terms'],
  days: ['days'],
  weeks: ['weeks'],
  months: ['months'],
  includes: ['yes-no'],
  includesFirst: ['yes-no'],
  partTerm: ['yes-no'],
};

function isValue(value: unknown): value is Operand['value'] {
  if (typeof value === 'object' && value !== null) return 'parameter' in value;
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string';
}

function inSpan({ part, pointer, within }: Located<object>): Located<Operand>[] {
  return Object.entries(part).flatMap(([key, value]: [string, unknown]): Located<Operand>[] => {
    const taken = units[key];
    if (taken === undefined || !isValue(value)) return [];
    const operand: Operand = { value, units: taken, ...(taken.includes('yes-no') ? {} : { span: true }) };
    return [{ part: operand, pointer: `${pointer}/${key}`, within }];
  });
}

/** Words of a `choice` parameter: those of the language, in the form that choices are written in. */
const agedOn = ['event', 'looked-from'];
const zeroBaselines = ['not-applicable', 'met', 'not-met'];

function inAges(rules: Rules): Located<Operand>[] {
  return agesOf(rules).flatMap(({ part: ages, pointer, within }) => {
    const operands: Located<Operand>[] = [];
    const { from, below } = ages;
    if (from !== undefined)
      operands.push({ part: { value: from, units: ['years'] }, pointer: `${pointer}/from`, within });
    if (below !== undefined)
      operands.push({ part: { value: below, units: ['years'] }, pointer: `${pointer}/below`, within });
    return operands;
  });
}

function inFacts(rules: Rules): Located<Operand>[] {
  return factsOf(rules).flatMap(({ part: fact, pointer, within }) => {
    const operands: Located<Operand>[] = [];
    if ('aged' in fact && typeof fact.aged?.on === 'object') {
      const operand: Operand = { value: fact.aged.on, units: ['choice'], words: agedOn };
      operands.push({ part: operand, pointer: `${pointer}/aged/on`, within });
    }
    if ('baseline' in fact)
      operands.push(...inSpan({ part: fact.baseline, pointer: `${pointer}/baseline`, within }));
    return operands;
  });
}

function inTests(rules: Rules): Located<Operand>[] {
  return testsOf(rules).flatMap(({ part: { where }, pointer, within }) =>
    Object.entries(where).flatMap(([field, test]): Located<Operand>[] => {
      const place = `${pointer}/${field}`;
      if (typeof test !== 'object' || test === null || Array.isArray(test)) return [];
      if ('parameter' in test) return [{ part: { value: test, units: ['kinds'] }, pointer: place, within }];
      if (typeof test.not === 'string' || Array.isArray(test.not)) return [];
      return [{ part: { value: test.not, units: ['kinds'] }, pointer: `${place}/not`, within }];
    }),
  );
}

function unitsFor(fact: Fact | undefined): readonly Unit[] {
  return fact === undefined ? everyUnit : measures[measureOf(fact)].units;
}

function atPlace({ condition, pointer, owner: within }: Place, rules: Rules): Located<Operand>[] {
  if ('fact' in condition) {
    const taken = unitsFor(entry(rules.ruleset.facts, condition.fact));
    return [{ part: { value: condition.value, units: taken }, pointer: `${pointer}/value`, within }];
  }
  if ('parameter' in condition) {
    const value = { parameter: condition.parameter };
    return [
      { part: { value, units: everyUnit }, pointer, within },
      { part: { value: condition.value, units: everyUnit }, pointer: `${pointer}/value`, within },
    ];
  }
  if (!('atLeast' in condition)) return [];
  const { atLeast, cap } = condition;
  const needed: Located<Operand> = {
    part: { value: atLeast, units: ['count'] },
    pointer: `${pointer}/atLeast`,
    within,
  };
  if (cap === undefined) return [needed];
  return [
    needed,
    { part: { value: cap.atMost, units: ['count'] }, pointer: `${pointer}/cap/atMost`, within },
  ];
}

function inMoney({ ruleset }: Rules): Located<Operand>[] {
  const payments = ruleset.payments.flatMap(
    ({ id, amount, claimBefore, families }, at): Located<Operand>[] => {
      const operands: [string, Operand][] = [['amount', { value: amount, units: ['pence'] }]];
      if (claimBefore !== undefined) operands.push(['claimBefore', { value: claimBefore, units: ['day'] }]);
      if (families !== undefined)
        operands.push(['families/atMost', { value: families.atMost, units: ['count'] }]);
      return operands.map(([key, part]) => ({
        part,
        pointer: `/payments/${at}/${key}`,
        within: { kind: 'payment', id },
      }));
    },
  );
  const pots = (ruleset.pots ?? []).map(({ id, cap }, at): Located<Operand> => ({
    part: { value: cap, units: ['pence'] },
    pointer: `/pots/${at}/cap`,
    within: { kind: 'pot', id },
  }));
  const grants = (ruleset.grants ?? []).map(({ id, amount }, at): Located<Operand> => ({
    part: { value: amount, units: ['pence'] },
    pointer: `/grants/${at}/amount`,
    within: { kind: 'grant', id },
  }));
  return [...payments, ...pots, ...grants];
}

function inRuleset({ ruleset }: Rules): Located<Operand>[] {
  const { zeroBaseline, id } = ruleset;
  if (typeof zeroBaseline !== 'object') return [];
  const part: Operand = { value: zeroBaseline, units: ['choice'], words: zeroBaselines };
  return [{ part, pointer: '/zeroBaseline', within: { kind: 'ruleset', id } }];
}

/** Every position of the ruleset that takes a written value or a parameter, but for kinds written in place. */
export function operandsOf(rules: Rules): Located<Operand>[] {
  return [
    ...inRuleset(rules),
    ...inFacts(rules),
    ...inAges(rules),
    ...windowsOf(rules).flatMap(inSpan),
    ...inTests(rules),
    ...rules.places.flatMap((place) => atPlace(place, rules)),
    ...inMoney(rules),
  ];
}

/** A check that looks at every operand: they are gathered once for all. */
export type OperandCheck = (rules: Rules, operands: readonly Located<Operand>[]) => Finding[];

export interface Used {
  readonly parameter: string;
  /** Where it is named. */
  readonly pointer: string;
  readonly operand: Operand;
  readonly within: Located<Operand>['within'];
}

/** Those where a parameter stands. */
export function parametersUsed(operands: readonly Located<Operand>[]): Used[] {
  return operands.flatMap(({ part: operand, pointer, within }) => {
    if (typeof operand.value !== 'object') return [];
    return [{ parameter: operand.value.parameter, pointer: `${pointer}/parameter`, operand, within }];
  });
}
