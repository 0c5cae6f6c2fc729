import type { Fact } from '../../engine/document/fact.ts';
import type { Verdict } from '../../engine/verdict.ts';
import { ageOn, dayOf, within } from './days.ts';
import { missingRows, unknownDays } from './knowledge.ts';
import { ratioOf } from './ratio.ts';
import { reductionOf } from './reduction.ts';
import type { Look, Settled } from './question.ts';
import {
  answerRecord,
  recordTypeOf,
  seenRecords,
  type Answer,
  type RecordFact,
  type Seen,
} from './records.ts';
import { ofSchoolAge } from './terms.ts';
import { anchorDay, windowOf, type Window } from './windows.ts';
import { between, UNBOUNDED, type Value } from './values.ts';

type FactOf<K extends string> = Extract<Fact, Record<K, unknown>>;

export interface Counted {
  readonly least: number;
  readonly most: number;
}

function inWindow(seen: Seen, window: Window): boolean {
  if (seen.term !== undefined) return window.terms.includes(seen.term);
  return seen.days.some((day) => within(day, window));
}

/** How many records of a fact fall in a window: those that surely count, and all that may. */
export function countIn(look: Look, fact: RecordFact, asked: { type: string; window: Window }): Counted {
  const { type, window } = asked;
  const answers = seenRecords(look, type)
    .filter((seen) => inWindow(seen, window))
    .map((seen) => answerRecord(look, fact, seen));
  const number = (wanted: Answer) => answers.filter((answer) => answer === wanted).length;
  const known = { least: number('yes'), most: number('yes') + number('maybe') };
  if (recordTypeOf(look.question, type).shape === 'term') {
    return { ...known, most: known.most + missingRows(look, fact, { type, terms: window.terms }) };
  }
  const gap = unknownDays(look, fact, { type, span: window }).length > 0;
  return gap ? { ...known, most: UNBOUNDED } : known;
}

function countOf(look: Look, fact: FactOf<'count'>): Value[] | Settled {
  const window = windowOf(look, fact.window);
  if (typeof window === 'string') return window;
  return between(countIn(look, fact, { type: fact.count, window }));
}

function existsOf(look: Look, fact: FactOf<'exists'>): Value[] | Settled {
  const window = windowOf(look, fact.window);
  if (typeof window === 'string') return window;
  const { least, most } = countIn(look, fact, { type: fact.exists, window });
  return [...new Set([least > 0, most > 0])];
}

function longestRun(days: ReadonlySet<number>): number {
  let longest = 0;
  for (const first of days) {
    if (days.has(first - 1)) continue;
    let length = 1;
    while (days.has(first + length)) length += 1;
    longest = Math.max(longest, length);
  }
  return longest;
}

function lengthOf(look: Look, fact: FactOf<'length'>): Value[] | Settled {
  const window = windowOf(look, fact.window);
  if (typeof window === 'string') return window;
  const type = fact.length.of;
  const spells = seenRecords(look, type).map((seen) => ({
    days: seen.days.filter((day) => within(day, window)),
    answer: answerRecord(look, fact, seen),
  }));
  const sure = new Set(spells.filter(({ answer }) => answer === 'yes').flatMap(({ days }) => days));
  const maybe = spells.filter(({ answer }) => answer === 'maybe').flatMap(({ days }) => days);
  const possible = new Set([...sure, ...maybe, ...unknownDays(look, fact, { type, span: window })]);
  const measured = (days: ReadonlySet<number>) =>
    fact.length.measure === 'total' ? days.size : longestRun(days);
  return between({ least: measured(sure), most: measured(possible) });
}

function ageOf(look: Look, fact: FactOf<'age'>): Value[] | Settled {
  const day = fact.age === 'lookedFrom' ? look.lookedFrom : anchorDay(look, fact.age);
  if (typeof day === 'string') return day;
  const born = look.member?.dateOfBirth;
  return born ? [ageOn(dayOf(born), day, look.question.ruleset.leapBirthday)] : 'undetermined';
}

/** Whether the member looked at is of compulsory school age in any of the terms. */
export function schoolAgeOf(look: Look, window: FactOf<'schoolAge'>['schoolAge']): Value[] | Settled {
  const found = windowOf(look, window);
  if (typeof found === 'string') return found;
  const { member, question } = look;
  const answers = found.terms.map((term) => member !== null && ofSchoolAge(question, member, term));
  if (answers.includes(undefined)) return 'undetermined';
  return [answers.includes(true)];
}

function claimedOf({ question }: Look, payment: string): Value[] {
  const { family, ruleset, asOf } = question;
  const claimed = (family.claims ?? []).some(
    (claim) =>
      claim.payment === payment &&
      claim.programme === ruleset.programme &&
      claim.phase === ruleset.phase &&
      dayOf(claim.on) <= asOf,
  );
  return [claimed];
}

/** Every value that a fact may have (of a long run of numbers, enough of them to judge any comparison), or its verdict. */
export function possibleValues(look: Look, fact: Fact): (Value | Verdict)[] | Settled {
  if ('count' in fact) return countOf(look, fact);
  if ('exists' in fact) return existsOf(look, fact);
  if ('ratio' in fact) {
    const window = windowOf(look, fact.window);
    return typeof window === 'string' ? window : ratioOf(look, fact, window);
  }
  if ('reduction' in fact) {
    return reductionOf(look, fact, (window) => countIn(look, fact, { type: fact.reduction, window }));
  }
  if ('length' in fact) return lengthOf(look, fact);
  if ('age' in fact) return ageOf(look, fact);
  if ('resident' in fact)
    return typeof look.member?.resident === 'boolean' ? [look.member.resident] : 'undetermined';
  if ('schoolAge' in fact) return schoolAgeOf(look, fact.schoolAge);
  if ('dated' in fact) return [look.question[fact.dated] !== null];
  return claimedOf(look, fact.claimed);
}
