import { createEffect, For, on } from 'solid-js';
import type { Decision, Outcome } from '../api.ts';
import styles from './decision-view.module.css';
import { groundsInWords, headline } from './in-words.ts';
import { MissingList } from './missing-list.tsx';
import { PartList } from './part-list.tsx';
import { PaymentAmounts } from './payment-amounts.tsx';
import { createRules } from './create-rules.ts';
import { ReasonList } from './reason-list.tsx';
import { RulePlace } from './rule-place.tsx';
import { VerdictTag } from './verdict-tag.tsx';

/** The hashes that this answer stands on: what an auditor needs to ask the same again. */
function Standing(props: { readonly decision: Decision }) {
  const rows = () => [
    { name: 'Decision', value: props.decision.id },
    { name: 'Ruleset', value: `${props.decision.ruleset.id}@${props.decision.ruleset.version}` },
    { name: 'Ruleset hash', value: props.decision.ruleset.hash },
    { name: 'Family hash', value: props.decision.family.hash },
    {
      name: 'Decided by',
      value: `${props.decision.engine.build}, semantics ${props.decision.engine.semantics}`,
    },
  ];
  return (
    <section class={styles.basis} aria-label="What this rests on">
      <h3>What this rests on</h3>
      <dl class={styles.standing}>
        <For each={rows()}>
          {({ name, value }) => (
            <div>
              <dt>{name}</dt>
              <dd>
                <code>{value}</code>
              </dd>
            </div>
          )}
        </For>
      </dl>
    </section>
  );
}

/** A reason that a part gives is not said again above it. */
function withoutReasonsOfParts(outcome: Outcome): Outcome {
  const said = new Set(outcome.parts.flatMap(({ reasons }) => reasons.map(({ text }) => text)));
  return { ...outcome, reasons: outcome.reasons.filter(({ text }) => !said.has(text)) };
}

interface DecisionViewProps {
  readonly decision: Decision;
  /** Whether a decision is new. */
  readonly announce: (decision: Decision) => boolean;
}

/** One decision as a document. Its heading takes the focus whenever another decision comes. */
export function DecisionView(props: DecisionViewProps) {
  let title: HTMLHeadingElement | undefined;
  const outcomes = () => props.decision.outcomes.map(withoutReasonsOfParts);
  const rules = createRules(() => props.decision.ruleset);
  createEffect(
    on(
      () => props.decision,
      (decision) => {
        if (props.announce(decision)) title?.focus();
      },
    ),
  );
  return (
    <article class={styles.decision} aria-labelledby="decision-title">
      <header class={styles.head}>
        <h2 id="decision-title" tabindex="-1" ref={(element) => (title = element)}>
          {headline(props.decision)}
        </h2>
        <p>{groundsInWords(props.decision)}</p>
      </header>
      <PartList title="Routes to eligibility" parts={props.decision.eligibility.routes} rules={rules} />
      <PartList title="Criteria" parts={props.decision.criteria} rules={rules} />
      <PartList title="Outcomes" parts={outcomes()} rules={rules}>
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
      <PartList title="Payments" parts={props.decision.payments} rules={rules}>
        {(payment) => <PaymentAmounts payment={payment} />}
      </PartList>
      <MissingList missing={props.decision.missing} />
      <Standing decision={props.decision} />
    </article>
  );
}
