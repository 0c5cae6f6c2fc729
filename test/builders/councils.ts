import { expect, test } from 'vitest';
import { decide, type Judgement } from '../../engine/index.ts';
import { day } from './decided.ts';
import { patched } from './patch.ts';
import { readFamily, shippedRuleset } from './shipped.ts';

/** A ruleset a column. Another council is one line here and its answer in every row. */
const columns = {
  national: shippedRuleset('england/phase-1/1.0.0'),
  oxfordshire: shippedRuleset('oxfordshire/oxfordshire/1.0.0'),
  harrow: shippedRuleset('harrow/harrow/1.0.0'),
  hertfordshire: shippedRuleset('hertfordshire/hertfordshire/1.0.0'),
};
type Column = keyof typeof columns;
const rulesets = Object.keys(columns) as Column[];

/** What can be asked of every column. */
const asked = {
  crime: (decided: Judgement) => criterion(decided, 'crime'),
  education: (decided: Judgement) => criterion(decided, 'education'),
  work: (decided: Judgement) => criterion(decided, 'work'),
  'local reason': (decided: Judgement) => localReason(decided),
  'route in': (decided: Judgement) => decided.eligibility.route,
  'school result': (decided: Judgement) => part(decided, 'education-result'),
  'offending result': (decided: Judgement) => part(decided, 'offending-result'),
  'pounds due': (decided: Judgement) => decided.totalDuePence / 100,
};

/** Met by any of the council's own criteria: most have one, Hertfordshire two. */
function localReason({ criteria }: Judgement) {
  const own = criteria.filter(({ group }) => group === 'local').map(({ verdict }) => verdict);
  return (['met', 'unknown'] as const).find((verdict) => own.includes(verdict)) ?? 'not-met';
}

function criterion({ criteria }: Judgement, wanted: string) {
  return criteria.find(({ id }) => id === wanted)?.verdict;
}

function part({ outcomes }: Judgement, wanted: string) {
  return outcomes.flatMap(({ parts = [] }) => parts).find(({ id }) => id === wanted)?.verdict;
}

interface Row extends Readonly<Record<Column, string | number | null>> {
  readonly family: string;
  readonly set: Readonly<Record<string, unknown>>;
  readonly asks: keyof typeof asked;
  readonly why: string;
}

/** Decides each row's family, `from` with the row's patch laid over it, under every column on one day. */
export function compare(asOf: string, from: unknown, rows: readonly Row[]): void {
  test.for(rows.flatMap((row) => rulesets.map((column): [string, Column, Row] => [row.family, column, row])))(
    '%s, %s',
    ([, column, { set, asks, why, ...answers }]) => {
      const family = readFamily(patched(from, { set }));
      const decided = decide(columns[column], family, { asOf: day(asOf), trace: 'none' });
      expect(asked[asks](decided), why).toBe(answers[column]);
    },
  );
}
