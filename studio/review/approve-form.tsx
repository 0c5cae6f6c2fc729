import { createSignal, Show } from 'solid-js';
import { useDraft } from '../draft/editing.ts';
import { useSession } from '../session/session.ts';
import { CheckBoxes } from '../ui/check-boxes.tsx';
import { createForm } from '../ui/create-form.ts';
import { FormView } from '../ui/form-view.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { approveDraft, refusalInWords, sendBackDraft } from './draft-acts.ts';
import styles from './review.module.css';

const outside = [
  {
    value: 'outside',
    label: 'The effect is outside what the author expects',
    hint: 'It is approved all the same, and the reason below is kept with it.',
  },
] as const;

/** Approves exactly what is shown, by its hash. */
function Approve(props: { readonly hash: string; readonly onStale: () => void }) {
  const editing = useDraft();
  const { client } = useSession();
  const form = createForm({
    id: 'approve',
    fields: { outside: '', reason: '' },
    check: (typed) => ({
      ...(typed.outside !== '' &&
        typed.reason.trim() === '' && { reason: 'say why it is approved all the same' }),
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
        <Show when={editing.draft().submission?.expectedImpact}>
          <CheckBoxes
            form={form}
            name="outside"
            legend="Is the effect as expected?"
            hint="Tick where it is not."
            boxes={outside}
          />
        </Show>
        <TextArea form={form} name="reason" label="Reason (optional)" hint="It is kept with the approval." />
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
export function ApproveForms(props: { readonly hash: string }) {
  const editing = useDraft();
  const [told, setTold] = createSignal('');
  return (
    <>
      <p role="status">{told()}</p>
      <Approve
        hash={props.hash}
        onStale={() => {
          setTold('The draft was asked for again: what follows is as it stands now.');
          void editing.refresh();
        }}
      />
      <SendBack />
    </>
  );
}
