import { describe, expect, test } from 'vitest';
import type { ComparedPair } from '../../studio/api.ts';
import { difference, headlineOf, versionName } from '../../studio/compare/cohort/comparison-in-words.ts';
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
    expect(filterInWords({}, names)).toBeUndefined();
  });
});
