import { For, Match, Show, Switch } from 'solid-js';
import type { CohortFinding, CohortTable, HeldRow } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { Words } from '../../ui/words.tsx';
import { fileInWords } from '../finding-table.tsx';
import { CellField } from './cell-field.tsx';
import type { CohortMending } from './create-mending.ts';
import styles from './held.module.css';
import { isLine, rowKey } from './typed-rows.ts';

interface HeldRowProps {
  readonly row: HeldRow;
  readonly findings: readonly CohortFinding[];
  readonly tables: readonly CohortTable[];
  readonly mending: CohortMending;
  readonly mayMend: boolean;
}

/** The column of a wide file that says which table a row is of. */
const tableColumn = 'table';

/** The row of a table, a field for each of its columns that something is said of, asked or wrong. */
function Cells(props: HeldRowProps & { readonly id: string }) {
  const isWide = () => props.row.table === undefined;
  const table = () => {
    const named = props.row.table ?? props.mending.cellOf(props.row, tableColumn);
    return props.tables.find(({ name }) => name === named);
  };
  const wrong = (column: string) => props.findings.find((one) => one.column === column);
  const unknown = () => {
    const known = new Set(table()?.columns.map(({ name }) => name));
    return Object.keys(props.row.cells).filter((name) => !known.has(name) && name !== tableColumn);
  };
  const isShown = ({ name, required }: CohortTable['columns'][number]) =>
    required || wrong(name) !== undefined || Object.hasOwn(props.row.cells, name);
  const columns = () => table()?.columns ?? [];
  const field = (name: string, column?: CohortTable['columns'][number]) => (
    <CellField
      id={`${props.id}:${name}`}
      name={name}
      column={column}
      at={`row ${props.row.row}`}
      value={props.mending.cellOf(props.row, name)}
      finding={wrong(name)}
      isReadOnly={!props.mayMend || props.mending.isOut(props.row)}
      onInput={(cell) => {
        props.mending.setCell(props.row, name, cell);
      }}
    />
  );
  const tableChoice = () => ({
    ...{ name: tableColumn, form: 'text' as const, required: true, about: 'which table the row is of' },
    ...{ values: props.tables.map(({ name }) => name), example: '' },
  });
  return (
    <>
      <div class={styles.cells}>
        <Show when={isWide()}>{field(tableColumn, tableChoice())}</Show>
        <For each={columns().filter(isShown)}>{(column) => field(column.name, column)}</For>
        <For each={unknown()}>{(name) => field(name)}</For>
      </div>
      <Show when={columns().some((column) => !isShown(column))}>
        <details>
          <summary>Other columns</summary>
          <div class={styles.cells}>
            <For each={columns().filter((column) => !isShown(column))}>
              {(column) => field(column.name, column)}
            </For>
          </div>
        </details>
      </Show>
    </>
  );
}

function Line(props: HeldRowProps & { readonly id: string }) {
  return (
    <LineField
      id={`${props.id}:text`}
      label={`Line ${props.row.row}, a family as JSON`}
      rows={12}
      code
      error={props.mending.unreadable(props.row) ? 'this is not the JSON of a family' : undefined}
      value={props.mending.textOf(props.row)}
      onInput={(text) => {
        if (props.mayMend) props.mending.setText(props.row, text);
      }}
    />
  );
}

/** What is wrong with a row as a whole, or with a place of a line. */
function Findings(props: Pick<HeldRowProps, 'row' | 'findings'>) {
  const said = () =>
    isLine(props.row) ? props.findings : props.findings.filter(({ column }) => column === undefined);
  return (
    <For each={said()}>
      {(finding) => (
        <p class={styles.wrong}>
          <Words text={finding.message} />
          <Show when={finding.pointer}>
            {(pointer) => (
              <>
                {' '}
                at <code>{pointer()}</code>
              </>
            )}
          </Show>
          <Show when={finding.suggestion}>
            {(nearest) => (
              <>
                ; nearest is <code>{nearest()}</code>
              </>
            )}
          </Show>
        </p>
      )}
    </For>
  );
}

/** Cells to the right of the last header, which only can be taken away. */
function Surplus(props: Pick<HeldRowProps, 'row' | 'mending'>) {
  const isTrimmed = () => props.mending.isTrimmed(props.row);
  return (
    <div class={styles.adding}>
      <Button
        idle={isTrimmed()}
        label={`Take the extra cells of row ${props.row.row} away`}
        onPress={() => {
          props.mending.trim(props.row);
        }}
      >
        {isTrimmed() ? 'The extra cells go once it is sent' : 'Take the extra cells away'}
      </Button>
    </div>
  );
}

/** A row that is held aside, as a small form. */
export function HeldRowForm(props: HeldRowProps) {
  const place = () => `${fileInWords(props.row)}, ${isLine(props.row) ? 'line' : 'row'} ${props.row.row}`;
  const id = () => `row:${rowKey(props.row).replaceAll(/\s/g, '_')}`;
  const isOut = () => props.mending.isOut(props.row);
  return (
    <div class={styles.row} role="group" aria-label={place()} data-out={isOut() ? '' : undefined}>
      <h4>{place()}</h4>
      <Findings row={props.row} findings={props.findings} />
      <Show when={props.mayMend && !isOut() && props.row.surplus}>
        <Surplus row={props.row} mending={props.mending} />
      </Show>
      <Show when={isOut()}>
        <p role="status">It will be left out once it is sent.</p>
      </Show>
      <Switch fallback={<Cells {...props} id={id()} />}>
        <Match when={isOut()}>{null}</Match>
        <Match when={isLine(props.row)}>
          <Line {...props} id={id()} />
        </Match>
      </Switch>
      <Show when={props.mayMend}>
        <div>
          <Button
            label={`${isOut() ? 'Keep' : 'Leave out'} ${place()}`}
            onPress={() => {
              props.mending.setOut(props.row, !isOut());
            }}
          >
            {isOut() ? 'Keep this row' : 'Leave this row out'}
          </Button>
        </div>
      </Show>
    </div>
  );
}
