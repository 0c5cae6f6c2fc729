import type { ProgrammeTotals } from '../api.ts';
import { VerdictTag } from '../decision/verdict-tag.tsx';
import { pounds } from '../money-in-words.ts';
import { StandingTag } from '../reading/standing-tag.tsx';
import { Table } from '../ui/table.tsx';
import { ConflictsTable } from './conflicts-table.tsx';
import { madeInWords, numbersInWords, type Said, sourceInWords } from './said-in-words.ts';

interface Found {
  readonly totals: ProgrammeTotals;
}

export function Targets(props: Found) {
  return (
    <Table
      caption="Targets"
      columns={[
        { head: 'Target' },
        { head: 'Authority' },
        { head: 'When' },
        { head: 'Figures' },
        { head: 'Expected' },
        { head: 'Reached' },
        { head: 'Verdict' },
      ]}
      rows={props.totals.targets}
      cells={(target) => [
        target.label,
        target.authority,
        target.period,
        numbersInWords(target.figures),
        numbersInWords(target.expected),
        target.reached
          .map(({ figure, expected, percent }) => `${figure.text} of ${expected.text}: ${percent} %`)
          .join('; ') || 'Not known',
        <VerdictTag verdict={target.verdict} />,
      ]}
    />
  );
}

/** How a number is made, with who says what it is a share of. */
function madeBy(said: Said, sources: ProgrammeTotals['sources']): string {
  const made = madeInWords(said);
  return made === undefined || said.shareOf === null
    ? 'As it is said'
    : `${made} (${sourceInWords(said.shareOf.base.source, sources)})`;
}

/** Every number of a target, with how it is made and who says it. */
function numbersIn({ targets, sources }: ProgrammeTotals) {
  return targets.flatMap((target) =>
    (['figures', 'expected'] as const).flatMap((list) =>
      target[list].map((said) => ({
        ...{ label: target.label, authority: target.authority },
        what: list === 'figures' ? 'Figure' : 'Expected',
        ...{ number: said.families.text, made: madeBy(said, sources), source: said.source },
      })),
    ),
  );
}

export function WhereFrom(props: Found) {
  return (
    <Table
      caption="Where each number of a target is from"
      columns={[
        { head: 'Target' },
        { head: 'Authority' },
        { head: 'What' },
        { head: 'Number', number: true },
        { head: 'How it is made' },
        { head: 'Source' },
        { head: 'Standing' },
        { head: 'Note' },
      ]}
      rows={numbersIn(props.totals)}
      cells={({ label, authority, what, number, made, source }) => [
        ...[label, authority, what, number, made],
        sourceInWords(source, props.totals.sources),
        <StandingTag standing={source.standing} />,
        source.note ?? '',
      ]}
    />
  );
}

type Conflict = ProgrammeTotals['conflicts'][number];

/** What is said of one thing: each value with how it is made and its source. */
function sidesOf(conflict: Conflict, totals: ProgrammeTotals): string[] {
  const { kind, id, said } = conflict;
  const target = totals.targets.find((one) => one.id === id);
  const numbers = kind === 'figures' || kind === 'expected' ? target?.[kind] : undefined;
  return said.map(({ value, source }, at) => {
    const number = numbers?.[at];
    const made = number === undefined ? undefined : madeInWords(number);
    const where = source === null ? undefined : sourceInWords(source, totals.sources);
    const about = [made, where].filter((words) => words !== undefined).join('; ');
    const shown = conflict.difference?.unit === 'pence' ? pounds(Number(value)) : value;
    return about === '' ? shown : `${shown} (${about})`;
  });
}

function apartBy({ difference }: Conflict): string {
  if (difference === null) return '';
  const { amount, unit } = difference;
  return unit === 'pence'
    ? pounds(amount.part / amount.of)
    : `${amount.text} ${unit.replace('per-cent', 'per cent')}`;
}

export function Conflicts(props: Found) {
  const rows = () =>
    props.totals.conflicts.map((conflict) => ({
      ...{ label: conflict.label, authority: conflict.authority },
      ...{ said: sidesOf(conflict, props.totals), apart: apartBy(conflict) },
    }));
  return <ConflictsTable rows={rows()} authorities />;
}
