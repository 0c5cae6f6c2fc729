import { Show } from 'solid-js';
import type { Verification } from '../api.ts';
import styles from '../decisions/decisions.module.css';
import { CopyText } from '../ui/copy-text.tsx';
import { FormView } from '../ui/form-view.tsx';
import { LineField } from '../ui/line-field.tsx';
import { counted, numberInWords } from '../ui/number-in-words.ts';
import { Table } from '../ui/table.tsx';
import { Words } from '../ui/words.tsx';
import type { Verifying } from './create-audit.ts';

type Finding = Verification['findings'][number];

const placeOf = ({ entry, table, row }: Finding) =>
  [
    ...(entry === undefined ? [] : [`entry ${numberInWords(entry)}`]),
    ...(table === undefined ? [] : [`table ${table}`]),
    ...(row === undefined ? [] : [`row ${row}`]),
  ].join(', ');

/** Whether the log is whole, in words, and where it is not. */
function Verdict(props: { readonly found: Verification }) {
  return (
    <>
      <div class={styles.told} data-tone={props.found.whole ? 'good' : 'bad'} role="status">
        <p>
          <b>{props.found.whole ? 'The log is whole.' : 'The log is not whole.'}</b>{' '}
          {counted(props.found.entries, 'entry was', 'entries were')} followed from the first to the last, and{' '}
          {counted(props.found.rows, 'row', 'rows')} held against {props.found.entries === 1 ? 'it' : 'them'}.{' '}
          {props.found.whole
            ? 'Nothing was changed behind its back.'
            : `${counted(props.found.findings.length, 'thing was', 'things were')} found.`}
        </p>
      </div>
      <Show when={props.found.findings.length > 0}>
        <Table
          caption="Where it breaks"
          columns={[{ head: 'What was found' }, { head: 'Where' }]}
          rows={props.found.findings}
          cells={(finding) => [<Words text={finding.message} />, placeOf(finding)]}
        />
      </Show>
      <h3>The head to note elsewhere</h3>
      <p class={styles.text}>
        A log that was cut at its end, and a copy that was put in its place, are told only against a head that
        was noted before. Keep this one outside the server: it is the number of the last entry and its hash.
      </p>
      <CopyText label="Head of the audit log" text={props.found.head} />
      <p class={styles.text}>The same is checked without this page, where the store can be opened:</p>
      <CopyText label="Command" text={`npx threshold audit verify --head ${props.found.head}`} />
    </>
  );
}

/** The audit log verified by a button, against a head that was noted before where there is one. */
export function VerificationView(props: { readonly verifying: Verifying }) {
  const form = () => props.verifying.form;
  const found = () => {
    const told = props.verifying.told();
    return told?.ok ? told.value : undefined;
  };
  const refused = () => {
    const told = props.verifying.told();
    return told === undefined || told.ok ? undefined : told.problem;
  };
  return (
    <section class={styles.part} aria-labelledby="verify-title">
      <h2 id="verify-title">Is the log whole?</h2>
      <p class={styles.text}>
        Every entry carries the hash of the one before, and every row that is kept is held against the entry
        that wrote it. Checking follows all of it: seconds for a large store.
      </p>
      <div class={styles.screenOnly}>
        <FormView form={form()} send="Verify the log" sending="Following the log">
          <LineField
            id={form().control('head')}
            label="Head noted before"
            hint="May be left empty. A number, a colon and a hash, as this page shows it once the log is verified."
            error={form().wrong('head')}
            value={form().typed('head')}
            onInput={(text) => {
              form().type('head', text);
            }}
          />
        </FormView>
      </div>
      <Show when={!form().busy() && refused()}>
        {(problem) => (
          <p class={styles.told} data-tone="bad" role="alert">
            {problem().title}
          </p>
        )}
      </Show>
      <Show when={!form().busy() && found()}>{(one) => <Verdict found={one()} />}</Show>
    </section>
  );
}
