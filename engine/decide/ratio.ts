import type { Fact } from '../document/fact.ts';
import type { FamilyRecord } from '../family/family.ts';
import { NOT_APPLICABLE, UNKNOWN } from '../verdict.ts';
import type { Compiler } from './compiler.ts';
import { unopened } from './count.ts';
import { isMemberOn, recordsOf } from './known.ts';
import { UNBOUNDED, type Evidence, type Gap, type Measured } from './measured.ts';
import { missingRows } from './needs.ts';
import { FAMILY, type Run, type View } from './run.ts';
import { compileWindow } from './windows.ts';

type RatioFact = Extract<Fact, { ratio: unknown }>;

interface Range {
  readonly least: number;
  readonly most: number;
}

/** What one row adds to the smallest and to the greatest ratio: the numerator's range over the denominator's. */
interface RowRange {
  readonly part: Range;
  readonly of: Range;
}

const plus = (left: Range, right: Range): Range => ({
  least: left.least + right.least,
  most: left.most + right.most,
});
const none: Range = { least: 0, most: 0 };

/** How a row's fields are read: a point where present, a range where an optional one is absent. */
class RowReader {
  private readonly fields;
  private readonly limits;

  constructor(compiler: Compiler, recordType: string) {
    const declared = compiler.vocabulary.recordTypes[recordType];
    this.fields = declared?.fields ?? {};
    this.limits = declared?.limits ?? [];
  }

  max(field: string): number {
    const declared = this.fields[field];
    return declared?.type === 'count' ? (declared.max ?? UNBOUNDED) : UNBOUNDED;
  }

  /** The sum of some fields of a row; an absent one is bounded by its own limit and by that of a sum it belongs to. */
  sum(row: FamilyRecord, fields: readonly string[]): Range {
    const known = fields.reduce((total, field) => total + (this.value(row, field) ?? 0), 0);
    const absent = fields.filter((field) => this.value(row, field) === undefined);
    if (absent.length === 0) return { least: known, most: known };
    const own = absent.reduce(
      (total, field) => total + Math.min(this.max(field), this.slack(row, [field])),
      0,
    );
    return { least: known, most: known + Math.min(own, this.slack(row, absent), UNBOUNDED) };
  }

  /** The least a field can be when it is absent: the known part of a sum that may not exceed it. */
  floor(row: FamilyRecord, field: string): number {
    const sums = this.limits.filter(({ atMost }) => atMost === field);
    return Math.max(
      0,
      ...sums.map(({ sum }) => sum.reduce((total, name) => total + (this.value(row, name) ?? 0), 0)),
    );
  }

  value(row: FamilyRecord, field: string): number | undefined {
    const value = row.fields[field];
    return typeof value === 'number' ? value : undefined;
  }

  /** What a limit that holds all of these fields leaves for them. */
  private slack(row: FamilyRecord, fields: readonly string[]): number {
    const limits = this.limits.filter(({ sum }) => fields.every((field) => sum.includes(field)));
    return Math.min(
      UNBOUNDED,
      ...limits.map(({ sum, atMost }) => {
        const total = this.value(row, atMost) ?? this.max(atMost);
        return total - sum.reduce((taken, field) => taken + (this.value(row, field) ?? 0), 0);
      }),
    );
  }
}

function rowRange(reader: RowReader, fact: RatioFact['ratio'], row: FamilyRecord): RowRange {
  const sum = reader.sum(row, [fact.sum].flat());
  const minus = reader.sum(row, fact.minus ?? []);
  const over = reader.value(row, fact.over);
  const of =
    over === undefined
      ? { least: reader.floor(row, fact.over), most: reader.max(fact.over) }
      : { least: over, most: over };
  return { part: { least: sum.least - minus.most, most: sum.most - minus.least }, of };
}

/** All the ratios that the rows there, and those that are missing, allow. */
function rangeOf(rows: readonly RowRange[], missing: number, bound: number): Measured {
  const part = rows.reduce((total, row) => plus(total, row.part), none);
  const of = rows.reduce((total, row) => plus(total, row.of), none);
  if (of.most === 0 && missing === 0) return { settled: NOT_APPLICABLE, code: 'nothing-to-measure' };
  if (of.least === 0) return { settled: UNKNOWN };
  if (missing === 0)
    return { settled: 0, least: { part: part.least, of: of.most }, most: { part: part.most, of: of.least } };
  if (bound >= UNBOUNDED) return { settled: 0, least: { part: 0, of: 1 }, most: { part: 1, of: 1 } };
  const more = missing * bound;
  return {
    settled: 0,
    least: { part: part.least, of: of.most + more },
    most: { part: part.most + more, of: of.least + more },
  };
}

/** The gaps of a ratio: rows that are missing and fields that rows lack. */
function evidenceOf(
  rows: readonly FamilyRecord[],
  gaps: readonly Gap[],
  at: { reader: RowReader; fact: RatioFact['ratio'] },
): Evidence {
  const { reader, fact } = at;
  const fields = [...new Set([fact.sum, fact.minus ?? [], fact.over].flat())];
  const lacking = rows.flatMap((record) =>
    fields
      .filter((field) => reader.value(record, field) === undefined)
      .map((field): Gap => ({ recordType: fact.of, member: record.member, field, record })),
  );
  return { recordType: fact.of, counted: rows, possible: [], gaps: [...gaps, ...lacking] };
}

/** A pooled ratio over the terms of a window: the sum of every row's numerator over the sum of every denominator. */
export function compileRatio(compiler: Compiler, fact: RatioFact) {
  const { ratio } = fact;
  const reader = new RowReader(compiler, ratio.of);
  const open = compileWindow(compiler, fact.window);
  return (run: Run, view: View): Measured => {
    const opened = open(run, view);
    if (opened.kind !== 'open') return unopened(opened, {});
    const terms = opened.terms ?? [];
    const members = run.family.members.filter(({ index }) => view.member === FAMILY || index === view.member);
    const rows = recordsOf(run, ratio.of).filter((row) => {
      const member = members.find(({ index }) => index === row.member);
      const first = run.calendar.terms.get(row.term)?.from;
      return (
        member !== undefined && first !== undefined && terms.includes(row.term) && isMemberOn(member, first)
      );
    });
    const missing = missingRows(compiler, run, { recordType: ratio.of, terms, members });
    const gaps = missing.map(({ member, term }): Gap => ({ recordType: ratio.of, member, terms: [term] }));
    const ranges = rows.map((row) => rowRange(reader, ratio, row));
    return {
      ...rangeOf(ranges, missing.length, reader.max(ratio.over)),
      window: { span: opened.span, terms },
      evidence: run.recorder && evidenceOf(rows, gaps, { reader, fact: ratio }),
    };
  };
}
