import type { Fact } from '../../engine/document/fact.ts';
import type { RecordType } from '../../engine/document/vocabulary.ts';
import { missingRows } from './knowledge.ts';
import type { Look, Settled } from './question.ts';
import type { RawRecord } from './raw-family.ts';
import { recordTypeOf, seenRecords } from './records.ts';
import { UNBOUNDED, type Pooled, type Share } from './values.ts';
import type { Window } from './windows.ts';

type Ratio = Extract<Fact, { ratio: unknown }>['ratio'];

/** More than any number that the generators put in a row. */
const LARGEST = 120;

function maxOf(type: RecordType, field: string): number {
  const found = type.fields[field];
  return found?.type === 'count' && found.max !== undefined ? found.max : UNBOUNDED;
}

/** What a field of a row may be on its own: what is there, or anything up to its most. */
function choices(type: RecordType, row: RawRecord, field: string): number[] {
  const given = row[field];
  if (typeof given === 'number') return [given];
  const most = maxOf(type, field);
  const small = Array.from({ length: Math.min(most, LARGEST) + 1 }, (_, number) => number);
  return most > LARGEST ? [...small, most] : small;
}

/** Every way to fill a row that keeps within the limits of its type. */
function completions(type: RecordType, row: RawRecord, fields: readonly string[]): Record<string, number>[] {
  const filled = fields.reduce<Record<string, number>[]>(
    (rows, field) =>
      rows.flatMap((started) => choices(type, row, field).map((number) => ({ ...started, [field]: number }))),
    [{}],
  );
  const total = (numbers: Record<string, number>, of: readonly string[]) =>
    of.reduce((sum, field) => sum + (numbers[field] ?? 0), 0);
  return filled.filter((numbers) =>
    (type.limits ?? []).every(({ sum, atMost }) => total(numbers, sum) <= (numbers[atMost] ?? UNBOUNDED)),
  );
}

const sharedBefore = new WeakMap<RecordType, Map<string, Share[]>>();

function sharesOf(ratio: Ratio, type: RecordType, row: RawRecord): Share[] {
  const shared = sharedBefore.get(type) ?? new Map<string, Share[]>();
  sharedBefore.set(type, shared);
  const key = JSON.stringify([ratio, { ...row, member: undefined, term: undefined }]);
  const shares = shared.get(key) ?? sharesOfRow(ratio, type, row);
  shared.set(key, shares);
  return shares;
}

function sharesOfRow(ratio: Ratio, type: RecordType, row: RawRecord): Share[] {
  const counts = Object.keys(type.fields).filter((name) => type.fields[name]?.type === 'count');
  const total = (numbers: Record<string, number>, of: readonly string[]) =>
    of.reduce((sum, field) => sum + (numbers[field] ?? 0), 0);
  return completions(type, row, counts).map((numbers) => ({
    over: total(numbers, [ratio.sum].flat()) - total(numbers, ratio.minus ?? []),
    under: numbers[ratio.over] ?? 0,
  }));
}

const WHOLLY_OPEN: Pooled = {
  rows: [
    [
      { over: 0, under: 1 },
      { over: 1, under: 1 },
    ],
  ],
};

/** What each row may add, or `not-applicable` where there is nothing to divide by. */
export function ratioOf(
  look: Look,
  fact: Extract<Fact, { ratio: unknown }>,
  window: Window,
): [Pooled | 'not-applicable'] | Settled {
  const { ratio } = fact;
  const type = recordTypeOf(look.question, ratio.of);
  const present = seenRecords(look, ratio.of)
    .filter(({ term }) => term !== undefined && window.terms.includes(term))
    .map(({ record }) => sharesOf(ratio, type, record));
  const missing = missingRows(look, fact, { type: ratio.of, terms: window.terms });
  const bounded = maxOf(type, ratio.over) < UNBOUNDED;
  const blank = bounded && missing > 0 ? sharesOf(ratio, type, {}) : [];
  const rows = [...present, ...Array.from({ length: bounded ? missing : 0 }, () => blank)];
  const underOf = (pick: (...numbers: number[]) => number) =>
    rows.reduce((sum, shares) => sum + pick(...shares.map(({ under }) => under)), 0);
  if (underOf(Math.max) === 0 && (bounded || missing === 0)) return ['not-applicable'];
  if (underOf(Math.min) === 0) return 'undetermined';
  return [bounded || missing === 0 ? { rows } : WHOLLY_OPEN];
}
