import { For } from 'solid-js';
import type { Judgement } from '../engine.ts';
import type { DecidingRules } from '../reading/read-version.ts';
import { createRules } from './create-rules.ts';
import styles from './decision-view.module.css';
import { type MissingDatum, MissingList } from './missing-list.tsx';
import { PartList } from './part-list.tsx';
import { PaymentAmounts } from './payment-amounts.tsx';
import { ReasonList } from './reason-list.tsx';
import { RulePlace } from './rule-place.tsx';
import { VerdictTag } from './verdict-tag.tsx';

type Outcome = Judgement['outcomes'][number];

/** A reason that a part gives is not said again above it. */
function reasonsOf({ parts, reasons }: Outcome) {
  const said = new Set(parts.flatMap((part) => part.reasons.map(({ text }) => text)));
  return reasons.filter(({ text }) => !said.has(text));
}

interface DecisionViewProps {
  readonly judgement: Judgement;
  /** The very version that decided. */
  readonly version: DecidingRules;
  readonly onFill?: (datum: MissingDatum) => void;
}

/** Everything that was decided, part by part, and what is missing. */
export function DecisionView(props: DecisionViewProps) {
  const rules = createRules(() => props.version);
  return (
    <article class={styles.decision} aria-label="The decision in full">
      <MissingList
        judgement={props.judgement}
        vocabulary={props.version.checked.vocabulary}
        onFill={props.onFill}
      />
      <PartList title="Routes to eligibility" parts={props.judgement.eligibility.routes} rules={rules} />
      <PartList title="Criteria" parts={props.judgement.criteria} rules={rules} />
      <PartList title="Outcomes" parts={props.judgement.outcomes} rules={rules} reasonsOf={reasonsOf}>
        {(outcome) => (
          <ul class={styles.parts}>
            <For each={outcome.parts}>
              {(part) => (
                <li>
                  <span class={styles.partHead}>
                    {part.label} <VerdictTag verdict={part.verdict} />
                  </span>
                  <RulePlace rules={rules} line={`${outcome.id}.${part.id}`} />
                  <ReasonList reasons={part.reasons} rules={rules} />
                </li>
              )}
            </For>
          </ul>
        )}
      </PartList>
      <PartList title="Payments" parts={props.judgement.payments} rules={rules}>
        {(payment) => <PaymentAmounts payment={payment} />}
      </PartList>
    </article>
  );
}
