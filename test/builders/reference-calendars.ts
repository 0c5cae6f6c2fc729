import { calendar, type Calendar } from '../../engine/document/calendar.ts';

const source = { ref: 'test', standing: 'sourced' } as const;
const sources = { test: { title: 'Made for tests' } };

function termsOf(year: number): Calendar['terms'] {
  const academicYear = `${year}-${String((year + 1) % 100).padStart(2, '0')}`;
  return [
    { id: `${academicYear}/autumn`, from: `${year}-09-03`, to: `${year}-12-20`, source },
    { id: `${academicYear}/spring`, from: `${year + 1}-01-07`, to: `${year + 1}-03-28`, source },
    { id: `${academicYear}/summer`, from: `${year + 1}-04-15`, to: `${year + 1}-07-24`, source },
  ];
}

const everyTerm = [2010, 2011, 2012, 2013].flatMap(termsOf);

export const termIds: readonly string[] = everyTerm.map(({ id }) => id);

/** The authority whose own calendar may lack terms. */
export const LOCAL = 'Localshire';

/** Every term from 2010-11 to 2013-14. */
export const fallbackCalendar: Calendar = calendar.parse({
  id: 'fallback',
  title: 'Every term',
  authorities: [],
  sources,
  terms: everyTerm,
});

/** The calendar of `LOCAL`, without some terms. */
export function localCalendar(lacks: readonly string[]): Calendar {
  const terms = everyTerm.filter(({ id }) => !lacks.includes(id));
  return calendar.parse({ id: 'local', title: 'Some terms', authorities: [LOCAL], sources, terms });
}
