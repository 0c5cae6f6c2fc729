import type { Projection } from '../api.ts';
import styles from '../claims/claims.module.css';
import { dayInWords, lastDayInWords } from '../day-in-words.ts';
import { numberInWords } from '../ui/number-in-words.ts';
import { Table } from '../ui/table.tsx';
import { CashAssumptions } from './cash-assumptions.tsx';
import { cashInWords } from './cash-in-words.ts';
import { WindowsChart } from './windows-chart.tsx';

type ByWindow = NonNullable<Projection['byWindow']>;

interface WindowsCashProps {
  readonly byWindow: ByWindow;
  /** The scenarios, and the part that is funded. */
  readonly of: Pick<Projection, 'cash' | 'funded'>;
}

const standings = {
  sourced: 'from a source',
  derived: 'worked out from a source',
  unverified: 'believed, from no source',
  disputed: 'disputed',
} as const;

/** What a schedule comes to by claim window, in each scenario. */
export function WindowsCash(props: WindowsCashProps) {
  const named = () => props.byWindow.of;
  const rows = () => [
    ...props.byWindow.windows.map(({ label, opens, closes, standing, families, cash }) => ({
      ...{ label, families, cash },
      open: `${dayInWords(opens)} to ${lastDayInWords(closes)}`,
      sure: standing === null ? '' : standings[standing],
    })),
    { label: 'In no window', open: '', sure: '', ...props.byWindow.unclaimed },
  ];
  return (
    <section class={styles.part} aria-labelledby="windows-title">
      <h2 id="windows-title">Cash by claim window</h2>
      <p class={styles.text}>
        {named() === null
          ? 'The windows are those of the schedule. '
          : `The windows are those in force of ${named()?.programme ?? ''}, phase ${named()?.phase ?? ''}. `}
        Families count from the last day of the column in which they become claimable, and are claimed for in
        the first window that is open then or later.
      </p>
      <WindowsChart
        windows={rows().map(({ label, cash }) => ({ label, pence: cash.map(({ pence }) => pence) }))}
        series={props.of.cash.map(({ label }) => label)}
      />
      <Table
        caption="Cash, by claim window"
        columns={[
          { head: 'Window' },
          { head: 'Open' },
          { head: 'How sure' },
          { head: 'Families', number: true },
          ...props.of.cash.map(({ label }) => ({ head: label, number: true })),
        ]}
        rows={rows()}
        cells={({ label, open, sure, families, cash }) => [
          label,
          open,
          sure,
          numberInWords(families),
          ...cash.map(cashInWords),
        ]}
      />
      <CashAssumptions of={props.of} />
    </section>
  );
}
