import { createMemo, createSignal, Show } from 'solid-js';
import { claimAddress, decisionAddress } from '../addresses.ts';
import type { Reconciliation } from '../api.ts';
import { familyNamed } from '../decisions/decision-table.tsx';
import { pounds } from '../money-in-words.ts';
import { Button } from '../ui/button.tsx';
import { counted, numberInWords } from '../ui/number-in-words.ts';
import { SelectField } from '../ui/select-field.tsx';
import { Table } from '../ui/table.tsx';
import styles from './claims.module.css';
import { paymentInWords } from './payment-in-words.ts';

type Line = Reconciliation['lines'][number];

/** Rows of a table on one page of it. */
const SHOWN = 200;

const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function Sums(props: { readonly found: Reconciliation }) {
  return (
    <Table
      caption="What was found"
      columns={[{ head: 'What' }, { head: 'Lines', number: true }, { head: 'Difference', number: true }]}
      rows={props.found.sums}
      cells={(sum) => [upper(sum.text), numberInWords(sum.lines), pounds(sum.differencePence)]}
    />
  );
}

function Lines(props: { readonly lines: readonly Line[] }) {
  return (
    <Table
      caption="Line by line"
      columns={[
        { head: 'Claim for' },
        { head: 'What' },
        { head: 'Claimed', number: true },
        { head: 'Paid', number: true },
        { head: 'Difference', number: true },
        { head: 'Because of' },
        { head: 'Statement' },
        { head: 'Evidence' },
      ]}
      rows={props.lines.slice(0, SHOWN)}
      cells={(line) => [
        <Show when={line.claim} fallback={unclaimed(line)}>
          {(claim) => (
            <a href={claimAddress(claim())}>
              {familyNamed(line.family)}, {paymentInWords(line.payment ?? '')}
            </a>
          )}
        </Show>,
        upper(line.text),
        pounds(line.claimedPence),
        pounds(line.paidPence),
        pounds(line.differencePence),
        line.code === 'claimed-twice' ? 'Another claim' : line.because,
        line.rows.map((row) => `row ${row + 1}`).join(', '),
        <Show when={line.record}>{(record) => <a href={decisionAddress(record())}>Decision</a>}</Show>,
      ]}
    />
  );
}

/** For whom something was paid that is of no one claim, as the statement says. */
function unclaimed({ family, payment, code }: Reconciliation['lines'][number]): string {
  const named = [family === null ? '' : familyNamed(family), payment === null ? '' : paymentInWords(payment)];
  const whose = named.filter(Boolean).join(', ');
  const none = code === 'several-claims' ? 'one of several claims' : 'no claim';
  return whose === '' ? none.charAt(0).toUpperCase() + none.slice(1) : `${whose}: ${none}`;
}

interface ReconciliationViewProps {
  readonly found: Reconciliation;
  /** Saves every line as a file; what is wrong with that. */
  readonly download: () => Promise<string | undefined>;
}

/** What was found: sums, and the lines behind each. */
export function ReconciliationView(props: ReconciliationViewProps) {
  const [code, setCode] = createSignal('all');
  const [wrong, setWrong] = createSignal<string>();
  const lines = createMemo(() =>
    props.found.lines.filter((line) => code() === 'all' || line.code === code()),
  );
  const options = () => [
    { value: 'all', text: 'All' },
    ...props.found.sums.map((sum) => ({ value: sum.code, text: upper(sum.text) })),
  ];
  return (
    <section class={styles.part} aria-labelledby="found-title">
      <h2 id="found-title">Claims beside payments</h2>
      <p role="status">
        {counted(props.found.claims, 'claim was', 'claims were')} held against{' '}
        {props.found.against === 'statement' ? 'the statement' : 'what the ledger has as paid'}:{' '}
        {counted(props.found.lines.length, 'line', 'lines')}.
        <Show when={props.found.elsewhere.rows > 0}>
          {' '}
          {counted(props.found.elsewhere.rows, 'row of the statement is', 'rows of the statement are')} for
          claims of other runs, {pounds(props.found.elsewhere.pence)} in all.
        </Show>
      </p>
      <Show when={props.found.lines.length > 0}>
        <Sums found={props.found} />
        <SelectField
          id="lines-code"
          label="Which lines are shown"
          options={options()}
          value={code()}
          onChange={setCode}
        />
        <Show when={lines().length > SHOWN}>
          <p>The first {numberInWords(SHOWN)} are shown; the file has all of them.</p>
        </Show>
        <Lines lines={lines()} />
        <div class={styles.acts}>
          <Button
            onPress={() => {
              void props.download().then(setWrong);
            }}
          >
            Download every line as CSV
          </Button>
        </div>
        <Show when={wrong()}>{(words) => <p role="alert">{words()}</p>}</Show>
      </Show>
    </section>
  );
}
