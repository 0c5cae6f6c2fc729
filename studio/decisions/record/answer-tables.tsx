import { Show } from 'solid-js';
import type { KeptDecision, Verdict } from '../../api.ts';
import { VerdictTag } from '../../decision/verdict-tag.tsx';
import { verdictWord } from '../../decision/verdict-words.ts';
import { pounds } from '../../money-in-words.ts';
import { Table } from '../../ui/table.tsx';
import type { PartNames } from '../filter/part-names.ts';

interface AnswerTablesProps {
  readonly answer: KeptDecision['answer'];
  readonly names: PartNames;
}

interface Judged {
  readonly kind: string;
  readonly id: string;
  readonly verdict: Verdict;
  /** What the rules alone came to, where a judgement of a person stands in their place. */
  readonly own?: Verdict | undefined;
}

function judgedIn({ criteria, eligibility, outcomes }: KeptDecision['answer']): readonly Judged[] {
  return [
    { kind: 'In all', id: 'eligibility', verdict: eligibility.verdict },
    ...eligibility.routes.map((one) => ({ kind: 'Route', ...one })),
    ...criteria.map(({ id, verdict }) => ({ kind: 'Criterion', id, verdict })),
    ...outcomes.flatMap(({ id, verdict, ownVerdict: own, parts }) => [
      { kind: 'Outcome', id, verdict, own },
      ...parts.map((part) => ({
        kind: 'Part of an outcome',
        id: `${id}.${part.id}`,
        verdict: part.verdict,
        own: part.ownVerdict,
      })),
    ]),
  ];
}

/** Every verdict and every pound of a kept decision. */
export function AnswerTables(props: AnswerTablesProps) {
  return (
    <>
      <Table
        caption="What each part of the rules came to"
        columns={[{ head: 'Part of the rules' }, { head: 'Kind' }, { head: 'Verdict' }]}
        rows={judgedIn(props.answer)}
        cells={({ kind, id, verdict, own }) => [
          props.names.textOf(id),
          kind,
          <>
            <VerdictTag verdict={verdict} />
            <Show when={own}>
              {(alone) => <> by a person’s judgement; the rules alone: {verdictWord(alone())}</>}
            </Show>
          </>,
        ]}
      />
      <Table
        caption="Payments, and what each comes to"
        columns={[
          { head: 'Payment' },
          { head: 'Verdict' },
          { head: 'Rate', number: true },
          { head: 'Due', number: true },
          { head: 'Could be due', number: true },
          { head: 'Claimed before', number: true },
        ]}
        rows={props.answer.payments}
        cells={(one) => [
          props.names.textOf(one.id),
          <VerdictTag verdict={one.verdict} />,
          one.ratePence === null ? 'None in force' : pounds(one.ratePence),
          pounds(one.duePence),
          pounds(one.possiblePence),
          pounds(one.alreadyClaimedPence),
        ]}
      />
    </>
  );
}
