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
    ...{
      id: 'c',
      family: 'F-1',
      payment: 'result',
      phase: 1,
      localAuthority: 'Harrow',
      on: '2013-10-10',
      pence: PENCE,
    },
    standing: standingOf(more.pence ?? PENCE, events),
    ...{ dueNow: { code: 'same' }, otherRates: [{ pence: 150_000, from: '2013-04-01' }], alike: [], ...more },
  };
}

const linesOf = (...asked: Parameters<typeof reconcile>) => reconcile(...asked).lines;
const dueNow = (pence: number, mostPence = pence): ClaimToReconcile['dueNow'] => ({
  ...{ code: 'decided', pence, mostPence, version: '1.1.0' },
  unknown: mostPence > pence ? 'unknown for want of offence' : '',
});
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
      claim(paid, { dueNow: dueNow(1) }),
      undefined,
      [
        ['settled', 0],
        ['not-due', PENCE - 1],
      ],
    ],
    ['as much due now', claim(paid, { dueNow: dueNow(PENCE) }), undefined, [['settled', 0]]],
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
      'not known now whether it is due: missing is not false',
      claim(paid, { dueNow: dueNow(0, PENCE) }),
      undefined,
      [
        ['settled', 0],
        ['cannot-be-decided', 0],
      ],
    ],
    [
      'not known now whether a part of it is due, and the rest is not',
      claim(paid, { dueNow: dueNow(1, PENCE - 1) }),
      undefined,
      [
        ['settled', 0],
        ['not-due', 1],
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
    const found = linesOf([one], statement);
    expect(found.map(({ code, differencePence }) => [code, differencePence])).toEqual(expected);
  });

  test('what explains it is named', () => {
    const found = linesOf(
      [claim(paid, { alike: ['d', 'e'], dueNow: dueNow(0) })],
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
  expect(linesOf([gone, stands], [by]).map(({ code, claim: of }) => [code, of])).toEqual([
    ['settled', 'b'],
    ['not-recorded', 'b'],
  ]);
});

test('of a claim that was clawed back and made again, two lines pay each of them', () => {
  const back = claim([...paid, { event: 'clawed-back', pence: PENCE }], { id: 'a' });
  const again = claim(paid, { id: 'b' });
  const by = { family: 'F-1', payment: 'result', pence: PENCE, on: '2013-11-20' };
  expect(linesOf([back, again], [by, by]).map(({ code, claim: of, rows }) => [code, of, rows])).toEqual([
    ['settled', 'a', [1]],
    ['clawed-back', 'a', [1]],
    ['settled', 'b', [0]],
  ]);
});

test('what is no longer due is measured by what still counts of a claim', () => {
  const half = claim([...paid, { event: 'clawed-back', pence: 30_000 }], {
    dueNow: dueNow(40_000),
  });
  expect(linesOf([half], undefined).map(({ code }) => code)).toEqual(['settled', 'clawed-back']);
  const less = { ...half, dueNow: dueNow(39_999) };
  expect(linesOf([less], undefined).find(({ code }) => code === 'not-due')?.differencePence).toBe(1);
});
