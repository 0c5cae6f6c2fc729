import * as fc from 'fast-check';
import type { Parameter, ParameterReference } from '../../engine/document/parameter.ts';
import { lookDay } from './days.ts';

const source = { ref: 'test', standing: 'sourced' } as const;
const days = ['lookedFrom', 'attachedOn', 'asOf'] as const;

/** What each parameter of a generated ruleset may be worth; the small ones are at the edge of what a small family has. */
const pool = {
  few: { unit: 'count', among: [0, 1, 2, 3] },
  needed: { unit: 'count', among: [1, 2] },
  most: { unit: 'count', among: [1, 2] },
  'back-days': { unit: 'days', among: [1, 7, 14, 30] },
  'back-weeks': { unit: 'weeks', among: [1, 2] },
  'back-months': { unit: 'months', among: [1, 2, 3, 6, 12] },
  'back-years': { unit: 'years', among: [1, 2] },
  terms: { unit: 'terms', among: [1, 2, 3, 4] },
  age: { unit: 'years', among: [5, 10, 16, 18] },
  share: { unit: 'percent', among: [0, 10, 15, 33, 33.33, 50, 60, 66.67, 100] },
  'spell-days': { unit: 'days', among: [0, 1, 7, 30, 31, 90] },
  'spell-weeks': { unit: 'weeks', among: [1, 2, 4] },
  includes: { unit: 'yes-no', among: [true, false] },
  switch: { unit: 'yes-no', among: [true, false] },
  'offence-kinds': { unit: 'kinds', among: [['theft'], ['theft', 'damage']] },
  'benefit-kinds': { unit: 'kinds', among: [['JSA'], ['ESA', 'UC']] },
  'age-day': { unit: 'choice', among: ['event', 'looked-from'], choices: ['event', 'looked-from'] },
  'zero-baseline': {
    unit: 'choice',
    among: ['met', 'not-met', 'not-applicable'],
    choices: ['met', 'not-met', 'not-applicable'],
  },
  rate: { unit: 'pence', among: [0, 100, 700, 800] },
  'other-rate': { unit: 'pence', among: [100, 800, 1600] },
  cap: { unit: 'pence', among: [0, 700, 800, 900, 2400] },
  'last-day': { unit: 'day', among: ['2012-10-01', '2013-08-31', '2014-06-01'] },
} as const satisfies Record<
  string,
  { unit: Parameter['unit']; among: readonly unknown[]; choices?: readonly string[] }
>;

export type ParameterName = keyof typeof pool;

export function parameter(name: ParameterName): fc.Arbitrary<ParameterReference> {
  return fc.constant({ parameter: name });
}

/** A value by day: it may begin late, end early, and be followed by another. */
function dated(among: readonly unknown[]) {
  const entry = fc.record(
    { from: lookDay, to: lookDay, value: fc.constantFrom(...among) },
    { requiredKeys: ['from', 'value'] },
  );
  return fc.array(entry, { minLength: 1, maxLength: 3 }).map((entries) => {
    const inOrder = entries.toSorted((a, b) => a.from.localeCompare(b.from));
    const distinct = inOrder.filter(({ from }, at) => from !== inOrder[at + 1]?.from);
    return distinct.map(({ from, to, value }, at) => {
      const next = distinct[at + 1]?.from ?? '9999-12-31';
      return to !== undefined && to > from && to <= next ? { from, to, value } : { from, value };
    });
  });
}

/** `needed` and `switch` stand in routes, which look from no day of their own. */
const dayless: readonly string[] = ['needed', 'switch', 'most'];

function declared(name: ParameterName): fc.Arbitrary<unknown> {
  const { among, ...form } = pool[name];
  const common = { label: name, source, ...form };
  const by = fc.constantFrom(...(dayless.includes(name) ? (['asOf', 'attachedOn'] as const) : days));
  return fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom<unknown>(...among).map((value) => ({ ...common, value })) },
    {
      weight: 1,
      arbitrary: fc.record({ values: dated(among), by }).map((given) => ({ ...common, ...given })),
    },
  );
}

/** Every parameter of the pool, with values; the ruleset drops those it does not use. */
export const parameters: fc.Arbitrary<Record<string, unknown>> = fc.record(
  Object.fromEntries(Object.keys(pool).map((name) => [name, declared(name as ParameterName)])),
);
