import { useSearchParams } from '@solidjs/router';
import { createMemo } from 'solid-js';
import type { DecisionSample, DrawnDecision, Replayed } from '../../api.ts';
import { dayInWords } from '../../day-in-words.ts';
import { VerdictTag } from '../../decision/verdict-tag.tsx';
import { pounds } from '../../money-in-words.ts';
import { Pages } from '../../ui/pages.tsx';
import { Table } from '../../ui/table.tsx';
import { DecisionLink } from '../decision-table.tsx';
import { addressWith, rowFrom, rowSaid, type Search } from '../filter/filter.ts';
import { replayResults, replayWords } from '../replay-in-words.ts';

/** So many a page. */
const PAGE = 200;

interface SampleTableProps {
  readonly sample: DecisionSample['sample'];
  /** What deciding again came to, by record. */
  readonly came: ReadonlyMap<string, Replayed>;
}

interface Row {
  readonly one: DrawnDecision;
  readonly drawn: number;
  readonly came: Replayed | undefined;
}

const rank = ({ came }: Row) =>
  came === undefined ? replayResults.length : replayResults.indexOf(came.result);

/** The address that stands, from another row of the sample on. */
const fromRow = (search: Search, from: number) =>
  addressWith(window.location.pathname, { ...search, from: rowSaid(from) });

/** The decisions that were drawn: in the order drawn, or once they are decided again those that differ first. */
export function SampleTable(props: SampleTableProps) {
  const [search] = useSearchParams();
  const rows = createMemo(() => {
    const all = props.sample.map((one, at): Row => ({
      one,
      drawn: at + 1,
      came: props.came.get(one.record),
    }));
    return props.came.size === 0 ? all : all.sort((row, other) => rank(row) - rank(other));
  });
  const from = () => rowFrom(search, rows().length);
  const differ = () => [...props.came.values()].some(({ result }) => result !== 'same');
  const shown = () => rows().slice(from(), from() + PAGE);
  const columns = () => [
    { head: 'Decision of' },
    ...(props.came.size === 0 ? [] : [{ head: 'Decided again' }]),
    { head: 'As of' },
    { head: 'Rules' },
    { head: 'Eligibility' },
    { head: 'Due', number: true },
    { head: 'Drawn', number: true },
    { head: 'Weight', number: true },
    { head: 'Ticket' },
  ];
  return (
    <>
      <Table
        caption={differ() ? 'The sample, those that differ first' : 'The sample, in the order drawn'}
        columns={columns()}
        rows={shown()}
        cells={({ one, drawn, came }) => [
          <DecisionLink record={one.record} family={one.family} />,
          ...(props.came.size === 0 ? [] : [came === undefined ? 'Not yet' : replayWords[came.result]]),
          dayInWords(one.asOf),
          `${one.ruleset.id} ${one.ruleset.version}`,
          <VerdictTag verdict={one.eligibility} />,
          pounds(one.totalDuePence),
          drawn,
          one.weight,
          <code>{one.ticket}</code>,
        ]}
      />
      <Pages
        what="decisions"
        from={from()}
        shown={shown().length}
        total={rows().length}
        size={PAGE}
        address={(row) => fromRow(search, row)}
      />
    </>
  );
}
