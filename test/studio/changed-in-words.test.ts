import { describe, expect, test } from 'vitest';
import { changesBetween } from '../../engine/index.ts';
import { changedInWords } from '../../studio/compare/changed-in-words.ts';
import type { Judgement } from '../../studio/engine.ts';

const none = { reasons: [], lookedFrom: '2014-12-01' } as const;

/** A judgement of which the parts that are told are as they are given. */
function judgement(told: {
  readonly criterion?: Judgement['criteria'][number]['verdict'];
  readonly route?: string | null;
  readonly part?: Judgement['criteria'][number]['verdict'];
  readonly duePence?: number;
  readonly ratePence?: number | null;
}): Judgement {
  const { criterion = 'met', route = 'automatic', part = 'met', duePence = 0, ratePence = 70_000 } = told;
  const education = { id: 'education', label: 'A child is not at school', group: 'national', ...none };
  const automatic = { id: 'automatic', label: 'Three of three', verdict: 'met', ...none } as const;
  const parts = [{ id: 'asb', label: 'Less trouble', verdict: part, reasons: [] }];
  const result = { id: 'result', label: 'Crime and education', verdict: part, parts, ...none };
  const fee = {
    id: 'fee',
    label: 'Attachment fee',
    kind: 'attachment',
    verdict: 'met',
    reasons: [],
  } as const;
  return {
    ...{ asOf: '2014-12-01', attachedOn: '2014-10-01', missing: [], overrides: [] },
    criteria: [{ ...education, verdict: criterion }],
    eligibility: { verdict: criterion, route, routes: [automatic] },
    outcomes: [result],
    payments: [{ ...fee, ratePence, duePence, possiblePence: duePence, alreadyClaimedPence: 0 }],
    ...{ totalDuePence: duePence, totalPossiblePence: duePence },
  } as unknown as Judgement;
}

function told(was: Judgement, now: Judgement) {
  return changedInWords(changesBetween(was, now), [was, now]).map(
    (one) => `${one.what}: ${one.was}, then ${one.now}`,
  );
}

describe('what a draft changes for a family', () => {
  test.for([
    {
      now: { criterion: 'unknown' },
      says: ['Criterion “A child is not at school”: Met, then Not known', 'Eligibility: Met, then Not known'],
    },
    { now: { route: null }, says: ['The route: “Three of three”, then None'] },
    {
      now: { part: 'not-applicable' },
      says: [
        'Outcome “Crime and education”: Met, then Does not apply',
        'Part “Less trouble” of outcome “Crime and education”: Met, then Does not apply',
      ],
    },
    {
      now: { duePence: 320_000 },
      says: [
        'Payment “Attachment fee”, due now: £0, then £3,200',
        'Payment “Attachment fee”, the most that could be due: £0, then £3,200',
        'Due in all: £0, then £3,200',
        'The most that could be due in all: £0, then £3,200',
      ],
    },
    { now: { ratePence: null }, says: ['Payment “Attachment fee”, the rate: £700, then None'] },
    { now: {}, says: [] },
  ] as const)('$now is said by its label', ({ now, says }) => {
    expect(told(judgement({}), judgement(now))).toEqual(says);
  });

  test('a rule that one of them does not have is said so, by the label that the other gives it', () => {
    const without = { ...judgement({}), criteria: [] };
    expect(told(without, judgement({}))).toEqual([
      'Criterion “A child is not at school”: Not there, then Met',
    ]);
    expect(told(judgement({}), without)).toEqual([
      'Criterion “A child is not at school”: Met, then Not there',
    ]);
  });
});
