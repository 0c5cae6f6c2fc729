import { createSignal, For, Show } from 'solid-js';
import type { CohortTable, HeldFamily, HeldRow } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { counted } from '../../ui/number-in-words.ts';
import { Words } from '../../ui/words.tsx';
import { AddRows } from './add-rows.tsx';
import type { CohortMending } from './create-mending.ts';
import styles from './held.module.css';
import { HeldRowForm } from './held-row.tsx';
import { rowKey } from './typed-rows.ts';

interface HeldFamilyProps {
  readonly held: HeldFamily;
  readonly tables: readonly CohortTable[];
  readonly mending: CohortMending;
  readonly mayMend: boolean;
}

/** Rows of one family that are wrong and shown at once; the others come when these are mended. */
const mostShown = 50;

/** One family that is held aside, with its rows. */
export function HeldFamilyForm(props: HeldFamilyProps) {
  const [open, setOpen] = createSignal(false);
  const title = () => (props.held.family === null ? 'Rows of no family' : `Family ${props.held.family}`);
  const findingsOf = (row: HeldRow) =>
    props.held.findings.filter(
      (one) => one.row !== undefined && rowKey({ ...one, row: one.row }) === rowKey(row),
    );
  const wrong = () => props.held.rows.filter((row) => findingsOf(row).length > 0);
  const right = () => props.held.rows.filter((row) => findingsOf(row).length === 0);
  const keys = () => new Set(props.held.rows.map(rowKey));
  /** What is wrong with the family, and not with a row of it. */
  const others = () =>
    props.held.findings.filter(
      (one) => one.row === undefined || !keys().has(rowKey({ ...one, row: one.row })),
    );
  const pending = () => props.mending.pending([props.held]);
  const send = () =>
    pending() === 0 ? 'Nothing to send yet' : `Send ${counted(pending(), 'changed row', 'changed rows')}`;
  const form = (row: HeldRow) => (
    <HeldRowForm
      row={row}
      findings={findingsOf(row)}
      tables={props.tables}
      mending={props.mending}
      mayMend={props.mayMend}
    />
  );
  return (
    <section class={styles.family} aria-label={title()}>
      <h3>{title()}</h3>
      <For each={others()}>
        {(finding) => (
          <p class={styles.wrong}>
            <Words text={finding.message} />
          </p>
        )}
      </For>
      <For each={wrong().slice(0, mostShown)}>{form}</For>
      <Show when={wrong().length > mostShown}>
        <p>
          {counted(wrong().length - mostShown, 'more row is', 'more rows are')} shown once these are mended.
        </p>
      </Show>
      <Show when={right().length > 0}>
        <details
          onToggle={(event) => {
            setOpen(event.currentTarget.open);
          }}
        >
          <summary>{counted(right().length, 'row', 'rows')} of it in which nothing was found wrong</summary>
          <Show when={open()}>
            <div class={styles.rows}>
              <For each={right().slice(0, mostShown)}>{form}</For>
            </div>
          </Show>
        </details>
      </Show>
      <Show when={props.mayMend}>
        <AddRows held={props.held} tables={props.tables} mending={props.mending} />
        <div class={styles.acts}>
          <Button
            kind={pending() === 0 ? 'plain' : 'main'}
            busy={props.mending.busy()}
            idle={pending() === 0}
            label={`${send()} of ${title()}`}
            onPress={() => void props.mending.send([props.held])}
          >
            {send()}
          </Button>
          <Show when={props.held.family}>
            {(family) => (
              <Confirm
                ask="Leave this family out"
                label={`Leave family ${family()} out`}
                question={`Leave family ${family()} out, with ${counted(props.held.rows.length, 'row', 'rows')}? The cohort says how many rows were left out.`}
                yes="Yes, leave it out"
                no="Keep it held aside"
                onYes={() => void props.mending.leaveOut(props.held)}
              />
            )}
          </Show>
        </div>
      </Show>
    </section>
  );
}
