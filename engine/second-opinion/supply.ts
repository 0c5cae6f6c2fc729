import type { Condition } from '../document/condition.ts';
import { at } from './computed.ts';
import { atLeast } from './counting.ts';
import { counted } from './folds.ts';
import { all, any, not, said, type Logic, type Node } from './logic.ts';
import type { Capped, Stand, Walk } from './walk.ts';

/** The most sets of conditions that are written out for one place; beyond it the engine's verdict is taken as given. */
export const MOST_SETS = 1000;

/** Known supply counts what is met; possible supply also what is unknown. */
type Supply = 'known' | 'possible';

/** A member's id, or undefined for the family as a whole, whom no cap limits. */
type Supplier = string | undefined;

/** Reads who supplies a condition, from the rules that are already written. */
class Suppliers {
  private readonly walk: Walk;
  private readonly supply: Supply;

  constructor(walk: Walk, supply: Supply) {
    this.walk = walk;
    this.supply = supply;
  }

  /** Whether a verdict supplies at all. */
  gives(node: Node): Logic {
    return this.supply === 'known' ? said(node, 'met') : said(node, 'met', 'unknown');
  }

  /** Whether a condition that is, or may be, met is so by this supplier. */
  by(condition: Condition, member: string | undefined, supplier: Supplier): Logic {
    if ('all' in condition) return this.together(condition.all, member, supplier);
    if ('any' in condition) return this.together(condition.any, member, supplier);
    if ('atLeast' in condition) return this.together(condition.of, member, supplier);
    if ('some' in condition) {
      const seen =
        supplier === undefined ? undefined : this.walk.ranged.get(this.walk.idOf(condition))?.get(supplier);
      if (seen === undefined) return false;
      return all([this.supply === 'known' ? seen.sure : not(seen.out), this.gives(seen.node)]);
    }
    const criterion =
      'condition' in condition
        ? this.walk.ruleset.criteria.find(({ id }) => id === condition.condition)
        : undefined;
    return criterion === undefined ? member === supplier : this.named(criterion.when, supplier);
  }

  /** What a criterion rests on, as a step: several conditions may refer to it. */
  private named(condition: Condition, supplier: Supplier): Logic {
    const name = `${this.supply} supply of ${this.walk.idOf(condition)} by ${supplier ?? ''}`;
    return this.walk.book.step(name, this.by(condition, undefined, supplier));
  }

  private together(children: readonly Condition[], member: string | undefined, supplier: Supplier): Logic {
    return any(
      children.map((child) =>
        all([this.gives(this.walk.at(child, member)), this.by(child, member, supplier)]),
      ),
    );
  }
}

/** Sets of at most so many of these; undefined where there are too many to write out. */
function setsOf<T>(things: readonly T[], most: number): T[][] | undefined {
  let sets: T[][] = [[]];
  for (const thing of things) {
    sets = [...sets, ...sets.filter((set) => set.length < most).map((set) => [...set, thing])];
    if (sets.length > MOST_SETS) return undefined;
  }
  return sets;
}

interface Caps {
  /** Whom the cap surely limits: they are limited in possible supply. */
  readonly surely: ReadonlyMap<string, Logic>;
  /** Whom it limits or may: they are limited in known supply. */
  readonly maybe: ReadonlyMap<string, Logic>;
}

/** One capped `atLeast`, read from one stand. */
interface Seen {
  readonly capped: Capped;
  readonly stand: Stand;
  readonly node: string;
}

interface Asked extends Seen {
  readonly needed: number;
  readonly atMost: number;
  /** Members whom the cap limits, in this kind of supply. */
  readonly limited: ReadonlyMap<string, Logic>;
}

/** By condition, when each supplier supplies it: those who never do are not there. */
type Supplied = readonly ReadonlyMap<Supplier, Logic>[];

function suppliedBy(walk: Walk, supply: Supply, { capped, stand, node }: Seen): Supplied {
  const suppliers = new Suppliers(walk, supply);
  return capped.condition.of.map((child, index) => {
    const gives = suppliers.gives(walk.at(child, stand.member));
    const by = [undefined, ...walk.facts.members].flatMap((supplier): [Supplier, Logic][] => {
      const supplies = all([gives, suppliers.by(child, stand.member, supplier)]);
      const name = `${supply} supply of ${index + 1} in ${node} by ${supplier ?? ''}`;
      return supplies === false ? [] : [[supplier, walk.book.step(name, supplies)]];
    });
    return new Map(by);
  });
}

/**
 * Whether so many conditions can each be given a supplier with no limited member used more than `atMost` times. By
 * König's theorem they can, exactly if of every set of the conditions so many can do without, or so many can be served
 * by those who supply any of them: by somebody whom no cap limits, or by enough members `atMost` times each.
 */
function served(walk: Walk, supply: Supply, asked: Asked): Logic | undefined {
  const { node, needed, atMost, limited } = asked;
  const conditions = suppliedBy(walk, supply, asked);
  const without = setsOf(conditions, needed - 1);
  if (without === undefined) return undefined;
  const enoughFor = (left: Supplied, at: number): Logic => {
    const of = [undefined, ...walk.facts.members].map((supplier) => {
      const supplies = any(left.flatMap((by) => by.get(supplier) ?? []));
      const name = `${supply} supply of set ${at + 1} in ${node} by ${supplier ?? ''}`;
      return { supplier, supplies: walk.book.step(name, supplies) };
    });
    const free = of.map(({ supplier, supplies }) =>
      all([supplies, not((supplier !== undefined && limited.get(supplier)) || false)]),
    );
    const times = Math.ceil((needed - (conditions.length - left.length)) / atMost);
    const enough = atLeast(walk.book, `${supply} supply of set ${at + 1} in ${node}`, {
      of: of.map(({ supplies }) => supplies),
      needed: times,
    });
    return any([...free, enough]);
  };
  return all(
    without.map((set, at) =>
      enoughFor(
        conditions.filter((condition) => !set.includes(condition)),
        at,
      ),
    ),
  );
}

/** Writes the rules of one capped `atLeast`; false where its verdict has to be taken as given. */
function written(walk: Walk, seen: Seen, { surely, maybe }: Caps): boolean {
  const { capped, stand, node } = seen;
  const needed = at(walk.facts.needed, capped.id);
  const atMost = at(walk.facts.atMost, capped.id);
  const nodes = capped.condition.of.map((child) => walk.at(child, stand.member));
  if (needed === undefined || atMost === undefined) {
    walk.book.node(node, counted(nodes, false, true), stand.judged);
    return true;
  }
  const enough = served(walk, 'known', { ...seen, needed, atMost, limited: maybe });
  const couldBe = served(walk, 'possible', { ...seen, needed, atMost, limited: surely });
  if (enough === undefined || couldBe === undefined) return false;
  walk.book.node(node, counted(nodes, enough, couldBe), stand.judged);
  return true;
}

function capsOf(walk: Walk, { id, cap, stands }: Capped): Caps {
  const judged = any(stands.map((stand) => stand.judged));
  const surely = new Map<string, Logic>();
  const maybe = new Map<string, Logic>();
  for (const member of walk.facts.members) {
    const own = at(walk.facts.caps, `${id}@${member}`);
    if (own === undefined) continue;
    const { sure, out } = walk.range(cap.members, `cap of ${id}@${member}`, { member, own, judged });
    if (sure !== false) surely.set(member, sure);
    if (out !== true) maybe.set(member, not(out));
  }
  return { surely, maybe };
}

/** Writes every capped `atLeast`, once all else is written; gives the nodes whose verdicts have to be taken as given. */
export function writeCapped(walk: Walk): string[] {
  const taken: string[] = [];
  // because the `where` of a cap may hold another: a map also gives what is added meanwhile
  for (const capped of walk.capped.values()) {
    const caps = capsOf(walk, capped);
    for (const stand of capped.stands) {
      const node = walk.nodeOf(capped.condition, stand.member);
      if (!written(walk, { capped, stand, node }, caps)) taken.push(node);
    }
  }
  return taken;
}
