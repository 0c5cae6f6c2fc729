import type { Fact } from '../document/fact.ts';
import type { FamilyRecord } from '../family/family.ts';
import { isEmpty, longestDays, totalDays, union, type Span } from '../time/span.ts';
import { MET, NOT_MET } from '../verdict.ts';
import type { Compiler } from './compiler.ts';
import { compileLacking, unopened } from './count.ts';
import { inside, recordsOf } from './known.ts';
import type { Measured } from './measured.ts';
import { compileGaps } from './needs.ts';
import { FAMILY, type Run, type View } from './run.ts';
import { compileSelection } from './selection.ts';
import { compileWindow } from './windows.ts';

type LengthFact = Extract<Fact, { length: unknown }>;

/** Days in spells within the window: unknown days are left out for the shortest and counted in for the longest. */
export function compileLengthFact(compiler: Compiler, fact: LengthFact) {
  const recordType = fact.length.of;
  const passes = compileSelection(compiler, recordType, fact);
  const gapsOf = compileGaps(compiler, recordType, fact);
  const lacking = compileLacking(compiler, recordType, fact);
  const open = compileWindow(compiler, fact.window);
  const days = fact.length.measure === 'total' ? totalDays : longestDays;
  return (run: Run, view: View): Measured => {
    const opened = open(run, view);
    if (opened.kind !== 'open') return unopened(opened);
    const counted: FamilyRecord[] = [];
    const possible: FamilyRecord[] = [];
    const sure: Span[] = [];
    const may: Span[] = [];
    for (const record of recordsOf(run, recordType)) {
      const part = inside(run, record, opened.span);
      if ((view.member !== FAMILY && record.member !== view.member) || isEmpty(part)) continue;
      const bit = passes(run, view, record);
      if (bit === NOT_MET) continue;
      (bit === MET ? counted : possible).push(record);
      (bit === MET ? sure : may).push(part);
    }
    const gaps = gapsOf(run, view, opened.span);
    const unknown = gaps.flatMap(({ span }) => span ?? []);
    return {
      settled: 0,
      least: { part: days(union(sure)), of: 1 },
      most: { part: days(union([...sure, ...may, ...unknown])), of: 1 },
      window: { span: opened.span },
      evidence: run.recorder && { recordType, counted, possible, gaps: [...gaps, ...lacking(run, possible)] },
    };
  };
}
