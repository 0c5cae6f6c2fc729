import type { Owner } from '../document/places.ts';
import type { Edit } from '../review/edits/edit.ts';
import type { Mixture } from './mix.ts';
import { ownKeys, ownNumber } from './mix.ts';
import { usedIn } from './used.ts';

/** What is judged together: one criterion, route or outcome with its parts, or all payments, which share pots. */
export interface Block {
  readonly kind: 'criterion' | 'route' | 'outcome' | 'payments';
  /** Empty for payments. */
  readonly id: string;
}

export const paying: Block = { kind: 'payments', id: '' };

export const blockKey = ({ kind, id }: Block) => `${kind} ${id}`;

function blockOf({ kind, id }: Owner): Block {
  if (kind === 'payment') return paying;
  return kind === 'part' ? { kind: 'outcome', id: id.split('.')[0] ?? id } : { kind, id };
}

/** What bears on a block, in either version. */
export interface Bearing {
  /** Numbers of the edits that touch the block itself, ascending. */
  readonly direct: readonly number[];
  /** Those, and the ones that touch anything it refers to. */
  readonly all: readonly number[];
  /** Criteria that are judged with it, because a cap asks who met them. */
  readonly within: readonly string[];
  /** Itself, and all that it refers to. */
  readonly blocks: readonly Block[];
}

function* insideCaps(condition: unknown, capped: boolean): Generator<string> {
  if (typeof condition !== 'object' || condition === null) return;
  if (capped && 'condition' in condition && typeof condition.condition === 'string')
    yield condition.condition;
  const inside = capped || ('cap' in condition && condition.cap !== undefined);
  for (const inner of Object.values(condition)) yield* insideCaps(inner, inside);
}

interface Touched {
  readonly numbers: Set<number>;
  readonly refersTo: Set<string>;
  readonly within: Set<string>;
}

function itemBlock(of: Edit['of'], id: string): Block | undefined {
  if (of === 'criterion' || of === 'route' || of === 'outcome') return { kind: of, id };
  if (of === 'part') return blockOf({ kind: 'part', id });
  return of === 'payment' || of === 'pot' ? paying : undefined;
}

/** The documents of a block in both versions. */
function documentsOf({ was, now }: Mixture, { kind, id }: Block): unknown[] {
  return [was, now].flatMap(({ criteria, eligibility, outcomes, payments, pots }): unknown[] => {
    switch (kind) {
      case 'criterion':
        return criteria.filter((one) => one.id === id);
      case 'route':
        return eligibility.routes.filter((one) => one.id === id);
      case 'outcome':
        return outcomes.filter((one) => one.id === id);
      case 'payments':
        return [payments, pots];
    }
  });
}

function isDefined<T>(one: T | undefined): one is T {
  return one !== undefined;
}

/** Edits of the conditions and items of each block. */
function standingEdits(mixture: Mixture, edits: readonly Edit[]): ReadonlyMap<string, ReadonlySet<number>> {
  const numbers = new Map<string, Set<number>>();
  const add = (block: Block | undefined, number: number | undefined) => {
    if (block === undefined || number === undefined) return;
    const key = blockKey(block);
    numbers.set(key, (numbers.get(key) ?? new Set()).add(number));
  };
  for (const { was, now, changed, moved, came } of mixture.places.values())
    for (const place of [was, now].filter(isDefined))
      for (const number of [changed, moved, came]) add(blockOf(place.owner), number);
  for (const { kind, of, id } of edits) add(itemBlock(of, id), mixture.numberOf(kind, of, id));
  return numbers;
}

function touchedBy(
  mixture: Mixture,
  block: Block,
  standing: ReadonlyMap<string, ReadonlySet<number>>,
): Touched {
  const { was, now, numberOf } = mixture;
  const documents = documentsOf(mixture, block);
  const factsOf = (id: string) => [was.facts[id], now.facts[id]];
  const { facts, parameters, conditions } = usedIn(
    [documents, [was.zeroBaseline, now.zeroBaseline]],
    factsOf,
  );
  // because a route that asks for no fact folds verdicts alone
  const folds = block.kind === 'route' && facts.size === 0;
  const grounds = folds ? [] : ownKeys.map((key) => ownNumber(mixture, key)).filter(isDefined);
  const numbers = new Set([
    ...(standing.get(blockKey(block)) ?? []),
    ...[...facts].map((id) => numberOf('changed', 'fact', id)).filter(isDefined),
    ...[...parameters].map((id) => numberOf('changed', 'parameter', id)).filter(isDefined),
    ...grounds,
  ]);
  const within = new Set(insideCaps(documents, false));
  return { numbers, refersTo: conditions, within };
}

const ascending = (numbers: Iterable<number>) => [...new Set(numbers)].sort((one, other) => one - other);

/** Eligibility's own edits: which routes there are, and in which order. */
export function routeEdits(mixture: Mixture, edits: readonly Edit[]): number[] {
  return edits
    .filter(({ of, kind }) => of === 'route' && kind !== 'changed')
    .map(({ kind, of, id }) => mixture.numberOf(kind, of, id))
    .filter(isDefined);
}

/** What bears on each block, by its key; each block looked into once. */
export function bearings(mixture: Mixture, edits: readonly Edit[]): (block: Block) => Bearing {
  const standing = standingEdits(mixture, edits);
  const touched = new Map<string, Touched>();
  const touchedOf = (block: Block) => {
    const key = blockKey(block);
    const found = touched.get(key) ?? touchedBy(mixture, block, standing);
    touched.set(key, found);
    return found;
  };
  const named = (id: string): Block[] => [
    ...(mixture.criteria.has(id) ? [{ kind: 'criterion', id } as const] : []),
    ...(mixture.outcomes.has(id) ? [{ kind: 'outcome', id } as const] : []),
  ];
  const routes = [...mixture.routes.keys()].map((id): Block => ({ kind: 'route', id }));
  const reached = (from: Block, next: (touched: Touched, block: Block) => readonly Block[]): Block[] => {
    const found = new Map([[blockKey(from), from]]);
    for (const block of found.values())
      for (const other of next(touchedOf(block), block)) found.set(blockKey(other), other);
    return [...found.values()];
  };
  const known = new Map<string, Bearing>();
  return (block) => {
    const key = blockKey(block);
    const before = known.get(key);
    if (before !== undefined) return before;
    const withinIt = reached(block, ({ within }) => [...within].flatMap(named));
    const all = reached(block, ({ refersTo }, { kind }) => [
      ...[...refersTo].flatMap(named),
      ...(kind === 'payments' ? routes : []),
    ]);
    const numbersOf = (blocks: readonly Block[]) => blocks.flatMap((one) => [...touchedOf(one).numbers]);
    const bearing = {
      direct: ascending(numbersOf(withinIt)),
      all: ascending([...numbersOf(all), ...(block.kind === 'payments' ? routeEdits(mixture, edits) : [])]),
      blocks: all,
      within: withinIt.filter(({ kind, id }) => kind === 'criterion' && id !== block.id).map(({ id }) => id),
    };
    known.set(key, bearing);
    return bearing;
  };
}
