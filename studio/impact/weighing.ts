import type { Rules } from '../decide/asked.ts';
import {
  changesBetween,
  compileChecked,
  type Day,
  type Family,
  familyParser,
  parseDay,
  verdictReader,
  type VerdictsOnly,
} from '../engine.ts';
import { isObject } from '../family/family-document.ts';
import { isClearlySame } from './clearly-same.ts';
import { type AreaMoved, type Summed, Sums } from './sums.ts';

/** What a draft comes to over a cohort, beside the version that it was made from. */
export interface Impact extends Summed {
  readonly areas: readonly AreaMoved[];
  /** Ids of families that are told something different, in the order of the cohort: the first of them. */
  readonly moved: readonly string[];
  /** Families that one of the two cannot read. */
  readonly wrong: number;
}

/** What the worker is told. Families come once, in pieces; rules whenever they change. */
export type ToWeigher =
  | { readonly kind: 'begin' }
  | { readonly kind: 'families'; readonly lines: readonly string[] }
  | { readonly kind: 'rules'; readonly side: 'before' | 'after'; readonly rules: Rules }
  | { readonly kind: 'weigh'; readonly number: number; readonly asOf: string }
  | { readonly kind: 'give'; readonly family: string };

export interface Weighed {
  readonly kind: 'weighed';
  readonly number: number;
  readonly impact: Impact;
}

/** One family of the cohort as it was sent, by its id; undefined where there is none. */
export interface Given {
  readonly kind: 'given';
  readonly id: string;
  readonly document: unknown;
}

export type FromWeigher = Weighed | Given;

/** A family as it was sent, and as each side reads it. */
interface Sent {
  readonly document: unknown;
}

/** Families gone through between two looks at whether something else is asked by now. */
const together = 250;
/** Families that are named, at most. */
const mostNamed = 1000;

/** One of the two rules: how they read families, and what they decide. */
class Side {
  readonly key: string;
  private readonly vocabulary: string;
  private readonly parse: ReturnType<typeof familyParser>;
  private readonly read: ReturnType<typeof verdictReader>;
  private readonly decided = new WeakMap<
    Sent,
    { readonly asOf: Day; readonly verdicts: VerdictsOnly | undefined }
  >();
  private readonly families: WeakMap<Sent, Family | undefined>;

  constructor({ key, checked }: Rules, before: Side | undefined) {
    this.key = key;
    this.parse = familyParser(checked.vocabulary);
    this.read = verdictReader(compileChecked(checked));
    this.vocabulary = JSON.stringify(checked.vocabulary);
    // because a family is read by a vocabulary, which a change of the rules leaves as it was
    this.families = before?.vocabulary === this.vocabulary ? before.families : new WeakMap();
  }

  /** Undefined where these rules cannot read the family. */
  verdicts(sent: Sent, asOf: Day): VerdictsOnly | undefined {
    const held = this.decided.get(sent);
    if (held?.asOf === asOf) return held.verdicts;
    const family = this.family(sent);
    const verdicts = family && this.read(family, { asOf });
    this.decided.set(sent, { asOf, verdicts });
    return verdicts;
  }

  private family(sent: Sent): Family | undefined {
    if (this.families.has(sent)) return this.families.get(sent);
    const parsed = this.parse(sent.document);
    const family = parsed.ok ? parsed.value : undefined;
    this.families.set(sent, family);
    return family;
  }
}

/** Weighs rules over families: what one side says that the other does not, in turns that something newer may end. */
export class Weigher {
  private families: Sent[] = [];
  private readonly sides: { before?: Side; after?: Side } = {};

  begin(): void {
    this.families = [];
  }

  add(lines: readonly string[]): void {
    for (const line of lines) this.families.push({ document: JSON.parse(line) as unknown });
  }

  /** The family of that id as it was sent. */
  given(id: string): unknown {
    return this.families.find((sent) => isObject(sent.document) && sent.document['id'] === id)?.document;
  }

  learn(side: 'before' | 'after', rules: Rules): void {
    const held = this.sides[side];
    if (held?.key !== rules.key) this.sides[side] = new Side(rules, held);
  }

  /** Gives nothing between turns, and the impact at the end. */
  *weigh(day: string): Generator<undefined, Impact | undefined> {
    const { before, after } = this.sides;
    const asOf = parseDay(day);
    if (before === undefined || after === undefined || asOf === undefined) return undefined;
    const sums = new Sums();
    const moved: string[] = [];
    let wrong = 0;
    for (const [at, sent] of this.families.entries()) {
      if (at > 0 && at % together === 0) yield undefined;
      const [left, right] = [before.verdicts(sent, asOf), after.verdicts(sent, asOf)];
      if (left === undefined || right === undefined) {
        wrong += 1;
        continue;
      }
      const isChanged = !isClearlySame(left, right) && changesBetween(left, right).length > 0;
      const { id, localAuthority } = named(sent);
      sums.add({ left, right, isChanged, area: localAuthority });
      if (isChanged && moved.length < mostNamed) moved.push(id);
    }
    return { ...sums.summed(), areas: sums.areas(), moved, wrong };
  }
}

// because what a side could read has both
const named = ({ document }: Sent) => document as { readonly id: string; readonly localAuthority: string };
