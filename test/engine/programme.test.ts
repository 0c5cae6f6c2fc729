import { describe, expect, test } from 'vitest';
import { checkProgramme } from '../../engine/programme.ts';
import {
  about,
  addedUp,
  band,
  bands,
  derived,
  document,
  families,
  fund,
  judged,
  money,
  release,
  shared,
  source,
  target,
} from '../builders/programme.ts';

describe('a figure against a target', () => {
  test.for([
    { figure: families(675), of: families(675), percent: 100, verdict: 'met', why: 'all of them' },
    { figure: families(674), of: families(675), percent: 100, verdict: 'not-met', why: '99.85 rounds up' },
    { figure: families(25), of: families(200), percent: 13, verdict: 'not-met', why: '12.5 goes up' },
    { figure: families(124), of: families(1000), percent: 12, verdict: 'not-met', why: '12.4 goes down' },
    { figure: families(0), of: families(7), percent: 0, verdict: 'not-met', why: 'none is a figure' },
    { figure: families(364), of: derived(45, 100, 810), percent: 100, verdict: 'not-met', why: 'half short' },
    { figure: families(365), of: derived(45, 100, 810), percent: 100, verdict: 'met', why: 'half over' },
    { figure: families(304), of: derived(45, 100, 675), percent: 100, verdict: 'met', why: 'of 303.75' },
  ])('is $percent per cent and $verdict ($why)', ({ figure, of, percent, verdict }) => {
    expect(judged([figure], [of])).toMatchObject({ verdict, reached: [{ percent, verdict }] });
  });

  test.for([
    { figures: undefined, expected: [families(10)], why: 'no figure' },
    { figures: [], expected: [families(10)], why: 'no figure in the list' },
    { figures: [families(10)], expected: [], why: 'nothing expected' },
    { figures: [families(9), families(11)], expected: [families(10)], why: 'figures that do not agree' },
    { figures: [families(9)], expected: [families(8), families(10)], why: 'expectations that do not agree' },
  ])('is unknown with $why', ({ figures, expected }) => {
    expect(judged(figures, expected)?.verdict).toBe('unknown');
  });

  test.for([
    { quantity: derived(45, 100, 810), exact: { part: 729, of: 2, text: '364.5' } },
    { quantity: derived(45, 100, 675), exact: { part: 1215, of: 4, text: '303.75' } },
    { quantity: derived(1, 3, 400), exact: { part: 400, of: 3, text: '400/3' } },
    { quantity: derived(1, 1000, 1), exact: { part: 1, of: 1000, text: '0.001' } },
  ])('a share is kept exactly: $exact.text', ({ quantity, exact }) => {
    expect(judged([], [quantity])?.expected).toMatchObject([{ families: exact }]);
  });

  test('a share stays as it is said, beside what it is a share of; a count is a share of nothing', () => {
    const expected = judged([], [derived(10, 100, 1350), families(135)])?.expected;
    expect(expected?.map(({ shareOf }) => shareOf)).toEqual([
      { share: { part: 10, of: 100 }, base: families(1350) },
      null,
    ]);
  });
});

describe('a percentage as it is printed', () => {
  const conflictsOf = (percent: number) =>
    addedUp({
      targets: [
        target({
          ...{ figures: [families(624)], expected: [families(675)] },
          printed: { percent, source },
        }),
      ],
    }).conflicts;

  test('is no conflict where a figure comes to it, and one where none does', () => {
    expect(conflictsOf(92)).toEqual([]);
    expect(conflictsOf(93)).toMatchObject([
      {
        ...{ kind: 'printed', said: [{ value: '92' }, { value: '93' }] },
        difference: { amount: { text: '1' }, unit: 'per-cent' },
      },
    ]);
  });
});

describe('what is said of days, months and words', () => {
  const conflictsOf = (...said: { words: string; on?: string }[]) =>
    addedUp({ statements: [{ ...about, said: said.map((one) => ({ ...one, source })) }] }).conflicts;
  const july = { words: 'July 2013', on: '2013-07' };

  test.for([
    { other: { words: 'Dec 2013', on: '2013-12' }, amount: '5', unit: 'months', why: 'two months' },
    { other: { words: 'June 2012', on: '2012-06' }, amount: '13', unit: 'months', why: 'across a year' },
    { other: { words: '1 August', on: '2013-08-01' }, amount: '1', unit: 'months', why: 'one says no day' },
  ])('$why are $amount $unit apart', ({ other, amount, unit }) => {
    expect(conflictsOf(july, other)).toMatchObject([
      { kind: 'statements', difference: { amount: { text: amount }, unit } },
    ]);
  });

  test('two days are so many days apart, over a leap day', () => {
    const days = conflictsOf({ words: 'a', on: '2012-02-28' }, { words: 'b', on: '2012-03-01' });
    expect(days).toMatchObject([{ difference: { amount: { text: '2' }, unit: 'days' } }]);
  });

  test('words that are no dates differ by nothing that can be counted', () => {
    expect(conflictsOf(july, { words: 'in the autumn' })).toMatchObject([{ difference: null }]);
  });

  test('one month in two spellings is no conflict, and what is said once is none', () => {
    expect(conflictsOf(july, { words: 'Jul. 2013', on: '2013-07' })).toEqual([]);
    expect(conflictsOf(july)).toEqual([]);
  });
});

describe('fees released by performance', () => {
  const releasedAt = (figures: readonly object[] | undefined, fees?: number) =>
    addedUp({
      targets: [target({ expected: [families(100)], ...(figures && { figures }) })],
      releases: [release(fees === undefined ? {} : { fees: money(fees) })],
    }).releases[0];

  test.for([
    { reached: 120, share: '1', now: 1001, later: 0, why: 'more than all' },
    { reached: 75, share: '1', now: 1001, later: 0, why: 'the last that is all' },
    { reached: 74, share: '0.5', now: 500, later: 501, why: 'half, rounded down to the penny' },
    { reached: 33, share: '0.5', now: 500, later: 501, why: 'the last that is half' },
    { reached: 32, share: '0', now: 0, later: 1001, why: 'nothing yet' },
    { reached: 0, share: '0', now: 0, later: 1001, why: 'none worked with' },
  ])('$reached of 100 families: $share ($why)', ({ reached, share, now, later }) => {
    expect(releasedAt([families(reached)], 1001)).toMatchObject({
      known: 'yes',
      released: [{ share: { text: share }, nowPence: now, laterPence: later }],
    });
  });

  test('every band is said, whichever applies and where none can be told', () => {
    const said = ['1 from 0.75', '0.5 from 0.33', '0 from 0'];
    for (const figures of [[families(80)], undefined]) {
      const found = releasedAt(figures)?.bands.map(({ share, from }) => `${share.text} from ${from.text}`);
      expect(found).toEqual(said);
    }
    expect(releasedAt(undefined)?.bands.map(({ rest }) => rest)).toEqual([
      ...[null, 'July to September', 'Once it improves'],
    ]);
  });

  test('just below a band by less than a family is below it', () => {
    expect(releasedAt([derived(749, 1000, 100)])).toMatchObject({
      released: [{ percent: 75, share: { text: '0.5' }, nowPence: null }],
    });
  });

  test('without a figure it is unknown, and with figures in two bands disputed', () => {
    expect(releasedAt(undefined, 1000)).toMatchObject({ known: 'unknown', released: [] });
    expect(releasedAt([families(74), families(75)], 1000)).toMatchObject({
      known: 'disputed',
      released: [{ nowPence: 500 }, { nowPence: 1000 }],
    });
    expect(releasedAt([families(76), families(75)], 1000)).toMatchObject({ known: 'yes' });
  });
});

describe('an allowance of £3,000 a family', () => {
  const allowance = (more: object) =>
    addedUp({ allowances: [{ ...about, perFamily: money(300_000), ...more }] }).allowances[0];

  test.for([
    { count: 1, asked: 299_999, pence: 299_999, over: 0, why: 'below the cap' },
    { count: 1, asked: 300_000, pence: 300_000, over: 0, why: 'the cap' },
    { count: 1, asked: 300_001, pence: 300_000, over: 1, why: 'a penny over' },
    { count: 2, asked: 600_001, pence: 600_000, over: 1, why: 'twice the cap for two' },
    { count: 0, asked: 5, pence: 0, over: 5, why: 'nothing without a family' },
  ])('$asked pence for $count: $pence, and $over over ($why)', ({ count, asked, pence, over }) => {
    const found = allowance({ families: families(count), asked: money(asked) });
    expect(found).toMatchObject({ basis: 'outside-payments', pence, overPence: over });
  });

  test('what was not asked for, or for how many, is not known', () => {
    expect(allowance({ families: families(2) })).toMatchObject({ mostPence: 600_000, pence: null });
    expect(allowance({ asked: money(5) })).toMatchObject({ mostPence: null, pence: null, overPence: null });
  });
});

describe('a programme is refused', () => {
  const found = (parts: object) => {
    const checked = checkProgramme(document(parts));
    return checked.ok ? [] : checked.error;
  };
  const wrongBands = [band(33, 1), band(33, 0)];

  test.for([
    {
      why: 'shares that leave a tenth over',
      parts: {
        splits: [
          shared(1000, [
            [40, 100],
            [1, 2],
          ]),
        ],
      },
      finding: {
        ...{ code: 'shares-not-whole', severity: 'error', pointer: '/splits/0/shares' },
        message: 'these shares add up to `0.9` of the whole, and not to all of it',
        suggestion: '`0.1` of the whole more',
      },
    },
    {
      why: 'shares of more than the whole',
      parts: {
        splits: [
          shared(1000, [
            [2, 3],
            [2, 3],
          ]),
        ],
      },
      finding: {
        ...{ code: 'shares-not-whole', severity: 'error', pointer: '/splits/0/shares' },
        message: 'these shares add up to `4/3` of the whole, and not to all of it',
        suggestion: '`1/3` of the whole less',
      },
    },
    {
      why: 'a release by no target',
      parts: { targets: [target()], releases: [release({ performance: 'onne' })] },
      finding: {
        ...{ code: 'unknown-target', severity: 'error', pointer: '/releases/0/performance' },
        ...{ message: 'no target is named `onne`', suggestion: 'one' },
      },
    },
    {
      why: 'a lowest band that begins above nothing',
      parts: { targets: [target()], releases: [release({ bands: bands.slice(0, 2) })] },
      finding: {
        ...{ code: 'no-lowest-band', severity: 'error', pointer: '/releases/0/bands/1/from' },
        message: 'the last band does not begin at nothing, so that below it nothing is said',
        suggestion: '`0` of `100`',
      },
    },
    {
      why: 'a share above the whole',
      parts: { targets: [target({ expected: [derived(46, 45, 810)] })] },
      finding: {
        ...{ code: 'out-of-range', severity: 'error', pointer: '/targets/0/expected/0/share/part' },
        message: '`46` of `45` is more than all of it',
      },
    },
    {
      why: 'a day that does not exist',
      parts: { statements: [{ ...about, said: [{ words: 'x', on: '2013-02-30', source }] }] },
      finding: {
        ...{ code: 'not-a-day', severity: 'error', pointer: '/statements/0/said/0/on' },
        message: '`2013-02-30` is not a day that exists',
      },
    },
    {
      why: 'a source that there is not',
      parts: { funding: [fund([1], { printed: { pence: 1, source: { ...source, ref: 'raport' } } })] },
      finding: {
        ...{ code: 'unknown-source', severity: 'error', pointer: '/funding/0/printed/source/ref' },
        ...{ message: 'no source is named `raport`', suggestion: 'report' },
      },
    },
    {
      why: 'an id given twice',
      parts: { targets: [target(), target()] },
      finding: {
        ...{ code: 'duplicate-id', severity: 'error', pointer: '/targets/1/id' },
        message: '`one` is already the id of another in this list',
      },
    },
  ])('for $why', ({ parts, finding }) => {
    expect(found(parts)).toEqual([finding]);
  });

  test.for([
    { parts: { funding: [fund([10.5])] }, code: 'not-whole', why: 'part of a penny' },
    {
      parts: { targets: [target({ expected: [families(0)] })] },
      code: 'out-of-range',
      why: 'a target of none',
    },
    { parts: { targets: [target({ figures: [{ families: 3 }] })] }, code: 'missing-key', why: 'no source' },
  ])('for $why, by its form', ({ parts, code }) => {
    expect(found(parts).map((one) => one.code)).toEqual([code]);
  });

  const above = { share: { part: 3, of: 2 }, base: families(1), source };
  const split = shared(1000, [
    [1, 2],
    [1, 2],
  ]);
  const same = split.shares.map((one) => ({ ...one, id: 'same' }));

  test.for([
    {
      why: 'a figure above all of its base',
      parts: { targets: [target({ figures: [above] })] },
      place: ['out-of-range', '/targets/0/figures/0/share/part'],
    },
    {
      why: 'more released than all',
      parts: { targets: [target()], releases: [release({ bands: [band(0, 3)] })] },
      place: ['out-of-range', '/releases/0/bands/0/released/part'],
    },
    {
      why: 'two shares of one id',
      parts: { splits: [{ ...split, shares: same }] },
      place: ['duplicate-id', '/splits/0/shares/1/id'],
    },
    {
      why: 'two bands that begin at one performance',
      parts: { targets: [target()], releases: [release({ bands: [band(0, 1), band(0, 0)] })] },
      place: ['bands-out-of-order', '/releases/0/bands/1/from'],
    },
    {
      why: 'a month that there is not',
      parts: { statements: [{ ...about, said: [{ words: 'x', on: '2013-13', source }] }] },
      place: ['bad-form', '/statements/0/said/0/on'],
    },
  ])('for $why, at its place', ({ parts, place }) => {
    expect(found(parts).map(({ code, pointer }) => [code, pointer])).toEqual([place]);
  });

  test('for everything wrong with it at once', () => {
    const codes = found({
      splits: [shared(1, [[1, 2]])],
      releases: [release({ bands: wrongBands })],
      targets: [target(), target()],
    }).map(({ code }) => code);
    expect(codes).toEqual(['bands-out-of-order', 'no-lowest-band', 'shares-not-whole', 'duplicate-id']);
  });
});
