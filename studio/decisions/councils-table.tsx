import type { KeptDecisions } from '../api.ts';
import { numberInWords } from '../ui/number-in-words.ts';
import { Table } from '../ui/table.tsx';

type Counts = NonNullable<KeptDecisions['counts']>;

/** How many decisions like this there are of each council: all that somebody of no council is told of them. */
export function CouncilsTable(props: { readonly counts: Counts }) {
  return (
    <Table
      caption="How many like this each council has kept"
      columns={[{ head: 'Council' }, { head: 'Decisions', number: true }]}
      rows={props.counts}
      cells={({ authority, decisions }) => [authority, numberInWords(decisions)]}
    />
  );
}
