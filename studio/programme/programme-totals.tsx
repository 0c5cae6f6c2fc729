import { Show } from 'solid-js';
import type { ProgrammeTotals } from '../api.ts';
import { VerdictTag } from '../decision/verdict-tag.tsx';
import { pounds } from '../money-in-words.ts';
import { StandingTag } from '../reading/standing-tag.tsx';
import { Table } from '../ui/table.tsx';
import { ConflictsTable } from './conflicts-table.tsx';
import { type ConflictRow, saidBy } from './said-by.ts';

interface Found {
  readonly totals: ProgrammeTotals;
}

type Standing = ProgrammeTotals['targets'][number]['figures'][number]['source']['standing'];

type Said = ProgrammeTotals['targets'][number]['figures'][number];

/** Numbers, each with where it is from. */
function saidInWords(said: readonly Said[]): string {
  const words = said.map(({ families, source }) => saidBy(families.text, source));
  return words.length === 0 ? 'Not known' : words.join(' or ');
}

function Targets(props: Found) {
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
        saidInWords(target.figures),
        saidInWords(target.expected),
        target.reached
          .map(({ figure, expected, percent }) => `${figure.text} of ${expected.text}: ${percent} %`)
          .join('; '),
        <VerdictTag verdict={target.verdict} />,
      ]}
    />
  );
}

type Conflict = ProgrammeTotals['conflicts'][number];

/** What is said, in pounds where it is money. */
function conflictRow({ label, authority, said, difference }: Conflict): ConflictRow {
  const words = (value: string) => (difference?.unit === 'pence' ? pounds(Number(value)) : value);
  return {
    ...{ label, authority },
    said: said.map(({ value, source }) => (source === null ? words(value) : saidBy(words(value), source))),
    apart:
      difference === null
        ? ''
        : difference.unit === 'pence'
          ? pounds(difference.amount.part / difference.amount.of)
          : `${difference.amount.text} ${difference.unit.replace('per-cent', 'per cent')}`,
  };
}

interface Money {
  readonly label: string;
  readonly authority: string;
  readonly what: string;
  readonly pence: number | null;
  readonly standing: Standing | undefined;
  readonly note: string;
}

/** Every sum of money, a row each, with what is printed of it. */
function moneyIn({ funding, splits, allowances, releases }: ProgrammeTotals): Money[] {
  const printedIn = (printed: { readonly pence: number; readonly differencePence: number } | null) =>
    printed === null
      ? ''
      : `printed as ${pounds(printed.pence)}${printed.differencePence === 0 ? '' : `, apart by ${pounds(Math.abs(printed.differencePence))}`}`;
  return [
    ...funding.flatMap(({ label, authority, lines, pence, printed }) => [
      ...lines.map((line) => ({
        ...{
          label,
          authority,
          what: [line.label, line.period].filter(Boolean).join(', '),
          pence: line.pence,
        },
        ...{ standing: line.source.standing, note: '' },
      })),
      { label, authority, what: 'In all', pence, standing: undefined, note: printedIn(printed) },
    ]),
    ...splits.flatMap(({ label, authority, shares }) =>
      shares.map((share) => ({
        ...{ label, authority, what: `${share.label}, ${share.share.text}`, pence: share.pence },
        ...{ standing: share.source.standing, note: printedIn(share.printed) },
      })),
    ),
    ...releases.flatMap(({ label, authority, released }) =>
      released.map((one) => ({
        ...{
          label,
          authority,
          what: `At ${one.percent} %, a share of ${one.share.text}`,
          pence: one.nowPence,
        },
        ...{ standing: one.source.standing, note: one.rest ?? '' },
      })),
    ),
    ...allowances.map(({ label, authority, perFamily, pence, overPence }) => ({
      ...{ label, authority, what: `Up to ${pounds(perFamily.pence)} a family, outside the payments`, pence },
      ...{ standing: perFamily.source.standing },
      note: overPence === null || overPence === 0 ? '' : `${pounds(overPence)} was asked for beyond it`,
    })),
  ];
}

function MoneyTable(props: Found) {
  return (
    <Table
      caption="Funding, shares, releases and allowances"
      columns={[
        { head: 'What' },
        { head: 'Authority' },
        { head: 'Line' },
        { head: 'Amount', number: true },
        { head: 'Standing' },
        { head: 'Note' },
      ]}
      rows={moneyIn(props.totals)}
      cells={(row) => [
        row.label,
        row.authority,
        row.what,
        row.pence === null ? 'Not known' : pounds(row.pence),
        <Show when={row.standing}>{(standing) => <StandingTag standing={standing()} />}</Show>,
        row.note,
      ]}
    />
  );
}

/** What a programme comes to: targets, conflicts, and money. */
export function ProgrammeTotalsView(props: Found) {
  return (
    <>
      <Targets totals={props.totals} />
      <ConflictsTable rows={props.totals.conflicts.map(conflictRow)} authorities />
      <MoneyTable totals={props.totals} />
    </>
  );
}
