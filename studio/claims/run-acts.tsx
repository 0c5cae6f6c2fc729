import { Show, untrack } from 'solid-js';
import type { ClaimRun } from '../api.ts';
import { lastDayInWords } from '../day-in-words.ts';
import { pounds } from '../money-in-words.ts';
import { useSession } from '../session/session.ts';
import { createForm } from '../ui/create-form.ts';
import { DayField } from '../ui/day-field.tsx';
import { isoDay } from '../ui/day-text.ts';
import { FormView } from '../ui/form-view.tsx';
import { counted } from '../ui/number-in-words.ts';
import { TextArea } from '../ui/text-area.tsx';
import { submitRun, whyRefused, withdrawRun } from './claim-calls.ts';
import styles from './claims.module.css';

interface ActProps {
  readonly run: ClaimRun;
  readonly onDone: (told: string) => void;
}

/** How many claims of a run would be submitted, and what they are of. */
function openOf({ states }: ClaimRun) {
  return states.find(({ state }) => state === 'proposed') ?? { claims: 0, pence: 0 };
}

/** Submits a run, once its sample is judged. */
export function SubmitForm(props: ActProps) {
  const { client } = useSession();
  const [year = '', month = '', day = ''] = untrack(() =>
    props.run.asOf.split('-').map((one) => one.replace(/^0/, '')),
  );
  const form = createForm({
    id: 'submit',
    fields: { on: `${day}/${month}/${year}` },
    check: ({ on }) => (isoDay(on) === undefined ? { on: 'enter a day that there is' } : {}),
    send: async ({ on }) => {
      const done = await submitRun(client, props.run.id, isoDay(on) ?? '');
      if (!done.ok) return { on: whyRefused(done.problem) };
      props.onDone('The run was submitted.');
      return {};
    },
  });
  const left = () => props.run.sample?.left ?? 0;
  return (
    <section class={styles.part} aria-labelledby="submit-title">
      <h2 id="submit-title">Submit</h2>
      <Show
        when={props.run.sample !== null && left() === 0}
        fallback={
          <p>
            {props.run.sample === null
              ? 'It can be submitted once a sample is drawn and judged.'
              : `It can be submitted once ${counted(left(), 'more claim of the sample is', 'more claims of the sample are')} judged.`}
          </p>
        }
      >
        <p>
          {counted(openOf(props.run).claims, 'claim', 'claims')} for {pounds(openOf(props.run).pence)} will be
          submitted. What was submitted can be withdrawn one by one, and is never changed.
        </p>
        <FormView form={form} send="Submit the run" sending="Submitting">
          <DayField
            form={form}
            name="on"
            legend="Submitted on"
            hint={`From the day of its claims to ${lastDayInWords(props.run.window.closes)}, the last day of its window.`}
          />
        </FormView>
      </Show>
    </section>
  );
}

/** Takes a run back that is not submitted. */
export function WithdrawForm(props: ActProps) {
  const { client } = useSession();
  const form = createForm({
    id: 'withdraw',
    fields: { reason: '' },
    check: ({ reason }) => (reason.trim() === '' ? { reason: 'say why it is withdrawn' } : {}),
    send: async ({ reason }) => {
      const done = await withdrawRun(client, props.run.id, reason.trim());
      if (!done.ok) return { reason: whyRefused(done.problem) };
      props.onDone('The run was withdrawn.');
      return {};
    },
  });
  return (
    <details>
      <summary>Withdraw this run</summary>
      <div class={styles.inner}>
        <p>All of its claims are withdrawn, and what they are of can be claimed again.</p>
        <FormView form={form} send="Withdraw the run" sending="Withdrawing">
          <TextArea form={form} name="reason" label="Why?" hint="It is kept with your name." rows={2} />
        </FormView>
      </div>
    </details>
  );
}
