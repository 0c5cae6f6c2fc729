import type { Option } from '../../ui/select-field.tsx';
import type { Rules } from '../rules.ts';
import { entriesOf, idOf, keysOf, listOf, memberOf, textOf, valueAt } from '../value.ts';

/** How an expectation is given. */
export type Given = 'verdict' | 'route' | 'pence' | 'codes' | 'missing';

/** One thing that a case expects. */
export interface Expected {
  /** From the case’s `expect` to the value. */
  readonly path: readonly string[];
  readonly label: string;
  readonly given: Given;
}

const amounts = {
  duePence: 'due',
  possiblePence: 'possible, where not all is known',
  alreadyClaimedPence: 'claimed already',
} as const;

const labelOf = (value: unknown) => textOf(memberOf(value, 'label')) || idOf(value);

/** What things are called, under which name of an expectation. */
function named(rules: Rules): Readonly<Record<string, ReadonlyMap<string, string>>> {
  const document = rules.document();
  const of = (list: unknown) => new Map(listOf(list).map((one) => [idOf(one), labelOf(one)]));
  const outcomes = listOf(memberOf(document, 'outcomes'));
  const parts = outcomes.flatMap((outcome) =>
    listOf(memberOf(outcome, 'parts')).map(
      (part) => [`${idOf(outcome)}.${idOf(part)}`, `${labelOf(outcome)}: ${labelOf(part)}`] as const,
    ),
  );
  return {
    criteria: of(memberOf(document, 'criteria')),
    routes: of(valueAt(document, ['eligibility', 'routes'])),
    outcomes: of(outcomes),
    parts: new Map(parts),
    payments: of(memberOf(document, 'payments')),
  };
}

const words: Readonly<Record<string, string>> = {
  criteria: 'Criterion',
  routes: 'Route',
  outcomes: 'Outcome',
  parts: 'Part',
  nodes: 'Part of a rule',
  reasons: 'Reasons given for',
  payments: 'Payment',
};

const single: readonly Expected[] = [
  { path: ['eligibility'], label: 'Eligible', given: 'verdict' },
  { path: ['route'], label: 'The route by which it is eligible', given: 'route' },
  { path: ['totalDuePence'], label: 'Due in all', given: 'pence' },
  { path: ['totalPossiblePence'], label: 'Possible in all', given: 'pence' },
  { path: ['missing'], label: 'Data that is missing', given: 'missing' },
];

const isAmount = (key: string): key is keyof typeof amounts => Object.hasOwn(amounts, key);

function ofPayment(id: string, key: string, label: string): Expected {
  const path = ['payments', id, key];
  return isAmount(key)
    ? { path, label: `Payment: ${label}, ${amounts[key]}`, given: 'pence' }
    : { path, label: `Payment: ${label}`, given: 'verdict' };
}

/** What a case expects, in the order of the rules. */
export function expectedIn(rules: Rules, expect: unknown): readonly Expected[] {
  const names = named(rules);
  const listed = ['criteria', 'routes', 'outcomes', 'parts', 'nodes', 'reasons'].flatMap((kind) =>
    keysOf(memberOf(expect, kind)).map((id): Expected => ({
      path: [kind, id],
      label: `${words[kind] ?? kind}: ${names[kind]?.get(id) ?? id}`,
      given: kind === 'reasons' ? 'codes' : 'verdict',
    })),
  );
  const payments = entriesOf(memberOf(expect, 'payments')).flatMap(([id, said]) =>
    keysOf(said).map((key) => ofPayment(id, key, names.payments?.get(id) ?? id)),
  );
  const own = single.filter(({ path }) => valueAt(expect, path) !== undefined);
  return [...listed, ...payments, ...own];
}

/** What it could expect and does not. */
export function expectable(rules: Rules, expect: unknown): readonly Expected[] {
  const names = named(rules);
  const listed = ['criteria', 'routes', 'outcomes', 'parts'].flatMap((kind) =>
    [...(names[kind] ?? [])].map(([id, label]): Expected => ({
      path: [kind, id],
      label: `${words[kind] ?? kind}: ${label}`,
      given: 'verdict',
    })),
  );
  const payments = [...(names.payments ?? [])].flatMap(([id, label]) =>
    ['verdict', ...Object.keys(amounts)].map((key) => ofPayment(id, key, label)),
  );
  return [...single, ...listed, ...payments].filter(({ path }) => valueAt(expect, path) === undefined);
}

/** What an expectation begins with, to be put right. */
export const firstExpected: Readonly<Record<Given, unknown>> = {
  verdict: 'met',
  route: null,
  pence: 0,
  codes: [],
  missing: [],
};

export function routeOptions(rules: Rules): readonly Option[] {
  return [...(named(rules).routes ?? [])].map(([value, text]) => ({ value, text }));
}

const missingKeys = ['recordType', 'member', 'field', 'terms', 'from', 'to'];

/** What the rules say, as an expectation says it. */
export function asExpected({ given }: Expected, actual: unknown): unknown {
  if (given !== 'missing') return actual;
  return listOf(actual).map((datum) =>
    Object.fromEntries(entriesOf(datum).filter(([key]) => missingKeys.includes(key))),
  );
}
