import type { CompiledRuleset } from '../../engine/decide/compile.ts';
import { ELIGIBILITY } from '../../engine/decide/slots.ts';
import type { Condition, Members } from '../../engine/document/condition.ts';
import type { Outcome } from '../../engine/document/outcome.ts';
import type { Ruleset } from '../../engine/document/ruleset.ts';
import { MET, NOT_APPLICABLE, NOT_MET, UNKNOWN, type VerdictSet } from '../../engine/verdict.ts';

// Which verdicts each place of a ruleset can have at all, if what lies below it were independent: an upper bound.

const open = MET | NOT_MET | UNKNOWN;

interface Context {
  readonly ruleset: Ruleset;
  /** Verdicts seen at a place that compares a parameter with a value: no family changes it. */
  readonly settings: (condition: Condition) => VerdictSet;
  readonly owners: Map<string, VerdictSet>;
}

function ofFact(id: string, { ruleset }: Context): VerdictSet {
  const fact = ruleset.facts[id];
  if (fact === undefined) return 0;
  if ('ratio' in fact || 'reduction' in fact) return open | NOT_APPLICABLE;
  return 'claimed' in fact || 'dated' in fact ? MET | NOT_MET : open;
}

/** `any` over children whose verdicts may be these; `all` where `settles` is `NOT_MET`. */
function folded(sets: readonly VerdictSet[], settles: typeof MET | typeof NOT_MET): VerdictSet {
  const other = settles === MET ? NOT_MET : MET;
  const each = (bits: VerdictSet) => sets.every((set) => (set & bits) !== 0);
  const some = (bits: VerdictSet) => sets.some((set) => (set & bits) !== 0);
  return (
    (some(settles) ? settles : 0) |
    (each(other | NOT_APPLICABLE) && some(other) ? other : 0) |
    (each(other | UNKNOWN | NOT_APPLICABLE) && some(UNKNOWN) ? UNKNOWN : 0) |
    (each(NOT_APPLICABLE) ? NOT_APPLICABLE : 0)
  );
}

/** Whether it can be unknown whether a member is among those it ranges over. */
function mayRange({ resident, aged, schoolAge, where }: Members): boolean {
  return [resident, aged, schoolAge, where].some((restricts) => restricts !== undefined);
}

function swapped(set: VerdictSet): VerdictSet {
  return (set & (UNKNOWN | NOT_APPLICABLE)) | (set & MET ? NOT_MET : 0) | (set & NOT_MET ? MET : 0);
}

/** What a place's own condition can be. */
function possibleOf(condition: Condition, context: Context): VerdictSet {
  const below = (one: Condition) => possibleOf(one, context);
  if ('all' in condition) return folded(condition.all.map(below), NOT_MET);
  if ('any' in condition) return folded(condition.any.map(below), MET);
  if ('not' in condition) return swapped(below(condition.not));
  if ('atLeast' in condition) {
    const none = condition.of.every((one) => below(one) & NOT_APPLICABLE) ? NOT_APPLICABLE : 0;
    return open | none;
  }
  if ('some' in condition) {
    const found = below(condition.satisfies);
    return found | NOT_MET | (mayRange(condition.some) ? UNKNOWN : 0);
  }
  if ('every' in condition) {
    return below(condition.satisfies) | NOT_APPLICABLE | (mayRange(condition.every) ? UNKNOWN : 0);
  }
  if ('fact' in condition) return ofFact(condition.fact, context);
  return 'condition' in condition ? ofOwner(condition.condition, context) : context.settings(condition);
}

function gated(rule: Pick<Outcome, 'appliesWhen' | 'when'>, own: VerdictSet, context: Context): VerdictSet {
  if (rule.appliesWhen === undefined) return own;
  const gate = possibleOf(rule.appliesWhen, context);
  return (gate & MET ? own : 0) | (gate & UNKNOWN) | (gate & (NOT_MET | NOT_APPLICABLE) ? NOT_APPLICABLE : 0);
}

function ofRule(rule: Pick<Outcome, 'appliesWhen' | 'when' | 'parts'>, context: Context): VerdictSet {
  const parts = rule.parts?.map((part) => ofRule(part, context));
  const when = rule.when === undefined ? 0 : possibleOf(rule.when, context);
  return gated(rule, parts === undefined ? when : folded(parts, NOT_MET), context);
}

function ofOwner(id: string, context: Context): VerdictSet {
  const kept = context.owners.get(id);
  if (kept !== undefined) return kept;
  const { criteria, outcomes } = context.ruleset;
  const rule = criteria.find((one) => one.id === id) ?? outcomes.find((one) => one.id === id);
  const set = rule === undefined ? 0 : ofRule(rule, context);
  context.owners.set(id, set);
  return set;
}

/** The verdicts that each place, criterion, route, eligibility, outcome and part can have, by id; `settings` are those seen. */
export function possibleVerdicts(
  { ruleset, compiler }: CompiledRuleset,
  settings: ReadonlyMap<string, VerdictSet>,
): Map<string, VerdictSet> {
  const at = (condition: Condition) => settings.get(compiler.placeOf(condition).id) ?? 0;
  const context: Context = { ruleset, settings: at, owners: new Map() };
  const parts = ruleset.outcomes.flatMap(({ id, parts: of = [] }) =>
    of.map((part) => ({ ...part, id: `${id}.${part.id}` })),
  );
  const rules = [...ruleset.criteria, ...ruleset.eligibility.routes, ...ruleset.outcomes, ...parts];
  return new Map([
    ...compiler.slots.places.map(({ id, condition }) => [id, possibleOf(condition, context)] as const),
    ...rules.map((rule) => [rule.id, ofRule(rule, context)] as const),
    [
      ELIGIBILITY,
      folded(
        ruleset.eligibility.routes.map((route) => ofRule(route, context)),
        MET,
      ),
    ],
  ]);
}
