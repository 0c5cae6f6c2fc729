import type { Condition, Members } from '../document/condition.ts';
import { placesOf } from '../document/places.ts';
import type { Ruleset } from '../document/ruleset.ts';
import { at, type ComputedFacts, type RangeAnswer } from './computed.ts';
import { atLeast } from './counting.ts';
import * as fold from './folds.ts';
import { comparison, setting } from './leaves.ts';
import { all, any, not, said, type Logic, type Node } from './logic.ts';
import type { RuleBook, VerdictRules } from './rule-book.ts';

/** Whose eyes a place is read with, one member's or the family's, and whether it is judged then at all. */
export interface Stand {
  readonly member: string | undefined;
  readonly judged: Logic;
}

export const FAMILY: Stand = { member: undefined, judged: true };

type AtLeast = Extract<Condition, { atLeast: unknown }>;
type Quantifier = Extract<Condition, { satisfies: unknown }>;

/** A capped `atLeast`, and every stand it is read from. */
export interface Capped {
  readonly id: string;
  readonly condition: AtLeast;
  readonly cap: NonNullable<AtLeast['cap']>;
  readonly stands: Stand[];
}

/** The id of every place of a ruleset, found once. */
const idsIn = new WeakMap<Ruleset, ReadonlyMap<Condition, string>>();

function idsOf(ruleset: Ruleset): ReadonlyMap<Condition, string> {
  const found = idsIn.get(ruleset) ?? new Map(placesOf(ruleset).map(({ condition, id }) => [condition, id]));
  idsIn.set(ruleset, found);
  return found;
}

/** Writes the rules of every place of a ruleset; what is capped is left for when all places are written. */
export class Walk {
  readonly book: RuleBook;
  readonly ruleset: Ruleset;
  readonly facts: ComputedFacts;
  readonly capped = new Map<string, Capped>();
  /** Of every quantifier the members who range or may, by its id. */
  readonly ranged = new Map<string, ReadonlyMap<string, fold.Ranged>>();
  private readonly ids: ReadonlyMap<Condition, string>;

  constructor(book: RuleBook, ruleset: Ruleset, facts: ComputedFacts) {
    this.book = book;
    this.ruleset = ruleset;
    this.facts = facts;
    this.ids = idsOf(ruleset);
  }

  idOf(condition: Condition): string {
    const id = this.ids.get(condition);
    if (id === undefined) throw new Error('invariant: every condition of a checked ruleset has a place');
    return id;
  }

  /** The fact that holds a place's verdict. */
  nodeOf(condition: Condition, member: string | undefined): string {
    const id = this.idOf(condition);
    return member === undefined ? id : `${id}@${member}`;
  }

  /** What was written of a place. */
  at(condition: Condition, member: string | undefined): Node {
    return this.book.at(this.nodeOf(condition, member));
  }

  /** Writes a place and all below it. */
  place(condition: Condition, stand: Stand): Node {
    const node = this.nodeOf(condition, stand.member);
    if ('atLeast' in condition && condition.cap !== undefined) {
      this.places(condition.of, stand);
      const { cap } = condition;
      const id = this.idOf(condition);
      const before = this.capped.get(id)?.stands ?? [];
      this.capped.set(id, { id, condition, cap, stands: [...before, stand] });
      return this.book.at(node);
    }
    return this.book.node(node, this.rulesOf(condition, node, stand), stand.judged);
  }

  /** Who is in a range: surely, surely not, or perhaps. Its `where` is judged for everybody who belongs to the family. */
  range(
    members: Members,
    name: string,
    { member, own, judged }: { member: string; own: RangeAnswer; judged: Logic },
  ): Omit<fold.Ranged, 'node'> {
    const where = members.where && this.place(members.where, { member, judged });
    const { book } = this;
    if (where === undefined) return { sure: own === 'met', out: own === 'not-met' };
    return {
      sure: book.step(`sure ${name}`, all([own === 'met', said(where, 'met')])),
      out: book.step(`out ${name}`, any([own === 'not-met', said(where, 'not-met', 'not-applicable')])),
    };
  }

  private places(conditions: readonly Condition[], stand: Stand): Node[] {
    return conditions.map((condition) => this.place(condition, stand));
  }

  private quantifier(condition: Quantifier): fold.Ranged[] {
    const id = this.idOf(condition);
    const members = 'some' in condition ? condition.some : condition.every;
    const found = new Map<string, fold.Ranged>();
    for (const member of this.facts.members) {
      const name = `${id}@${member}`;
      const own = at(this.facts.ranges, name);
      if (own === undefined) continue;
      const { sure, out } = this.range(members, name, { member, own, judged: true });
      if (own === 'not-met') continue;
      const node = this.place(condition.satisfies, { member, judged: not(out) });
      found.set(member, { sure, out, node });
    }
    this.ranged.set(id, found);
    return [...found.values()];
  }

  private rulesOf(condition: Condition, node: string, stand: Stand): VerdictRules {
    const { book, facts, ruleset } = this;
    if ('all' in condition) return fold.allOf(this.places(condition.all, stand));
    if ('any' in condition) return fold.anyOf(this.places(condition.any, stand));
    if ('not' in condition) return fold.negation(this.place(condition.not, stand));
    if ('atLeast' in condition) {
      const nodes = this.places(condition.of, stand);
      const needed = at(facts.needed, this.idOf(condition));
      const enough = (tag: string, ...verdicts: readonly string[]) =>
        needed !== undefined &&
        atLeast(book, `${tag} ${node}`, { of: nodes.map((it) => said(it, ...verdicts)), needed });
      const couldBe = needed === undefined || enough('met or unknown', 'met', 'unknown');
      return fold.counted(nodes, enough('met', 'met'), couldBe);
    }
    if ('some' in condition) return fold.someMember(this.quantifier(condition));
    if ('every' in condition) return fold.everyMember(this.quantifier(condition));
    if ('condition' in condition) return fold.copy(book.at(condition.condition));
    if ('parameter' in condition) return setting(book, node, { condition, held: at(facts.settings, node) });
    const fact = ruleset.facts[condition.fact];
    if (fact === undefined) throw new Error('invariant: a checked ruleset declares every fact');
    const { value } = condition;
    const unit = typeof value === 'object' ? ruleset.parameters[value.parameter]?.unit : undefined;
    return comparison(book, node, { condition, fact, unit, found: at(facts.comparisons, node) });
  }
}
