import type { Condition } from '../document/condition.ts';
import { placesOf } from '../document/places.ts';
import type { Ruleset } from '../document/ruleset.ts';
import { step } from '../pointer.ts';
import { quote } from '../quote.ts';
import type { Diagnostic } from './diagnostic.ts';
import { finding, inOrder, type Finding } from './finding.ts';
import { measureOf, recordsOf } from './ruleset/measure.ts';

/** What an id can be of. */
export type IdKind =
  | 'a criterion'
  | 'a route'
  | 'an outcome'
  | 'a payment'
  | 'a pot'
  | 'a grant'
  | 'a parameter'
  | 'a fact'
  | 'a condition';

/** Something that has an id: of what kind it is, where the id stands, and what it is about. */
interface Named {
  readonly id: string;
  readonly pointer: string;
  readonly kind: IdKind;
  /** Two of one kind that say otherwise here are not one thing that changed; empty where nothing tells them apart. */
  readonly about: string;
}

function listed(list: readonly { readonly id: string }[], pointer: string, kind: IdKind): Named[] {
  return list.map(({ id }, at) => ({ id, pointer: `${pointer}/${at}/id`, kind, about: '' }));
}

/** What a condition asks about: a fact, a parameter, another rule; the groups of conditions are one. */
function askedBy(condition: Condition): string {
  if ('fact' in condition) return `the fact ${quote(condition.fact)}`;
  if ('parameter' in condition) return `the parameter ${quote(condition.parameter)}`;
  if ('condition' in condition) return `the verdict of ${quote(condition.condition)}`;
  return 'satisfies' in condition ? 'members of the family' : 'other conditions';
}

/** Places whose id is written: one that is derived says by itself what it asks about. */
function places(ruleset: Ruleset): Named[] {
  return placesOf(ruleset).flatMap(({ condition, pointer }): Named[] =>
    condition.id === undefined
      ? []
      : [{ id: condition.id, pointer: `${pointer}/id`, kind: 'a condition', about: askedBy(condition) }],
  );
}

function facts({ facts: all }: Ruleset): Named[] {
  return Object.entries(all).map(([id, fact]) => {
    const of = recordsOf(fact)?.type;
    const about = of === undefined ? measureOf(fact) : `${measureOf(fact)} of ${quote(of)}`;
    return { id, pointer: step('/facts', id), kind: 'a fact', about };
  });
}

function parameters({ parameters: all }: Ruleset): Named[] {
  return Object.entries(all).map(([id, { unit }]) => ({
    ...{ id, pointer: step('/parameters', id), kind: 'a parameter', about: `a value in ${quote(unit)}` },
  }));
}

function namedIn(ruleset: Ruleset): Named[] {
  const { criteria, eligibility, outcomes, payments, pots = [], grants = [] } = ruleset;
  return [
    ...listed(criteria, '/criteria', 'a criterion'),
    ...listed(eligibility.routes, '/eligibility/routes', 'a route'),
    ...listed(outcomes, '/outcomes', 'an outcome'),
    ...listed(payments, '/payments', 'a payment'),
    ...listed(pots, '/pots', 'a pot'),
    ...listed(grants, '/grants', 'a grant'),
    ...parameters(ruleset),
    ...facts(ruleset),
    ...places(ruleset),
  ];
}

function byId(all: readonly Named[]): ReadonlyMap<string, readonly Named[]> {
  const found = new Map<string, Named[]>();
  for (const one of all) found.set(one.id, [...(found.get(one.id) ?? []), one]);
  return found;
}

const namesIn = new WeakMap<Ruleset, ReturnType<typeof byId>>();

/** What has which id in a ruleset; found once, because a draft is held against the same version at every change. */
function namesOf(ruleset: Ruleset): ReturnType<typeof byId> {
  const found = namesIn.get(ruleset) ?? byId(namedIn(ruleset));
  namesIn.set(ruleset, found);
  return found;
}

/** The id with the first number behind it that neither version has. */
function freeId(id: string, taken: ReadonlySet<string>): string {
  for (let number = 2; ; number += 1) if (!taken.has(`${id}-${number}`)) return `${id}-${number}`;
}

interface Use {
  /** What has the id now. */
  readonly now: readonly Named[];
  /** What had it before. */
  readonly before: readonly Named[];
}

/** What has the id while nothing of the kind that had it does. */
function ofAnotherKind({ now, before }: Use): readonly Named[] {
  const stays = now.some(({ kind }) => before.some((one) => one.kind === kind));
  return stays ? [] : now;
}

/** Says that an id of the first cannot be that of another kind. */
function otherKind({ id, kind: was }: Named, kind: IdKind, { id: ruleset, version }: Ruleset): string {
  return `${quote(id)} is the id of ${was} in ${ruleset} ${version}, and cannot be that of ${kind}`;
}

/** Why something new of this kind cannot have this id beside an earlier version; undefined where it can. */
export function idOfAnotherKind(
  { id, kind }: Pick<Named, 'id' | 'kind'>,
  before: Ruleset,
): string | undefined {
  const had = namesOf(before).get(id) ?? [];
  const [first] = had;
  if (first === undefined || had.some((one) => one.kind === kind)) return undefined;
  return otherKind(first, kind, before);
}

/**
 * Ids that an earlier version gave to something of another kind, or to something of the same kind that was about something
 * else: whoever compares versions by their ids would take the one for the other.
 */
export function checkReused(now: Ruleset, before: Ruleset): Diagnostic[] {
  const [was, is] = [namesOf(before), namesOf(now)];
  const taken = new Set([...was.keys(), ...is.keys()]);
  const version = `${before.id} ${before.version}`;
  const foundIn = (id: string, use: Use): Finding[] => {
    const suggestion = () => freeId(id, taken);
    const first = use.before[0];
    if (first === undefined) return [];
    const kinds = ofAnotherKind(use).map(({ kind, pointer }) => {
      const message = otherKind(first, kind, before);
      return finding('id-of-another-kind', pointer, { message, suggestion });
    });
    const meanings = use.now.flatMap(({ kind, about, pointer }) => {
      const other = use.before.find((one) => one.kind === kind);
      if (other === undefined || other.about === about) return [];
      const message = `${quote(id)} is ${kind} about ${other.about} in ${version}, and about ${about} here`;
      return [finding('id-of-another-meaning', pointer, { message, suggestion })];
    });
    return [...kinds, ...meanings];
  };
  return inOrder([...is].flatMap(([id, all]) => foundIn(id, { now: all, before: was.get(id) ?? [] })));
}
