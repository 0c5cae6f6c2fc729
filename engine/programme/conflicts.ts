import { parseDay } from '../time/civil-date.ts';
import { apart, type Fraction, fraction, isAtLeast, isSame } from './fraction.ts';
import type { Statement } from './programme-document.ts';
import type { Beside, Conflict, FundingTotal, JudgedTarget, SharedAmount } from './programme-totals.ts';
import { exactOf } from './target.ts';

type About = Pick<Conflict, 'id' | 'authority' | 'label'>;
type Unit = NonNullable<Conflict['difference']>['unit'];

const aboutOf = ({ id, authority, label }: About): About => ({ id, authority, label });

/** The greatest less the least; nothing where all are the same. */
function spread(numbers: readonly Fraction[]): Fraction | undefined {
  const [first, ...others] = numbers;
  if (first === undefined || others.every((one) => isSame(one, first))) return undefined;
  const greatest = others.reduce((most, one) => (isAtLeast(one, most) ? one : most), first);
  const least = others.reduce((few, one) => (isAtLeast(few, one) ? one : few), first);
  return apart(greatest, least);
}

const differenceOf = (amount: Fraction, unit: Unit) => ({ amount: exactOf(amount), unit });

function ofSaid(target: JudgedTarget, kind: 'figures' | 'expected'): Conflict[] {
  const difference = spread(target[kind].map(({ families }) => fraction(families.part, families.of)));
  if (difference === undefined) return [];
  const said = target[kind].map(({ families, source }) => ({ value: families.text, source }));
  return [{ kind, ...aboutOf(target), said, difference: differenceOf(difference, 'families') }];
}

/** A printed percentage to which no figure comes. */
function ofPercent(target: JudgedTarget): Conflict[] {
  const { printed, reached } = target;
  const percents = [...new Set(reached.map(({ percent }) => percent))];
  if (printed === null || percents.includes(printed.percent)) return [];
  const difference = spread([...percents, printed.percent].map((percent) => fraction(percent)));
  if (difference === undefined) return [];
  const said = [
    ...percents.map((percent) => ({ value: String(percent), source: null })),
    { value: String(printed.percent), source: printed.source },
  ];
  return [{ kind: 'printed', ...aboutOf(target), said, difference: differenceOf(difference, 'per-cent') }];
}

/** Numbers that are as far apart as the days or months that are said; none where a statement says neither. */
function timesSaid(said: Statement['said']): { readonly numbers: number[]; readonly unit: Unit } | undefined {
  const on = said.flatMap((one) => one.on ?? []);
  if (on.length < said.length) return undefined;
  const days = on.flatMap((one) => parseDay(one) ?? []);
  if (days.length === on.length) return { numbers: days, unit: 'days' };
  const months = on.map((one) => Number(one.slice(0, 4)) * 12 + Number(one.slice(5, 7)));
  return { numbers: months, unit: 'months' };
}

function ofStatement(statement: Statement): Conflict[] {
  const said = statement.said.map(({ words, source }) => ({ value: words, source }));
  const about = { kind: 'statements' as const, ...aboutOf(statement), said };
  const times = timesSaid(statement.said);
  if (times === undefined)
    return new Set(said.map(({ value }) => value)).size > 1 ? [{ ...about, difference: null }] : [];
  const least = Math.min(...times.numbers);
  const difference = spread(times.numbers.map((one) => fraction(one - least)));
  return difference === undefined ? [] : [{ ...about, difference: differenceOf(difference, times.unit) }];
}

function ofPrinted(about: About, pence: number, printed: Beside | null): Conflict[] {
  if (printed === null || printed.differencePence === 0) return [];
  const said = [
    { value: String(pence), source: null },
    { value: String(printed.pence), source: printed.source },
  ];
  const amount = fraction(Math.abs(printed.differencePence));
  return [{ kind: 'printed', ...aboutOf(about), said, difference: differenceOf(amount, 'pence') }];
}

interface Contradictable {
  readonly targets: readonly JudgedTarget[];
  readonly statements: readonly Statement[];
  readonly funding: readonly FundingTotal[];
  readonly splits: readonly SharedAmount[];
}

/** All that is said more than once and differently. */
export function conflictsIn({ targets, statements, funding, splits }: Contradictable): Conflict[] {
  return [
    ...targets.flatMap((target) => [
      ...ofSaid(target, 'figures'),
      ...ofSaid(target, 'expected'),
      ...ofPercent(target),
    ]),
    ...statements.flatMap(ofStatement),
    ...funding.flatMap((one) => ofPrinted(one, one.pence, one.printed)),
    ...splits.flatMap((split) =>
      split.shares.flatMap(({ label, pence, printed }) => ofPrinted({ ...split, label }, pence, printed)),
    ),
  ];
}
