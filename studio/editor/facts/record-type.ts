import { memberOf } from '../value.ts';

/** Where each kind of fact that looks at records names their type. */
const places: readonly (readonly string[])[] = [
  ['count'],
  ['exists'],
  ['reduction'],
  ['ratio', 'of'],
  ['length', 'of'],
];

/** Where a fact names its record type: nowhere, where it looks at no records. */
export function recordTypePlace(fact: unknown): readonly string[] | undefined {
  return places.find((path) => typeof path.reduce(memberOf, fact) === 'string');
}

export function recordTypeOfFact(fact: unknown): string | undefined {
  const type = recordTypePlace(fact)?.reduce(memberOf, fact);
  return typeof type === 'string' ? type : undefined;
}
