import { createSignal, Show } from 'solid-js';
import type { WeighedImpact } from '../api.ts';
import { useDraft } from '../draft/editing.ts';
import { useSession } from '../session/session.ts';
import { CheckBoxes } from '../ui/check-boxes.tsx';
import { createForm } from '../ui/create-form.ts';
import { FormView } from '../ui/form-view.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { approveDraft, refusalInWords, sendBackDraft } from './draft-acts.ts';
import { stateWords, takesReason } from './impact-in-words.ts';
import styles from './review.module.css';

const outside = [
  {
    value: 'outside',
    label: 'The effect is outside what the author expects',
    hint: 'It is approved all the same, and the reason below is kept with it.',
  },
] as const;

interface ApproveProps {
  readonly hash: string;
  readonly weighed: WeighedImpact | undefined;
  /** What is shown is not what stands any more. */
  readonly onStale: () => void;
}

const noReason = 'say why it is approved all the same';

/** Approves exactly what is shown, by its hash. */
function Approve(props: ApproveProps) {
  const editing = useDraft();
  const needsReason = () => props.weighed !== undefined && takesReason(props.weighed.state);
  const { client } = useSession();
  const form = createForm({
    id: 'approve',
    fields: { outside: '', reason: '' },
    check: (typed) => ({
      ...((typed.outside !== '' || needsReason()) && typed.reason.trim() === '' && { reason: noReason }),
    }),
    send: async (typed) => {
      const reason = typed.reason.trim();
      const json = {
        ...{ hash: props.hash, outOfBand: typed.outside !== '' },
        ...(reason !== '' && { reason }),
      };
      const done = await approveDraft(client, editing.draft().id, json);
      if (!done.ok) {
        if (done.problem.status === 409) props.onStale();
        return { reason: refusalInWords(done.problem) };
      }
      editing.take(done.value);
      return {};
    },
  });
  return (
    <section class={styles.act} aria-labelledby="approve-title">
      <h2 id="approve-title">Approve exactly this</h2>
      <p class={styles.hash}>
        <code>{props.hash}</code>
      </p>
      <FormView form={form} send="Approve" sending="Approving">
        <Show when={editing.draft().submission?.expectedImpact && props.weighed?.state === 'not-stated'}>
          <CheckBoxes
            form={form}
            name="outside"
            legend="Is the effect as expected?"
            hint="Tick where it is not."
            boxes={outside}
          />
        </Show>
        <TextArea
          form={form}
          name="reason"
          label={needsReason() ? 'Why is it approved all the same?' : 'Reason (optional)'}
          hint="It is kept with the approval."
        />
      </FormView>
    </section>
  );
}

/** Gives a draft back to those who write it. */
export function SendBack() {
  const editing = useDraft();
  const { client } = useSession();
  const form = createForm({
    id: 'send-back',
    fields: { reason: '' },
    check: ({ reason }) => ({ ...(reason.trim() === '' && { reason: 'say what has to change' }) }),
    send: async ({ reason }) => {
      const done = await sendBackDraft(client, editing.draft().id, reason.trim());
      if (!done.ok) return { reason: refusalInWords(done.problem) };
      editing.take(done.value);
      return {};
    },
  });
  return (
    <section class={styles.act} aria-labelledby="back-title">
      <h2 id="back-title">Send back</h2>
      <FormView form={form} send="Send back" sending="Sending back">
        <TextArea
          form={form}
          name="reason"
          label="What has to change?"
          hint="Whoever writes the draft reads it in its history."
        />
      </FormView>
    </section>
  );
}

/** What somebody who may approve can do with what is submitted. */
export function ApproveForms(props: ApproveProps) {
  const editing = useDraft();
  const [told, setTold] = createSignal('');
  return (
    <>
      <p role="status">{told()}</p>
      <Show
        when={props.weighed?.state !== 'weighing'}
        fallback={<p class={styles.standing}>{stateWords.weighing}</p>}
      >
        <Approve
          hash={props.hash}
          weighed={props.weighed}
          onStale={() => {
            setTold('The draft was asked for again: what follows is as it stands now.');
            props.onStale();
            void editing.refresh();
          }}
        />
      </Show>
      <SendBack />
    </>
  );
}
