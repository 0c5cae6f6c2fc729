import { addDays, addMonths, dayOf, type Day } from '../time/civil-date.ts';
import type { Chance } from './chance.ts';
import type { Rates } from './rates.ts';

/** What a family may have to do with. The first three are those of the first programme. */
export const themes = ['crime', 'school', 'work', 'justice', 'help', 'finance', 'abuse', 'health'] as const;
export type Theme = (typeof themes)[number];

/** The headings of the expanded programme, under which later problems and assessments are recorded. */
export const headings: Readonly<Record<Theme, string>> = {
  crime: 'crime',
  justice: 'crime',
  school: 'school',
  work: 'work-and-finance',
  finance: 'work-and-finance',
  help: 'children-who-need-help',
  abuse: 'domestic-abuse',
  health: 'health',
};

/** The plot of one family. */
export interface Plot {
  /** The day it is looked at: when it was attached or, if it was not, the day the data was drawn. */
  readonly look: Day;
  readonly attachedOn: Day | null;
  readonly closedOn: Day | null;
  /** Nothing more is told from this day on. */
  readonly until: Day;
  /** When problems that end have ended. */
  readonly turn: Day;
  /** Days and counts lie on the edge of a rule. */
  readonly edge: boolean;
  readonly problems: ReadonlySet<Theme>;
  readonly ending: ReadonlySet<Theme>;
  /** Problems found after the family joined. */
  readonly later: ReadonlySet<Theme>;
}

export interface Given {
  readonly chance: Chance;
  readonly rates: Rates;
}

/** Days on which rates and programmes change. */
const changes = [
  ...[dayOf(2013, 3, 31), dayOf(2013, 4, 1), dayOf(2014, 3, 31), dayOf(2014, 4, 1)],
  ...[dayOf(2015, 3, 31), dayOf(2015, 4, 1), dayOf(2015, 8, 31), dayOf(2015, 9, 1)],
];

/** The first programme took families from October 2012 to March 2015, the expanded one from April 2015. */
const phases = [
  { from: dayOf(2012, 10, 1), to: dayOf(2015, 4, 1) },
  { from: dayOf(2015, 4, 1), to: dayOf(2020, 4, 1) },
] as const;

function attachment({ chance, rates }: Given, edge: boolean): Day | null {
  if (!chance.happens(rates.attached)) return null;
  const { from, to } = phases[chance.happens(rates['phase-2']) ? 1 : 0];
  const change = chance.oneOf(changes.filter((day) => from <= day && day < to));
  if (edge && change !== undefined) return change;
  return addDays(from, chance.int(0, to - from - 1));
}

const national = ['crime', 'school', 'work'] as const satisfies readonly Theme[];

/** How many of the first three it has is what the rates say; which ones is left to chance. */
function nationalProblems({ chance, rates }: Given): Theme[] {
  if (chance.happens(rates['all-three'])) return [...national];
  if (chance.happens(rates['two-of-three'])) return chance.some(national, 2);
  return chance.happens(rates['one-of-three']) ? chance.some(national, 1) : [];
}

const further = {
  justice: 'adult-justice',
  help: 'help',
  finance: 'finance',
  abuse: 'abuse',
  health: 'health',
} as const satisfies Partial<Record<Theme, keyof Rates>>;

/** Problems come together: a family with all three of the first has two chances of each further one. */
function problemsOf(given: Given): Set<Theme> {
  const problems = new Set<Theme>(nationalProblems(given));
  const chances = problems.size === 3 ? 2 : 1;
  for (const theme of themes) {
    if (theme === 'crime' || theme === 'school' || theme === 'work') continue;
    for (let at = 0; at < chances; at += 1) {
      if (given.chance.happens(given.rates[further[theme]])) problems.add(theme);
    }
  }
  return problems;
}

export function plotOf(given: Given, drawnOn: Day): Plot {
  const { chance, rates } = given;
  const edge = chance.happens(rates.boundary);
  const drawn = attachment(given, edge);
  const attachedOn = drawn !== null && drawn <= drawnOn ? drawn : null;
  const look = attachedOn ?? drawnOn;
  const told = attachedOn === null ? 1 : chance.int(365, 1000);
  const until = Math.min(addDays(look, told), addDays(drawnOn, 1)) as Day;
  const closes = addDays(look, chance.int(240, 700));
  const improves = chance.happens(rates.improves) ? 0.93 : 0.12;
  const problems = problemsOf(given);
  const attached = attachedOn !== null;
  return {
    look,
    attachedOn,
    closedOn: attached && chance.happens(0.5) && closes < until ? closes : null,
    until,
    turn: addDays(look, edge ? chance.int(0, 2) : chance.int(15, 240)),
    edge,
    problems,
    ending: new Set(themes.filter((theme) => attached && problems.has(theme) && chance.happens(improves))),
    later: new Set(
      themes.filter((theme) => attached && !problems.has(theme) && chance.happens(rates['found-later'])),
    ),
  };
}

/** The first day of the last 12 months. */
export function yearBefore({ look }: Plot): Day {
  return addMonths(look, -12, 'clamp');
}
