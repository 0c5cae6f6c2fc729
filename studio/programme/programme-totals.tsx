import { Show } from 'solid-js';
import type { ProgrammeTotals } from '../api.ts';
import { useSession } from '../session/session.ts';
import { DownloadTable } from './download-table.tsx';
import { AllowanceTable, MoneyTable, ReleaseTable } from './money-tables.tsx';
import { Conflicts, Targets, WhereFrom } from './target-tables.tsx';
import { TargetsChart } from './targets-chart.tsx';

interface ProgrammeTotalsViewProps {
  readonly totals: ProgrammeTotals;
  /** The programme that comes to them, which the server writes as a table. */
  readonly document: unknown;
}

/** What a programme comes to: targets, conflicts, and money. */
export function ProgrammeTotalsView(props: ProgrammeTotalsViewProps) {
  const { client } = useSession();
  return (
    <>
      <DownloadTable
        name="programme.csv"
        of={() =>
          // because the server has read this document before
          client.programmes.$post({ query: { as: 'csv' }, json: props.document as never })
        }
      >
        Download as CSV
      </DownloadTable>
      <Show when={props.totals.targets.length > 0}>
        <TargetsChart targets={props.totals.targets} />
        <Targets totals={props.totals} />
        <WhereFrom totals={props.totals} />
      </Show>
      <Conflicts totals={props.totals} />
      <MoneyTable totals={props.totals} />
      <Show when={props.totals.releases.length > 0}>
        <ReleaseTable totals={props.totals} />
      </Show>
      <Show when={props.totals.allowances.length > 0}>
        <AllowanceTable totals={props.totals} />
      </Show>
    </>
  );
}
