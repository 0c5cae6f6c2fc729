import type { Edit } from '../review/edits/edit.ts';

/** A set of edits, by their numbers in the list that two versions were compared into. */
export interface Chosen {
  has(edit: number): boolean;
}

export const none: Chosen = { has: () => false };
export const every: Chosen = { has: () => true };

/** Finds an edit's number by what it is of; undefined where there is none, or none that can decide anything. */
export type NumberOf = (kind: Edit['kind'], of: Edit['of'], id: string) => number | undefined;

/** Words decide nothing, and nor does an order of conditions; that a condition came or went may, whatever is said of it. */
function decides({ kind, of, effect }: Edit): boolean {
  return effect !== 'wording' || (of === 'condition' && (kind === 'added' || kind === 'removed'));
}

export function numberEdits(edits: readonly Edit[]): NumberOf {
  const numbers = new Map<string, number>();
  for (const [at, edit] of edits.entries())
    if (decides(edit)) numbers.set(`${edit.kind} ${edit.of} ${edit.id}`, at);
  return (kind, of, id) => numbers.get(`${kind} ${of} ${id}`);
}

/** What one of two versions has, and the edits by which it comes, goes and changes. */
export interface Held<T> {
  readonly was: T | undefined;
  readonly now: T | undefined;
  readonly changed: number | undefined;
  /** By which it came or went, where only one version has it; undefined where it cannot be switched. */
  readonly came: number | undefined;
}

/** Which version's is taken; undefined where it is not there. */
export function taken<T>({ was, now, changed, came }: Held<T>, chosen: Chosen): T | undefined {
  if (was !== undefined && now !== undefined) return changed !== undefined && chosen.has(changed) ? now : was;
  if (came === undefined) return was;
  return was === undefined ? (chosen.has(came) ? now : undefined) : chosen.has(came) ? undefined : was;
}

/** By id, what either version has. */
export function heldBy<T extends { readonly id: string }>(
  was: readonly T[],
  now: readonly T[],
  numbers: { readonly of: Edit['of']; readonly numberOf: NumberOf },
): ReadonlyMap<string, Held<T>> {
  const { of, numberOf } = numbers;
  const [before, after] = [was, now].map((list) => new Map(list.map((one) => [one.id, one])));
  const ids = new Set([...was, ...now].map(({ id }) => id));
  return new Map(
    [...ids].map((id): [string, Held<T>] => {
      const held = { was: before?.get(id), now: after?.get(id) };
      const kind = held.was === undefined ? 'added' : 'removed';
      const one = held.was === undefined || held.now === undefined;
      const came = one ? numberOf(kind, of, id) : undefined;
      return [id, { ...held, changed: numberOf('changed', of, id), came }];
    }),
  );
}
