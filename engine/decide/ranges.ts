import type { Members } from '../document/condition.ts';
import type { Member } from '../family/family.ts';
import { ageOn } from '../time/civil-date.ts';
import { allOf, MET, NOT_MET, UNKNOWN, type Bit, type VerdictSet } from '../verdict.ts';
import type { Compiler } from './compiler.ts';
import { isMemberOn } from './known.ts';
import { lookDay, type Judge, type Run, type View } from './run.ts';
import { fits, readAges } from './selection.ts';
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

function compileWhere(judge: Judge): RangeTest {
  return (run, view, { index }) => judge(run, { looksFrom: view.looksFrom, member: index });
}

/** Every test of a range on one member; who is not a member on the day looked from is not in it. */
export function compileRange(compiler: Compiler, members: Members): RangeTest {
  const tests: RangeTest[] = [];
  const { role, resident, aged, schoolAge, where } = members;
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
  if (where !== undefined) tests.push(compileWhere(compiler.judge(where)));
  return (run, view, member) => {
    if (!isMemberOn(member, lookDay(run, view))) return NOT_MET;
    let present: VerdictSet = MET;
    for (const test of tests) {
      const bit = test(run, view, member);
      present |= bit === NOT_MET || bit === UNKNOWN || bit === MET ? bit : NOT_MET;
    }
    return allOf(present);
  };
}
