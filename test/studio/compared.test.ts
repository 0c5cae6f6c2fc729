import { describe, expect, test } from 'vitest';
import type { ComparedPair } from '../../studio/api.ts';
import {
  cohortStripHeadline,
  cohortStripRows,
  isMoved,
} from '../../studio/compare/cohort/cohort-strip-rows.ts';
import {
  difference,
  headlineOf,
  versionName,
  versionsNamed,
} from '../../studio/compare/cohort/comparison-in-words.ts';
import { filterIn, filterInWords } from '../../studio/compare/cohort/filter-in-words.ts';
import { eligibilityFirst, paymentNamed, verdictOf } from '../../studio/compare/cohort/names-in-rules.ts';
import { matrixOf } from '../../studio/compare/cohort/transitions.ts';
import { shippedLibrary } from '../builders/http.ts';

const pair: ComparedPair = {
  ...{ left: 0, right: 1, families: 1350, changed: 23, becameEligible: 3, stoppedEligible: 0 },
  ...{ leftDuePence: 67_220_000, rightDuePence: 67_440_000, leftPossiblePence: 0, rightPossiblePence: 0 },
  ...{ verdicts: [], payments: [], shared: { criteria: [], outcomes: [], payments: [] } },
};

describe('the headline of a comparison', () => {
  test.for([
    {
      why: 'who becomes eligible, and that more is due',
      of: {},
      said: 'Of 1,350 families 23 are told something different. 3 become eligible and none stops being so; £2,200 more is due: £674,400 and not £672,200.',
    },
    {
      why: 'one of each, and that less is due',
      of: { changed: 1, becameEligible: 0, stoppedEligible: 1, rightDuePence: 67_140_000 },
      said: 'Of 1,350 families 1 is told something different. None becomes eligible and 1 stops being so; £800 less is due: £671,400 and not £672,200.',
    },
    {
      why: 'that nobody moves and as much is due',
      of: { changed: 2, becameEligible: 0, rightDuePence: 67_220_000 },
      said: 'Of 1,350 families 2 are told something different. Nobody becomes eligible or stops being so; as much is due as before, £672,200.',
    },
    {
      why: 'that nothing changes',
      of: { families: 1, changed: 0 },
      said: 'Of 1 family none is told anything different.',
    },
  ])('says $why', ({ of, said }) => {
    expect(headlineOf({ ...pair, ...of })).toBe(said);
  });

  test('an amount says its sign in words', () => {
    expect([-1050, 0, 100].map(difference)).toEqual(['£10.50 less', 'no difference', '£1 more']);
  });
});

test('a draft is named as one, with the revision that was compared', () => {
  const version = { id: 'phase-1', version: '1.0.0', hash: '', draft: null, revision: null };
  expect(versionName(version)).toBe('phase-1 1.0.0');
  expect(versionName({ ...version, draft: 'd-1', revision: 4 })).toBe('a draft of phase-1, revision 4');
});

test.for([
  { versions: ['phase-1@1.0.0', 'phase-1@1.1.0'], said: 'phase-1 1.0.0 and phase-1 1.1.0' },
  { versions: ['phase-2@1.0.0', 'phase-2@1.1.0', 'phase-2@2.0.0'], said: 'phase-2 1.0.0, 1.1.0 and 2.0.0' },
  {
    versions: ['phase-1@1.0.0', 'phase-2@1.0.0', 'phase-2@1.1.0'],
    said: 'phase-1 1.0.0, phase-2 1.0.0 and 1.1.0',
  },
])('versions of one ruleset are said with its id once: $said', ({ versions, said }) => {
  const named = versions.map((one) => {
    const [id = '', version = ''] = one.split('@');
    return { id, version, hash: '', draft: null, revision: null };
  });
  expect(versionsNamed(named)).toBe(said);
});

describe('a cohort under every version', () => {
  const met = (path: string, count: number, unknown = 0) => ({
    path,
    families: [
      { verdict: 'met' as const, count },
      { verdict: 'unknown' as const, count: unknown },
    ],
  });
  const fee = (duePence: number) => [{ id: 'fee', due: 1, possible: 1, duePence, possiblePence: duePence }];
  const sums = { possiblePence: 0 };
  const versions = [
    { ...sums, position: 0, duePence: 0, verdicts: [met('/criteria/a/verdict', 1, 2)], payments: [] },
    {
      ...{ ...sums, position: 1, duePence: 100_000, payments: fee(100_000) },
      verdicts: [met('/criteria/a/verdict', 3), met('/eligibility/verdict', 1)],
    },
    {
      ...{ ...sums, position: 2, duePence: 100_000, payments: fee(100_000) },
      verdicts: [met('/criteria/a/verdict', 3), met('/eligibility/verdict', 1)],
    },
  ];
  const moved = { from: 'unknown' as const, to: 'met' as const, count: 2 };
  const stayed = { from: 'met' as const, to: 'met' as const, count: 1 };
  const pairs = [
    {
      ...{ ...pair, changed: 2, verdicts: [{ path: '/criteria/a/verdict', families: [moved, stayed] }] },
      payments: [{ id: 'fee', families: 1, leftDuePence: 0, rightDuePence: 100_000 }].map((one) => ({
        ...{ ...one, leftPossiblePence: 0, rightPossiblePence: 0 },
      })),
    },
    { ...pair, left: 1, right: 2, changed: 0 },
  ];
  const rows = cohortStripRows({ versions, pairs });

  test.for([
    {
      what: 'eligibility, which comes first, and was not there before',
      at: 0,
      cells: [undefined, '1 met', '1 met'],
      moved: [0, 0, 0],
      filter: { path: '/eligibility/verdict' },
    },
    {
      what: 'a criterion, of how many it is not known only where there are any',
      at: 1,
      cells: ['1 met, 2 not known', '3 met', '3 met'],
      moved: [0, 2, 0],
      filter: { path: '/criteria/a/verdict' },
    },
    {
      what: 'a payment that one version does not have',
      at: 2,
      cells: [undefined, '£1,000', '£1,000'],
      moved: [0, 1, 0],
      filter: { payment: 'fee' },
    },
    {
      what: 'all that is due',
      at: 3,
      cells: ['£0', '£1,000', '£1,000'],
      moved: [0, 2, 0],
      filter: { changed: 'true' },
    },
  ])('has a row for $what', ({ at, cells, moved, filter }) => {
    expect(rows[at]?.cells.map(({ text }) => text)).toEqual(cells);
    expect(rows[at]?.cells.map((cell) => cell.moved)).toEqual(moved);
    expect(rows[at]?.cells[1]?.filter).toEqual(filter);
    expect(isMoved(rows[at] ?? { of: { kind: 'all' }, cells: [] })).toBe(moved.some((count) => count > 0));
  });

  test('has a headline that counts the steps that change anything', () => {
    expect(cohortStripHeadline({ pairs, families: 3 })).toBe(
      '1 of 2 steps from one version to the next tells some of 3 families something different.',
    );
    expect(cohortStripHeadline({ pairs: pairs.slice(1), families: 1 })).toBe(
      'No step from one version to the next tells any of 1 family anything different.',
    );
  });
});

test('a matrix has the sides alone that there are, in one order, and counts who moves', () => {
  const matrix = matrixOf({
    path: '/criteria/crime/verdict',
    families: [
      { from: 'unknown', to: 'met', count: 2 },
      { from: 'met', to: 'met', count: 5 },
      { from: null, to: 'not-met', count: 1 },
      { from: 'not-applicable', to: 'unknown', count: 0 },
    ],
  });
  expect(matrix.before).toEqual(['met', 'unknown', 'none']);
  expect(matrix.after).toEqual(['met', 'not-met']);
  expect(matrix.count('unknown', 'met')).toBe(2);
  expect(matrix.count('met', 'not-met')).toBe(0);
  expect(matrix.moved).toBe(3);
});

describe('what is compared', () => {
  const rulesets = (shippedLibrary().rulesets.get('phase-1') ?? []).map(({ ruleset }) => ruleset);

  test('is called by its label, and by its id where no version here has it', () => {
    expect(verdictOf('/eligibility/verdict', rulesets)).toBe('Eligibility');
    expect(verdictOf('/criteria/education/verdict', rulesets)).toMatch(
      /^Criterion “A child is not in school/,
    );
    expect(verdictOf('/outcomes/gone/verdict', rulesets)).toBe('Outcome “gone”');
    expect(paymentNamed('gone', rulesets)).toBe('gone');
  });

  test('begins with eligibility', () => {
    const paths = ['/criteria/a/verdict', '/eligibility/verdict', '/outcomes/b/verdict'].map((path) => ({
      path,
    }));
    expect(eligibilityFirst(paths).map(({ path }) => path)).toEqual([
      '/eligibility/verdict',
      '/criteria/a/verdict',
      '/outcomes/b/verdict',
    ]);
  });

  test('is filtered by the address, in words', () => {
    const search = { path: '/eligibility/verdict', from: 'met', to: 'none', pair: '0', cursor: '1.1' };
    const filter = filterIn(search);
    expect(filter).toEqual({ path: '/eligibility/verdict', from: 'met', to: 'none' });
    const names = { before: 'A', after: 'B', rulesets, edit: () => 'one' };
    expect(filterInWords(filter, names)).toBe('Eligibility: Met under A, Not there under B');
    expect(filterInWords({ edit: '3', changed: 'true' }, names)).toBe(
      'Helped to explain by the edit: one; Told something different',
    );
    expect(filterInWords({ path: '/eligibility/verdict' }, names)).toBe('Eligibility: told differently');
    expect(filterInWords({}, names)).toBeUndefined();
  });
});
