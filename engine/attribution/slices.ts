import { checkCycles } from '../check/ruleset/cycles.ts';
import { compilerOf, compileStep, type CompiledRuleset, type Step } from '../decide/compile.ts';
import { begin, type Question } from '../decide/evaluate.ts';
import { compilePayments, type Due } from '../decide/payments.ts';
import { FAMILY, type Run } from '../decide/run.ts';
import { ELIGIBILITY, type Slots } from '../decide/slots.ts';
import { judgingOrder } from '../decide/order.ts';
import type { Condition } from '../document/condition.ts';
import { placesOf } from '../document/places.ts';
import type { Criterion, Outcome, Route } from '../document/outcome.ts';
import type { Payment, Pot } from '../document/payment.ts';
import type { Ruleset } from '../document/ruleset.ts';
import type { Family } from '../family/family.ts';
import type { Bit } from '../verdict.ts';
import type { Block } from './blocks.ts';
import {
  criterionIn,
  factsFor,
  outcomeIn,
  ownIn,
  ownNumber,
  paymentsIn,
  potsIn,
  routeIn,
  type Mixture,
} from './mix.ts';
import type { Chosen } from './numbered.ts';
import { Unmixable } from './unmixable.ts';
import { usedIn } from './used.ts';

/** The verdicts and amounts of one block. */
export interface Judged {
  /** By id, of a part `outcome.part`. */
  readonly bits: ReadonlyMap<string, Bit>;
  readonly dues: readonly Due[];
}

/** One block under some edits, compiled. */
export interface Slice {
  /** Criteria and outcomes whose verdicts it needs. */
  readonly refersTo: readonly string[];
  readonly judge: (family: Family, question: Question, given: ReadonlyMap<string, Bit>) => Judged;
}

/** Two versions, compiled, and what lies between them. */
export interface Sides {
  readonly mixture: Mixture;
  readonly was: CompiledRuleset;
  readonly now: CompiledRuleset;
  /** The edit by which the calendars or the vocabulary of the version after are taken; undefined where they are the same. */
  readonly calendars: number | undefined;
  readonly vocabulary: number | undefined;
}

export function sideOf({ was, now }: Sides, edit: number | undefined, chosen: Chosen): CompiledRuleset {
  return edit !== undefined && chosen.has(edit) ? now : was;
}

interface Parts {
  readonly criteria: Criterion[];
  readonly routes: Route[];
  readonly outcomes: Outcome[];
  readonly payments: Payment[];
  readonly pots: Pot[];
}

const nothing: Parts = { criteria: [], routes: [], outcomes: [], payments: [], pots: [] };

const some = <T>(one: T | undefined): T[] => (one === undefined ? [] : [one]);

function partsOf(mixture: Mixture, { kind, id }: Block, chosen: Chosen): Parts {
  switch (kind) {
    case 'criterion':
      return { ...nothing, criteria: some(criterionIn(mixture, id, chosen)) };
    case 'route':
      return { ...nothing, routes: some(routeIn(mixture, id, chosen)) };
    case 'outcome':
      return { ...nothing, outcomes: some(outcomeIn(mixture, id, chosen)) };
    case 'payments':
      return { ...nothing, payments: paymentsIn(mixture, chosen), pots: potsIn(mixture, chosen) };
  }
}

/** Stands for a rule that is judged elsewhere, so that its verdict has a slot. */
function standIn(id: string, source: Ruleset['criteria'][number]['source']): Criterion {
  const when: Condition = { any: [] };
  return { id, group: id, label: id, when, source };
}

function verdictsOf(slots: Slots, run: Run, ids: readonly string[]): Map<string, Bit> {
  return new Map(
    ids.flatMap((id): [string, Bit][] => {
      const bit = slots.read(run, id, FAMILY);
      return bit === 0 ? [] : [[id, bit]];
    }),
  );
}

function isCircular(ruleset: Ruleset): boolean {
  return checkCycles({ ruleset, places: placesOf(ruleset) }).length > 0;
}

const idsOf = ({ criteria, routes, outcomes }: Parts) =>
  [...criteria, ...routes, ...outcomes].map(({ id }) => id);

/** Compiles a block as some edits leave it. Throws `Unmixable` where they leave a hole. */
export function sliceOf(
  sides: Sides,
  block: Block,
  at: { within: readonly string[]; chosen: Chosen },
): Slice {
  const { mixture } = sides;
  const { within, chosen } = at;
  const own = partsOf(mixture, block, chosen);
  const beside = within.flatMap((id) => some(criterionIn(mixture, id, chosen)));
  const rules = { ...own, criteria: [...own.criteria, ...beside] };
  const mine = new Set(idsOf(rules));
  const named = usedIn([rules], () => []).conditions;
  const refersTo = [...named].filter((id) => !mine.has(id));
  const { source } = mixture.was.criteria[0] ?? { source: undefined };
  if (source === undefined) throw new Error('invariant: a ruleset has a criterion');
  const ruled = ownIn(mixture, chosen);
  const document: Ruleset = {
    ...mixture.was,
    ...ruled,
    ...rules,
    ...factsFor(mixture, [rules, ruled.zeroBaseline], chosen),
    criteria: [...rules.criteria, ...refersTo.map((id) => standIn(id, source))],
    eligibility: { routes: rules.routes },
  };
  if ([...named].some((id) => mine.has(id)) && isCircular(document)) throw new Unmixable();
  const { vocabulary } = sideOf(sides, sides.vocabulary, chosen);
  const { calendarFor } = sideOf(sides, sides.calendars, chosen);
  const compiler = compilerOf({ ruleset: document, vocabulary });
  const { slots } = compiler;
  const order = judgingOrder(document).filter((id) => mine.has(id));
  const steps = order.map((id): Step => compileStep(compiler, id));
  const pay = block.kind === 'payments' ? compilePayments(compiler) : () => [];
  const parts = own.outcomes.flatMap(({ id, parts: list }) => (list ?? []).map((part) => `${id}.${part.id}`));
  const told = [...idsOf(own), ...parts];
  const inputs = [...refersTo, ELIGIBILITY].map((id) => ({ id, slot: slots.slot(id).at }));
  return {
    refersTo,
    judge: (family, question, given) => {
      const run = begin({ calendar: calendarFor(family.localAuthority), slots }, family, question);
      for (const { id, slot } of inputs) run.bytes[slot] = given.get(id) ?? 0;
      for (const step of steps) step(run);
      const dues = pay(run);
      return { bits: verdictsOf(slots, run, told), dues };
    },
  };
}

/** The edits by which what the versions rest on is taken from one or the other. */
export function groundEdits(mixture: Mixture): {
  vocabulary: number | undefined;
  calendars: number | undefined;
} {
  return { vocabulary: ownNumber(mixture, 'vocabulary'), calendars: ownNumber(mixture, 'calendar') };
}
