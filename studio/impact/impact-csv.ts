import { verdictOf } from '../compare/cohort/names-in-rules.ts';
import type { Ruleset } from '../engine.ts';
import type { Impact } from './weighing.ts';

type Cell = string | number;

/** What a spreadsheet would take for a formula has an apostrophe before it; quotes hold what needs them. */
function written(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const head = ['about', 'name', 'from', 'to', 'families', 'left due pence', 'right due pence'];

/** The impact of a draft as CSV, with the mark by which a spreadsheet knows its alphabet. */
export function impactCsv(impact: Impact, rulesets: readonly Ruleset[]): string {
  const rows: (readonly Cell[])[] = [
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
  ];
  return `\ufeff${rows.map((row) => row.map(written).join(',')).join('\r\n')}\r\n`;
}
