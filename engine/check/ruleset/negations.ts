import type { Condition } from '../../document/condition.ts';
import type { Place } from '../../document/places.ts';
import { quote } from '../../quote.ts';
import { finding, type Finding } from '../finding.ts';
import { entry, type Rules } from './context.ts';

/** Ids of criteria and outcomes that can be `not-applicable`. */
type Doubtful = ReadonlySet<string>;

function zeroMayNotApply({ ruleset: { zeroBaseline } }: Rules): boolean {
  return typeof zeroBaseline === 'object' || (zeroBaseline ?? 'not-applicable') === 'not-applicable';
}

function factMayNotApply(rules: Rules, id: string): boolean {
  const fact = entry(rules.ruleset.facts, id);
  return fact !== undefined && ('ratio' in fact || ('reduction' in fact && zeroMayNotApply(rules)));
}

/** Whether a condition can be `not-applicable`, by what stands in it and what it refers to. */
function mayNotApply(rules: Rules, doubtful: Doubtful, condition: Condition): boolean {
  const may = (inner: Condition): boolean => mayNotApply(rules, doubtful, inner);
  if ('fact' in condition) return factMayNotApply(rules, condition.fact);
  if ('condition' in condition) return doubtful.has(condition.condition);
  if ('parameter' in condition) return false;
  if ('all' in condition) return condition.all.every(may);
  if ('any' in condition) return condition.any.every(may);
  if ('not' in condition) return may(condition.not);
  if ('atLeast' in condition) return condition.of.every(may);
  return 'every' in condition || may(condition.satisfies);
}

interface Rule {
  readonly appliesWhen?: Condition | undefined;
  readonly when?: Condition | undefined;
  readonly parts?: readonly Rule[] | undefined;
}

function ruleMayNotApply(rules: Rules, doubtful: Doubtful, rule: Rule): boolean {
  if (rule.appliesWhen !== undefined) return true;
  if (rule.parts !== undefined) return rule.parts.every((part) => ruleMayNotApply(rules, doubtful, part));
  return rule.when !== undefined && mayNotApply(rules, doubtful, rule.when);
}

/** Who refers to each criterion or outcome; a part refers for its outcome. */
function referrersOf({ places }: Rules): Map<string, Set<string>> {
  const referrers = new Map<string, Set<string>>();
  for (const { condition, owner } of places) {
    if (!('condition' in condition)) continue;
    const from = owner.kind === 'part' ? owner.id.slice(0, owner.id.indexOf('.')) : owner.id;
    referrers.set(condition.condition, (referrers.get(condition.condition) ?? new Set()).add(from));
  }
  return referrers;
}

/** What refers to something doubtful is looked at again, because it may be doubtful itself. */
function doubtfulOf(rules: Rules): Doubtful {
  const judged = new Map(
    [...rules.ruleset.criteria, ...rules.ruleset.outcomes].map((rule) => [rule.id, rule]),
  );
  const referrers = referrersOf(rules);
  const doubtful = new Set<string>();
  const open = [...judged.keys()];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const rule = judged.get(id);
    if (rule === undefined || doubtful.has(id) || !ruleMayNotApply(rules, doubtful, rule)) continue;
    doubtful.add(id);
    open.push(...(referrers.get(id) ?? []));
  }
  return doubtful;
}

/** What makes a `not` above a place doubtful, in words; undefined where nothing does. */
function doubtAbout(rules: Rules, doubtful: Doubtful, { condition }: Place): string | undefined {
  if ('some' in condition) return '`some`, which is `not-met` where it ranges over nobody';
  if ('atLeast' in condition) return '`atLeast`, which does not count what does not apply';
  if ('every' in condition) return '`every`, which does not apply where it ranges over nobody';
  if ('fact' in condition && factMayNotApply(rules, condition.fact))
    return `${quote(condition.fact)}, which may not apply`;
  if ('condition' in condition && doubtful.has(condition.condition))
    return `${quote(condition.condition)}, which may not apply`;
  return undefined;
}

/** The first doubt below a place; what stands below it follows it in the list of places. */
function doubtBelow(rules: Rules, doubtful: Doubtful, at: number): string | undefined {
  const above = `${rules.places[at]?.pointer ?? ''}/`;
  for (let next = at + 1; next < rules.places.length; next += 1) {
    const place = rules.places[next];
    if (place?.pointer.startsWith(above) !== true) return undefined;
    const doubt = doubtAbout(rules, doubtful, place);
    if (doubt !== undefined) return doubt;
  }
  return undefined;
}

/** Warns of a `not` above what may not apply or may range over nobody: its reverse seldom says what is meant. */
export function checkNegations(rules: Rules): Finding[] {
  const doubtful = doubtfulOf(rules);
  return rules.places.flatMap((place, at) => {
    if (!('not' in place.condition)) return [];
    const doubt = doubtBelow(rules, doubtful, at);
    if (doubt === undefined) return [];
    return [
      finding('not-above-uncertain-scope', place.pointer, { message: `\`not\` stands above ${doubt}` }),
    ];
  });
}
