import { For, Show } from 'solid-js';
import { auditAddress } from '../addresses.ts';
import type { AuditEntry, AuditLog } from '../api.ts';
import { type Actors, createActors } from '../decisions/create-actors.ts';
import styles from '../decisions/decisions.module.css';
import { focusOn } from '../editor/focus-on.ts';
import { Answered } from '../frame/answered.tsx';
import { Screen } from '../frame/screen.tsx';
import { instantInWords } from '../instant-in-words.ts';
import { DayField } from '../ui/day-field.tsx';
import { FormView } from '../ui/form-view.tsx';
import { GroupedSelect } from '../ui/grouped-select.tsx';
import { counted, numberInWords } from '../ui/number-in-words.ts';
import { Table } from '../ui/table.tsx';
import { TextField } from '../ui/text-field.tsx';
import { actionGroups, actionInWords, detailInWords } from './actions.ts';
import { type AuditForm, createAudit, createVerification, ENTRIES } from './create-audit.ts';
import { VerificationView } from './verification-view.tsx';

/** The link of a page that is left goes with it, so that the heading takes the focus. */
const lead = () => {
  focusOn(ENTRIES);
};

interface LookingProps {
  readonly form: AuditForm;
  readonly actors: Actors;
  /** Whether the address asks for some of them alone. */
  readonly narrowed: boolean;
}

/** By what entries are looked for: people and keys by name, where one may know who there is. */
function Looking(props: LookingProps) {
  const people = () => [
    {
      title: 'People and keys',
      options: props.actors.known().map(({ actor, name }) => ({ value: actor, text: name })),
    },
    { title: 'Nobody', options: [{ value: 'system', text: props.actors.nameOf('system') }] },
  ];
  return (
    <section class={`${styles.fields} ${styles.screenOnly}`} aria-label="What to look for">
      <FormView form={props.form} send="Find" sending="Looking">
        <div class={styles.pair}>
          <Show
            when={props.actors.known().length > 0}
            fallback={
              <TextField
                form={props.form}
                name="actor"
                label="Who"
                hint="As the log names them, such as key:1f0c…"
                autocomplete="off"
              />
            }
          >
            <GroupedSelect
              id={props.form.control('actor')}
              label="Who"
              none="Anybody"
              groups={people()}
              value={props.form.typed('actor')}
              onChange={(actor) => {
                props.form.type('actor', actor);
              }}
            />
          </Show>
          <GroupedSelect
            id={props.form.control('action')}
            label="What was done"
            none="Anything"
            groups={actionGroups}
            value={props.form.typed('action')}
            onChange={(action) => {
              props.form.type('action', action);
            }}
          />
          <TextField
            form={props.form}
            name="subject"
            label="To what"
            hint="The id of a draft, a cohort, a person and so on."
            autocomplete="off"
          />
          <DayField form={props.form} name="since" legend="Since" hint="The first day, such as 1 10 2026." />
        </div>
      </FormView>
      <Show when={props.narrowed}>
        <p>
          <a href={auditAddress}>Clear, and show all</a>
        </p>
      </Show>
    </section>
  );
}

function Detail(props: { readonly entry: AuditEntry }) {
  return (
    <Show when={detailInWords(props.entry.detail).length > 0} fallback="–">
      <ul class={styles.plain}>
        <For each={detailInWords(props.entry.detail)}>{(words) => <li class={styles.hash}>{words}</li>}</For>
      </ul>
    </Show>
  );
}

function Entries(props: { readonly log: AuditLog; readonly actors: Actors }) {
  const columns = [
    { head: 'Entry' },
    { head: 'When' },
    { head: 'Who' },
    { head: 'What was done' },
    { head: 'To what' },
    { head: 'More' },
  ];
  return (
    <Table
      caption="The newest first"
      columns={columns}
      rows={props.log.entries}
      cells={(entry) => [
        numberInWords(entry.seq),
        instantInWords(entry.at),
        props.actors.nameOf(entry.actor),
        actionInWords(entry.action),
        <span class={styles.hash}>{entry.subject === '' ? '–' : entry.subject}</span>,
        <Detail entry={entry} />,
      ]}
    />
  );
}

/** What was written, by whom and when; and whether the log of it is whole. */
export function AuditScreen() {
  const { log, form, asked, before, page } = createAudit();
  const actors = createActors();
  const verifying = createVerification();
  const narrowed = () => Object.keys(asked()).length > 0;
  return (
    <Screen
      title="Audit log"
      wrong={
        log.problem() !== undefined || form().mistakes().length > 0 || verifying.form.mistakes().length > 0
      }
      lead={<p>Everything that was written, by whom and when. Nothing of a family stands in it.</p>}
    >
      <VerificationView verifying={verifying} />
      <section class={styles.part} aria-labelledby={ENTRIES}>
        <h2 id={ENTRIES} tabindex="-1">
          Entries
        </h2>
        <Looking form={form()} actors={actors} narrowed={narrowed()} />
        <Answered answer={log} waiting="Asking the server for the audit log.">
          {(found) => (
            <>
              <p role="status">
                {counted(found().entries.length, 'entry', 'entries')}
                {found().before === null ? '.' : ', and there are older ones.'}
              </p>
              <Show when={found().entries.length > 0} fallback={<p>No entry is like this.</p>}>
                <Entries log={found()} actors={actors} />
              </Show>
              <div class={styles.acts}>
                <Show when={before()}>
                  <a href={page()} onClick={lead}>
                    The newest
                  </a>
                </Show>
                <Show when={found().before}>
                  {(entry) => (
                    <a href={page(entry())} onClick={lead}>
                      Older entries
                    </a>
                  )}
                </Show>
              </div>
            </>
          )}
        </Answered>
      </section>
    </Screen>
  );
}
