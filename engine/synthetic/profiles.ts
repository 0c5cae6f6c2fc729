import type { SyntheticProfile } from './profile.ts';

const hertfordshireSource = {
  title: 'Thriving Families, report to the Health and Wellbeing Board',
  publisher: 'Hertfordshire County Council',
  date: '13 November 2013',
  document: '003_ceb5081534aa19d4.txt',
};

const assumed = { title: 'Assumed, so that every kind of family is among those made' };

const drawnOn = '2020-10-01';

const often = (value: number) => ({ value, source: { ref: 'assumed', standing: 'unverified' as const } });

/** The profiles that come with the engine. */
export const syntheticProfiles: readonly SyntheticProfile[] = [
  {
    id: 'hertfordshire',
    title: 'Families that matched data point to, in Hertfordshire',
    sources: { hertfordshire: hertfordshireSource },
    drawnOn,
    rates: {
      'all-three': { value: 0.09, source: { ref: 'hertfordshire', at: '6.1.1', standing: 'sourced' } },
    },
  },
  {
    id: 'hertfordshire-worked-with',
    title: 'Families worked with in Hertfordshire',
    sources: { hertfordshire: hertfordshireSource, assumed },
    drawnOn,
    rates: {
      'all-three': { value: 0.25, source: { ref: 'hertfordshire', at: '6.1.1', standing: 'sourced' } },
      'two-of-three': often(0.85),
      attached: often(1),
    },
  },
  {
    id: 'corners',
    title: 'Families at the edges of the rules, with gaps in what is known',
    sources: { assumed },
    drawnOn,
    rates: {
      'all-three': often(0.15),
      'two-of-three': often(0.25),
      'one-of-three': often(0.5),
      'phase-2': often(0.6),
      'adult-justice': often(0.25),
      'found-later': often(0.08),
      'two-adults': often(0.7),
      'non-resident-parent': often(0.45),
      childless: often(0.04),
      'other-authority': often(0.3),
      moved: often(0.15),
      'family-left': often(0.04),
      'member-moves': often(0.1),
      'earlier-claim': often(0.5),
      override: often(0.2),
      patchy: often(0.45),
      poor: often(0.1),
      'missing-term': often(0.04),
      'no-birth-date': often(0.05),
      unsaid: often(0.08),
      boundary: often(0.5),
      background: often(0.08),
    },
  },
];
