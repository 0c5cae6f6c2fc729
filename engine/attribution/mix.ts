import type { Condition } from '../document/condition.ts';
import type { Fact } from '../document/fact.ts';
import type { Criterion, Outcome, OutcomePart, Route } from '../document/outcome.ts';
import type { Parameter } from '../document/parameter.ts';
import type { Owner } from '../document/places.ts';
import type { Payment, Pot } from '../document/payment.ts';
import type { Ruleset } from '../document/ruleset.ts';
import type { Edit } from '../review/edits/edit.ts';
import { treeOf, type Tree } from './below.ts';
import { mixedPlaces, type MixedPlace } from './mixed-places.ts';
import { heldBy, numberEdits, taken, type Chosen, type Held, type NumberOf } from './numbered.ts';
import { Unmixable } from './unmixable.ts';
import { usedIn } from './used.ts';

type Holder<T> = ReadonlyMap<string, Held<T>>;

/** Two versions taken apart into what an edit can switch. */
export interface Mixture {
  readonly was: Ruleset;
  readonly now: Ruleset;
  readonly numberOf: NumberOf;
  readonly places: ReadonlyMap<string, MixedPlace>;
  readonly tree: Tree;
  readonly criteria: Holder<Criterion>;
  readonly routes: Holder<Route>;
  readonly outcomes: Holder<Outcome>;
  /** By `outcome.part`. */
  readonly parts: Holder<{ readonly id: string; readonly part: OutcomePart }>;
  readonly payments: Holder<Payment>;
  readonly pots: Holder<Pot>;
  readonly facts: Holder<{ readonly id: string; readonly fact: Fact }>;
  readonly parameters: Holder<{ readonly id: string; readonly parameter: Parameter }>;
}

type Rules = Pick<Mixture, 'criteria' | 'routes' | 'outcomes' | 'parts' | 'payments'>;

function isThere(rules: Rules, { kind, id }: Owner, chosen: Chosen): boolean {
  const there = (held: Held<unknown> | undefined) => held !== undefined && taken(held, chosen) !== undefined;
  switch (kind) {
    case 'criterion':
      return there(rules.criteria.get(id));
    case 'route':
      return there(rules.routes.get(id));
    case 'outcome':
      return there(rules.outcomes.get(id));
    case 'payment':
      return there(rules.payments.get(id));
    case 'part': {
      const outcome = rules.outcomes.get(id.split('.')[0] ?? id);
      return there(outcome) && (isOfOne(outcome) || there(rules.parts.get(id)));
    }
  }
}

const isOfOne = (held: Held<unknown> | undefined) => held?.was === undefined || held.now === undefined;

const partsOf = ({ outcomes }: Ruleset) =>
  outcomes.flatMap(({ id, parts }) => (parts ?? []).map((part) => ({ id: `${id}.${part.id}`, part })));
const factsOf = ({ facts }: Ruleset) => Object.entries(facts).map(([id, fact]) => ({ id, fact }));
const parametersOf = ({ parameters }: Ruleset) =>
  Object.entries(parameters).map(([id, parameter]) => ({ id, parameter }));

/** Takes two versions apart; `edits` are all that lie between them. */
export function mixtureOf(was: Ruleset, now: Ruleset, edits: readonly Edit[]): Mixture {
  const numberOf = numberEdits(edits);
  const places = mixedPlaces(was, now, numberOf);
  const held = <T extends { readonly id: string }>(
    of: Edit['of'],
    list: (ruleset: Ruleset) => readonly T[],
  ) => heldBy(list(was), list(now), { of, numberOf });
  const rules = {
    criteria: held('criterion', ({ criteria }) => criteria),
    routes: held('route', ({ eligibility }) => eligibility.routes),
    outcomes: held('outcome', ({ outcomes }) => outcomes),
    parts: held('part', partsOf),
    payments: held('payment', ({ payments }) => payments),
  };
  return {
    was,
    now,
    numberOf,
    places,
    ...rules,
    tree: treeOf({ places, isThere: (owner, chosen) => isThere(rules, owner, chosen) }),
    pots: held('pot', ({ pots }) => pots ?? []),
    facts: held('fact', factsOf),
    parameters: held('parameter', parametersOf),
  };
}

/** Of what is always there: one that nothing uses decides nothing. */
function always<T>(held: Held<T>, chosen: Chosen): T {
  const one = taken({ ...held, came: undefined }, chosen) ?? held.now;
  if (one === undefined) throw new Error('invariant: one of two versions has it');
  return one;
}

function needed(when: Condition | undefined): Condition {
  if (when === undefined) throw new Unmixable();
  return when;
}

export function criterionIn(mixture: Mixture, id: string, chosen: Chosen): Criterion | undefined {
  const held = mixture.criteria.get(id);
  const own = held && taken(held, chosen);
  if (own === undefined) return undefined;
  const { appliesWhen, when } = mixture.tree({ kind: 'criterion', id }, chosen);
  return { ...own, appliesWhen, when: needed(when) };
}

export function routeIn(mixture: Mixture, id: string, chosen: Chosen): Route | undefined {
  const held = mixture.routes.get(id);
  const own = held && taken(held, chosen);
  if (own === undefined) return undefined;
  return { ...own, when: needed(mixture.tree({ kind: 'route', id }, chosen).when) };
}

/** In the order of `base`, with those of `other` alone each after the one before it there. */
export function mergedOrder(base: readonly string[], other: readonly string[]): string[] {
  const merged = [...base];
  for (const [at, id] of other.entries()) {
    if (merged.includes(id)) continue;
    const before = other.slice(0, at).findLast((one) => merged.includes(one));
    merged.splice(before === undefined ? 0 : merged.indexOf(before) + 1, 0, id);
  }
  return merged;
}

const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

/** Payments and routes are listed in an order that decides something. */
function orderIn(
  mixture: Mixture,
  { of, list }: { of: 'payment' | 'route'; list: (ruleset: Ruleset) => readonly { readonly id: string }[] },
  chosen: Chosen,
): string[] {
  const moved = mixture.numberOf('moved', of, `${of}-order`);
  const [was, now] = [ids(list(mixture.was)), ids(list(mixture.now))];
  return moved !== undefined && chosen.has(moved) ? mergedOrder(now, was) : mergedOrder(was, now);
}

export function routesIn(mixture: Mixture, chosen: Chosen): string[] {
  const order = orderIn(mixture, { of: 'route', list: ({ eligibility }) => eligibility.routes }, chosen);
  return order.filter((id) => {
    const held = mixture.routes.get(id);
    return held !== undefined && taken(held, chosen) !== undefined;
  });
}

function partsIn(mixture: Mixture, outcome: string, chosen: Chosen): OutcomePart[] {
  const one = isOfOne(mixture.outcomes.get(outcome));
  const order = mergedOrder(ids(partsOf(mixture.was)), ids(partsOf(mixture.now)));
  return order
    .filter((id) => id.startsWith(`${outcome}.`))
    .flatMap((id): OutcomePart[] => {
      const held = mixture.parts.get(id);
      const own = held && (one ? (held.was ?? held.now) : taken(held, chosen));
      if (own === undefined) return [];
      const { appliesWhen, when } = mixture.tree({ kind: 'part', id }, chosen);
      return [{ ...own.part, appliesWhen, when: needed(when) }];
    });
}

export function outcomeIn(mixture: Mixture, id: string, chosen: Chosen): Outcome | undefined {
  const held = mixture.outcomes.get(id);
  const own = held && taken(held, chosen);
  if (own === undefined) return undefined;
  const parts = partsIn(mixture, id, chosen);
  const conditions = mixture.tree({ kind: 'outcome', id }, chosen);
  return { ...own, ...conditions, parts: parts.length === 0 ? undefined : parts };
}

export function paymentsIn(mixture: Mixture, chosen: Chosen): Payment[] {
  return orderIn(mixture, { of: 'payment', list: ({ payments }) => payments }, chosen).flatMap((id) => {
    const held = mixture.payments.get(id);
    const own = held && taken(held, chosen);
    return own === undefined ? [] : [{ ...own, when: mixture.tree({ kind: 'payment', id }, chosen).when }];
  });
}

export function potsIn(mixture: Mixture, chosen: Chosen): Pot[] {
  return [...mixture.pots.values()].map((held) => always(held, chosen));
}

export function factIn(mixture: Mixture, id: string, chosen: Chosen): Fact | undefined {
  const held = mixture.facts.get(id);
  return held && always(held, chosen).fact;
}

export function parameterIn(mixture: Mixture, id: string, chosen: Chosen): Parameter | undefined {
  const held = mixture.parameters.get(id);
  return held && always(held, chosen).parameter;
}

/** What a ruleset says of itself that decides something. */
export const ownKeys = [
  'programme',
  'phase',
  'vocabulary',
  'calendar',
  'monthEnd',
  'leapBirthday',
  'zeroBaseline',
] as const;

type OwnKey = (typeof ownKeys)[number];

export function ownNumber({ numberOf }: Mixture, key: OwnKey): number | undefined {
  return (
    numberOf('changed', 'ruleset', key) ??
    numberOf('added', 'ruleset', key) ??
    numberOf('removed', 'ruleset', key)
  );
}

type Own = Pick<Ruleset, OwnKey>;

export function ownIn(mixture: Mixture, chosen: Chosen): Own {
  const of = (key: OwnKey) => {
    const number = ownNumber(mixture, key);
    return number !== undefined && chosen.has(number) ? mixture.now : mixture.was;
  };
  return {
    programme: of('programme').programme,
    phase: of('phase').phase,
    vocabulary: of('vocabulary').vocabulary,
    calendar: of('calendar').calendar,
    monthEnd: of('monthEnd').monthEnd,
    leapBirthday: of('leapBirthday').leapBirthday,
    zeroBaseline: of('zeroBaseline').zeroBaseline,
  };
}

function listed<T>(ids: Iterable<string>, one: (id: string) => T | undefined): T[] {
  return [...ids].flatMap((id) => one(id) ?? []);
}

function keyed<T>(ids: Iterable<string>, one: (id: string) => T | undefined): Record<string, T> {
  return Object.fromEntries([...ids].flatMap((id) => [one(id)].flatMap((it) => (it ? [[id, it]] : []))));
}

/** The facts and parameters that rules use, as they are in a mix. */
export function factsFor(mixture: Mixture, rules: readonly unknown[], chosen: Chosen) {
  const factOf = (id: string) => factIn(mixture, id, chosen);
  const used = usedIn(rules, (id) => [factOf(id)]);
  return {
    facts: keyed(used.facts, factOf),
    parameters: keyed(used.parameters, (id) => parameterIn(mixture, id, chosen)),
  };
}

/** The version before with some edits made; undefined where they cannot be made without others. */
export function mix(mixture: Mixture, chosen: Chosen): Ruleset | undefined {
  try {
    const { was, now } = mixture;
    const own = ownIn(mixture, chosen);
    const pots = potsIn(mixture, chosen);
    const rules = {
      criteria: listed(mixture.criteria.keys(), (id) => criterionIn(mixture, id, chosen)),
      eligibility: { routes: listed(routesIn(mixture, chosen), (id) => routeIn(mixture, id, chosen)) },
      outcomes: listed(mixture.outcomes.keys(), (id) => outcomeIn(mixture, id, chosen)),
      payments: paymentsIn(mixture, chosen),
      ...(pots.length === 0 ? {} : { pots }),
    };
    return {
      ...was,
      ...own,
      ...rules,
      ...factsFor(mixture, [rules, own.zeroBaseline, was.grants], chosen),
      sources: { ...now.sources, ...was.sources },
    };
  } catch (error) {
    if (error instanceof Unmixable) return undefined;
    throw error;
  }
}
