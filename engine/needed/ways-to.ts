import type { Condition } from '../document/condition.ts';
import type { Outcome } from '../document/outcome.ts';
import { FAMILY } from '../decide/run.ts';
import { ELIGIBILITY } from '../decide/slots.ts';
import type { Deciding } from '../explain/deciding.ts';
import { MET, NOT_APPLICABLE, NOT_MET, UNKNOWN, type Bit } from '../verdict.ts';
import type { Changes, Ground } from './changes.ts';
import { joining, none, nothing, type Joining, type Ways } from './sets.ts';

/** The ways kept at every step. */
export const MOST_WAYS = 64;

type Wanted = typeof MET | typeof NOT_MET;
type Of<K extends string> = Extract<Condition, Record<K, unknown>>;
interface At {
  readonly member: number;
  readonly want: Wanted;
}

const other = (want: Wanted): Wanted => (want === MET ? NOT_MET : MET);

/** One of the things that a fold takes. */
interface Below {
  readonly bit: Bit | 0;
  readonly to: (want: Wanted) => Ways;
  /** To have it not apply. */
  readonly away: () => Ways;
}

interface Rule {
  readonly appliesWhen?: Condition | undefined;
  readonly when?: Condition | undefined;
}

/** The smallest sets of changes that bring a verdict about, found from the rules downwards. */
export class WaysTo {
  private readonly found = new Map<string, Ways>();
  private readonly ground: Ground;
  private readonly changes: Changes;
  readonly join: Joining;

  constructor(ground: Ground, changes: Changes) {
    this.ground = ground;
    this.changes = changes;
    this.join = joining((at) => changes.list[at]?.kind === 'impossible', MOST_WAYS);
  }

  private bit(id: string, member: number): Bit | 0 {
    return this.ground.compiler.slots.read(this.ground.run, id, member);
  }

  /** To have a criterion, a route, an outcome or eligibility judged so. */
  rule(id: string, want: Wanted): Ways {
    if (this.bit(id, FAMILY) === want) return nothing;
    const key = `${id} ${want}`;
    const ways = this.found.get(key) ?? this.search(id, want);
    this.found.set(key, ways);
    return ways;
  }

  private search(id: string, want: Wanted): Ways {
    const { criteria, eligibility, outcomes } = this.ground.compiler.ruleset;
    if (this.ground.run.overridden.has(id)) return [[this.changes.overridden(id, want)]];
    if (id === ELIGIBILITY)
      return this.fold(
        'any',
        eligibility.routes.map((route) => ({
          bit: this.bit(route.id, FAMILY),
          to: (bit) => this.rule(route.id, bit),
          away: () => none,
        })),
        want,
      );
    const outcome = outcomes.find((one) => one.id === id);
    if (outcome?.parts !== undefined) return this.ofParts(outcome, outcome.parts, want);
    const rule: Rule | undefined =
      outcome ?? criteria.find((one) => one.id === id) ?? eligibility.routes.find((one) => one.id === id);
    return rule === undefined
      ? none
      : this.gated(rule.appliesWhen, () => this.place(rule.when, { member: FAMILY, want }));
  }

  private gated(applies: Condition | undefined, judged: () => Ways): Ways {
    if (applies === undefined) return judged();
    return this.join.together([this.place(applies, { member: FAMILY, want: MET }), judged()]);
  }

  private ofParts(outcome: Outcome, parts: NonNullable<Outcome['parts']>, want: Wanted): Ways {
    const below = parts.map((part) => {
      const id = `${outcome.id}.${part.id}`;
      const away = () => this.shut(id, part.appliesWhen);
      return { bit: this.bit(id, FAMILY), to: (bit: Wanted) => this.part(id, part, bit), away };
    });
    return this.gated(outcome.appliesWhen, () => this.fold('all', below, want));
  }

  private part(id: string, part: Rule, want: Wanted): Ways {
    if (this.bit(id, FAMILY) === want) return nothing;
    if (this.ground.run.overridden.has(id)) return [[this.changes.overridden(id, want)]];
    return this.gated(part.appliesWhen, () => this.place(part.when, { member: FAMILY, want }));
  }

  /** To have what stands behind a gate not apply. */
  private shut(id: string, gate: Condition | undefined): Ways {
    if (this.ground.run.overridden.has(id)) return none;
    return gate === undefined ? none : this.place(gate, { member: FAMILY, want: NOT_MET });
  }

  /** To have a criterion or an outcome not apply. */
  private ruleAway(id: string): Ways {
    const { criteria, outcomes } = this.ground.compiler.ruleset;
    const outcome = outcomes.find((one) => one.id === id);
    const whole = this.shut(id, (outcome ?? criteria.find((one) => one.id === id))?.appliesWhen);
    const parts = (outcome?.parts ?? []).map((part) => {
      const own = `${id}.${part.id}`;
      return this.bit(own, FAMILY) === NOT_APPLICABLE ? nothing : this.shut(own, part.appliesWhen);
    });
    return parts.length === 0 ? whole : this.join.either([whole, this.join.together(parts)]);
  }

  /** To have a place not apply, so that what folds it leaves it out. */
  private away(condition: Condition, member: number): Ways {
    if (this.readPlace(condition, member) === NOT_APPLICABLE) return nothing;
    if ('condition' in condition) return this.ruleAway(condition.condition);
    if ('not' in condition) return this.away(condition.not, member);
    const children = 'all' in condition ? condition.all : 'any' in condition ? condition.any : [];
    return children.length === 0
      ? none
      : this.join.together(children.map((child) => this.away(child, member)));
  }

  /**
   * Where each has to agree, what does not apply is left out, as the fold leaves it out, and one that came not to apply would do.
   * Where one is enough, one that came to apply would do too.
   */
  private fold(kind: 'all' | 'any', below: readonly Below[], want: Wanted): Ways {
    if ((kind === 'all') !== (want === MET)) return this.join.either(below.map(({ to }) => to(want)));
    const live = below.filter(({ bit }) => bit !== NOT_APPLICABLE && bit !== 0);
    // one of those that do not apply has to come to
    if (live.length === 0) return this.join.either(below.map(({ to }) => to(want)));
    return this.join.together(live.map(({ to, away }) => this.join.either([to(want), away()])));
  }

  private children(kind: 'all' | 'any', children: readonly Condition[], at: At): Ways {
    return this.fold(
      kind,
      children.map((child) => ({
        bit: this.readPlace(child, at.member),
        to: (want: Wanted) => this.place(child, { ...at, want }),
        away: () => this.away(child, at.member),
      })),
      at.want,
    );
  }

  private readPlace(condition: Condition, member: number): Bit | 0 {
    const place = this.ground.compiler.placeOf(condition);
    return this.bit(place.id, place.quantified ? member : FAMILY);
  }

  /** To have a place judged so; of no condition there is nothing to bring about. */
  place(condition: Condition | undefined, at: At): Ways {
    if (condition === undefined) return none;
    const bit = this.readPlace(condition, at.member);
    if (bit === at.want) return nothing;
    if (bit === 0) return none;
    if ('all' in condition) return this.children('all', condition.all, at);
    if ('any' in condition) return this.children('any', condition.any, at);
    if ('not' in condition) return this.place(condition.not, { ...at, want: other(at.want) });
    if ('atLeast' in condition) return this.atLeast(condition, at);
    if ('satisfies' in condition) return this.quantifier(condition, at.want);
    if ('condition' in condition) return this.rule(condition.condition, at.want);
    return bit === NOT_APPLICABLE ? none : this.leaf(condition, { ...at, bit });
  }

  private leaf(condition: Condition, { member, want, bit }: At & { readonly bit: Bit }): Ways {
    const { compiler, run } = this.ground;
    const place = compiler.placeOf(condition);
    const own = place.quantified ? member : FAMILY;
    const it: Deciding = { kind: 'fact' in condition ? 'comparison' : 'setting', place, member: own, bit };
    const at = compiler.slots.index(compiler.slots.slot(place.id), run, own);
    return [[this.changes.of(it, { at, bit: want })]];
  }

  private atLeast(condition: Of<'atLeast'>, at: At): Ways {
    const { compiler, run } = this.ground;
    const enough = compiler.parameters.number(condition.atLeast)(run, {
      looksFrom: 'asOf',
      member: at.member,
    });
    const live = condition.of.filter((child) => this.readPlace(child, at.member) !== NOT_APPLICABLE);
    if (enough === undefined) return none;
    // what comes to apply may be one of them
    const of = at.want === MET ? condition.of : live;
    const count = at.want === MET ? enough : live.length - enough + 1;
    if (count < 1 || count > of.length) return none;
    return this.join.someOf(
      count,
      of.map((child) => this.place(child, at)),
    );
  }

  /** To have a member ranged over, or not. */
  private ranging(condition: Of<'satisfies'>, { member, want }: At): Ways {
    const { compiler, run } = this.ground;
    const place = compiler.placeOf(condition);
    const { where } = 'some' in condition ? condition.some : condition.every;
    const at = compiler.slots.rangeIndex(place.id)(run.family.members.length) + member;
    const own = run.bytes[at] ?? 0;
    const known: Ways =
      own === want
        ? nothing
        : own !== UNKNOWN
          ? none
          : [[this.changes.of({ kind: 'may-range', place, member, bit: UNKNOWN }, { at, bit: want })]];
    if (where === undefined) return known;
    const narrower = this.place(where, { member, want });
    return want === MET ? this.join.together([known, narrower]) : this.join.either([known, narrower]);
  }

  private quantifier(condition: Of<'satisfies'>, want: Wanted): Ways {
    const { run, compiler } = this.ground;
    const { id } = compiler.placeOf(condition);
    const ranged = run.family.members.flatMap(({ index: member }) => {
      const bit = run.recorder?.rangeAt(id, member);
      return bit === MET || bit === UNKNOWN ? [{ member, bit }] : [];
    });
    const settles = 'some' in condition === (want === MET);
    const ways = ranged.flatMap(({ member, bit }) => {
      const satisfied = this.readPlace(condition.satisfies, member);
      if (satisfied === NOT_APPLICABLE) return [];
      const judged = this.place(condition.satisfies, { member, want });
      if (bit === MET) return [judged];
      return settles
        ? [this.join.together([judged, this.ranging(condition, { member, want: MET })])]
        : [this.join.either([judged, this.ranging(condition, { member, want: NOT_MET })])];
    });
    if (ways.length === 0) return none;
    return settles ? this.join.either(ways) : this.join.together(ways);
  }
}
