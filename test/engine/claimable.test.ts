import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addDays, claimable, claimableDays } from '../../engine/index.ts';
import { day } from '../builders/decided.ts';
import { readFamily, shippedRuleset } from '../builders/shipped.ts';

const rules = shippedRuleset('england/phase-1/1.0.0');
const example = JSON.parse(readFileSync('server/examples/family.json', 'utf8')) as {
  readonly records: Readonly<Record<string, unknown>>;
};

const asked = (family: object, asOf: string, until = addDays(day(asOf), 1096)) =>
  claimableDays(rules, readFamily(family), { asOf: day(asOf), until });
const of = (found: ReturnType<typeof asked>, payment: string) => found.find((one) => one.payment === payment);

test('what is found has the form that is promised, in the order of the ruleset', () => {
  const found = asked(example, '2012-12-01');
  expect(found.map((one) => claimable.parse(one))).toEqual(found);
  expect(found.map(({ payment }) => payment)).toEqual(rules.ruleset.payments.map(({ id }) => id));
});

describe('the example family, attached on 1 October 2012', () => {
  test.for([
    {
      why: 'the fee was claimed before',
      payment: 'attachment-fee',
      possible: null,
    },
    {
      why: 'six months after attachment, and no later than the last claim in May 2015; attendance is not known yet',
      payment: 'result-crime-education',
      possible: { from: '2013-04-01', until: '2015-06-01', pence: 70_000 },
    },
    {
      why: 'from the day after the parent volunteered, for six months, until when employment is looked for',
      payment: 'result-progress-to-work',
      possible: { from: '2013-05-02', until: '2013-11-02', pence: 10_000 },
    },
  ])('$payment: $why', ({ payment, possible }) => {
    expect(of(asked(example, '2012-12-01'), payment)).toMatchObject({ due: null, possible });
  });

  test('no day after the last one asked about is found, and that one is', () => {
    const before = asked(example, '2012-12-01', day('2013-03-31'));
    expect(of(before, 'result-crime-education')?.possible).toBeNull();
    const on = asked(example, '2012-12-01', day('2013-04-01'));
    expect(of(on, 'result-crime-education')?.possible).toEqual({
      from: '2013-04-01',
      until: null,
      pence: 70_000,
    });
  });

  test('attendance of three terms is known: due from the day the third has ended, until the next one has', () => {
    const rows = ['autumn', 'spring', 'summer'].map((season) => ({
      ...{ member: 'm2', term: `2012-13/${season}`, possible: 140, authorised: 4, unauthorised: 2 },
    }));
    const placements = [
      { from: '2012-06-07', to: '2012-09-03', kind: 'pupil-referral-unit', becauseExcluded: true },
      { from: '2012-09-03', to: null, kind: 'mainstream' },
    ].map((placement) => ({ member: 'm2', ...placement }));
    const records = { ...example.records, 'term-attendance': rows, 'school-placement': placements };
    const offences = (to: string) => ({ coverage: { offence: [{ from: '2011-01-01', to }] } });
    const result = (coverage: object) =>
      of(asked({ ...example, records, ...coverage }, '2012-12-01'), 'result-crime-education')?.due;
    const due = { from: '2013-07-18', until: '2013-12-21', pence: 70_000 };
    // What is known until the eve of the day goes on; what is known no longer does not.
    expect(result(offences('2012-12-01'))).toEqual(due);
    expect(result(offences('2012-11-30'))).toBeNull();
  });
});
