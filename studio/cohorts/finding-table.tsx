import { Show } from 'solid-js';
import type { CohortFinding } from '../api.ts';
import { Table } from '../ui/table.tsx';
import { Words } from '../ui/words.tsx';

/** The file of a finding, and the sheet of a workbook. */
export const fileInWords = ({ file, sheet }: Pick<CohortFinding, 'file' | 'sheet'>): string =>
  sheet === undefined ? file : `${file}, sheet ${sheet}`;

const columns = [
  { head: 'File' },
  { head: 'Row', number: true },
  { head: 'Column' },
  { head: 'What is wrong' },
  { head: 'Nearest' },
];

/** What was found in files, each with its place. */
export function FindingTable(props: {
  readonly caption: string;
  readonly findings: readonly CohortFinding[];
}) {
  return (
    <Table
      caption={props.caption}
      columns={columns}
      rows={props.findings}
      cells={(finding) => [
        fileInWords(finding),
        finding.row ?? '',
        <Show when={finding.column ?? finding.pointer}>{(place) => <code>{place()}</code>}</Show>,
        <Words text={finding.message} />,
        <Show when={finding.suggestion}>{(nearest) => <code>{nearest()}</code>}</Show>,
      ]}
    />
  );
}
