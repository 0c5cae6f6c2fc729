import type { Condition } from '../../document/condition.ts';
import type { Fact } from '../../document/fact.ts';
import type { Parameter } from '../../document/parameter.ts';
import { placesOf, type Place } from '../../document/places.ts';
import type { Ruleset } from '../../document/ruleset.ts';
import { rulesOf } from '../../explain/rules.ts';
import { bearingsOf, doubtIn } from './bearing.ts';
import { ownShift, risingShift, type Doubt } from './conditions.ts';
import { factShift } from './facts.ts';
import { numberShift, type Sides } from './held.ts';
import { borne, reversed, together, type Bearing, type Shift } from './shift.ts';

/** A ruleset looked into once for all its changes. */
export interface Side {
  readonly ruleset: Ruleset;
  readonly places: ReadonlyMap<string, Place>;
  readonly doubt: Doubt;
  /** Ids of criteria, routes, outcomes, parts and payments. */
  readonly owners: ReadonlySet<string>;
  readonly bearings: ReadonlyMap<string, Bearing>;
}

export function sideOf(ruleset: Ruleset): Side {
  const places = placesOf(ruleset);
  const doubt = doubtIn(ruleset);
  const rules = rulesOf(ruleset).map(({ id }) => id);
  return {
    ruleset,
    places: new Map(places.map((place) => [place.id, place])),
    doubt,
    owners: new Set(rules),
    bearings: bearingsOf(places, doubt),
  };
}

/** What a change does to those who use what is changed. */
export interface Effect {
  readonly shift: Shift;
  /** Ids of the rules in which it is used. */
  readonly owners: readonly string[];
}

export function effectOf(uses: readonly { readonly shift: Shift; readonly owner: string }[]): Effect {
  return {
    shift: together(uses.map(({ shift }) => shift)),
    owners: [...new Set(uses.map(({ owner }) => owner))],
  };
}

export function bearingOf(side: Side, id: string): Bearing {
  return side.bearings.get(id) ?? 0;
}

/** A changed fact in every comparison of it. */
export function factEffect(side: Side, id: string, change: { sides: Sides; was: Fact; now: Fact }): Effect {
  const { sides, was, now } = change;
  const rises = factShift(sides, was, now);
  const uses = [...side.places.values()].flatMap((place) => {
    const { condition } = place;
    if (!('fact' in condition) || condition.fact !== id) return [];
    const rising = rises === 'same' || rises === 'open' ? rises : risingShift(condition, sides);
    const shift = rises === 'down' ? reversed(rising) : rising;
    return [{ shift: borne(shift, bearingOf(side, place.id)), owner: place.owner.id }];
  });
  return effectOf(uses);
}

/** Whether a piece of a document names a parameter. */
export function mentions(piece: unknown, parameter: string): boolean {
  if (typeof piece !== 'object' || piece === null) return false;
  if ('parameter' in piece && piece.parameter === parameter) return true;
  return Object.values(piece).some((inner) => mentions(inner, parameter));
}

/** A condition as it stands, without those below it that have ids of their own. */
export function shallow(condition: Condition): object {
  if ('all' in condition || 'any' in condition || 'not' in condition) return {};
  if ('atLeast' in condition) {
    const { atLeast, cap } = condition;
    return { atLeast, cap: cap && { ...cap, members: { ...cap.members, where: undefined } } };
  }
  if (!('satisfies' in condition)) return condition;
  return { ...('some' in condition ? condition.some : condition.every), where: undefined };
}

function inMoney({ payments, pots, grants }: Ruleset, id: string, sides: Sides) {
  const amounts = [
    ...payments.flatMap(({ id: owner, amount, claimBefore, families }) => [
      { owner, amount },
      ...(claimBefore === undefined ? [] : [{ owner, amount: claimBefore }]),
      ...(families === undefined ? [] : [{ owner, amount: families.atMost }]),
    ]),
    ...(pots ?? []).map(({ id: owner, cap }) => ({ owner, amount: cap })),
    ...(grants ?? []).map(({ id: owner, amount }) => ({ owner, amount })),
  ];
  return amounts
    .filter(({ amount }) => mentions(amount, id))
    .map(({ owner, amount }) => ({ owner, shift: numberShift(sides, amount, amount) }));
}

/** A changed parameter wherever it is used: in conditions, in facts that conditions compare, and in money. */
export function parameterEffect(side: Side, id: string, now: Parameter): Effect {
  const { ruleset, places } = side;
  const sides = { was: ruleset.parameters, now: { ...ruleset.parameters, [id]: now } };
  const direct = [...places.values()]
    .filter(({ condition }) => mentions(shallow(condition), id))
    .map(({ id: place, condition, owner }) => ({
      owner: owner.id,
      shift: borne(ownShift(sides, { was: condition, now: condition }, side.doubt), bearingOf(side, place)),
    }));
  const inFacts = Object.entries(ruleset.facts)
    .filter(([, fact]) => mentions(fact, id))
    .map(([fact, document]) => factEffect(side, fact, { sides, was: document, now: document }));
  const whole: Effect = mentions(ruleset.zeroBaseline, id)
    ? { shift: 'open', owners: [] }
    : { shift: 'same', owners: [] };
  const all = [effectOf([...direct, ...inMoney(ruleset, id, sides)]), ...inFacts, whole];
  return {
    shift: together(all.map(({ shift }) => shift)),
    owners: [...new Set(all.flatMap(({ owners }) => owners))],
  };
}
