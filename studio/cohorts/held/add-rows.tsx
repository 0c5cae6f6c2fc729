import { createSignal, Index, Show } from 'solid-js';
import type { CohortTable, HeldFamily } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { CellField } from './cell-field.tsx';
import type { CohortMending } from './create-mending.ts';
import { type Added, heldKey } from './create-typed-rows.ts';
import styles from './held.module.css';

interface AddRowsProps {
  readonly held: HeldFamily;
  readonly tables: readonly CohortTable[];
  readonly mending: CohortMending;
}

function AddedRow(props: AddRowsProps & { readonly added: Added }) {
  const table = () => props.tables.find(({ name }) => name === props.added.table);
  return (
    <div class={styles.row} role="group" aria-label={`A row of ${props.added.table} that is added`}>
      <h4>
        A row of <code>{props.added.table}</code> that is added
      </h4>
      <div class={styles.cells}>
        <Index each={table()?.columns ?? []}>
          {(column) => (
            <CellField
              id={`added:${props.added.number}:${column().name}`}
              name={column().name}
              column={column()}
              at="the row that is added"
              value={props.added.cells[column().name] ?? ''}
              finding={undefined}
              isReadOnly={false}
              onInput={(cell) => {
                props.mending.setAddedCell(props.held, props.added, { [column().name]: cell });
              }}
            />
          )}
        </Index>
      </div>
      <div>
        <Button
          label={`Do not add this row of ${props.added.table}`}
          onPress={() => {
            props.mending.dropAdded(props.held, props.added);
          }}
        >
          Do not add it
        </Button>
      </div>
    </div>
  );
}

/** Rows that a family lacks: chosen by table, filled in, and sent with the others. */
export function AddRows(props: AddRowsProps) {
  const [table, setTable] = createSignal('families');
  const added = () => props.mending.addedTo(props.held);
  const isLines = () => props.held.rows.some(({ text, fault }) => text !== undefined || fault !== undefined);
  return (
    <Show when={!isLines()}>
      <Index each={added()}>{(one) => <AddedRow {...props} added={one()} />}</Index>
      <details>
        <summary>Add a row that is missing</summary>
        <div class={styles.adding}>
          <SelectField
            id={`add:${heldKey(props.held).replaceAll(/\s/g, '_')}`}
            label="Table of the row"
            options={props.tables.map(({ name }) => ({ value: name, text: name }))}
            value={table()}
            onChange={setTable}
          />
          <Button
            onPress={() => {
              props.mending.add(props.held, table());
            }}
          >
            Add a row
          </Button>
        </div>
      </details>
    </Show>
  );
}
