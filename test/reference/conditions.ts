import type { AtLeast, Comparison, Condition, Members, Setting } from '../../engine/document/condition.ts';
import type { Verdict } from '../../engine/verdict.ts';
import { within } from './days.ts';
import * as fold from './folds.ts';
import { possibleValues, schoolAgeOf } from './measures.ts';
import { numberOf, parameterOf, resolved, valueOf } from './parameters.ts';
import { membership, type Look } from './question.ts';
import type { RawMember } from './raw-family.ts';
import { answerAge, rolesOf, type Answer } from './records.ts';
import { cappedAtLeast, FAMILY, suppliedBy, together, type Judged } from './suppliers.ts';
import { compare } from './values.ts';

/** Where a judgement is written down, and how a name of another criterion or outcome is looked up. */
export interface Book {
  /** By id, or `id@member`. */
  readonly verdicts: Record<string, Verdict>;
  readonly refer: (id: string) => Judged;
}

/** A look with the book it is written in. */
export interface Reading extends Look {
  readonly book: Book;
}

const asVerdict: Readonly<Record<Answer, Verdict>> = { yes: 'met', no: 'not-met', maybe: 'unknown' };

function wordOf(node: Condition): string {
  if ('fact' in node) return node.fact;
  if ('condition' in node) return node.condition;
  if ('parameter' in node) return node.parameter;
  if ('atLeast' in node) return 'at-least';
  const keyword = (['all', 'any', 'not', 'some', 'every'] as const).find((key) => key in node);
  return keyword ?? '';
}

function judgeComparison(reading: Reading, { fact: name, operator, value }: Comparison): Verdict {
  const fact = reading.question.ruleset.facts[name];
  if (fact === undefined) throw new Error(`invariant: the checker refuses an unknown fact, ${name}`);
  const look = fact.each === undefined ? { ...reading, member: null } : reading;
  const values = possibleValues(look, fact);
  if (values === 'not-met') return 'not-met';
  const given = resolved(look, value);
  if (typeof values === 'string') return 'unknown';
  const unit = typeof value === 'object' ? parameterOf(look, value.parameter).unit : undefined;
  const threshold = unit === 'weeks' && typeof given === 'number' ? given * 7 : given;
  return fold.agreed(
    values.flatMap((possible): Verdict[] => {
      if (typeof possible === 'string') return [possible];
      if (threshold === undefined || Array.isArray(threshold)) return ['unknown'];
      return compare(possible, { operator, threshold });
    }),
  );
}

function judgeSetting(look: Look, { parameter, operator, value }: Setting): Verdict {
  const given = valueOf(look, parameter);
  if (given === undefined || Array.isArray(given)) return 'unknown';
  return fold.agreed(compare(given, { operator, threshold: value }));
}

function answerSchoolAge(look: Look, window: NonNullable<Members['schoolAge']>): Verdict {
  const values = schoolAgeOf(look, window);
  if (typeof values === 'string') return values === 'not-met' ? 'not-met' : 'unknown';
  return values.includes(true) ? 'met' : 'not-met';
}

/** Whether a quantifier ranges over a member; `whereId` is the place of its `where`. */
function ranges(reading: Reading & { member: RawMember }, range: Members, whereId: string): Verdict {
  const { member, lookedFrom } = reading;
  const roles = rolesOf(range.role);
  const resident = member.resident ?? undefined;
  const tests: Verdict[] = ['met'];
  if (roles) tests.push(roles.includes(member.role) ? 'met' : 'not-met');
  if (range.resident !== undefined) {
    tests.push(resident === undefined ? 'unknown' : resident === range.resident ? 'met' : 'not-met');
  }
  if (range.aged) tests.push(asVerdict[answerAge(reading, range.aged, { member, day: lookedFrom })]);
  if (range.schoolAge) tests.push(answerSchoolAge(reading, range.schoolAge));
  const where = range.where && judge(reading, range.where, range.where.id ?? whereId).verdict;
  if (where) tests.push(where === 'not-applicable' ? 'not-met' : where);
  return fold.all(tests);
}

interface Ranged {
  readonly surely: readonly RawMember[];
  readonly maybe: readonly RawMember[];
}

function rangedOver(reading: Reading, range: Members, whereId: string): Ranged {
  const belonging = reading.question.family.members.filter((member) =>
    within(reading.lookedFrom, membership(member)),
  );
  const answered = belonging.map((member) => ({
    member,
    verdict: ranges({ ...reading, member }, range, whereId),
  }));
  const taken = (wanted: Verdict) =>
    answered.filter(({ verdict }) => verdict === wanted).map(({ member }) => member);
  return { surely: taken('met'), maybe: taken('unknown') };
}

type Quantifier = Extract<Condition, { satisfies: unknown }>;

function judgeQuantifier(reading: Reading, node: Quantifier, id: string): Judged {
  const quantified = 'some' in node ? node.some : node.every;
  const folded = 'some' in node ? fold.some : fold.all;
  const { surely, maybe } = rangedOver(reading, quantified, `${id}.where`);
  const judgeFor = (member: RawMember) => ({
    member: member.id,
    verdict: judge({ ...reading, member }, node.satisfies, childId(node.satisfies, id)).verdict,
  });
  const certain = surely.map(judgeFor);
  const uncertain = maybe.map(judgeFor);
  const sureVerdicts = certain.map(({ verdict }) => verdict);
  const worlds = fold
    .subsets(uncertain)
    .map((some) => folded([...sureVerdicts, ...some.map(({ verdict }) => verdict)]));
  const alike = worlds.every((verdict) => verdict === worlds[0]);
  const verdict = alike
    ? (worlds[0] ?? 'unknown')
    : folded([...sureVerdicts, ...uncertain.map(() => 'unknown' as const)]);
  if (!('some' in node)) return suppliedBy(FAMILY, verdict);
  const holding = certain.filter((judged) => judged.verdict === 'met');
  const open = [...certain, ...uncertain].filter((judged) => ['met', 'unknown'].includes(judged.verdict));
  return { verdict, known: holding.map(({ member }) => member), possible: open.map(({ member }) => member) };
}

function judgeAtLeast(reading: Reading, node: AtLeast, id: string): Judged {
  const children = node.of.map((child) => judge(reading, child, childId(child, id)));
  const needed = numberOf(reading, node.atLeast);
  const cap = node.cap && {
    ranged: rangedOver(reading, node.cap.members, `${id}.cap.where`),
    atMost: numberOf(reading, node.cap.atMost),
  };
  const verdicts = children.map(({ verdict }) => verdict);
  if (needed === undefined || (cap && cap.atMost === undefined)) {
    const noneApplies = verdicts.every((verdict) => verdict === 'not-applicable');
    return together(noneApplies ? 'not-applicable' : 'unknown', children);
  }
  if (cap?.atMost === undefined) return together(fold.atLeast(needed, verdicts), children);
  const ids = (members: readonly RawMember[]) => members.map((member) => member.id);
  const capped = { needed, atMost: cap.atMost, surely: ids(cap.ranged.surely), maybe: ids(cap.ranged.maybe) };
  return together(cappedAtLeast(capped, children), children);
}

function childId(node: Condition, parentId: string): string {
  return node.id ?? `${parentId}.${wordOf(node)}`;
}

function judged(reading: Reading, node: Condition, id: string): Judged {
  const list = (children: readonly Condition[]) =>
    children.map((child) => judge(reading, child, childId(child, id)));
  const verdictsOf = (children: readonly Judged[]) => children.map(({ verdict }) => verdict);
  if ('all' in node) {
    const children = list(node.all);
    return together(fold.all(verdictsOf(children)), children);
  }
  if ('any' in node) {
    const children = list(node.any);
    return together(fold.any(verdictsOf(children)), children);
  }
  if ('not' in node)
    return suppliedBy(FAMILY, fold.not(judge(reading, node.not, childId(node.not, id)).verdict));
  if ('atLeast' in node) return judgeAtLeast(reading, node, id);
  if ('satisfies' in node) return judgeQuantifier(reading, node, id);
  if ('condition' in node) return reading.book.refer(node.condition);
  if ('fact' in node) return suppliedBy(reading.member?.id ?? FAMILY, judgeComparison(reading, node));
  return suppliedBy(FAMILY, judgeSetting(reading, node));
}

/** Judges a place and everything below it, and writes each verdict down. */
export function judge(reading: Reading, node: Condition, id: string): Judged {
  const found = judged(reading, node, id);
  reading.book.verdicts[reading.member === null ? id : `${id}@${reading.member.id}`] = found.verdict;
  return found;
}

/** The top place of what owns it. */
export function judgeTop(reading: Reading, node: Condition, id: string): Judged {
  return judge(reading, node, node.id ?? id);
}
