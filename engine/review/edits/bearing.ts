import type { Condition } from '../../document/condition.ts';
import type { Place } from '../../document/places.ts';
import type { Ruleset } from '../../document/ruleset.ts';
import type { Doubt } from './conditions.ts';
import type { Bearing } from './shift.ts';

interface Rule {
  readonly appliesWhen?: Condition | undefined;
  readonly when?: Condition | undefined;
  readonly override?: unknown;
  readonly parts?: readonly Rule[] | undefined;
}

/** Whether a rule can be `not-applicable`; a recorded judgement can be anything. */
export function ruleDoubt(rule: Rule, doubt: Doubt): boolean {
  if (rule.appliesWhen !== undefined || rule.override !== undefined) return true;
  if (rule.parts !== undefined) return rule.parts.every((part) => ruleDoubt(part, doubt));
  return rule.when === undefined || doubt(rule.when);
}

/** Whether a condition of a ruleset can be `not-applicable`; where in doubt, it can. */
export function doubtIn({ facts, criteria, outcomes }: Ruleset): Doubt {
  const rules = new Map<string, Rule>([...criteria, ...outcomes].map((rule) => [rule.id, rule]));
  const known = new Map<string, boolean>();
  const ofRule = (id: string): boolean => {
    const rule = rules.get(id);
    const answer = known.get(id) ?? (rule === undefined || ruleDoubt(rule, doubt));
    known.set(id, answer);
    return answer;
  };
  const doubt: Doubt = (condition) => {
    if ('fact' in condition) {
      const fact = facts[condition.fact];
      return fact === undefined || 'ratio' in fact || 'reduction' in fact;
    }
    if ('condition' in condition) return ofRule(condition.condition);
    if ('parameter' in condition) return false;
    if ('all' in condition) return condition.all.every(doubt);
    if ('any' in condition) return condition.any.every(doubt);
    if ('not' in condition) return doubt(condition.not);
    if ('atLeast' in condition) return condition.of.every(doubt);
    return 'every' in condition || doubt(condition.satisfies);
  };
  return doubt;
}

/** From a place to the one below it whose pointer goes on with `path`. */
function step(above: Condition, path: string, doubt: Doubt): Bearing {
  if ('not' in above) return -1;
  if ('all' in above || 'any' in above) return 1;
  // because a cap asks who met each condition, which a change below it may change too
  if ('atLeast' in above) return above.cap === undefined ? 1 : 0;
  if (!path.endsWith('/where')) return 1;
  return 'some' in above && !doubt(above.satisfies) ? 1 : 0;
}

/** How each place bears on the verdict of its owner; what says whether a rule applies bears on it in no such way. */
export function bearingsOf(places: readonly Place[], doubt: Doubt): ReadonlyMap<string, Bearing> {
  const bearings = new Map<string, Bearing>();
  const byId = new Map(places.map((place) => [place.id, place]));
  for (const { id, parent, pointer } of places) {
    const above = byId.get(parent);
    const bearing: Bearing =
      above === undefined
        ? pointer.endsWith('/when')
          ? 1
          : 0
        : (((bearings.get(parent) ?? 0) *
            step(above.condition, pointer.slice(above.pointer.length), doubt)) as Bearing);
    bearings.set(id, bearing);
  }
  return bearings;
}
