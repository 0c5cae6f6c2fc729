import { checkRuleset, type CheckedRuleset, type Library } from '../check/check.ts';
import type { Diagnostic } from '../check/diagnostic.ts';
import type { Calendar } from '../document/calendar.ts';
import type { Outcome } from '../document/outcome.ts';
import type { Ruleset } from '../document/ruleset.ts';
import { ok, type Result } from '../result.ts';
import { schoolAgeTest, termCalendar, type TermCalendar } from '../time/term.ts';
import { allOf, anyOf, bitOf, gated, type Bit, type VerdictSet } from '../verdict.ts';
import type { Compiler } from './compiler.ts';
import { compileJudge } from './conditions.ts';
import { compileFact } from './facts.ts';
import { judgingOrder } from './order.ts';
import { standing } from './overrides.ts';
import { Parameters } from './parameters.ts';
import { compilePayments, type Due } from './payments.ts';
import { FAMILY, type Measure, type Run, type View } from './run.ts';
import { ELIGIBILITY, Slots } from './slots.ts';

/** Judges one criterion, route or outcome and keeps its verdict. */
export type Step = (run: Run) => void;

/** A checked ruleset as closures, ready for any family on any day. */
export interface CompiledRuleset extends CheckedRuleset {
  readonly compiler: Compiler;
  /** Calendars by the authorities that use them; the ruleset's fallback for all others. */
  readonly calendarFor: (localAuthority: string) => TermCalendar;
  /** Judges everything, in an order in which nothing is used before it is judged. */
  readonly judgeAll: (run: Run) => Due[];
}

/** One slot for each different window; none for one that counts from a record, which may be of one member alone. */
function windowSlots(): Compiler['windowSlot'] {
  const slots = new Map<string, number>();
  return (window) => {
    const anchors = ['since', 'after', 'before', 'on', 'notBefore'].map((key): unknown =>
      Reflect.get(window, key),
    );
    if (anchors.some((anchor) => typeof anchor === 'object')) return undefined;
    const text = JSON.stringify(window);
    const slot = slots.get(text) ?? slots.size;
    slots.set(text, slot);
    return slot;
  };
}

/** What the rules of a ruleset are compiled with, each when it is asked for. */
export function compilerOf({
  ruleset,
  vocabulary,
}: Pick<CheckedRuleset, 'ruleset' | 'vocabulary'>): Compiler {
  const slots = new Slots(ruleset);
  const places = new Map(slots.places.map((place) => [place.condition, place]));
  const measures = new Map<string, Measure>();
  const leapBirthday = ruleset.leapBirthday ?? '1-march';
  const compiler: Compiler = {
    ruleset,
    vocabulary,
    slots,
    parameters: new Parameters(ruleset),
    monthEnd: ruleset.monthEnd,
    leapBirthday,
    windowSlot: windowSlots(),
    ofSchoolAge: schoolAgeTest(vocabulary.schoolAge, leapBirthday),
    placeOf: (condition) => {
      const place = places.get(condition);
      if (place === undefined) throw new Error('invariant: every condition of a checked ruleset has a place');
      return place;
    },
    fact: (id) => {
      const measure = measures.get(id) ?? compileFact(compiler, id);
      measures.set(id, measure);
      return measure;
    },
    judge: (condition) => compileJudge(compiler, condition),
  };
  return compiler;
}

type Rule = Pick<Outcome, 'appliesWhen' | 'when'>;

/** A rule under its gate. Both are judged, so that every place has its verdict. */
function compileRule(compiler: Compiler, rule: Rule, view: View): ((run: Run) => Bit) | undefined {
  const when = rule.when && compiler.judge(rule.when);
  const applies = rule.appliesWhen && compiler.judge(rule.appliesWhen);
  if (when === undefined) return undefined;
  if (applies === undefined) return (run) => when(run, view);
  return (run) => gated(applies(run, view), when(run, view));
}

function keeper(compiler: Compiler, id: string): (run: Run, bit: Bit) => void {
  const { at } = compiler.slots.slot(id);
  return (run, bit) => {
    run.bytes[at] = bit;
  };
}

function compileOutcome(compiler: Compiler, outcome: Outcome): Step {
  const view: View = { looksFrom: outcome.looksFrom ?? 'asOf', member: FAMILY };
  const { ruleset } = compiler;
  const settle = (run: Run, part: string | null, own: Bit): Bit => {
    const override = standing(ruleset, run, { outcome, part });
    if (override === undefined) return own;
    run.overridden.set(part === null ? outcome.id : `${outcome.id}.${part}`, own);
    return bitOf(override.verdict);
  };
  const parts = (outcome.parts ?? []).flatMap((part) => {
    const judge = compileRule(compiler, part, view);
    return judge === undefined
      ? []
      : [{ id: part.id, judge, keep: keeper(compiler, `${outcome.id}.${part.id}`) }];
  });
  const whole = compileRule(compiler, outcome, view);
  const applies = outcome.parts && outcome.appliesWhen && compiler.judge(outcome.appliesWhen);
  const keep = keeper(compiler, outcome.id);
  return (run) => {
    let present: VerdictSet = 0;
    for (const part of parts) {
      const bit = settle(run, part.id, part.judge(run));
      part.keep(run, bit);
      present |= bit;
    }
    const judged = whole === undefined ? allOf(present) : whole(run);
    keep(run, settle(run, null, applies === undefined ? judged : gated(applies(run, view), judged)));
  };
}

/** One criterion, route or outcome by its id. */
export function compileStep(compiler: Compiler, id: string): Step {
  const { criteria, eligibility, outcomes } = compiler.ruleset;
  const outcome = outcomes.find((it) => it.id === id);
  if (outcome !== undefined) return compileOutcome(compiler, outcome);
  const criterion = criteria.find((it) => it.id === id);
  const rule: Rule | undefined = criterion ?? eligibility.routes.find((it) => it.id === id);
  const judge =
    rule && compileRule(compiler, rule, { looksFrom: criterion?.looksFrom ?? 'attachment', member: FAMILY });
  if (judge === undefined) throw new Error(`invariant: ${id} is a criterion, a route or an outcome`);
  const keep = keeper(compiler, id);
  return (run) => {
    keep(run, judge(run));
  };
}

function compileAll(compiler: Compiler, ruleset: Ruleset): (run: Run) => Due[] {
  const steps = judgingOrder(ruleset).map((id) => compileStep(compiler, id));
  const routes = ruleset.eligibility.routes.map(({ id }) => compiler.slots.slot(id).at);
  const keepEligibility = keeper(compiler, ELIGIBILITY);
  const pay = compilePayments(compiler);
  return (run) => {
    for (const step of steps) step(run);
    keepEligibility(
      run,
      anyOf(routes.reduce<VerdictSet>((present, at) => present | (run.bytes[at] ?? 0), 0)),
    );
    return pay(run);
  };
}

/** An authority's calendar among those of a checked document, or the fallback, which is one of them. */
export function calendarChooser(
  calendars: readonly Calendar[],
  fallbackId: string,
): CompiledRuleset['calendarFor'] {
  const ready = calendars.map((calendar) => ({
    authorities: calendar.authorities,
    terms: termCalendar(calendar),
  }));
  const fallback = ready.find(({ terms }) => terms.id === fallbackId);
  if (fallback === undefined) throw new Error('invariant: a checked document has its fallback calendar');
  return (localAuthority) =>
    (ready.find(({ authorities }) => authorities.includes(localAuthority)) ?? fallback).terms;
}

/** Compiles a ruleset that has been checked. */
export function compileChecked(checked: CheckedRuleset): CompiledRuleset {
  const { ruleset, calendars } = checked;
  const compiler = compilerOf(checked);
  return {
    ...checked,
    compiler,
    calendarFor: calendarChooser(calendars, ruleset.calendar.fallback),
    judgeAll: compileAll(compiler, ruleset),
  };
}

/** Checks a ruleset document and compiles it; every diagnostic at once where it has errors. */
export function compileRuleset(document: unknown, library: Library): Result<CompiledRuleset, Diagnostic[]> {
  const checked = checkRuleset(document, library);
  return checked.ok ? ok(compileChecked(checked.value)) : checked;
}
