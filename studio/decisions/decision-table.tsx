import { Show } from 'solid-js';
import { decisionAddress } from '../addresses.ts';
import type { KeptDecision } from '../api.ts';
import { dayInWords } from '../day-in-words.ts';
import { VerdictTag } from '../decision/verdict-tag.tsx';
import { instantInWords } from '../instant-in-words.ts';
import { pounds } from '../money-in-words.ts';
import { Table } from '../ui/table.tsx';
import type { Actors } from './create-actors.ts';

/** A family by its id; of one that was erased, that it was. */
export const familyNamed = (id: string | null) => (id === null ? 'Erased family' : `Family ${id}`);

/** A decision by its family, which leads to it. */
export function DecisionLink(props: { readonly record: string; readonly family: string | null }) {
  return <a href={decisionAddress(props.record)}>{familyNamed(props.family)}</a>;
}

interface DecisionTableProps {
  readonly decisions: readonly KeptDecision[];
  readonly actors: Actors;
}

/** Kept decisions, a row each. */
export function DecisionTable(props: DecisionTableProps) {
  const columns = [
    { head: 'Decision of' },
    { head: 'As of' },
    { head: 'Rules' },
    { head: 'Eligibility' },
    { head: 'Due', number: true },
    { head: 'Kept' },
  ];
  return (
    <Table
      caption="Kept decisions"
      columns={columns}
      rows={props.decisions}
      cells={(one) => [
        <>
          <DecisionLink record={one.record} family={one.family.id} />
          <Show when={one.family.held === 'withheld'}> (withheld)</Show>
        </>,
        dayInWords(one.asOf),
        `${one.ruleset.id} ${one.ruleset.version}`,
        <VerdictTag verdict={one.answer.eligibility.verdict} />,
        pounds(one.answer.totalDuePence),
        <>
          {instantInWords(one.at)}, {props.actors.nameOf(one.who)}
        </>,
      ]}
    />
  );
}
