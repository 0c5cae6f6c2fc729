import { For, Show } from 'solid-js';
import type { CohortTable } from '../../api.ts';
import { Answered } from '../../frame/answered.tsx';
import { DownloadLink } from '../../session/download-link.tsx';
import { Table } from '../../ui/table.tsx';
import { Words } from '../../ui/words.tsx';
import styles from '../cohorts.module.css';
import { createAnyTables } from '../create-cohorts.ts';

const columns = [{ head: 'Column' }, { head: 'Needed' }, { head: 'What it holds' }, { head: 'For example' }];

function Template(props: { readonly name: string }) {
  return (
    <DownloadLink of={`/cohort-templates/${encodeURIComponent(props.name)}`} name={props.name}>
      {props.name}
    </DownloadLink>
  );
}

/** What one table holds, and the file of it alone. */
function TableHolds(props: { readonly table: CohortTable; readonly templates: readonly string[] }) {
  const file = () => props.templates.find((name) => name === `${props.table.name}.csv`);
  return (
    <details>
      <summary>
        <code>{props.table.name}</code>: {props.table.about}
      </summary>
      <div class={styles.inner}>
        <Show when={file()}>
          {(name) => (
            <p>
              Template: <Template name={name()} />
            </p>
          )}
        </Show>
        <Table
          caption={`Columns of ${props.table.name}`}
          columns={columns}
          rows={props.table.columns}
          cells={(column) => [
            <code>{column.name}</code>,
            column.required ? 'Yes' : 'No',
            <>
              <Words text={column.about} />
              <Show when={column.values}>{(values) => <>: {values().join(', ')}</>}</Show>
            </>,
            <code>{column.example}</code>,
          ]}
        />
      </div>
    </details>
  );
}

/** What stands in the files, and files to fill in. */
export function Templates() {
  const tables = createAnyTables();
  return (
    <section class={styles.part} aria-labelledby="templates-title">
      <h2 id="templates-title">Templates to fill in</h2>
      <p class={styles.text}>
        All tables can stand in one CSV file or in one workbook with a sheet for each; or each table in a file
        of its own. Days are written 2012-10-01 or 1/10/2012, day first. A family that is sent as a line of
        JSON needs no template.
      </p>
      <Answered answer={tables} waiting="Asking the server for the templates.">
        {(known) => {
          const own = () => new Set(known().tables.map(({ name }) => `${name}.csv`));
          return (
            <>
              <ul class={styles.ways} aria-label="Templates of all tables">
                <For each={known().templates.filter((name) => !own().has(name))}>
                  {(name) => (
                    <li>
                      <Template name={name} />
                    </li>
                  )}
                </For>
              </ul>
              <details>
                <summary>What each of the {known().tables.length} tables holds, and its own template</summary>
                <div class={styles.inner}>
                  <For each={known().tables}>
                    {(table) => <TableHolds table={table} templates={known().templates} />}
                  </For>
                </div>
              </details>
            </>
          );
        }}
      </Answered>
    </section>
  );
}
