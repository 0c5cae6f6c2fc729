import { For, Show, untrack } from 'solid-js';
import { claimAddress, decisionAddress } from '../addresses.ts';
import type { Claim, ClaimRun } from '../api.ts';
import { familyNamed } from '../decisions/decision-table.tsx';
import { createPartNames } from '../decisions/filter/create-filter.ts';
import { verdictWord } from '../decision/verdict-words.ts';
import { Answered } from '../frame/answered.tsx';
import { pounds } from '../money-in-words.ts';
import { isAuthor } from '../review/who-may-approve.ts';
import { mayOpen } from '../session/may-open.ts';
import { useSession } from '../session/session.ts';
import { Button } from '../ui/button.tsx';
import { createForm } from '../ui/create-form.ts';
import { FormView } from '../ui/form-view.tsx';
import { counted } from '../ui/number-in-words.ts';
import { TextArea } from '../ui/text-area.tsx';
import { type AuditAsked, judgeClaims, whyRefused } from './claim-calls.ts';
import { ClaimStateTag } from './claim-states.tsx';
import styles from './claims.module.css';
import { createClaims } from './create-claims.ts';
import { paymentInWords } from './payment-in-words.ts';

/** Claims on one page of the ledger, at most. */
const TOGETHER = 200;

export interface ActProps {
  readonly run: ClaimRun;
  readonly onDone: (told: string) => void;
}

interface JudgeProps {
  readonly claim: Claim;
  readonly on: string;
  readonly onDone: (told: string) => void;
}

/** Says of one claim whether its evidence holds. */
function Judge(props: JudgeProps) {
  const { client } = useSession();
  const named = () => `${familyNamed(props.claim.family)}, ${paymentInWords(props.claim.payment)}`;
  const judge = async (more: Pick<AuditAsked, 'event' | 'reason'>) => {
    const after = await judgeClaims(client, [{ claim: props.claim.id, on: props.on, ...more }]);
    if (!after.ok) return whyRefused(after.problem);
    props.onDone(`${named()}: ${more.event === 'audit-passed' ? 'the evidence holds' : 'withdrawn'}.`);
    return undefined;
  };
  const form = createForm({
    id: untrack(() => `judge ${props.claim.id}`),
    fields: { reason: '' },
    check: ({ reason }) => (reason.trim() === '' ? { reason: 'say what does not hold' } : {}),
    send: async ({ reason }) => {
      const wrong = await judge({ event: 'audit-failed', reason: reason.trim() });
      return wrong === undefined ? {} : { reason: wrong };
    },
  });
  const pass = async () => {
    const wrong = await judge({ event: 'audit-passed' });
    if (wrong !== undefined) props.onDone(wrong);
  };
  return (
    <>
      <div class={styles.acts}>
        <Button label={`The evidence holds: ${named()}`} onPress={() => void pass()}>
          The evidence holds
        </Button>
      </div>
      <details>
        <summary>It does not hold: {named()}</summary>
        <div class={styles.inner}>
          <FormView form={form} send="Withdraw this claim" sending="Withdrawing">
            <TextArea
              form={form}
              name="reason"
              label="What does not hold?"
              hint="It is kept with your name."
              rows={2}
            />
          </FormView>
        </div>
      </details>
    </>
  );
}

/** What made claims of the sample weigh more, and how many claims of the run carry it. */
function Risks(props: { readonly run: ClaimRun }) {
  const named = createPartNames(() => `${props.run.ruleset.id}@${props.run.ruleset.version}`);
  return (
    <>
      <p>Claims were drawn sooner for what stands in the decision behind them:</p>
      <ul>
        <For each={props.run.sample?.risks}>
          {(risk) => (
            <li>
              {named.names().textOf(risk.node)}: {verdictWord(risk.verdict)}, {risk.weight} added:{' '}
              {counted(risk.claims, 'claim has', 'claims have')} this
            </li>
          )}
        </For>
      </ul>
    </>
  );
}

/** The claims of the sample, each with the decision behind it, to be judged. */
export function AuditSection(props: ActProps) {
  const { account } = useSession();
  // because a page has so many: of a larger sample those come that are still to be judged
  const claims = createClaims(
    () => ({
      ...{ run: props.run.id, sampled: 'true' as const },
      ...((props.run.sample?.claims ?? 0) > TOGETHER ? { judged: 'false' as const } : {}),
    }),
    TOGETHER,
  );
  const isOwn = () => {
    const whoAsks = account();
    return whoAsks !== undefined && isAuthor(whoAsks, [props.run.createdBy]);
  };
  const mayJudge = (claim: Claim) =>
    props.run.state === 'proposed' &&
    claim.audit === null &&
    claim.state === 'proposed' &&
    mayOpen('claims:audit', account()) &&
    !isOwn();
  return (
    <section class={styles.part} aria-labelledby="audit-title">
      <h2 id="audit-title">Audit sample</h2>
      <Show when={props.run.sample}>
        {(sample) => (
          <p>
            {counted(sample().claims, 'claim', 'claims')} of {props.run.claims}, drawn by the seed{' '}
            <code>{sample().seed}</code> ({sample().percent} %, and at least {sample().minimum}):{' '}
            {sample().judged} judged, {sample().failed} of them not held.
          </p>
        )}
      </Show>
      <Show when={isOwn() && (props.run.sample?.left ?? 0) > 0}>
        <p>You began this run: somebody else judges its sample.</p>
      </Show>
      <Show when={(props.run.sample?.risks.length ?? 0) > 0}>
        <Risks run={props.run} />
      </Show>
      <Answered answer={claims} waiting="Asking the server which claims were drawn.">
        {(known) => (
          <ul class={styles.list}>
            <For each={known().claims}>
              {(claim) => (
                <li>
                  <div class={styles.state}>
                    <h3>
                      <a href={claimAddress(claim.id)}>
                        {familyNamed(claim.family)}, {paymentInWords(claim.payment)}
                      </a>
                    </h3>
                    <span>{pounds(claim.pence)}</span>
                    <ClaimStateTag state={claim.state} />
                    <Show when={(claim.sampleWeight ?? 1) > 1}>weighed {claim.sampleWeight}</Show>
                    <Show when={claim.audit === 'passed'}>The evidence holds</Show>
                  </div>
                  <Show when={claim.events.find(({ event }) => event === 'audit-failed')}>
                    {(failed) => (
                      <p>
                        The evidence does not hold: {failed().reason}, says {failed().by.name}.
                      </p>
                    )}
                  </Show>
                  <p>
                    <a href={decisionAddress(claim.record)}>The decision behind it</a>
                  </p>
                  <Show when={mayJudge(claim)}>
                    <Judge
                      claim={claim}
                      on={props.run.asOf}
                      onDone={(told) => {
                        claims.again();
                        props.onDone(told);
                      }}
                    />
                  </Show>
                </li>
              )}
            </For>
          </ul>
        )}
      </Answered>
    </section>
  );
}
