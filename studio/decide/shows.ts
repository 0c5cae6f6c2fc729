import type { CheckedRuleset, Judgement } from '../engine.ts';

/** Something that a made family can show of the rules. */
export interface Show {
  /** What it is known by. */
  readonly id: string;
  readonly label: string;
  readonly in: (judgement: Judgement) => boolean;
}

export interface ShowGroup {
  readonly title: string;
  readonly shows: readonly Show[];
}

const eligibility: ShowGroup = {
  title: 'Eligibility',
  shows: [
    { id: 'eligible', label: 'Eligible', in: (told) => told.eligibility.verdict === 'met' },
    { id: 'not-eligible', label: 'Not eligible', in: (told) => told.eligibility.verdict === 'not-met' },
    {
      id: 'eligibility-unknown',
      label: 'Not known whether it is eligible',
      in: (told) => told.eligibility.verdict === 'unknown',
    },
  ],
};

const money: ShowGroup = {
  title: 'Money and gaps',
  shows: [
    { id: 'due', label: 'Something is due', in: (told) => told.totalDuePence > 0 },
    {
      id: 'possible',
      label: 'More could be due once everything is known',
      in: (told) => told.totalPossiblePence > told.totalDuePence,
    },
    {
      id: 'terms-missing',
      label: 'The attendance of some terms is missing',
      in: (told) => told.missing.some(({ terms, member }) => terms !== undefined && member !== undefined),
    },
    { id: 'nothing-missing', label: 'Nothing is missing', in: (told) => told.missing.length === 0 },
    {
      id: 'too-early',
      label: 'It is too early to judge an outcome',
      in: (told) => told.outcomes.some(({ reasons }) => reasons.some(({ code }) => code === 'too-early')),
    },
  ],
};

/** All that a made family can show of these rules. */
export function showsOf({ ruleset }: CheckedRuleset): readonly ShowGroup[] {
  const routes = ruleset.eligibility.routes.map(({ id, label }) => ({
    id: `route:${id}`,
    label: `Eligible: ${label}`,
    in: (told: Judgement) => told.eligibility.route === id,
  }));
  const criteria = ruleset.criteria.flatMap(({ id, label }) => [
    {
      id: `criterion:${id}`,
      label: `Met: ${label}`,
      in: (told: Judgement) => told.criteria.some((one) => one.id === id && one.verdict === 'met'),
    },
    {
      id: `criterion-unknown:${id}`,
      label: `Not known: ${label}`,
      in: (told: Judgement) => told.criteria.some((one) => one.id === id && one.verdict === 'unknown'),
    },
  ]);
  const outcomes = ruleset.outcomes.map(({ id, label }) => ({
    id: `outcome:${id}`,
    label: `Met: ${label}`,
    in: (told: Judgement) => told.outcomes.some((one) => one.id === id && one.verdict === 'met'),
  }));
  return [
    { title: eligibility.title, shows: [...eligibility.shows, ...routes] },
    { title: 'Criteria', shows: criteria },
    { title: 'Outcomes', shows: outcomes },
    money,
  ];
}
