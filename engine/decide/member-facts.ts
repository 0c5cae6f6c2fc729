import type { Fact } from '../document/fact.ts';
import { ageOn } from '../time/civil-date.ts';
import type { Compiler } from './compiler.ts';
import { unopened } from './count.ts';
import type { Evidence, Fraction, Gap, Measured } from './measured.ts';
import { lookDay, type Run, type View } from './run.ts';
import { compileAnchor, compileWindow } from './windows.ts';

const whole = (part: number): Fraction => ({ part, of: 1 });
const either: Pick<Measured, 'least' | 'most'> = { least: whole(0), most: whole(1) };

function point(value: number): Measured {
  return { settled: 0, least: whole(value), most: whole(value) };
}

export function yesOrNo(holds: boolean): Measured {
  return point(holds ? 1 : 0);
}

function lacks(run: Run, view: View, field: string): { readonly evidence: Evidence | undefined } {
  const gaps: Gap[] = [{ member: view.member, field }];
  return { evidence: run.recorder && { recordType: undefined, counted: [], possible: [], gaps } };
}

export function compileAge(compiler: Compiler, fact: Extract<Fact, { age: unknown }>) {
  const reach = fact.age === 'lookedFrom' ? undefined : compileAnchor(compiler, fact.age);
  return (run: Run, view: View): Measured => {
    const anchor = reach?.(run, view) ?? { kind: 'day', day: lookDay(run, view) };
    if (anchor.kind !== 'day') return unopened(anchor);
    const born = run.family.members[view.member]?.dateOfBirth;
    if (born === undefined) return { settled: 0, ...lacks(run, view, 'dateOfBirth') };
    return point(ageOn(born, anchor.day, compiler.leapBirthday));
  };
}

export function compileResident() {
  return (run: Run, view: View): Measured => {
    const resident = run.family.members[view.member]?.resident;
    return resident === undefined
      ? { settled: 0, ...either, ...lacks(run, view, 'resident') }
      : yesOrNo(resident);
  };
}

export function compileSchoolAge(compiler: Compiler, fact: Extract<Fact, { schoolAge: unknown }>) {
  const open = compileWindow(compiler, fact.schoolAge);
  return (run: Run, view: View): Measured => {
    const opened = open(run, view);
    if (opened.kind !== 'open') return unopened(opened);
    const born = run.family.members[view.member]?.dateOfBirth;
    if (born === undefined) return { settled: 0, ...either, ...lacks(run, view, 'dateOfBirth') };
    const { span, terms = [] } = opened;
    const holds = terms.some((term) => compiler.ofSchoolAge(born, term));
    return { ...yesOrNo(holds), window: { span, terms } };
  };
}
