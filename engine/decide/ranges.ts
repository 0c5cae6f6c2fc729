import type { Members } from '../document/condition.ts';
import type { Member } from '../family/family.ts';
import { ageOn } from '../time/civil-date.ts';
import { allOf, MET, NOT_APPLICABLE, NOT_MET, UNKNOWN, type Bit, type VerdictSet } from '../verdict.ts';
import type { Compiler } from './compiler.ts';
import { isMemberOn } from './known.ts';
import { lookDay, type Run, type View } from './run.ts';
import { fits, readAges } from './selection.ts';
import { asBit, type Traced } from './slots.ts';
import { compileWindow } from './windows.ts';

/** Whether a quantifier ranges over a member: surely, surely not, or perhaps. */
export type RangeTest = (run: Run, view: View, member: Member) => Bit;

function yes(holds: boolean): Bit {
  return holds ? MET : NOT_MET;
}

function compileAges(compiler: Compiler, aged: NonNullable<Members['aged']>): RangeTest {
  const ages = readAges(compiler, aged);
  return (run, view, { dateOfBirth }) => {
    const range = ages(run, view);
    if (range === undefined || dateOfBirth === undefined) return UNKNOWN;
    return yes(fits(ageOn(dateOfBirth, lookDay(run, view), compiler.leapBirthday), range));
  };
}

function compileSchoolAged(compiler: Compiler, window: NonNullable<Members['schoolAge']>): RangeTest {
  const open = compileWindow(compiler, window);
  return (run, view, { dateOfBirth }) => {
    const opened = open(run, view);
    if (opened.kind === 'settled') return NOT_MET;
    if (opened.kind === 'undetermined') run.recorder?.keepLacking(window, opened.lacking ?? []);
    if (opened.kind === 'undetermined' || dateOfBirth === undefined) return UNKNOWN;
    return yes((opened.terms ?? []).some((term) => compiler.ofSchoolAge(dateOfBirth, term)));
  };
}

/** Every test of a range on one member but its `where`; who is not a member on the day looked from is not in it. */
function compileOwnRange(compiler: Compiler, members: Members): RangeTest {
  const tests: RangeTest[] = [];
  const { role, resident, aged, schoolAge } = members;
  if (role !== undefined) {
    const roles = [role].flat();
    tests.push((_run, _view, member) => yes(roles.includes(member.role)));
  }
  if (resident !== undefined) {
    tests.push((_run, _view, member) =>
      member.resident === undefined ? UNKNOWN : yes(member.resident === resident),
    );
  }
  if (aged !== undefined) tests.push(compileAges(compiler, aged));
  if (schoolAge !== undefined) tests.push(compileSchoolAged(compiler, schoolAge));
  return (run, view, member) => {
    let present: VerdictSet = MET;
    for (const test of tests) present |= test(run, view, member);
    return allOf(present);
  };
}

/** A member in a range who also passes its `where`: one to whom that does not apply is not in it. */
export function narrowed(own: Bit, where: Bit): Bit {
  return allOf(MET | own | (where === NOT_APPLICABLE ? NOT_MET : where));
}

/** Every test of a range on one member. What the range itself says, its `where` aside, is kept under `id`. */
export function compileRange(compiler: Compiler, members: Members, id: string): RangeTest {
  const own = compileOwnRange(compiler, members);
  const where = members.where && compiler.judge(members.where);
  const { slots } = compiler;
  const rangeAt = slots.rangeIndex(id);
  return (run, view, member) => {
    const belongs = isMemberOn(member, lookDay(run, view));
    const bit = belongs ? own(run, view, member) : NOT_MET;
    run.bytes[rangeAt(run.family.members.length) + member.index] = bit;
    if (!belongs || where === undefined) return bit;
    return narrowed(bit, where(run, { looksFrom: view.looksFrom, member: member.index }));
  };
}

/** Whether a range holds a member, by the bytes that judging it left. */
export function keptRange(
  compiler: Compiler,
  { where }: Members,
  id: string,
): (run: Traced, member: number) => Bit {
  const { slots } = compiler;
  const rangeAt = slots.rangeIndex(id);
  const place = where && compiler.placeOf(where).id;
  return (run, member) => {
    const own = asBit(run.bytes[rangeAt(run.family.members.length) + member] ?? 0);
    if (own === 0) return NOT_MET;
    const bit = place === undefined ? 0 : slots.read(run, place, member);
    return bit === 0 ? own : narrowed(own, bit);
  };
}
