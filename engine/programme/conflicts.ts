import { parseDay } from '../time/civil-date.ts';
import { apart, type Fraction, fraction, isAtLeast, isSame, textOf } from './fraction.ts';
import type { Quantity, Statement, Target } from './programme-document.ts';
import type { Beside, Conflict, FundingTotal, SharedAmount } from './programme-totals.ts';
import { exactOf, familiesOf } from './target.ts';

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

function ofQuantities(
  target: Target,
  kind: 'figures' | 'expected',
  quantities: readonly Quantity[],
): Conflict[] {
  const numbers = quantities.map(familiesOf);
  const difference = spread(numbers);
  if (difference === undefined) return [];
  const said = quantities.map((one) => ({ value: textOf(familiesOf(one)), source: one.source }));
  return [{ kind, ...aboutOf(target), said, difference: differenceOf(difference, 'families') }];
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
  readonly targets: readonly Target[];
  readonly statements: readonly Statement[];
  readonly funding: readonly FundingTotal[];
  readonly splits: readonly SharedAmount[];
}

/** All that is said more than once and differently. */
export function conflictsIn({ targets, statements, funding, splits }: Contradictable): Conflict[] {
  return [
    ...targets.flatMap((target) => [
      ...ofQuantities(target, 'figures', target.figures ?? []),
      ...ofQuantities(target, 'expected', target.expected ?? []),
    ]),
    ...statements.flatMap(ofStatement),
    ...funding.flatMap((one) => ofPrinted(one, one.pence, one.printed)),
    ...splits.flatMap((split) =>
      split.shares.flatMap(({ id, label, pence, printed }) =>
        ofPrinted({ id: `${split.id}-${id}`, authority: split.authority, label }, pence, printed),
      ),
    ),
  ];
}
