import { Table } from '../ui/table.tsx';
import type { ConflictRow } from './said-by.ts';

interface ConflictsTableProps {
  readonly rows: readonly ConflictRow[];
  readonly authorities?: boolean;
  readonly notes?: boolean;
}

/** Where sources contradict themselves or each other: every figure stands. */
export function ConflictsTable(props: ConflictsTableProps) {
  const some = <T,>(wanted: boolean | undefined, one: T) => (wanted === true ? [one] : []);
  return (
    <Table
      caption="Where sources contradict themselves or each other"
      columns={[
        { head: 'What' },
        ...some(props.authorities, { head: 'Authority' }),
        { head: 'What is said' },
        { head: 'Apart by' },
        ...some(props.notes, { head: 'Note' }),
      ]}
      rows={props.rows}
      cells={(row) => [
        row.label,
        ...some(props.authorities, row.authority),
        row.said.join(' or '),
        row.apart,
        ...some(props.notes, row.note),
      ]}
    />
  );
}
