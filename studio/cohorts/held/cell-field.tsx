import { Show } from 'solid-js';
import type { CohortFinding, CohortTable } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { describedBy, Field } from '../../ui/field.tsx';
import { Words } from '../../ui/words.tsx';
import styles from './held.module.css';

interface CellFieldProps {
  readonly id: string;
  readonly name: string;
  /** Undefined where the table has no such column. */
  readonly column: CohortTable['columns'][number] | undefined;
  /** Of which row it is: `row 3`. */
  readonly at: string;
  readonly value: string;
  readonly finding: CohortFinding | undefined;
  readonly isReadOnly: boolean;
  readonly onInput: (cell: string) => void;
}

/** One cell of a row: what was sent there, what is wrong with it, and the nearest that would be right. */
export function CellField(props: CellFieldProps) {
  const error = () => props.finding?.message;
  const hint = () => props.column?.about;
  let input: HTMLInputElement | undefined;
  const use = (nearest: string) => {
    props.onInput(nearest);
    input?.focus();
  };
  return (
    <div class={styles.cell}>
      <Field
        id={props.id}
        label={props.name}
        hint={<Show when={hint()}>{(about) => <Words text={about()} />}</Show>}
        error={error()}
      >
        <input
          id={props.id}
          ref={(element) => (input = element)}
          type="text"
          autocomplete="off"
          spellcheck={false}
          readonly={props.isReadOnly}
          aria-describedby={describedBy(props.id, error())}
          aria-invalid={error() === undefined ? undefined : 'true'}
          value={props.value}
          onInput={(event) => {
            props.onInput(event.currentTarget.value);
          }}
        />
      </Field>
      <Show when={props.column?.values}>
        {(values) => <p class={styles.values}>One of: {values().join(', ')}</p>}
      </Show>
      <Show when={!props.isReadOnly && props.finding?.suggestion}>
        {(nearest) => (
          <Button
            label={`Use ${nearest()} for ${props.name} in ${props.at}`}
            onPress={() => {
              use(nearest());
            }}
          >
            Use {nearest()}
          </Button>
        )}
      </Show>
    </div>
  );
}
