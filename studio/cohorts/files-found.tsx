import { For, Show } from 'solid-js';
import type { Cohort } from '../api.ts';
import { numberInWords } from '../ui/number-in-words.ts';
import { Table } from '../ui/table.tsx';
import { Words } from '../ui/words.tsx';
import styles from './cohorts.module.css';
import { fileInWords } from './finding-table.tsx';

type Note = Cohort['files'][number];

const encodings: Readonly<Record<NonNullable<Note['encoding']>, string>> = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows-1252',
};

const delimiters: Readonly<Record<NonNullable<Note['delimiter']>, string>> = {
  comma: 'Comma',
  semicolon: 'Semicolon',
  tab: 'Tab',
};

const days: Readonly<Record<NonNullable<Note['days']>, string>> = {
  iso: 'Year first',
  'day-first': 'Day first',
  mixed: 'Both ways',
};

const columns = [
  { head: 'File' },
  { head: 'Rows', number: true },
  { head: 'Alphabet' },
  { head: 'Between cells' },
  { head: 'Days' },
];

/** How the files of a cohort were read, and what is worth a look in them. */
export function FilesFound(props: { readonly cohort: Cohort }) {
  return (
    <Show when={props.cohort.files.length > 0}>
      <section class={styles.part} aria-labelledby="files-title">
        <h2 id="files-title">How the files were read</h2>
        <Table
          caption="Files of the upload"
          columns={columns}
          rows={props.cohort.files}
          cells={(note) => [
            fileInWords(note),
            numberInWords(note.rows),
            note.encoding === undefined ? '' : encodings[note.encoding],
            note.delimiter === undefined ? '' : delimiters[note.delimiter],
            note.days === undefined ? '' : days[note.days],
          ]}
        />
        <Show when={props.cohort.notes.length > 0}>
          <div class={styles.group}>
            <h3>Worth a look</h3>
            <ul class={styles.list}>
              <For each={props.cohort.notes}>
                {(note) => (
                  <li>
                    {fileInWords(note)}
                    <Show when={note.row}>{(row) => <>, row {row()}</>}</Show>:{' '}
                    <Words text={note.message} asIs />
                  </li>
                )}
              </For>
            </ul>
          </div>
        </Show>
      </section>
    </Show>
  );
}
