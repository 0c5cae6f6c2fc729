import { isObject, memberOf, listOf } from '../value.ts';

export type ConditionKind =
  'comparison' | 'setting' | 'reference' | 'all' | 'any' | 'not' | 'atLeast' | 'some' | 'every';

interface KindRow {
  /** What the menu calls it. */
  readonly word: string;
  /** Where the conditions in it stand: a list, or the one. */
  readonly inside?: { readonly key: string; readonly list: boolean; readonly plainly: string };
  /** The last part of the id that is proposed for one. */
  readonly name: string;
}

/** Every kind of condition: what it is called, where others stand in it, and what it is while it cannot be put in words in full. Its form is in `condition-forms.tsx`. */
export const conditionKinds: Readonly<Record<ConditionKind, KindRow>> = {
  comparison: { word: 'A fact is compared', name: 'fact' },
  reference: { word: 'Another criterion or outcome is met', name: 'reference' },
  setting: { word: 'A parameter is set so', name: 'setting' },
  all: {
    word: 'All of these',
    inside: { key: 'all', list: true, plainly: 'All of these must hold:' },
    name: 'all',
  },
  any: {
    word: 'At least one of these',
    inside: { key: 'any', list: true, plainly: 'At least one of these must hold:' },
    name: 'any',
  },
  atLeast: {
    word: 'At least so many of these',
    inside: { key: 'of', list: true, plainly: 'At least so many of these must hold:' },
    name: 'at-least',
  },
  not: {
    word: 'This must not hold',
    inside: { key: 'not', list: false, plainly: 'This must not hold:' },
    name: 'not',
  },
  some: {
    word: 'At least one member',
    inside: { key: 'satisfies', list: false, plainly: 'For at least one member:' },
    name: 'some',
  },
  every: {
    word: 'Every member',
    inside: { key: 'satisfies', list: false, plainly: 'For every member:' },
    name: 'every',
  },
};

const leads: readonly (readonly [string, ConditionKind])[] = [
  ['fact', 'comparison'],
  ['condition', 'reference'],
  ['parameter', 'setting'],
  ['all', 'all'],
  ['any', 'any'],
  ['not', 'not'],
  ['atLeast', 'atLeast'],
  ['some', 'some'],
  ['every', 'every'],
];

/** Which kind of condition a value is, by the key that says so. */
export function conditionKindOf(value: unknown): ConditionKind | undefined {
  if (!isObject(value)) return undefined;
  return leads.find(([key]) => Object.hasOwn(value, key))?.[1];
}

export const isConditionKind = (word: string): word is ConditionKind => Object.hasOwn(conditionKinds, word);

/** Kinds that hold a list of conditions, and so can be changed into one another. */
export const groupKinds = ['all', 'any', 'atLeast'] as const satisfies readonly ConditionKind[];
/** Kinds that range over members. */
export const memberKinds = ['some', 'every'] as const satisfies readonly ConditionKind[];

export const isGroup = (kind: ConditionKind | undefined): kind is (typeof groupKinds)[number] =>
  groupKinds.some((one) => one === kind);
export const isOfMembers = (kind: ConditionKind | undefined): kind is (typeof memberKinds)[number] =>
  memberKinds.some((one) => one === kind);

/** From a condition to each that stands right inside it. */
export function pathsInside(value: unknown): readonly (readonly (string | number)[])[] {
  const kind = conditionKindOf(value);
  const inside = kind === undefined ? undefined : conditionKinds[kind].inside;
  if (inside === undefined) return [];
  if (!inside.list) return [[inside.key]];
  return listOf(memberOf(value, inside.key)).map((_, at) => [inside.key, at]);
}
