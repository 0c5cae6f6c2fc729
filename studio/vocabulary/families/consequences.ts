import { entriesOf, idOf, listOf, memberOf, same } from '../../editor/value.ts';
import { pointerOf } from '../../engine.ts';
import { asBefore, type Consequence, gravestFirst, otherwise, refused } from './consequence.ts';
import { fieldConsequences, idsApart } from './field-consequences.ts';
import { calledBy, limitInWords, saidBy, shapes, typeCalled } from '../in-words.ts';

interface TypeCompared {
  readonly was: unknown;
  readonly now: unknown;
  readonly pointer: string;
  /** What several of its records are called, in quotation marks. */
  readonly many: string;
}

function ofShape({ was, now, pointer, many }: TypeCompared): Consequence[] {
  const shape = memberOf(now, 'shape');
  if (shape === memberOf(was, 'shape')) return [];
  const sentence = `every record of ${many} is refused: it is written as ${saidBy(shapes, memberOf(was, 'shape'))}, and must be ${saidBy(shapes, shape)}`;
  return [refused(`${pointer}/shape`, sentence)];
}

function ofMember({ was, now, pointer, many }: TypeCompared): Consequence[] {
  const [before, after] = [memberOf(was, 'member'), memberOf(now, 'member')];
  if (before === after) return [];
  const place = `${pointer}/member`;
  if (after === 'required') return [refused(place, `a record of ${many} that names no member is refused`)];
  if (after === 'none')
    return [
      refused(
        place,
        `a record of ${many} that names a member is refused, and so are days that are covered for one member`,
      ),
    ];
  return [asBefore(place, `a record of ${many} may name a member, and need not`)];
}

function ofLimits({ was, now, pointer, many }: TypeCompared): Consequence[] {
  const [before, after] = [listOf(memberOf(was, 'limits')), listOf(memberOf(now, 'limits'))];
  const missing = (from: readonly unknown[], there: readonly unknown[]) =>
    from.filter((one) => !there.some((other) => same(one, other)));
  return [
    ...missing(after, before).map((one) =>
      refused(
        `${pointer}/limits`,
        `a record of ${many} is refused where this does not hold: ${limitInWords(one, memberOf(now, 'fields'))}`,
      ),
    ),
    ...missing(before, after).map((one) =>
      otherwise(
        `${pointer}/limits`,
        `where a number is not known, it may be more than before: it need not hold that ${limitInWords(one, memberOf(was, 'fields'))}`,
      ),
    ),
  ];
}

function ofRecordType(compared: TypeCompared): readonly Consequence[] {
  const { was, now, pointer, many } = compared;
  return [
    ...ofShape(compared),
    ...ofMember(compared),
    ...fieldConsequences(
      { was: memberOf(was, 'fields'), now: memberOf(now, 'fields') },
      { pointer: `${pointer}/fields`, record: `a record of ${many}` },
    ),
    ...ofLimits(compared),
  ];
}

function ofRecordTypes(was: unknown, now: unknown): readonly Consequence[] {
  const quoted = (type: unknown, id: string) => `“${typeCalled(type, id, 'many')}”`;
  const gone = entriesOf(was)
    .filter(([id]) => memberOf(now, id) === undefined)
    .map(([id, type]) =>
      refused(
        '/recordTypes',
        `a family that names ${quoted(type, id)} is refused: there is no such type of record`,
      ),
    );
  const others = entriesOf(now).flatMap(([id, type]): readonly Consequence[] => {
    const before = memberOf(was, id);
    const pointer = `/recordTypes${pointerOf([id])}`;
    const many = quoted(type, id);
    if (before === undefined)
      return [asBefore(pointer, `of families that are written already, nothing is known of ${many}`)];
    return ofRecordType({ was: before, now: type, pointer, many });
  });
  return [...gone, ...others];
}

function ofRoles(was: unknown, now: unknown): readonly Consequence[] {
  const { gone, added } = idsApart({ was, now });
  const called = (one: unknown) => `“${calledBy(one, idOf(one))}”`;
  return [
    ...gone.map((one) =>
      refused('/roles', `a family with a member who is ${called(one)} is refused: there is no such role`),
    ),
    ...added.map((one) => asBefore('/roles', `a member can also be ${called(one)}`)),
  ];
}

/** Ages and days alone: where they come from decides nothing. */
const reckoned = (ages: unknown) =>
  ['startsAt', 'cutOff', 'endsAt', 'leavingYearFrom'].map((one) => memberOf(ages, one));

function ofSchoolAge(was: unknown, now: unknown): readonly Consequence[] {
  if (same(reckoned(was), reckoned(now))) return [];
  const sentence = 'who is of compulsory school age in a term is reckoned otherwise';
  return [otherwise('/schoolAge', sentence)];
}

/**
 * What the changes of a vocabulary mean for families that were written in it as it is published: which are refused, which
 * mean something else, and what is new to them. Wording, order and sources change nothing. Total for any two values.
 */
export function consequences(published: unknown, draft: unknown): readonly Consequence[] {
  const both = (name: string) => [memberOf(published, name), memberOf(draft, name)] as const;
  const [was, now] = both('everyRecord');
  return gravestFirst([
    ...ofRecordTypes(...both('recordTypes')),
    ...fieldConsequences({ was, now }, { pointer: '/everyRecord', record: 'a record of any type' }),
    ...ofRoles(...both('roles')),
    ...ofSchoolAge(...both('schoolAge')),
  ]);
}

/** Those that are about a place or what stands in it. */
export const within = (all: readonly Consequence[], place: string): readonly Consequence[] =>
  all.filter(({ pointer }) => pointer === place || pointer.startsWith(`${place}/`));
