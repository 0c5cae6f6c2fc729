import { verdictOf } from '../compare/cohort/names-in-rules.ts';
import { csvText } from '../csv-text.ts';
import type { Ruleset } from '../engine.ts';
import type { Impact } from './weighing.ts';

const head = ['about', 'name', 'from', 'to', 'families', 'left due pence', 'right due pence'];

/** The impact of a draft as CSV. */
export function impactCsv(impact: Impact, rulesets: readonly Ruleset[]): string {
  return csvText([
    head,
    ['all', '', '', '', impact.families, impact.leftDuePence, impact.rightDuePence],
    ['changed', '', '', '', impact.changed, '', ''],
    ...impact.verdicts.flatMap(({ path, families }) =>
      families.map(({ from, to, count }) => [
        'verdict',
        verdictOf(path, rulesets),
        from ?? 'none',
        to ?? 'none',
        count,
        '',
        '',
      ]),
    ),
    ...impact.payments.map((one) => [
      'payment',
      one.id,
      '',
      '',
      one.families,
      one.leftDuePence,
      one.rightDuePence,
    ]),
    ...impact.areas.map((one) => [
      'area',
      one.area,
      '',
      '',
      one.changed,
      one.leftDuePence,
      one.rightDuePence,
    ]),
  ]);
}
