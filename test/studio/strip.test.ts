import { expect, test } from 'vitest';
import type { Strip } from '../../studio/api.ts';
import { flips, headline, stripRows } from '../../studio/compare/strip/strip-rows.ts';

interface Told {
  readonly eligibility: string;
  readonly criteria: Readonly<Record<string, string>>;
  readonly due: number;
}

/** As much of a decision as a strip shows. */
const decided = ({ eligibility, criteria, due }: Told) => ({
  eligibility: { verdict: eligibility, routes: [] },
  criteria: Object.entries(criteria).map(([id, verdict]) => ({ id, label: id, verdict })),
  outcomes: [],
  payments: [{ id: 'fee', label: 'Fee', verdict: 'met', duePence: due }],
  ...{ totalDuePence: due, totalPossiblePence: 400_000 },
});

const strip = {
  versions: [
    decided({ eligibility: 'met', criteria: { crime: 'met' }, due: 100_000 }),
    decided({ eligibility: 'met', criteria: { crime: 'unknown', health: 'met' }, due: 100_000 }),
    decided({ eligibility: 'met', criteria: { crime: 'unknown' }, due: 80_050 }),
  ],
} as unknown as Pick<Strip, 'versions'>;

test('a row a thing that any version tells, a cell a version, and where it is not the one before', () => {
  const rows = stripRows(strip).map((row) => [
    row.what,
    row.cells.map(({ verdict, text, isFlip }) => [verdict, text, isFlip]),
    flips(row),
  ]);
  expect(rows).toEqual([
    [
      'Eligibility',
      [
        ['met', undefined, false],
        ['met', undefined, false],
        ['met', undefined, false],
      ],
      false,
    ],
    [
      'Criterion “crime”',
      [
        ['met', undefined, false],
        ['unknown', undefined, true],
        ['unknown', undefined, false],
      ],
      true,
    ],
    [
      'Criterion “health”',
      [
        [undefined, undefined, false],
        ['met', undefined, true],
        [undefined, undefined, true],
      ],
      true,
    ],
    [
      'Payment “Fee”',
      [
        ['met', '£1,000 due', false],
        ['met', '£1,000 due', false],
        ['met', '£800.50 due', true],
      ],
      true,
    ],
    [
      'Due in all',
      [
        [undefined, '£1,000', false],
        [undefined, '£1,000', false],
        [undefined, '£800.50', true],
      ],
      true,
    ],
    [
      'The most that could be due in all',
      [
        [undefined, '£4,000', false],
        [undefined, '£4,000', false],
        [undefined, '£4,000', false],
      ],
      false,
    ],
  ]);
});

test.for([
  { versions: 4, unreadable: 0, flips: 0, says: 'All 4 versions tell the family the same.' },
  {
    ...{ versions: 4, unreadable: 0, flips: 1 },
    says: 'Of 4 versions, 1 tells the family something else than the one before.',
  },
  {
    ...{ versions: 3, unreadable: 1, flips: 2 },
    says: 'Of 3 versions that can read it, 2 tell the family something else than the one before.',
  },
  { versions: 2, unreadable: 2, flips: 0, says: 'All 2 versions that can read it tell the family the same.' },
  { versions: 1, unreadable: 0, flips: 0, says: 'There is one version, and none to set beside it.' },
  {
    ...{ versions: 1, unreadable: 3, flips: 0 },
    says: 'There is one version that can read it, and none to set beside it.',
  },
])('$versions versions, $unreadable more that cannot read it, $flips flips: $says', ({ says, ...counts }) => {
  const list = (length: number) => Array.from({ length });
  const { versions, unreadable, flips: found } = counts;
  expect(headline({ versions: list(versions), unreadable: list(unreadable), flips: list(found) })).toBe(says);
});
