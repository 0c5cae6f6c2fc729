import type { Fact } from '../document/fact.ts';
import type { FamilyRecord } from '../family/family.ts';
import { NOT_APPLICABLE, UNKNOWN } from '../verdict.ts';
import type { Compiler } from './compiler.ts';
import { unopened } from './count.ts';
import { isMemberOn, recordsOf } from './known.ts';
import { UNBOUNDED, type Evidence, type Fraction, type Gap, type Measured } from './measured.ts';
import { missingRows } from './needs.ts';
import type { Run, View } from './run.ts';
import { compileWindow } from './windows.ts';

type RatioFact = Extract<Fact, { ratio: unknown }>;

interface Range {
  readonly least: number;
  readonly most: number;
}

/** Values of a row by field; an absent one is not known. */
type Fields = FamilyRecord['fields'];

/** How a row's fields are read: a point where present, a range within the vocabulary's limits where absent. */
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
  sum(row: Fields, fields: readonly string[]): Range {
    const known = this.known(row, fields);
    const absent = fields.filter((field) => this.value(row, field) === undefined);
    if (absent.length === 0) return { least: known, most: known };
    const own = absent.reduce(
      (total, field) => total + Math.min(this.max(field), this.slack(row, [field])),
      0,
    );
    return { least: known, most: known + Math.min(own, this.slack(row, absent), UNBOUNDED) };
  }

  /** The least a field can be when it is absent: the known part of a sum that may not exceed it. */
  floor(row: Fields, field: string): number {
    return Math.max(0, ...this.sumsWithin(field).map((sum) => this.known(row, sum)));
  }

  /** Values of `most` at which a sum of these fields stops growing with it: its absent fields are at their own limits. */
  bends(row: Fields, fields: readonly string[], most: string): number[] {
    const absent = fields.filter((field) => field !== most && this.value(row, field) === undefined);
    const own = absent.reduce((total, field) => total + this.max(field), 0);
    return this.sumsWithin(most).map((sum) => own + this.known(row, sum));
  }

  /** The only corner of a row that lacks nothing. */
  exact(row: Fields, { sum, minus = [], over }: RatioFact['ratio']): Corners | undefined {
    const of = this.value(row, over);
    let part = 0;
    for (const field of typeof sum === 'string' ? [sum] : sum) part += this.value(row, field) ?? Number.NaN;
    for (const field of minus) part -= this.value(row, field) ?? Number.NaN;
    return of === undefined || Number.isNaN(part) ? undefined : [{ part, of }];
  }

  value(row: Fields, field: string): number | undefined {
    const value = row[field];
    return typeof value === 'number' ? value : undefined;
  }

  private known(row: Fields, fields: readonly string[]): number {
    return fields.reduce((total, field) => total + (this.value(row, field) ?? 0), 0);
  }

  private sumsWithin(most: string): (readonly string[])[] {
    return this.limits.filter(({ atMost }) => atMost === most).map(({ sum }) => sum);
  }

  /** What a limit that holds all of these fields leaves for them. */
  private slack(row: Fields, fields: readonly string[]): number {
    const limits = this.limits.filter(({ sum }) => fields.every((field) => sum.includes(field)));
    return Math.min(
      UNBOUNDED,
      ...limits.map(({ sum, atMost }) => {
        const total = this.value(row, atMost) ?? this.max(atMost);
        return total - this.known(row, sum);
      }),
    );
  }
}

/** Everything that a row may add lies between its corners: its numerators over its denominators. */
type Corners = readonly Fraction[];

/** The numerator is linear between these denominators, least and most; so no ratio lies beyond the corners. */
function cornersOf(reader: RowReader, fact: RatioFact['ratio'], row: Fields): Corners {
  const exact = reader.exact(row, fact);
  if (exact !== undefined) return exact;
  const sum = [fact.sum].flat();
  const minus = fact.minus ?? [];
  const given = reader.value(row, fact.over);
  const least = given ?? reader.floor(row, fact.over);
  const most = given ?? reader.max(fact.over);
  const bends = [sum, minus].flatMap((fields) => reader.bends(row, fields, fact.over));
  const denominators = new Set([least, ...bends.filter((bend) => least < bend && bend < most), most]);
  return [...denominators].flatMap((of) => {
    const whole = { ...row, [fact.over]: of };
    const added = reader.sum(whole, sum);
    const taken = reader.sum(whole, minus);
    const ends = new Set([added.least - taken.most, added.most - taken.least]);
    return [...ends].map((part) => ({ part, of }));
  });
}

interface Sum {
  readonly part: bigint;
  readonly of: bigint;
}

function summed(corners: readonly Fraction[]): Sum {
  return corners.reduce<Sum>(
    (total, { part, of }) => ({ part: total.part + BigInt(part), of: total.of + BigInt(of) }),
    { part: 0n, of: 0n },
  );
}

/** How far a corner, weighed with a ratio, lies above it; exact, because a row without a limit may be very large. */
function above(ratio: Sum, { part, of }: Fraction): bigint {
  return BigInt(part) * ratio.of - ratio.part * BigInt(of);
}

/**
 * The greatest (`sign` 1) or least (-1) sum over sum that a choice of one corner a row gives: the choice that lies
 * furthest beyond the best ratio so far, until none does (Dinkelbach 1967). No choice of denominators is 0.
 */
function extreme(rows: readonly Corners[], sign: 1n | -1n): Fraction {
  const further = (ratio: Sum) => (best: Fraction, corner: Fraction) =>
    sign * (above(ratio, corner) - above(ratio, best)) > 0n ? corner : best;
  let best = summed(rows.flatMap(([first]) => first ?? []));
  for (;;) {
    const ratio = best;
    const next = summed(rows.map((corners) => corners.reduce(further(ratio))));
    if (sign * (next.part * ratio.of - ratio.part * next.of) <= 0n)
      return { part: Number(ratio.part), of: Number(ratio.of) };
    best = next;
  }
}

/** The one ratio of rows of which each has one corner; undefined where a row has more. */
function pointOf(rows: readonly Corners[]): Fraction | undefined {
  let part = 0;
  let of = 0;
  for (const [first, second] of rows) {
    if (first === undefined || second !== undefined) return undefined;
    part += first.part;
    of += first.of;
  }
  return { part, of };
}

const NOTHING: Measured = { settled: NOT_APPLICABLE, code: 'nothing-to-measure' };

/** All the ratios that the rows there allow, and those that are missing: unbounded, anything from none to all. */
function rangeOf(
  rows: readonly Corners[],
  missing: { rows: number; corners: Corners; bounded: boolean },
): Measured {
  const all =
    missing.bounded && missing.rows > 0
      ? [...rows, ...Array.from({ length: missing.rows }, () => missing.corners)]
      : rows;
  const open = !missing.bounded && missing.rows > 0;
  const point = open ? undefined : pointOf(all);
  if (point !== undefined) return point.of === 0 ? NOTHING : { settled: 0, least: point, most: point };
  const denominator = (pick: (...numbers: number[]) => number) =>
    all.reduce((total, corners) => total + pick(...corners.map(({ of }) => of)), 0);
  if (denominator(Math.max) === 0 && !open) return NOTHING;
  if (denominator(Math.min) === 0) return { settled: UNKNOWN };
  if (open) return { settled: 0, least: { part: 0, of: 1 }, most: { part: 1, of: 1 } };
  return { settled: 0, least: extreme(all, -1n), most: extreme(all, 1n) };
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
      .filter((field) => reader.value(record.fields, field) === undefined)
      .map((field): Gap => ({ recordType: fact.of, member: record.member, field, record })),
  );
  return { recordType: fact.of, counted: rows, possible: [], gaps: [...gaps, ...lacking] };
}

/** Whether a row is of one of these terms, and of a member who belonged on its first day. */
function isRowOf(run: Run, row: FamilyRecord, terms: readonly string[]): boolean {
  const member = run.family.members[row.member];
  const first = terms.includes(row.term) ? run.calendar.terms.get(row.term)?.from : undefined;
  return member !== undefined && first !== undefined && isMemberOn(member, first);
}

/** A pooled ratio over the terms of a window: the sum of every row's numerator over the sum of every denominator. */
export function compileRatio(compiler: Compiler, fact: RatioFact) {
  const { ratio } = fact;
  const reader = new RowReader(compiler, ratio.of);
  const blank = cornersOf(reader, ratio, {});
  const bounded = reader.max(ratio.over) < UNBOUNDED;
  const open = compileWindow(compiler, fact.window);
  return (run: Run, view: View): Measured => {
    const opened = open(run, view);
    if (opened.kind !== 'open') return unopened(opened);
    const terms = opened.terms ?? [];
    const own = run.family.members[view.member];
    const members = own === undefined ? run.family.members : [own];
    const rows = recordsOf(run, ratio.of).filter(
      (row) => (own === undefined || row.member === own.index) && isRowOf(run, row, terms),
    );
    const missing = missingRows(compiler, run, { recordType: ratio.of, terms, members });
    const gaps = missing.map(({ member, term }): Gap => ({ recordType: ratio.of, member, terms: [term] }));
    const corners = rows.map((row) => cornersOf(reader, ratio, row.fields));
    const { settled, least, most, code } = rangeOf(corners, {
      corners: blank,
      bounded,
      rows: missing.length,
    });
    // because a spread here took more time than the rest of the ratio
    return {
      settled,
      least,
      most,
      code,
      window: { span: opened.span, terms },
      evidence: run.recorder && evidenceOf(rows, gaps, { reader, fact: ratio }),
    };
  };
}
