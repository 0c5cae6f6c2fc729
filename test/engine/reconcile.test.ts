import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ClaimEvent,
  type ClaimToReconcile,
  reconcile,
  standingOf,
  type StatementLine,
} from '../../engine/programme.ts';

const PENCE = 70_000;
const submitted: ClaimEvent = { event: 'submitted' };

function claim(events: readonly ClaimEvent[], more: Partial<ClaimToReconcile> = {}): ClaimToReconcile {
  return {
    ...{ id: 'c', family: 'F-1', payment: 'result', pence: PENCE, standing: standingOf(PENCE, events) },
    ...{ dueNow: { code: 'same' }, otherRates: [{ pence: 150_000, from: '2013-04-01' }], alike: [], ...more },
  };
}

const line = (pence: number, more: Partial<StatementLine> = {}): StatementLine => ({
  ...{ claim: 'c', pence, on: '2013-11-20', ...more },
});
const paid = [submitted, { event: 'paid', pence: PENCE }] as const;

describe('what is found of one claim', () => {
  test.for<[string, ClaimToReconcile, StatementLine[] | undefined, [string, number][]]>([
    ['submitted, and nobody paid', claim([submitted]), [], [['unpaid', -PENCE]]],
    ['the same by the ledger', claim([submitted]), undefined, [['unpaid', -PENCE]]],
    ['paid by the ledger', claim(paid), undefined, [['settled', 0]]],
    ['paid by the ledger alone', claim(paid), [], [['not-stated', -PENCE]]],
    ['paid by the statement and the ledger', claim(paid), [line(PENCE)], [['settled', 0]]],
    [
      'paid by the statement alone',
      claim([submitted]),
      [line(PENCE)],
      [
        ['settled', 0],
        ['not-recorded', PENCE],
      ],
    ],
    ['a penny short', claim(paid), [line(PENCE - 1)], [['part-paid', -1]]],
    [
      'a penny over',
      claim(paid),
      [line(PENCE + 1)],
      [
        ['other-amount', 1],
        ['not-recorded', 1],
      ],
    ],
    [
      'at the rate of another year',
      claim(paid),
      [line(150_000)],
      [
        ['wrong-year', 80_000],
        ['not-recorded', 80_000],
      ],
    ],
    ['in two lines, once', claim(paid), [line(PENCE - 1), line(1)], [['settled', 0]]],
    [
      'in two lines, twice',
      claim(paid),
      [line(PENCE), line(PENCE)],
      [
        ['paid-twice', PENCE],
        ['not-recorded', PENCE],
      ],
    ],
    [
      'named by family and payment',
      claim(paid),
      [{ family: 'F-1', payment: 'result', pence: PENCE, on: '2013-11-20' }],
      [['settled', 0]],
    ],
    [
      'proposed, and paid',
      claim([]),
      [line(PENCE)],
      [
        ['paid-unsubmitted', 0],
        ['not-recorded', PENCE],
      ],
    ],
    ['withdrawn, and paid', claim([{ event: 'withdrawn' }]), [line(PENCE)], [['paid-unsubmitted', PENCE]]],
    ['proposed, and not paid', claim([]), [], []],
    ['withdrawn, and not paid', claim([{ event: 'withdrawn' }]), undefined, []],
    [
      'taken back',
      claim([...paid, { event: 'clawed-back', pence: PENCE }]),
      undefined,
      [
        ['settled', 0],
        ['clawed-back', -PENCE],
      ],
    ],
    [
      'less due now',
      claim(paid, { dueNow: { code: 'decided', pence: 1, version: '1.1.0' } }),
      undefined,
      [
        ['settled', 0],
        ['not-due', PENCE - 1],
      ],
    ],
    [
      'as much due now',
      claim(paid, { dueNow: { code: 'decided', pence: PENCE, version: '1.1.0' } }),
      undefined,
      [['settled', 0]],
    ],
    [
      'not to be decided now',
      claim(paid, { dueNow: { code: 'not-decided', why: 'erased' } }),
      undefined,
      [
        ['settled', 0],
        ['cannot-be-decided', 0],
      ],
    ],
    [
      'perhaps claimed twice',
      claim(paid, { alike: ['d'] }),
      undefined,
      [
        ['settled', 0],
        ['claimed-twice', PENCE],
      ],
    ],
    [
      'of nobody',
      claim(paid),
      [line(PENCE), line(5, { claim: 'x' })],
      [
        ['settled', 0],
        ['without-claim', 5],
      ],
    ],
  ])('%s', ([, one, statement, expected]) => {
    const found = reconcile([one], statement);
    expect(found.map(({ code, differencePence }) => [code, differencePence])).toEqual(expected);
  });

  test('what explains it is named', () => {
    const found = reconcile(
      [claim(paid, { alike: ['d', 'e'], dueNow: { code: 'decided', pence: 0, version: '1.1.0' } })],
      [line(150_000), line(1, { claim: 'x' })],
    );
    expect(found.map(({ code, because }) => [code, because])).toEqual([
      ['wrong-year', 'the rate from 2013-04-01'],
      ['not-due', 'version 1.1.0'],
      ['claimed-twice', 'd, e'],
      ['not-recorded', ''],
      ['without-claim', 'x'],
    ]);
  });
});

test('of a claim that was withdrawn and made again, a payment by family is of the one that stands', () => {
  const gone = claim([{ event: 'withdrawn' }], { id: 'a' });
  const stands = claim([submitted], { id: 'b' });
  const by = { family: 'F-1', payment: 'result', pence: PENCE, on: '2013-11-20' };
  expect(reconcile([gone, stands], [by]).map(({ code, claim: of }) => [code, of])).toEqual([
    ['settled', 'b'],
    ['not-recorded', 'b'],
  ]);
});

test('of a claim that was clawed back and made again, each line pays the one that has room for it', () => {
  const back = claim([...paid, { event: 'clawed-back', pence: PENCE }], { id: 'a' });
  const again = claim(paid, { id: 'b' });
  const by = { family: 'F-1', payment: 'result', pence: PENCE, on: '2013-11-20' };
  expect(reconcile([back, again], [by, by]).map(({ code, claim: of, rows }) => [code, of, rows])).toEqual([
    ['settled', 'a', [0]],
    ['clawed-back', 'a', [0]],
    ['settled', 'b', [1]],
  ]);
});

test('what is no longer due is measured by what still counts of a claim', () => {
  const half = claim([...paid, { event: 'clawed-back', pence: 30_000 }], {
    dueNow: { code: 'decided', pence: 40_000, version: '1.1.0' },
  });
  expect(reconcile([half], undefined).map(({ code }) => code)).toEqual(['settled', 'clawed-back']);
  const less = { ...half, dueNow: { code: 'decided' as const, pence: 39_999, version: '1.1.0' } };
  expect(reconcile([less], undefined).find(({ code }) => code === 'not-due')?.differencePence).toBe(1);
});

test('every line of a statement is accounted for, once, and every claim that is open has a line', () => {
  const any = fc.record({
    to: fc.constantFrom('c0', 'c1', 'c2', 'x'),
    pence: fc.integer({ min: 1, max: 2 * PENCE }),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 12 }), (lines) => {
      const claims = [[submitted], paid, [submitted, { event: 'queried' as const }]].map((events, at) =>
        claim(events, { id: `c${String(at)}` }),
      );
      const found = reconcile(
        claims,
        lines.map(({ to, pence }) => line(pence, { claim: to })),
      );
      const one = new Map(found.map((variance) => [variance.claim ?? variance.rows.join(), variance.rows]));
      expect([...one.values()].flat().sort((a, b) => a - b)).toEqual(lines.map((_, at) => at));
      for (const { id } of claims) expect(found.some((variance) => variance.claim === id)).toBe(true);
      const paidIn = (id: string | null) => found.find((variance) => variance.claim === id)?.paidPence ?? 0;
      const without = found
        .filter(({ claim: of }) => of === null)
        .reduce((sum, { paidPence }) => sum + paidPence, 0);
      const all = claims.reduce((sum, { id }) => sum + paidIn(id), without);
      expect(all).toBe(lines.reduce((sum, { pence }) => sum + pence, 0));
    }),
  );
});
