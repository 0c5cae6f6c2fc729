import type { AtLeast, Comparison, Condition, Members } from '../document/condition.ts';
import { comparisonWords, settingWords } from './comparisons.ts';
import type { Draft } from './line.ts';
import { peopleWords, thatOne } from './people.ts';
import { numberWords, type Reader } from './values.ts';
import { joined, listed, plain, say, value, type Words } from './words.ts';

type Quantifier = Extract<Condition, { satisfies: Condition }>;

function rangeOf(condition: Quantifier): { readonly members: Members; readonly article: 'any' | 'every' } {
  return 'some' in condition
    ? { members: condition.some, article: 'any' }
    : { members: condition.every, article: 'every' };
}

/** The comparison a quantifier asks of each member, where that is all it asks and one sentence says both. */
function onlyComparison(reader: Reader, condition: Quantifier): Comparison | undefined {
  const { satisfies } = condition;
  const whole = rangeOf(condition).members.where === undefined && satisfies.label === undefined;
  if (!whole || !('fact' in satisfies)) return undefined;
  return reader.ruleset.facts[satisfies.fact]?.each === undefined ? undefined : satisfies;
}

/** "Every parent does not have" is "no parent has". */
function onlyWords(reader: Reader, condition: Quantifier, comparison: Comparison): Words {
  const { members, article } = rangeOf(condition);
  const { operator, value: given } = comparison;
  const whom = peopleWords(reader, members);
  if (article === 'every' && given === (operator === 'notEqual')) {
    const asked: Comparison = { ...comparison, operator: 'equal', value: true };
    return comparisonWords(reader, asked, say`${value('no')} ${whom}`);
  }
  return comparisonWords(reader, comparison, say`${value(article)} ${whom}`);
}

function quantifierWords(reader: Reader, condition: Quantifier): Words {
  const comparison = onlyComparison(reader, condition);
  if (comparison !== undefined) return onlyWords(reader, condition, comparison);
  const { members, article } = rangeOf(condition);
  return say`for ${value(article === 'any' ? 'at least one' : 'every')} ${peopleWords(reader, members)}:`;
}

/** How many of several must hold, and how many of them one member may account for. */
export function atLeastWords(reader: Reader, { atLeast, cap }: AtLeast): Words {
  const needed = say`at least ${numberWords(reader, atLeast)} of these must hold`;
  if (cap === undefined) return needed;
  const most = numberWords(reader, cap.atMost);
  return say`${needed}, and no one ${peopleWords(reader, cap.members)} may account for more than ${most} of them`;
}

/** A criterion or an outcome as others refer to it. */
export function referredText({ ruleset }: Reader, id: string): string {
  const criterion = ruleset.criteria.find((one) => one.id === id);
  if (criterion !== undefined) return `the criterion “${criterion.label}”`;
  const outcome = ruleset.outcomes.find((one) => one.id === id);
  return `the result “${outcome?.label ?? id}”`;
}

/** What one place says itself: a group ends with a colon. */
function ownWords(reader: Reader, condition: Condition): Words {
  if ('fact' in condition) {
    return comparisonWords(reader, condition, plain(thatOne(reader.placeOf(condition).range)));
  }
  if ('condition' in condition) return say`${referredText(reader, condition.condition)} is met`;
  if ('parameter' in condition) return settingWords(reader, condition);
  if ('all' in condition)
    return plain(condition.all.length === 1 ? 'this must hold:' : 'all of these must hold:');
  if ('any' in condition)
    return plain(condition.any.length === 1 ? 'this must hold:' : 'at least one of these must hold:');
  if ('not' in condition) return plain('this must not hold:');
  return 'atLeast' in condition
    ? say`${atLeastWords(reader, condition)}:`
    : quantifierWords(reader, condition);
}

/** A label says in a few words what the condition says in full. */
function conditionWords(reader: Reader, condition: Condition): Words {
  const own = ownWords(reader, condition);
  return condition.label === undefined ? own : say`${condition.label} – ${own}`;
}

/** A range's `where` comes before what it satisfies. */
interface Below {
  readonly condition: Condition;
  readonly where: boolean;
}

function below(condition: Condition): Below[] {
  const plainly = (conditions: readonly Condition[]) =>
    conditions.map((one): Below => ({ condition: one, where: false }));
  const ranged = (members: Members | undefined): Below[] =>
    members?.where === undefined ? [] : [{ condition: members.where, where: true }];
  if ('all' in condition) return plainly(condition.all);
  if ('any' in condition) return plainly(condition.any);
  if ('not' in condition) return plainly([condition.not]);
  if ('atLeast' in condition) return [...plainly(condition.of), ...ranged(condition.cap?.members)];
  if (!('satisfies' in condition)) return [];
  return [...ranged(rangeOf(condition).members), ...plainly([condition.satisfies])];
}

function slotWords(reader: Reader, { condition, where }: Below): Words {
  const own = conditionWords(reader, condition);
  return where ? say`${thatOne(reader.placeOf(condition).range)} counts only if: ${own}` : own;
}

function draftBelow(reader: Reader, at: Below, saidAbove: boolean): Draft {
  const { condition } = at;
  const { id, pointer } = reader.placeOf(condition);
  const inlined = 'satisfies' in condition && onlyComparison(reader, condition) !== undefined;
  return {
    id,
    kind: 'condition',
    pointer,
    words: slotWords(reader, at),
    source: condition.source,
    saidAbove,
    children: below(condition).map((next) => draftBelow(reader, next, inlined)),
  };
}

/** A condition and all below it, a line each. */
export function conditionDraft(reader: Reader, condition: Condition): Draft {
  return draftBelow(reader, { condition, where: false }, false);
}

function inOne(reader: Reader, at: Below): Words {
  const { condition } = at;
  const own = slotWords(reader, at);
  const children = below(condition);
  const inlined = 'satisfies' in condition && onlyComparison(reader, condition) !== undefined;
  if (children.length === 0 || inlined) return own;
  const inner = children.map((next) => inOne(reader, next));
  return joined([own, plain(' ('), listed(inner, '; '), plain(')')]);
}

/** A condition and all below it, in one sentence. */
export function conditionInOne(reader: Reader, condition: Condition): Words {
  return inOne(reader, { condition, where: false });
}
