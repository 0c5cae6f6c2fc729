import { step } from '../pointer.ts';
import type { Condition, Members } from './condition.ts';
import type { Ruleset } from './ruleset.ts';

/** What a place belongs to; a part's id is `outcome.part`. */
export interface Owner {
  readonly kind: 'criterion' | 'outcome' | 'part' | 'route' | 'payment';
  readonly id: string;
}

/** One condition of a ruleset, where it stands. */
export interface Place {
  readonly id: string;
  /** RFC 6901 JSON Pointer into the ruleset document. */
  readonly pointer: string;
  readonly condition: Condition;
  /** Id of the place above; at the top, the owner's. */
  readonly parent: string;
  readonly owner: Owner;
  /** Whether it is judged for one member at a time. */
  readonly quantified: boolean;
  /** Whom the quantifier around it ranges over, or the range that it is the `where` of. */
  readonly range: Members | undefined;
}

function wordOf(condition: Condition): string {
  if ('fact' in condition) return condition.fact;
  if ('condition' in condition) return condition.condition;
  if ('parameter' in condition) return condition.parameter;
  if ('all' in condition) return 'all';
  if ('any' in condition) return 'any';
  if ('not' in condition) return 'not';
  if ('atLeast' in condition) return 'at-least';
  return 'some' in condition ? 'some' : 'every';
}

/** The id of a place under `parentId`: its own where it has one, otherwise derived from its word, never from its position. */
export function idOf(condition: Condition, parentId: string): string {
  return condition.id ?? `${parentId}.${wordOf(condition)}`;
}

/** Where a condition stands, before it has an id. */
type Stand = Omit<Place, 'id' | 'condition'>;

interface Below {
  readonly condition: Condition;
  /** From the place to the one below. */
  readonly path: readonly (string | number)[];
  /** The id of one that gives none, where it is not derived from its word. */
  readonly slot?: string;
  readonly range?: Members;
}

function listed(conditions: readonly Condition[], key: string): Below[] {
  return conditions.map((condition, at) => ({ condition, path: [key, at] }));
}

function ranged(range: Members, path: readonly string[], slot: string): Below[] {
  return range.where === undefined ? [] : [{ condition: range.where, path: [...path, 'where'], slot, range }];
}

/** What stands right below, in reading order: a range's `where` before what each of its members must satisfy. */
function below(condition: Condition): Below[] {
  if ('all' in condition) return listed(condition.all, 'all');
  if ('any' in condition) return listed(condition.any, 'any');
  if ('not' in condition) return [{ condition: condition.not, path: ['not'] }];
  if ('atLeast' in condition) {
    const cap =
      condition.cap === undefined ? [] : ranged(condition.cap.members, ['cap', 'members'], 'cap.where');
    return [...listed(condition.of, 'of'), ...cap];
  }
  if (!('satisfies' in condition)) return [];
  const [key, range] =
    'some' in condition ? (['some', condition.some] as const) : (['every', condition.every] as const);
  return [...ranged(range, [key], 'where'), { condition: condition.satisfies, path: ['satisfies'], range }];
}

function* walk(id: string, condition: Condition, stand: Stand): Generator<Place> {
  yield { id, condition, ...stand };
  for (const next of below(condition)) {
    const range = next.range ?? stand.range;
    const inner: Stand = {
      pointer: next.path.reduce<string>(step, stand.pointer),
      parent: id,
      owner: stand.owner,
      quantified: range !== undefined,
      range,
    };
    const nextId =
      next.slot === undefined ? idOf(next.condition, id) : (next.condition.id ?? `${id}.${next.slot}`);
    yield* walk(nextId, next.condition, inner);
  }
}

interface Owned {
  readonly appliesWhen?: Condition | undefined;
  readonly when?: Condition | undefined;
}

function* owned(owner: Owner, rule: Owned, pointer: string): Generator<Place> {
  const slots = [
    { condition: rule.appliesWhen, key: 'appliesWhen', slot: 'applies-when' },
    { condition: rule.when, key: 'when', slot: 'when' },
  ];
  for (const { condition, key, slot } of slots) {
    if (condition === undefined) continue;
    const id = condition.id ?? `${owner.id}.${slot}`;
    yield* walk(id, condition, {
      pointer: step(pointer, key),
      parent: owner.id,
      owner,
      quantified: false,
      range: undefined,
    });
  }
}

function* all(ruleset: Ruleset): Generator<Place> {
  for (const [at, { id, ...rule }] of ruleset.criteria.entries()) {
    yield* owned({ kind: 'criterion', id }, rule, `/criteria/${at}`);
  }
  for (const [at, { id, ...rule }] of ruleset.eligibility.routes.entries()) {
    yield* owned({ kind: 'route', id }, rule, `/eligibility/routes/${at}`);
  }
  for (const [at, { id, ...rule }] of ruleset.outcomes.entries()) {
    yield* owned({ kind: 'outcome', id }, rule, `/outcomes/${at}`);
    for (const [partAt, part] of (rule.parts ?? []).entries()) {
      yield* owned({ kind: 'part', id: `${id}.${part.id}` }, part, `/outcomes/${at}/parts/${partAt}`);
    }
  }
  for (const [at, { id, ...rule }] of ruleset.payments.entries()) {
    yield* owned({ kind: 'payment', id }, rule, `/payments/${at}`);
  }
}

/** Every condition of the ruleset with its id, each after the one above it, in the order of the document's parts. */
export function placesOf(ruleset: Ruleset): Place[] {
  return [...all(ruleset)];
}
