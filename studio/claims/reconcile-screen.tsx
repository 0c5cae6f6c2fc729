import { createSignal, For, Show } from 'solid-js';
import { claimsAddress } from '../addresses.ts';
import type { Reconciliation } from '../api.ts';
import { Screen } from '../frame/screen.tsx';
import { pounds } from '../money-in-words.ts';
import { mayOpen } from '../session/may-open.ts';
import { useSession } from '../session/session.ts';
import { createForm } from '../ui/create-form.ts';
import { DayField } from '../ui/day-field.tsx';
import { isoDay } from '../ui/day-text.ts';
import { FileField } from '../ui/file-field.tsx';
import { FormView } from '../ui/form-view.tsx';
import { counted } from '../ui/number-in-words.ts';
import { SelectField } from '../ui/select-field.tsx';
import { Told } from '../ui/told.tsx';
import { Words } from '../ui/words.tsx';
import styles from './claims.module.css';
import { createRuns } from './create-claims.ts';
import { createReconciling, unrecorded } from './create-reconciling.ts';
import { ReconciliationView } from './reconciliation-view.tsx';

type Lines = ReturnType<typeof unrecorded>;

interface RecordProps {
  readonly found: Reconciliation;
  readonly record: (lines: Lines, on: string) => Promise<string | undefined>;
  readonly onDone: (told: string) => void;
}

/** Writes down what the statement paid as it was claimed. */
function RecordForm(props: RecordProps) {
  const lines = () => unrecorded(props.found);
  const sum = () => lines().reduce((pence, { differencePence }) => pence + differencePence, 0);
  const form = createForm({
    id: 'record',
    fields: { on: '//' },
    check: ({ on }) => (isoDay(on) === undefined ? { on: 'enter a day that there is' } : {}),
    send: async ({ on }) => {
      const many = lines().length;
      const wrong = await props.record(lines(), isoDay(on) ?? '');
      if (wrong !== undefined) return { on: wrong };
      props.onDone(`${counted(many, 'payment was', 'payments were')} written down.`);
      return {};
    },
  });
  return (
    <section class={styles.part} aria-labelledby="record-title">
      <h2 id="record-title">Write down what was paid as claimed</h2>
      <p>
        {counted(lines().length, 'payment of the statement is', 'payments of the statement are')} what was
        claimed, {pounds(sum())} in all, and not in the ledger yet. What differs is left for a person to look
        at.
      </p>
      <FormView form={form} send="Write them down" sending="Writing them down">
        <DayField
          form={form}
          name="on"
          legend="Paid on"
          hint="The day of the statement, such as 20 2 2015."
        />
      </FormView>
    </section>
  );
}

/** Claims held against what was paid for them. */
export function ReconcileScreen() {
  const { form, files, choose, found, faults, record, download } = createReconciling();
  const { account } = useSession();
  const runs = createRuns(() => undefined);
  const [told, setTold] = createSignal('');
  const options = () => [
    { value: 'all', text: 'All claims' },
    ...(runs.value()?.runs ?? []).map(({ id, title }) => ({ value: id, text: title })),
  ];
  return (
    <Screen
      title="Reconcile claims"
      wrong={form.mistakes().length > 0}
      trail={[{ href: claimsAddress(), text: 'Claims' }]}
      lead={
        <p>
          What was claimed, beside what was paid: by a statement of payments, or without one by what the
          ledger has as paid.
        </p>
      }
    >
      <FormView form={form} send="Reconcile" sending="Reconciling">
        <SelectField
          id={form.control('run')}
          label="Which claims"
          options={options()}
          value={form.typed('run')}
          onChange={(run) => {
            form.type('run', run);
          }}
        />
        <FileField
          id={form.control('files')}
          label="Statement of payments"
          hint="A CSV file, or none. Columns: claim, or family and payment; pounds or pence; and on, the day. Where a family has claims in several phases or local authorities, also phase and localAuthority."
          error={form.wrong('files')}
          accept=".csv"
          files={files()}
          onChange={choose}
        />
      </FormView>
      <Show when={faults().length > 0}>
        <section class={styles.part} aria-labelledby="faults-title">
          <h2 id="faults-title">What is wrong with the statement</h2>
          <ul>
            <For each={faults().slice(0, 50)}>
              {(fault) => (
                <li>
                  <Words text={fault} />
                </li>
              )}
            </For>
          </ul>
          <Show when={faults().length > 50}>
            <p>And {counted(faults().length - 50, 'more', 'more')}.</p>
          </Show>
        </section>
      </Show>
      <Told words={told()} />
      <Show when={found()}>
        {(one) => (
          <>
            <Show when={unrecorded(one()).length > 0 && mayOpen('claims:submit', account())}>
              <RecordForm found={one()} record={record} onDone={setTold} />
            </Show>
            <ReconciliationView found={one()} download={download} />
          </>
        )}
      </Show>
    </Screen>
  );
}
