import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ClaimEvent,
  type ClaimToReconcile,
  reconcile,
  standingOf,
  type StatementLine,
} from '../../engine/programme.ts';

const submitted: ClaimEvent = { event: 'submitted' };
const paid = (pence: number): ClaimEvent[] => [submitted, { event: 'paid', pence }];
const back = (pence: number): ClaimEvent => ({ event: 'clawed-back', pence });

function claim(id: string, pence: number, more: Partial<ClaimToReconcile> = {}): ClaimToReconcile {
  return {
    ...{ id, family: 'F-1', payment: 'fee', phase: 1, localAuthority: 'Harrow', on: '2015-02-02', pence },
    ...{ standing: standingOf(pence, [submitted]), dueNow: { code: 'same' }, otherRates: [], alike: [] },
    ...more,
  };
}

const of = (pence: number, events: readonly ClaimEvent[]) => ({ standing: standingOf(pence, events) });
const line = (pence: number, more: Partial<StatementLine> = {}): StatementLine => ({
  ...{ family: 'F-1', payment: 'fee', pence, on: '2015-02-20', ...more },
});

/** Which rows pay which claim, and what was found of it first; rows of none by their code. */
function found(claims: readonly ClaimToReconcile[], statement: readonly StatementLine[]) {
  const seen = new Set<string | null>();
  return reconcile(claims, statement).lines.flatMap(({ claim: id, code, rows, differencePence }) => {
    if (id !== null && seen.has(id)) return [];
    seen.add(id);
    return [[id, code, [...rows], differencePence]];
  });
}

const clawed = claim('old', 320_000, of(320_000, [...paid(320_000), back(320_000)]));
const inPart = claim('old', 320_000, of(320_000, [...paid(320_000), back(20_000)]));
const second = { phase: 2 };
const brent = { localAuthority: 'Brent' };
const both = 'phase 1 of Harrow; phase 2 of Harrow';

describe('which claim a line pays that names a family and a payment', () => {
  test.for<[string, ClaimToReconcile[], StatementLine[], ReturnType<typeof found>]>([
    [
      'the one that was made again, and not the one that was clawed back',
      [clawed, claim('new', 320_000)],
      [line(320_000)],
      [
        ['old', 'not-stated', [], -320_000],
        ['new', 'settled', [0], 0],
      ],
    ],
    [
      'the one that there was on its day, where another was made after it',
      [clawed, claim('new', 320_000, { on: '2015-02-21' })],
      [line(320_000)],
      [
        ['old', 'settled', [0], 0],
        ['new', 'unpaid', [], -320_000],
      ],
    ],
    [
      'the one that was made on its very day',
      [clawed, claim('new', 320_000, { on: '2015-02-20' })],
      [line(320_000)],
      [
        ['old', 'not-stated', [], -320_000],
        ['new', 'settled', [0], 0],
      ],
    ],
    [
      'what was clawed back in part and claimed again',
      [inPart, claim('new', 20_000)],
      [line(20_000)],
      [
        ['old', 'not-stated', [], -320_000],
        ['new', 'settled', [0], 0],
      ],
    ],
    [
      'all of it, in a statement of everything that was ever paid',
      [inPart, claim('new', 20_000)],
      [line(20_000), line(320_000)],
      [
        ['old', 'settled', [1], 0],
        ['new', 'settled', [0], 0],
      ],
    ],
    [
      'the phase whose amount it is',
      [claim('one', 320_000), claim('two', 100_000, second)],
      [line(100_000)],
      [
        ['one', 'unpaid', [], -320_000],
        ['two', 'settled', [0], 0],
      ],
    ],
    [
      'the phase that it names',
      [claim('one', 100_000), claim('two', 100_000, second)],
      [line(100_000, { phase: 2 })],
      [
        ['one', 'unpaid', [], -100_000],
        ['two', 'settled', [0], 0],
      ],
    ],
    [
      'the authority that it names',
      [claim('one', 100_000), claim('two', 100_000, brent)],
      [line(100_000, { localAuthority: 'Brent' })],
      [
        ['one', 'unpaid', [], -100_000],
        ['two', 'settled', [0], 0],
      ],
    ],
    [
      'nobody’s, where no claim is of the phase that it names',
      [claim('one', 100_000)],
      [line(100_000, { phase: 2 })],
      [
        ['one', 'unpaid', [], -100_000],
        [null, 'without-claim', [0], 100_000],
      ],
    ],
    [
      'not said, where those of two phases are for as much',
      [claim('one', 100_000), claim('two', 100_000, second)],
      [line(100_000)],
      [
        ['one', 'unpaid', [], -100_000],
        ['two', 'unpaid', [], -100_000],
        [null, 'several-claims', [0], 100_000],
      ],
    ],
    [
      'not said, where it is less than those of two authorities',
      [claim('one', 100_000), claim('two', 300_000, brent)],
      [line(50_000)],
      [
        ['one', 'unpaid', [], -100_000],
        ['two', 'unpaid', [], -300_000],
        [null, 'several-claims', [0], 50_000],
      ],
    ],
    [
      'not said, where it is more than those of two phases',
      [claim('one', 100_000), claim('two', 300_000, second)],
      [line(500_000)],
      [
        ['one', 'unpaid', [], -100_000],
        ['two', 'unpaid', [], -300_000],
        [null, 'several-claims', [0], 500_000],
      ],
    ],
    [
      'each, where there is a line for each of two phases',
      [claim('one', 100_000), claim('two', 100_000, second)],
      [line(100_000), line(100_000)],
      [
        ['one', 'settled', [0], 0],
        ['two', 'settled', [1], 0],
      ],
    ],
    [
      'the one that is left over by a line that names its phase',
      [claim('one', 100_000), claim('two', 100_000, second)],
      [line(100_000), line(100_000, { phase: 1 })],
      [
        ['one', 'settled', [1], 0],
        ['two', 'settled', [0], 0],
      ],
    ],
    [
      'the one that is submitted, and not the one that is proposed',
      [claim('one', 100_000, of(100_000, [])), claim('two', 100_000, of(100_000, paid(100_000)))],
      [line(100_000)],
      [['two', 'settled', [0], 0]],
    ],
    [
      'a part beside the one whose amount another line is, whichever is first',
      [claim('one', 100_000), claim('two', 100_000)],
      [line(40_000), line(100_000)],
      [
        ['one', 'settled', [1], 0],
        ['two', 'part-paid', [0], -60_000],
      ],
    ],
    [
      'what is open of one that is paid in part',
      [claim('one', 100_000, of(100_000, paid(60_000))), claim('two', 100_000)],
      [line(40_000), line(60_000)],
      [
        ['one', 'settled', [0, 1], 0],
        ['two', 'unpaid', [], -100_000],
      ],
    ],
  ])('%s', ([, claims, statement, expected]) => {
    expect(found(claims, statement)).toEqual(expected);
  });

  test('the claims that a line may be for are told by phase and authority', () => {
    const { lines } = reconcile([claim('one', 100_000), claim('two', 100_000, second)], [line(100_000)]);
    expect(lines.find(({ code }) => code === 'several-claims')?.because).toBe(both);
  });
});

test('lines are of the claims that are asked about; what other claims are paid is counted apart', () => {
  const [one, two] = [claim('one', 100_000), claim('two', 20_000)];
  const statement = [line(20_000), line(100_000), line(7, { family: 'F-9' })];
  const { lines, elsewhere } = reconcile([two], statement, [one, two]);
  expect(lines.map(({ claim: id, code, rows }) => [id, code, rows])).toEqual([
    ['two', 'settled', [0]],
    ['two', 'not-recorded', [0]],
    [null, 'without-claim', [2]],
  ]);
  expect(elsewhere).toEqual({ rows: 1, pence: 100_000 });
  const unclear = [claim('three', 100_000, second), one];
  const asked = reconcile([two], [line(100_000)], [two, ...unclear]);
  expect([asked.lines.at(-1)?.code, asked.elsewhere]).toEqual(['unpaid', { rows: 1, pence: 100_000 }]);
});

describe('laws', () => {
  const events = fc.constantFrom<(pence: number) => readonly ClaimEvent[]>(
    () => [],
    () => [submitted],
    () => [submitted, { event: 'withdrawn' }],
    paid,
    (pence) => paid(pence - 1),
    (pence) => [...paid(pence), back(pence)],
    (pence) => [...paid(pence), back(1)],
  );
  const some = fc.record({
    family: fc.constantFrom('F-1', 'F-2'),
    phase: fc.constantFrom(1, 2),
    localAuthority: fc.constantFrom('Harrow', 'Brent'),
    pence: fc.constantFrom(100, 200, 300),
    on: fc.constantFrom('2015-02-02', '2015-02-21'),
    events,
  });
  const claims = fc
    .array(some, { maxLength: 6 })
    .map((all) =>
      all.map(({ events: its, pence, ...more }, at) =>
        claim(`c${String(at)}`, pence, { ...more, ...of(pence, its(pence)) }),
      ),
    );
  const names = fc.oneof(
    fc.record({ claim: fc.constantFrom('c0', 'c1', 'c2', 'c9') }),
    fc.record({
      family: fc.constantFrom('F-1', 'F-2', 'F-9'),
      payment: fc.constantFrom('fee', 'other'),
      phase: fc.constantFrom(undefined, 1, 2),
      localAuthority: fc.constantFrom(undefined, 'Harrow', 'Brent'),
    }),
  );
  const lines = fc.array(
    fc
      .record({ names, pence: fc.constantFrom(1, 100, 200, 300, 500) })
      .map(({ names: named, pence }): StatementLine => ({ ...named, pence, on: '2015-02-20' })),
    { maxLength: 10 },
  );
  const ofPayments = new Set([
    ...['settled', 'unpaid', 'not-stated', 'part-paid', 'other-amount', 'wrong-year', 'paid-twice'],
    ...['paid-unsubmitted', 'without-claim', 'several-claims'],
  ]);
  const sum = (all: readonly { readonly pence: number }[]) => all.reduce((to, { pence }) => to + pence, 0);

  test('every line is of one claim, or is said to be of none or of several; and every claim that is submitted has a line', () => {
    fc.assert(
      fc.property(claims, lines, (all, statement) => {
        const { lines: out, elsewhere } = reconcile(all, statement);
        const rows = new Map(out.map((one) => [one.claim ?? `row ${one.rows.join()}`, one.rows]));
        expect([...rows.values()].flat().sort((a, b) => a - b)).toEqual(statement.map((_, at) => at));
        expect(elsewhere).toEqual({ rows: 0, pence: 0 });
        for (const { id, standing } of all)
          if (!['proposed', 'withdrawn'].includes(standing.state))
            expect(out.some((one) => one.claim === id)).toBe(true);
      }),
    );
  });

  test('the differences come to what is stated less what was claimed', () => {
    fc.assert(
      fc.property(claims, lines, (all, statement) => {
        const out = reconcile(all, statement).lines.filter(({ code }) => ofPayments.has(code));
        const claimed = all.filter(
          ({ id, standing }) => standing.state !== 'withdrawn' && out.some(({ claim: its }) => its === id),
        );
        const differences = out.reduce((to, { differencePence }) => to + differencePence, 0);
        expect(differences).toBe(sum(statement) - sum(claimed));
      }),
    );
  });

  test('where in the statement a line stands changes nothing', () => {
    fc.assert(
      fc.property(
        claims,
        lines.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        (all, [statement, shuffled]) => {
          const told = (asked: readonly StatementLine[]) =>
            reconcile(all, asked)
              .lines.map(({ rows, ...one }) =>
                JSON.stringify([one, rows.map((row) => JSON.stringify(asked[row])).sort()]),
              )
              .sort();
          expect(told(shuffled)).toEqual(told(statement));
        },
      ),
    );
  });

  test('asked run by run, no line is left out or counted for two runs', () => {
    fc.assert(
      fc.property(claims, lines, (all, statement) => {
        const whole = reconcile(all, statement).lines;
        const parts = [0, 1].map((half) => {
          const its = all.filter((_, at) => at % 2 === half);
          const { lines: out } = reconcile(its, statement, all);
          return out.filter(({ claim: id }) => id !== null);
        });
        const order = (one: (typeof whole)[number]) => JSON.stringify(one);
        expect(parts.flat().map(order).sort()).toEqual(
          whole
            .filter(({ claim: id }) => id !== null)
            .map(order)
            .sort(),
        );
      }),
    );
  });
});
