import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Costs } from '../../engine/programme.ts';
import { checkedUnits, costOf, costsFound, sheetOf, unitCostsOf } from '../builders/counted.ts';
import { familiesOf } from '../builders/synthetic.ts';
import { dayOf, isoOf } from '../reference/days.ts';

interface Row {
  readonly member?: string | null;
  readonly on?: string;
  readonly from?: string;
  readonly to?: string | null;
  readonly kind?: string;
  readonly proven?: boolean | null;
  readonly sessions?: number | null;
}

interface Raw {
  readonly members: readonly { id: string; joinedOn?: string | null; leftOn?: string | null }[];
  readonly records: Readonly<Record<string, readonly Row[] | null>>;
  readonly coverage?: Readonly<Record<string, readonly Row[] | null>> | null;
}

type Answer = 'yes' | 'no' | 'maybe';

const proven = ({ proven: said }: Row): Answer => (said === true ? 'yes' : said === false ? 'no' : 'maybe');
const kindIs =
  (kind: string) =>
  (row: Row): Answer =>
    row.kind === kind ? 'yes' : 'no';

/** What is counted, and the same said again in the plainest words. */
const things = [
  { counted: { records: 'arrest', per: 'record' }, passes: () => 'yes' as const, named: true },
  { counted: { records: 'offence', where: { proven: true }, per: 'record' }, passes: proven, named: true },
  { counted: { records: 'police-call-out', per: 'record' }, passes: () => 'yes' as const, named: false },
  { counted: { records: 'exclusion', sum: 'sessions' }, passes: () => 'yes' as const, named: true },
  {
    ...{ counted: { records: 'child-protection', per: 'record' }, passes: () => 'yes' as const },
    named: true,
  },
  { counted: { records: 'benefit', where: { kind: 'JSA' }, per: 'day' }, passes: kindIs('JSA'), named: true },
  { counted: { records: 'employment', per: 'day' }, passes: () => 'yes' as const, named: true },
  { counted: { records: 'debt', per: 'day' }, passes: () => 'yes' as const, named: false },
  { counted: { records: 'arrears', per: 'day' }, passes: () => 'yes' as const, named: false },
] as const;

type Thing = (typeof things)[number];

interface Asked {
  readonly from: number;
  readonly to: number;
  readonly asOf: number;
}

/** Whether a day lies in a span that may be open at either end. */
function lies(day: number, from: string | null | undefined, to: string | null | undefined): boolean {
  return (!from || day >= dayOf(from)) && (!to || day < dayOf(to));
}

/** A day at a time, a member at a time, then of no member: what surely counts, and whether anything else may. */
function byHand({ counted, passes, named }: Thing, family: Raw, { from, to, asOf }: Asked) {
  const type = counted.records;
  const rows = family.records[type] ?? [];
  const spans = family.coverage?.[type] ?? undefined;
  let [sure, open] = [0, false];
  for (const whose of [...family.members, undefined]) {
    for (let day = from; day < to; day += 1) {
      if (whose !== undefined && !lies(day, whose.joinedOn, whose.leftOn)) continue;
      const isKnown =
        day <= asOf &&
        (spans === undefined
          ? Array.isArray(family.records[type])
          : spans.some((one) => (!one.member || one.member === whose?.id) && lies(day, one.from, one.to)));
      const there = rows.filter((row) => {
        if ((row.member ?? undefined) !== whose?.id || day > asOf) return false;
        const first = dayOf(row.on ?? row.from ?? '');
        const isDays = 'per' in counted && counted.per === 'day';
        return isDays ? lies(day, row.from, row.to) : day === first;
      });
      const answers = there.map(passes);
      if ('per' in counted && counted.per === 'day') {
        if (answers.includes('yes')) sure += 1;
        else if (answers.includes('maybe')) open = true;
        else if (!isKnown && (whose !== undefined || !named)) open = true;
        continue;
      }
      for (const [at, row] of there.entries()) {
        const worth = 'sum' in counted ? row.sessions : 1;
        if (worth === 0 || answers[at] === 'no') continue;
        if (answers[at] === 'maybe' || typeof worth !== 'number') open = true;
        else sure += worth;
      }
      open ||= !isKnown && (whose !== undefined || !named);
    }
  }
  return { sure, open };
}

/** The number and whether it is whole, of one phase. */
function found(thing: Thing, family: unknown, asked: Asked & { readonly cut?: number }) {
  const { from, to, asOf, cut } = asked;
  const spans =
    cut === undefined
      ? [{ from, to }]
      : [
          { from, to: cut },
          { from: cut, to },
        ];
  const sheet = sheetOf(spans.map((one) => ({ from: isoOf(one.from), to: isoOf(one.to) })));
  const units = checkedUnits(unitCostsOf([costOf(thing.counted)]));
  return costsFound(units, sheet, { family, asOf: isoOf(asOf) }).phases.map(told);
}

function told({ lines, notKnown }: Costs['phases'][number]) {
  const [line] = lines;
  const quantity = line?.counted?.quantity ?? 0;
  if (typeof quantity !== 'number') throw new Error('nothing here is of weeks');
  return { sure: quantity, open: line?.derived?.atLeast ?? notKnown.length > 0 };
}

const familyAt = familiesOf('corners', 2013);
const question = fc
  .record({
    index: fc.nat(4000),
    thing: fc.constantFrom(...things),
    first: fc.integer({ min: -500, max: 500 }),
    length: fc.integer({ min: 2, max: 260 }),
    seen: fc.integer({ min: -40, max: 900 }),
  })
  .map(({ index, thing, first, length, seen }) => {
    const from = dayOf(familyAt(index).attachedOn ?? '2013-10-01') + first;
    const to = from + length;
    return { index, thing, asked: { from, to, asOf: to - 1 + (seen > 800 ? -seen % 200 : seen) } };
  });

test('a count a day at a time, of the family as it is written, agrees', () => {
  let counted = 0;
  fc.assert(
    fc.property(question, ({ index, thing, asked }) => {
      const family = familyAt(index);
      const own = byHand(thing, family as unknown as Raw, asked);
      counted += own.sure > 0 ? 1 : 0;
      expect(found(thing, family, asked)).toEqual([own]);
    }),
    { numRuns: 1000 },
  );
  expect(counted).toBeGreaterThan(40);
});

test('a span in two parts adds up to the whole', () => {
  fc.assert(
    fc.property(question, fc.nat(), ({ index, thing, asked }, where) => {
      const cut = asked.from + 1 + (where % (asked.to - asked.from - 1));
      const family = familyAt(index);
      const parts = found(thing, family, { ...asked, cut });
      const [whole] = found(thing, family, asked);
      expect(parts.reduce((total, { sure }) => total + sure, 0)).toBe(whole?.sure);
      expect(parts.some(({ open }) => open)).toBe(whole?.open);
    }),
    { numRuns: 600 },
  );
});

test('so do sessions of school terms, which count where their term begins', () => {
  const thing = { counted: { records: 'term-attendance', sum: 'unauthorised' } } as unknown as Thing;
  let counted = 0;
  fc.assert(
    fc.property(question, fc.nat(), ({ index, asked }, where) => {
      const span = { ...asked, to: asked.from + 300, asOf: asked.from + 400 };
      const family = familyAt(index);
      const [whole] = found(thing, family, span);
      const parts = found(thing, family, { ...span, cut: span.from + 1 + (where % 299) });
      counted += whole !== undefined && whole.sure > 0 ? 1 : 0;
      expect(parts.reduce((total, { sure }) => total + sure, 0)).toBe(whole?.sure);
      expect(parts.some(({ open }) => open)).toBe(whole?.open);
    }),
    { numRuns: 300 },
  );
  expect(counted).toBeGreaterThan(20);
});
