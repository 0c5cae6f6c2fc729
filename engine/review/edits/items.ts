import type { Parameter } from '../../document/parameter.ts';
import type { Grant, Payment, Pot, Share } from '../../document/payment.ts';
import type { Ruleset } from '../../document/ruleset.ts';
import { step } from '../../pointer.ts';
import { ruleDoubt } from './bearing.ts';
import type { Edit } from './edit.ts';
import { numberShift, type Sides, type Value } from './held.ts';
import { ordered, reversed, together, type Shift } from './shift.ts';
import { factEffect, parameterEffect, type Effect, type Side } from './uses.ts';

/** Something of a document that keeps its id, without what has ids of its own below it. */
export interface Item {
  readonly id: string;
  readonly of: Exclude<Edit['of'], 'condition'>;
  readonly pointer: string;
  /** What it says, apart from its words. */
  readonly substance: Readonly<Record<string, unknown>>;
  readonly words: Readonly<Record<string, unknown>>;
}

const wordKeys = ['label', 'source', 'note', 'group', 'title', 'description'];
const apart = ['id', 'when', 'appliesWhen', 'parts'];

function itemOf(at: Pick<Item, 'id' | 'of' | 'pointer'>, document: object): Item {
  const entries = Object.entries(document).filter(
    ([key, value]) => !apart.includes(key) && value !== undefined,
  );
  const words = entries.filter(([key]) => wordKeys.includes(key));
  const rest = entries.filter(([key]) => !wordKeys.includes(key));
  return { ...at, substance: Object.fromEntries(rest), words: Object.fromEntries(words) };
}

function listed(items: readonly { id: string }[] | undefined, of: Item['of'], pointer: string): Item[] {
  return (items ?? []).map((item, at) => itemOf({ id: item.id, of, pointer: step(pointer, at) }, item));
}

function keyed(items: Readonly<Record<string, object>>, of: Item['of'], pointer: string): Item[] {
  return Object.entries(items).map(([id, item]) => itemOf({ id, of, pointer: step(pointer, id) }, item));
}

/** What the document says of itself, key by key. */
const ownKeys = [
  'title',
  'description',
  'programme',
  'phase',
  'jurisdiction',
  'basedOn',
  'vocabulary',
  'calendar',
  'monthEnd',
  'leapBirthday',
  'zeroBaseline',
] as const;

/** Everything of a ruleset that has an id but conditions, in the order in which it is read. */
export function itemsOf(ruleset: Ruleset): Item[] {
  const { criteria, eligibility, outcomes, payments, pots, grants, share } = ruleset;
  const parts = outcomes.flatMap(({ id, parts: list }, at) =>
    (list ?? []).map((part, partAt) =>
      itemOf({ id: `${id}.${part.id}`, of: 'part', pointer: `/outcomes/${at}/parts/${partAt}` }, part),
    ),
  );
  const own = ownKeys
    .filter((key) => ruleset[key] !== undefined)
    .map((key) => itemOf({ id: key, of: 'ruleset', pointer: `/${key}` }, { [key]: ruleset[key] }));
  return [
    ...own,
    ...listed(criteria, 'criterion', '/criteria'),
    ...listed(eligibility.routes, 'route', '/eligibility/routes'),
    ...listed(outcomes, 'outcome', '/outcomes'),
    ...parts,
    ...listed(payments, 'payment', '/payments'),
    ...listed(pots, 'pot', '/pots'),
    ...listed(grants, 'grant', '/grants'),
    ...(share === undefined ? [] : [itemOf({ id: 'share', of: 'share', pointer: '/share' }, share)]),
    ...keyed(ruleset.parameters, 'parameter', '/parameters'),
    ...keyed(ruleset.facts, 'fact', '/facts'),
    ...keyed(ruleset.sources, 'source', '/sources'),
  ];
}

/** Of an amount that may be missing, where a missing one limits nothing. */
function limitShift(sides: Sides, was: Value | undefined, now: Value | undefined): Shift {
  if (was === undefined) return now === undefined ? 'same' : 'down';
  return now === undefined ? 'up' : numberShift(sides, was, now);
}

function paymentShift(sides: Sides, was: Payment, now: Payment): Shift {
  if (was.kind !== now.kind || was.pot !== now.pot) return 'open';
  return together([
    numberShift(sides, was.amount, now.amount),
    limitShift(sides, was.claimBefore, now.claimBefore),
    limitShift(sides, was.families?.atMost, now.families?.atMost),
  ]);
}

function potShift(sides: Sides, was: Pot, now: Pot): Shift {
  const shared = numberShift(sides, was.exclusive !== true, now.exclusive !== true);
  return together([numberShift(sides, was.cap, now.cap), shared]);
}

function grantShift(sides: Sides, was: Grant, now: Grant): Shift {
  return was.each === now.each ? numberShift(sides, was.amount, now.amount) : 'open';
}

function shareShift(was: Share, now: Share): Shift {
  if (was.families !== now.families || was.money !== now.money) return 'open';
  const [before, after] = [was.funded * now.of, now.funded * was.of];
  return ordered(after >= before, after <= before);
}

function byId<T extends { id: string }>(items: readonly T[] | undefined, id: string): T | undefined {
  return items?.find((item) => item.id === id);
}

function ofBoth<T>(was: T | undefined, now: T | undefined, compare: (was: T, now: T) => Shift): Shift {
  return was === undefined || now === undefined ? 'open' : compare(was, now);
}

function alone(id: string, shift: Shift): Effect {
  return { shift, owners: [id] };
}

function parameterChange(was: Side, id: string, now: Parameter | undefined): Effect {
  const before = was.ruleset.parameters[id];
  const sameUnit = now !== undefined && before?.unit === now.unit;
  return sameUnit ? parameterEffect(was, id, now) : { shift: 'open', owners: [] };
}

/** What a change of substance does, taken alone: everything else is as it was. */
export function changeEffect({ id, of }: Item, was: Side, now: Side): Effect {
  const [before, after] = [was.ruleset, now.ruleset];
  const sides: Sides = { was: before.parameters, now: { ...after.parameters, ...before.parameters } };
  switch (of) {
    case 'parameter':
      return parameterChange(was, id, after.parameters[id]);
    case 'fact': {
      const [fact, changed] = [before.facts[id], after.facts[id]];
      if (fact === undefined || changed === undefined) return { shift: 'open', owners: [] };
      return factEffect(was, id, { sides, was: fact, now: changed });
    }
    case 'payment':
      return alone(
        id,
        ofBoth(byId(before.payments, id), byId(after.payments, id), (left, right) =>
          paymentShift(sides, left, right),
        ),
      );
    case 'pot':
      return alone(
        id,
        ofBoth(byId(before.pots, id), byId(after.pots, id), (left, right) => potShift(sides, left, right)),
      );
    case 'grant':
      return alone(
        id,
        ofBoth(byId(before.grants, id), byId(after.grants, id), (left, right) =>
          grantShift(sides, left, right),
        ),
      );
    case 'share':
      return alone(id, ofBoth(before.share, after.share, shareShift));
    case 'criterion':
    case 'route':
    case 'outcome':
    case 'part':
      return alone(id, 'open');
    case 'source':
    case 'ruleset':
      return { shift: 'open', owners: [] };
  }
}

/** Of something that comes in, to the version that lacks it. */
function comingEffect({ id, of }: Item, without: Side, withIt: Side): Effect {
  const { eligibility, outcomes } = without.ruleset;
  if (of === 'route') {
    const doubtful = eligibility.routes.every((route) => ruleDoubt(route, without.doubt));
    return { shift: doubtful ? 'open' : 'up', owners: ['eligibility'] };
  }
  if (of === 'part') {
    const [owner = ''] = id.split('.');
    const outcome = byId(outcomes, owner);
    const others = outcome?.parts ?? [];
    const doubtful = others.every((part) => ruleDoubt(part, without.doubt));
    return { shift: doubtful ? 'open' : 'down', owners: [owner] };
  }
  if (of === 'grant') return alone(id, 'up');
  if (of === 'payment') {
    // because an earlier claim of it would count against its pot, and elsewhere against other results
    const payment = byId(withIt.ruleset.payments, id);
    return alone(id, payment?.kind === 'attachment' && payment.pot === undefined ? 'up' : 'open');
  }
  return { shift: 'open', owners: of === 'criterion' || of === 'outcome' ? [id] : [] };
}

export function addedEffect(item: Item, was: Side, now: Side): Effect {
  return comingEffect(item, was, now);
}

export function removedEffect(item: Item, was: Side, now: Side): Effect {
  const { shift, owners } = comingEffect(item, now, was);
  return { shift: reversed(shift), owners };
}
