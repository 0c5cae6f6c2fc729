import { For, Show } from 'solid-js';
import type { Projection } from '../api.ts';
import styles from '../claims/claims.module.css';
import { useSession } from '../session/session.ts';
import { counted, numberInWords } from '../ui/number-in-words.ts';
import { Table } from '../ui/table.tsx';
import { CaseloadChart } from './caseload-chart.tsx';
import { CashAssumptions } from './cash-assumptions.tsx';
import { cashInWords } from './cash-in-words.ts';
import { DownloadTable } from './download-table.tsx';
import { ledInWords, OtherSplits } from './other-splits.tsx';
import { WindowsCash } from './windows-cash.tsx';
import own from './programme.module.css';

interface ProjectionViewProps {
  readonly projection: Projection;
  /** The schedule that comes to it, which the server writes as a table. */
  readonly document: unknown;
  /** What each lead is called, by its id. */
  readonly leadName: (id: string) => string;
}

function Caseload(props: Pick<ProjectionViewProps, 'projection' | 'leadName'>) {
  const leads = () => props.projection.peak.leads;
  return (
    <Table
      caption="Caseload, column by column"
      columns={[
        { head: 'Column' },
        { head: 'Taken on', number: true },
        { head: 'Taken on in all', number: true },
        { head: 'Leave', number: true },
        { head: 'At once', number: true },
        { head: 'Become claimable', number: true },
        { head: 'Claimable in all', number: true },
        ...leads().map(({ id }) => ({ head: props.leadName(id), number: true })),
      ]}
      rows={props.projection.columns}
      cells={(column) => [
        column.label,
        numberInWords(column.engaged),
        numberInWords(column.cumulative),
        numberInWords(column.leaving),
        numberInWords(column.caseload),
        numberInWords(column.claimable),
        numberInWords(column.cumulativeClaimable),
        ...column.leads.map(ledInWords),
      ]}
    />
  );
}

function Cash(props: { readonly projection: Projection }) {
  return (
    <Table
      caption="Cash, by scenario"
      columns={[
        { head: 'Column' },
        ...props.projection.cash.map(({ label }) => ({ head: label, number: true })),
      ]}
      rows={[
        ...props.projection.columns.map(({ label, cash }) => ({ label, cash })),
        { label: 'In all', cash: props.projection.cash },
      ]}
      cells={({ label, cash }) => [label, ...cash.map(cashInWords)]}
    />
  );
}

/** What a schedule comes to: the caseload, its peak, who leads it, and cash. */
export function ProjectionView(props: ProjectionViewProps) {
  const { client } = useSession();
  const table = (by: 'column' | 'window') =>
    // because the server has read this document before
    client.projections.$post({ query: { as: 'csv', by }, json: props.document as never });
  const peak = () => props.projection.peak;
  return (
    <>
      <section class={styles.part} aria-labelledby="projection-title">
        <h2 id="projection-title">What it comes to</h2>
        <Show when={props.projection.note}>{(note) => <p class={styles.text}>{note()}</p>}</Show>
        <p role="status">
          Most at once is {counted(peak().caseload, 'family', 'families')}, in {peak().label}:{' '}
          {peak()
            .leads.map(({ id, families }) => `${props.leadName(id)} ${numberInWords(families)}`)
            .join(', ')}
          . {counted(props.projection.neverClaimable, 'family is', 'families are')} taken on too late to
          become claimable.
        </p>
        <Show when={props.projection.uncommissioned.length > 0}>
          <ul>
            <For each={props.projection.uncommissioned}>
              {({ id, families }) => (
                <li>
                  {props.leadName(id)}: {counted(families, 'family', 'families')} at the peak beyond what is
                  commissioned
                </li>
              )}
            </For>
          </ul>
        </Show>
        <div class={own.wide} tabindex="0" role="region" aria-label="Chart of the caseload">
          <CaseloadChart projection={props.projection} />
        </div>
        <ul class={own.key} aria-label="Who leads, from the bottom of each bar">
          <For each={peak().leads}>
            {({ id }, at) => (
              <li>
                <svg class={own.swatch} viewBox="0 0 16 16" aria-hidden="true">
                  <rect width="16" height="16" data-lead={String(at() % 4)} />
                </svg>{' '}
                {props.leadName(id)}
              </li>
            )}
          </For>
        </ul>
        <Caseload projection={props.projection} leadName={props.leadName} />
        <Show when={props.projection.cash.length > 0}>
          <Cash projection={props.projection} />
          <CashAssumptions of={props.projection} />
        </Show>
        <DownloadTable name="projection.csv" of={() => table('column')}>
          Download by column as CSV
        </DownloadTable>
      </section>
      <Show when={props.projection.otherSplits.length > 0}>
        <OtherSplits projection={props.projection} leadName={props.leadName} />
      </Show>
      <Show when={props.projection.byWindow}>
        {(byWindow) => (
          <>
            <WindowsCash byWindow={byWindow()} of={props.projection} />
            <DownloadTable name="windows.csv" of={() => table('window')}>
              Download by claim window as CSV
            </DownloadTable>
          </>
        )}
      </Show>
    </>
  );
}
