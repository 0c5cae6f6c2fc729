import { For, Show } from 'solid-js';
import type { ProgrammeTotals } from '../api.ts';
import styles from '../claims/claims.module.css';
import { pounds } from '../money-in-words.ts';
import { StandingTag } from '../reading/standing-tag.tsx';
import { Table } from '../ui/table.tsx';
import { shareInWords, type Source, sourceInWords } from './said-in-words.ts';

interface Found {
  readonly totals: ProgrammeTotals;
}

interface Money {
  readonly label: string;
  readonly authority: string;
  readonly what: string;
  readonly pence: number;
  /** None of a sum, which is ours. */
  readonly source?: Source;
  readonly note: string;
}

function printedIn(printed: { readonly pence: number; readonly differencePence: number } | null): string {
  if (printed === null) return '';
  const { pence, differencePence } = printed;
  const apart = differencePence === 0 ? '' : `, apart by ${pounds(Math.abs(differencePence))}`;
  return `Printed as ${pounds(pence)}${apart}.`;
}

const noteOf = (source: Source, printed = '') => [printed, source.note].filter(Boolean).join(' ');

/** Every line of funding and every share, with what is printed of it. */
function moneyIn({ funding, splits }: ProgrammeTotals): Money[] {
  const lines = funding.flatMap(({ label, authority, lines: own, pence, printed }) => [
    ...own.map(({ label: line, period, pence: amount, source }) => ({
      ...{ label, authority, what: [line, period].filter(Boolean).join(', ') },
      ...{ pence: amount, source, note: noteOf(source) },
    })),
    { label, authority, what: 'In all', pence, note: printedIn(printed) },
  ]);
  const shares = splits.flatMap(({ label, authority, pence: whole, shares: own }) =>
    own.map(({ label: who, share, pence, source, printed }) => ({
      ...{ label, authority, what: `${who}, ${shareInWords(share)} of ${pounds(whole)}` },
      ...{ pence, source, note: noteOf(source, printedIn(printed)) },
    })),
  );
  return [...lines, ...shares];
}

export function MoneyTable(props: Found) {
  return (
    <Table
      caption="Funding and shares"
      columns={[
        { head: 'What' },
        { head: 'Authority' },
        { head: 'Line' },
        { head: 'Amount', number: true },
        { head: 'Source' },
        { head: 'Standing' },
        { head: 'Note' },
      ]}
      rows={moneyIn(props.totals)}
      cells={(row) => [
        ...[row.label, row.authority, row.what, pounds(row.pence)],
        row.source === undefined ? '' : sourceInWords(row.source, props.totals.sources),
        <Show when={row.source}>{(source) => <StandingTag standing={source().standing} />}</Show>,
        row.note,
      ]}
    />
  );
}

type Release = ProgrammeTotals['releases'][number];
type Band = Release['bands'][number];

/** Whether a band is the one that counts, and what it then comes to. */
function appliesIn({ released, known }: Release, band: Band): string {
  if (known === 'unknown') return 'Not known: the performance is not';
  const here = released.filter(({ from }) => from.text === band.from.text);
  if (here.length === 0) return 'No';
  return here
    .map(({ percent, nowPence, laterPence }) => {
      const amounts =
        nowPence === null
          ? 'no amount is given'
          : `${pounds(nowPence)} at once, ${pounds(laterPence ?? 0)} not yet`;
      return `${known === 'disputed' ? 'By one figure' : 'Yes'}, at ${percent} %: ${amounts}`;
    })
    .join('; ');
}

export function ReleaseTable(props: Found) {
  const measured = ({ performance }: Release) =>
    props.totals.targets.find(({ id }) => id === performance)?.label ?? performance;
  const rows = () =>
    props.totals.releases.flatMap((release) => release.bands.map((band) => ({ release, band })));
  /** Who says what is released, each once. */
  const said = () => [
    ...new Set(
      rows().map(({ band: { source } }) => {
        const words = [sourceInWords(source, props.totals.sources), source.note];
        return `What is released: ${words.filter(Boolean).join('. ')}`;
      }),
    ),
  ];
  return (
    <>
      <Table
        caption="Release of fees by performance"
        columns={[
          { head: 'What' },
          { head: 'Authority' },
          { head: 'Reached' },
          { head: 'Released at once' },
          { head: 'The rest' },
          { head: 'Whether it applies' },
          { head: 'Standing' },
        ]}
        rows={rows()}
        cells={({ release, band }) => [
          `${release.label}, ${release.period}, by: ${measured(release)}`,
          release.authority,
          band.from.part === 0 ? 'Less' : `${shareInWords(band.from)} or more`,
          shareInWords(band.share),
          band.rest ?? '',
          appliesIn(release, band),
          <StandingTag standing={band.source.standing} />,
        ]}
      />
      <For each={said()}>{(words) => <p class={styles.text}>{words}</p>}</For>
    </>
  );
}

const known = (pence: number | null) => (pence === null ? 'Not known' : pounds(pence));

export function AllowanceTable(props: Found) {
  return (
    <Table
      caption="Allowances outside the payments"
      columns={[
        { head: 'What' },
        { head: 'Authority' },
        { head: 'A family, at most', number: true },
        { head: 'Families', number: true },
        { head: 'All of them, at most', number: true },
        { head: 'Asked for', number: true },
        { head: 'Allowed', number: true },
        { head: 'Asked for beyond it', number: true },
        { head: 'Source' },
        { head: 'Standing' },
      ]}
      rows={props.totals.allowances}
      cells={(one) => [
        ...[one.label, one.authority, pounds(one.perFamily.pence)],
        one.families === null ? 'Not known' : String(one.families.families),
        ...[known(one.mostPence), known(one.asked?.pence ?? null), known(one.pence), known(one.overPence)],
        sourceInWords(one.perFamily.source, props.totals.sources),
        <StandingTag standing={one.perFamily.source.standing} />,
      ]}
    />
  );
}
