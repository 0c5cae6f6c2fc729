import { For, Show, untrack } from 'solid-js';
import { claimAddress, decisionAddress } from '../addresses.ts';
import type { Claim, ClaimRun } from '../api.ts';
import { dayInLondon } from '../day-away.ts';
import { suggestedSeed } from '../decisions/sample/drawing.ts';
import { familyNamed } from '../decisions/decision-table.tsx';
import { Answered } from '../frame/answered.tsx';
import { pounds } from '../money-in-words.ts';
import { mayOpen } from '../session/may-open.ts';
import { useSession } from '../session/session.ts';
import { Button } from '../ui/button.tsx';
import { createForm } from '../ui/create-form.ts';
import { FormView } from '../ui/form-view.tsx';
import { LineField } from '../ui/line-field.tsx';
import { counted } from '../ui/number-in-words.ts';
import { TextArea } from '../ui/text-area.tsx';
import { type AuditAsked, drawSample, judgeClaims, whyRefused } from './claim-calls.ts';
import { ClaimStateTag } from './claim-states.tsx';
import styles from './claims.module.css';
import { createClaims } from './create-claims.ts';
import { paymentInWords } from './payment-in-words.ts';

/** Claims on one page of the ledger, at most. */
const TOGETHER = 200;

interface ActProps {
  readonly run: ClaimRun;
  readonly onDone: (told: string) => void;
}

type DrawField = 'seed' | 'percent' | 'minimum';

/** Draws the sample of a run. */
export function DrawForm(props: ActProps) {
  const { client } = useSession();
  const [chance = 0] = crypto.getRandomValues(new Uint32Array(1));
  const form = createForm<DrawField>({
    id: 'sample',
    fields: {
      seed: suggestedSeed(dayInLondon(new Date().toISOString()), chance),
      percent: '10',
      minimum: '1',
    },
    check: ({ seed, percent, minimum }) => ({
      ...(seed.trim() === '' && { seed: 'enter a seed' }),
      ...(!/^\d{1,3}(\.\d{1,2})?$/.test(percent) || Number(percent) > 100
        ? { percent: 'enter a percentage from 0 to 100' }
        : {}),
      ...(!/^[1-9]\d{0,4}$/.test(minimum) ? { minimum: 'enter a number from 1 to 99,999' } : {}),
    }),
    send: async ({ seed, percent, minimum }) => {
      const asked = { seed: seed.trim(), percent: Number(percent), minimum: Number(minimum) };
      const drawn = await drawSample(client, props.run.id, asked);
      if (!drawn.ok) return { seed: whyRefused(drawn.problem) };
      props.onDone(`${counted(drawn.value.sample?.claims ?? 0, 'claim was', 'claims were')} drawn.`);
      return {};
    },
  });
  const line = (name: DrawField, label: string, hint: string) => (
    <LineField
      id={form.control(name)}
      label={label}
      hint={hint}
      error={form.wrong(name)}
      numeric={name !== 'seed'}
      size={name === 'seed' ? 'whole' : 'short'}
      value={form.typed(name)}
      onInput={(text) => {
        form.type(name, text);
      }}
    />
  );
  return (
    <section class={styles.part} aria-labelledby="draw-title">
      <h2 id="draw-title">Draw the audit sample</h2>
      <FormView form={form} send="Draw the sample" sending="Drawing">
        {line('seed', 'Seed', 'Whoever has it draws the same claims. It is drawn once.')}
        <div class={styles.pair}>
          {line('percent', 'Percentage', 'Of the claims of the run. Ten is believed to have been asked for.')}
          {line('minimum', 'At least', 'So many, where there are as many.')}
        </div>
      </FormView>
    </section>
  );
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
  const mayJudge = (claim: Claim) =>
    props.run.state === 'proposed' &&
    claim.audit === null &&
    claim.state === 'proposed' &&
    mayOpen('claims:audit', account());
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
                    <Show when={claim.audit === 'passed'}>The evidence holds</Show>
                  </div>
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
