import type { Question } from '../decide/evaluate.ts';
import { ELIGIBILITY } from '../decide/slots.ts';
import type { Family } from '../family/family.ts';
import type { Change } from '../review/compare.ts';
import { anyOf, verdictOf, type Bit, type VerdictSet } from '../verdict.ts';
import { paying, type Block } from './blocks.ts';
import { routesIn } from './mix.ts';
import type { Mixed } from './mixed.ts';
import { taken, type Chosen } from './numbered.ts';
import { sideOf, type Judged } from './slices.ts';

/** One family, as each version's vocabulary reads it, and what is asked. */
export interface Asked {
  readonly was: Family;
  readonly now: Family;
  readonly question: Question;
}

/** What a mix says of a family; undefined where it is no valid ruleset. */
export type Said = Change['from'] | undefined;

/** A family under any mix of two versions: what was judged for one set of edits serves all that agree on the same rule. */
export class View {
  private readonly judged = new Map<string, Judged | undefined>();
  private readonly mixed: Mixed;
  readonly asked: Asked;

  constructor(mixed: Mixed, asked: Asked) {
    this.mixed = mixed;
    this.asked = asked;
  }

  /** A block's verdicts; undefined where the edits make no valid ruleset. `above` are those that wait for it. */
  block(block: Block, chosen: Chosen, above: readonly Block[] = []): Judged | undefined {
    const { key, slice } = this.mixed.slice(block, chosen);
    if (slice === undefined || above.some(({ kind, id }) => kind === block.kind && id === block.id))
      return undefined;
    const given = new Map<string, Bit>();
    const waiting = [...above, block];
    if (block.kind === 'payments') {
      const eligible = this.eligibility(chosen, waiting);
      if (eligible === undefined) return undefined;
      given.set(ELIGIBILITY, eligible.bit);
    }
    for (const id of slice.refersTo) {
      const other = this.named(id, chosen);
      const bit = other && this.block(other, chosen, waiting)?.bits.get(id);
      if (bit === undefined) return undefined;
      given.set(id, bit);
    }
    const whole = `${key}|${[...given.values()].join('')}`;
    if (!this.judged.has(whole)) {
      const { sides } = this.mixed;
      const { vocabulary } = sides;
      const family = sideOf(sides, vocabulary, chosen) === sides.now ? this.asked.now : this.asked.was;
      this.judged.set(
        whole,
        this.mixed.orNone(chosen, () => slice.judge(family, this.asked.question, given)),
      );
    }
    return this.judged.get(whole);
  }

  /** What a mix says at a path of `changesBetween`: null where it has no such thing. */
  at(path: readonly string[], chosen: Chosen): Said {
    const [what = '', id = '', key = '', part = ''] = path;
    switch (what) {
      case 'criteria':
        return this.verdict({ kind: 'criterion', id }, id, chosen);
      case 'outcomes':
        return this.verdict({ kind: 'outcome', id }, key === 'parts' ? `${id}.${part}` : id, chosen);
      case 'eligibility':
        return this.ofEligibility(path, chosen);
      default:
        return this.ofPayments(path, chosen);
    }
  }

  private named(id: string, chosen: Chosen): Block | undefined {
    const { criteria, outcomes } = this.mixed.sides.mixture;
    const there = (held: ReturnType<typeof criteria.get> | ReturnType<typeof outcomes.get>) =>
      held !== undefined && taken<unknown>(held, chosen) !== undefined;
    if (there(criteria.get(id))) return { kind: 'criterion', id };
    return there(outcomes.get(id)) ? { kind: 'outcome', id } : undefined;
  }

  private verdict(block: Block, id: string, chosen: Chosen): Said {
    const { criteria, outcomes } = this.mixed.sides.mixture;
    const held = block.kind === 'criterion' ? criteria.get(block.id) : outcomes.get(block.id);
    if (held === undefined || taken<unknown>(held, chosen) === undefined) return null;
    const judged = this.block(block, chosen);
    if (judged === undefined) return undefined;
    const bit = judged.bits.get(id);
    return bit === undefined ? null : verdictOf(bit);
  }

  private eligibility(chosen: Chosen, above: readonly Block[] = []) {
    let present: VerdictSet = 0;
    const routes: { id: string; bit: Bit }[] = [];
    for (const id of routesIn(this.mixed.sides.mixture, chosen)) {
      const bit = this.block({ kind: 'route', id }, chosen, above)?.bits.get(id);
      if (bit === undefined) return undefined;
      present |= bit;
      routes.push({ id, bit });
    }
    return routes.length === 0 ? undefined : { bit: anyOf(present), routes };
  }

  private ofEligibility([, key, id]: readonly string[], chosen: Chosen): Said {
    const eligible = this.eligibility(chosen);
    if (eligible === undefined) return undefined;
    if (key === 'verdict') return verdictOf(eligible.bit);
    if (key === 'route') return eligible.routes.find(({ bit }) => verdictOf(bit) === 'met')?.id ?? null;
    const route = eligible.routes.find((one) => one.id === id);
    return route === undefined ? null : verdictOf(route.bit);
  }

  private ofPayments([what, id, key]: readonly string[], chosen: Chosen): Said {
    const judged = this.block(paying, chosen);
    if (judged === undefined) return undefined;
    const { dues } = judged;
    if (what === 'totalDuePence') return dues.reduce((sum, { due }) => sum + due, 0);
    if (what === 'totalPossiblePence') return dues.reduce((sum, { possible }) => sum + possible, 0);
    const payment = dues.find((one) => one.id === id);
    if (payment === undefined) return null;
    if (key === 'verdict') return verdictOf(payment.bit);
    if (key === 'ratePence') return payment.rate;
    return key === 'duePence' ? payment.due : payment.possible;
  }
}
