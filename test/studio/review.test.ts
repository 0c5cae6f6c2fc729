import { describe, expect, test } from 'vitest';
import { acceptDecided } from '../../studio/review/accept-decided.ts';
import { subjectInWords, valueInWords } from '../../studio/review/difference-in-words.ts';
import { isoDay } from '../../studio/ui/day-text.ts';

const told = (differences: { path: string; expected: unknown; actual: unknown }[]) => ({
  ...{ id: 'second', name: 'The second', passed: false, findings: [], differences },
});
const file = { cases: [{ id: 'first' }, { id: 'second' }] };

describe('a case that is told to expect what is decided', () => {
  test('is changed where it differs, in one step', () => {
    const differences = [
      { path: '/criteria/education', expected: 'met', actual: 'not-met' },
      { path: '/nodes/education.exclusions@m2', expected: 'met', actual: 'unknown' },
    ];
    expect(acceptDecided(file, told(differences))).toMatchObject({
      file: 'cases',
      changes: [
        { set: ['cases', 1, 'expect', 'criteria', 'education'], value: 'not-met' },
        { set: ['cases', 1, 'expect', 'nodes', 'education.exclusions@m2'], value: 'unknown' },
      ],
    });
  });

  test.for([
    { path: '/route', actual: null, taken: true, why: 'no route is a value' },
    { path: '/criteria/gone', actual: null, taken: false, why: 'what the rules lack cannot be expected' },
    {
      path: '/missing',
      actual: [{ recordType: 'exclusion' }],
      taken: false,
      why: 'a list says more than a case may',
    },
    { path: '/totalDuePence', actual: 0, taken: true, why: 'nothing due is a value' },
  ])('$path: $actual ($why)', ({ path, actual, taken }) => {
    expect(acceptDecided(file, told([{ path, expected: 'x', actual }])) !== undefined).toBe(taken);
  });

  test('is left alone where the file has no such case', () => {
    const differences = [{ path: '/eligibility', expected: 'met', actual: 'unknown' }];
    expect(acceptDecided({ cases: [] }, told(differences))).toBeUndefined();
    expect(acceptDecided('not a file', told(differences))).toBeUndefined();
  });
});

test.for([
  [{ path: '/criteria/education', expected: 'not-met' }, 'criterion `education`', 'Not met'],
  [{ path: '/payments/fee/duePence', expected: 320000 }, 'payment `fee`, amount due', '£3,200'],
  [{ path: '/route', expected: null }, 'the route named', 'none'],
  [{ path: '/missing', expected: [] }, 'what is missing', 'nothing'],
  [{ path: '/parts/crime~1work.part', expected: 'met' }, 'part of an outcome `crime/work.part`', 'Met'],
] as const)('%o is of %s: %s', ([difference, subject, value]) => {
  expect(subjectInWords(difference)).toBe(subject);
  expect(valueInWords(difference, difference.expected)).toBe(value);
});

test.for([
  ['29/2/2024', '2024-02-29', 'a leap day'],
  ['29/2/2026', undefined, 'no such day'],
  ['1/4/2026', '2026-04-01', 'single figures'],
  ['//', undefined, 'nothing typed'],
  ['1/13/2026', undefined, 'no such month'],
] as const)('%s is %s (%s)', ([kept, iso]) => {
  expect(isoDay(kept)).toBe(iso);
});
