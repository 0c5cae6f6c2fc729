import { For, type JSX, Show } from 'solid-js';
import { programmeAddress } from '../addresses.ts';
import styles from '../claims/claims.module.css';
import { Screen } from '../frame/screen.tsx';
import { Button } from '../ui/button.tsx';
import { FileField } from '../ui/file-field.tsx';
import { FormView } from '../ui/form-view.tsx';
import { Words } from '../ui/words.tsx';
import type { createSent } from './create-sent.ts';

interface SentViewProps<Found> {
  readonly title: string;
  readonly lead: string;
  readonly sent: ReturnType<typeof createSent<Found>>;
  /** What the file is, and what the button for the example says. */
  readonly label: string;
  readonly hint: string;
  readonly example: string;
  /** What else is given with the file, and what else can be sent in its place. */
  readonly fields?: JSX.Element;
  readonly acts?: JSX.Element;
  /** Ways to screens beside it. */
  readonly ways?: JSX.Element;
  readonly children: (found: () => NonNullable<Found>) => JSX.Element;
}

/** A screen on which a document is sent from a file, or the example is, with what comes of it. */
export function SentView<Found>(props: SentViewProps<Found>) {
  const form = () => props.sent.form;
  return (
    <Screen
      title={props.title}
      wrong={form().mistakes().length > 0}
      trail={props.title === 'Programme' ? undefined : [{ href: programmeAddress, text: 'Programme' }]}
      lead={<p>{props.lead}</p>}
    >
      {props.ways}
      <FormView form={form()} send="Work it out" sending="Working it out">
        <FileField
          id={form().control('files')}
          label={props.label}
          hint={props.hint}
          error={form().wrong('files')}
          accept=".json"
          files={props.sent.files()}
          onChange={props.sent.choose}
        />
        {props.fields}
      </FormView>
      <div class={styles.acts}>
        <Button
          onPress={() => {
            void props.sent.useExample();
          }}
        >
          {props.example}
        </Button>
        {props.acts}
      </div>
      <Show when={props.sent.faults().length > 0}>
        <section class={styles.part} aria-labelledby="faults-title">
          <h2 id="faults-title">What is wrong with it</h2>
          <ul>
            <For each={props.sent.faults().slice(0, 50)}>
              {(fault) => (
                <li>
                  <Words text={fault} />
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
      <Show when={props.sent.found()}>{(found) => props.children(found)}</Show>
    </Screen>
  );
}
