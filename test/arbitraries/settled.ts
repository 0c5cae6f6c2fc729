import type { Condition, Members } from '../../engine/document/condition.ts';

/** What stands for a name until it is known what may be named. */
const LATER = /^later-(\d+)$/;

const alwaysOn: Condition = { parameter: 'switch', operator: 'equal', value: true };

function wordOf(node: Condition): string {
  if ('fact' in node) return node.fact;
  if ('condition' in node) return node.condition;
  if ('parameter' in node) return node.parameter;
  if ('atLeast' in node) return 'at-least';
  return (['all', 'any', 'not', 'some', 'every'] as const).find((key) => key in node) ?? '';
}

/** Gives what was generated blindly its names: a reference one of those allowed, and a place an id of its own where two would share one. */
export class Settler {
  readonly #taken = new Set<string>();

  /** The condition with its references among `allowed` and no id used twice; `id` is that of its place. */
  settle(node: Condition, id: string, allowed: readonly string[]): Condition {
    const named = this.#named(node, allowed);
    const own = this.#free(id);
    const below = this.#below(named, own, allowed);
    return own === id ? below : { ...below, id: own };
  }

  #free(id: string): string {
    let free = id;
    for (let copy = 2; this.#taken.has(free); copy += 1) free = `${id}-${copy}`;
    this.#taken.add(free);
    return free;
  }

  #named(node: Condition, allowed: readonly string[]): Condition {
    const at = 'condition' in node ? LATER.exec(node.condition)?.[1] : undefined;
    if (at === undefined) return node;
    const name = allowed[Number(at) % Math.max(1, allowed.length)];
    return name === undefined ? alwaysOn : { ...node, condition: name };
  }

  #below(node: Condition, id: string, allowed: readonly string[]): Condition {
    const one = (child: Condition): Condition => {
      const named = this.#named(child, allowed);
      return this.settle(named, `${id}.${wordOf(named)}`, allowed);
    };
    const range = (members: Members, slot: string): Members =>
      members.where === undefined
        ? members
        : { ...members, where: this.settle(members.where, `${id}.${slot}`, allowed) };
    if ('all' in node) return { ...node, all: node.all.map(one) };
    if ('any' in node) return { ...node, any: node.any.map(one) };
    if ('not' in node) return { ...node, not: one(node.not) };
    if ('some' in node) return { ...node, some: range(node.some, 'where'), satisfies: one(node.satisfies) };
    if ('every' in node)
      return { ...node, every: range(node.every, 'where'), satisfies: one(node.satisfies) };
    if (!('atLeast' in node)) return node;
    const of = node.of.map(one);
    if (node.cap === undefined) return { ...node, of };
    return { ...node, of, cap: { ...node.cap, members: range(node.cap.members, 'cap.where') } };
  }
}
