import { checkRuleset } from '../check/check.ts';
import { checkCycles } from '../check/ruleset/cycles.ts';
import { compileChecked, type CompiledRuleset } from '../decide/compile.ts';
import { placesOf } from '../document/places.ts';
import type { Edit } from '../review/edits/edit.ts';
import { bearings, blockKey, routeEdits, type Bearing, type Block } from './blocks.ts';
import { mix, mixtureOf } from './mix.ts';
import { reduced } from './minimal-sets.ts';
import type { Chosen } from './numbered.ts';
import { groundEdits, sideOf, sliceOf, type Sides, type Slice } from './slices.ts';
import { usedIn } from './used.ts';

/** How much is kept of what was compiled, so that a long search does not fill the memory. */
const MOST_SLICES = 2500;
const MOST_WHOLE = 32;

/** The same for the same numbers. */
function keyOf(numbers: readonly number[], chosen: Chosen): string {
  let key = '';
  for (const number of numbers) if (chosen.has(number)) key += `${number} `;
  return key;
}

/** A map that forgets everything when it is full. */
class Bounded<T> {
  private readonly held = new Map<string, T>();
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  get(key: string, make: () => T): T {
    const found = this.held.get(key);
    if (found !== undefined || this.held.has(key)) return found as T;
    const made = make();
    if (this.held.size >= this.most) this.held.clear();
    this.held.set(key, made);
    return made;
  }
}

/** The version before with any of the edits made, a rule at a time or whole. */
export class Mixed {
  readonly sides: Sides;
  readonly bearing: (block: Block) => Bearing;
  /** Numbers of the edits of which routes there are, and in which order. */
  readonly routeEdits: readonly number[];
  /** Numbers of all edits that can decide anything. */
  readonly live: readonly number[];
  private readonly slices = new Bounded<Slice | undefined>(MOST_SLICES);
  private readonly completions = new Bounded<readonly number[] | undefined>(MOST_SLICES);
  private readonly wholes = new Bounded<CompiledRuleset | undefined>(MOST_WHOLE);

  constructor(was: CompiledRuleset, now: CompiledRuleset, edits: readonly Edit[]) {
    const mixture = mixtureOf(was.ruleset, now.ruleset, edits);
    this.sides = { mixture, was, now, ...groundEdits(mixture) };
    this.bearing = bearings(mixture, edits);
    this.routeEdits = routeEdits(mixture, edits);
    this.live = edits.flatMap(({ kind, of, id }, at) => (mixture.numberOf(kind, of, id) === at ? [at] : []));
  }

  /** A block under these edits; undefined where they cannot be made without others. */
  slice(block: Block, chosen: Chosen): { readonly key: string; readonly slice: Slice | undefined } {
    const { direct, within } = this.bearing(block);
    const key = `${blockKey(block)} ${keyOf(direct, chosen)}`;
    return {
      key,
      slice: this.slices.get(key, () =>
        this.orNone(chosen, () => sliceOf(this.sides, block, { within, chosen })),
      ),
    };
  }

  /** The whole ruleset under these edits, checked and compiled; undefined where it is not valid. */
  whole(chosen: Chosen): CompiledRuleset | undefined {
    return this.wholes.get(keyOf(this.live, chosen), () => {
      const document = mix(this.sides.mixture, chosen);
      if (document === undefined || checkCycles({ ruleset: document, places: placesOf(document) }).length > 0)
        return undefined;
      const { vocabulary } = sideOf(this.sides, this.sides.vocabulary, chosen);
      const { calendars } = sideOf(this.sides, this.sides.calendars, chosen);
      const checked = checkRuleset(document, { vocabularies: [vocabulary], calendars });
      return checked.ok ? compileChecked(checked.value) : undefined;
    });
  }

  /** Whether all that is referred to under these edits is there: most sets that are not valid want for that alone. */
  closed(chosen: Chosen): boolean {
    const document = mix(this.sides.mixture, chosen);
    if (document === undefined) return false;
    const { criteria, eligibility, outcomes, payments, facts } = document;
    if (criteria.length === 0 || eligibility.routes.length === 0) return false;
    const there = new Set([...criteria, ...outcomes].map(({ id }) => id));
    const paid = new Set(payments.map(({ id }) => id));
    const { conditions } = usedIn([criteria, eligibility, outcomes, payments], () => []);
    return (
      [...conditions].every((id) => there.has(id)) &&
      Object.values(facts).every((fact) => !('claimed' in fact) || paid.has(fact.claimed))
    );
  }

  /** Edits with others that make them a valid ruleset, of which no other can be left out alone; undefined where none do. */
  completion(set: readonly number[]): readonly number[] | undefined {
    return this.completions.get(set.join(' '), () => {
      const rest = this.live.filter((number) => !set.includes(number));
      for (const fits of [this.closed.bind(this), (all: Chosen) => this.whole(all) !== undefined]) {
        const holds = (more: readonly number[]) => fits(new Set([...set, ...more]));
        if (!holds(rest)) continue;
        const all = [...set, ...reduced(rest, holds)];
        if (this.whole(new Set(all)) !== undefined) return all;
      }
      return undefined;
    });
  }

  /** What is made, or nothing where it cannot be because the ruleset is not valid. Any other error is ours. */
  orNone<T>(chosen: Chosen, make: () => T): T | undefined {
    try {
      return make();
    } catch (error) {
      if (this.whole(chosen) !== undefined) throw error;
      return undefined;
    }
  }
}
