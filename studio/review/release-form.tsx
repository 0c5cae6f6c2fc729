import { Show } from 'solid-js';
import { useDraft } from '../draft/editing.ts';
import { useSession } from '../session/session.ts';
import { createForm } from '../ui/create-form.ts';
import { DayField } from '../ui/day-field.tsx';
import { isoDay } from '../ui/day-text.ts';
import { FormView } from '../ui/form-view.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { refusalInWords, releaseDraft } from './draft-acts.ts';
import styles from './review.module.css';

const noDay = 'enter a day that exists, in three numbers';

/** Puts what was approved in force from a day; what is no ruleset, from now on. */
export function ReleaseForm() {
  const editing = useDraft();
  const { client } = useSession();
  const dated = () => editing.draft().kind === 'ruleset';
  const form = createForm({
    id: 'release',
    fields: { from: '', to: '', reason: '' },
    check: ({ from, to }) => {
      if (!dated()) return {};
      const [first, end] = [isoDay(from), isoDay(to)];
      const ends = to.replaceAll('/', '') !== '';
      return {
        ...(first === undefined && { from: noDay }),
        ...(ends && end === undefined && { to: noDay }),
        ...(first !== undefined &&
          end !== undefined &&
          end <= first && { to: 'enter a day after the first' }),
      };
    },
    send: async ({ from, to, reason }) => {
      const [first, end] = [isoDay(from), isoDay(to)];
      const days = {
        from: first ?? '',
        ...(end !== undefined && { to: end }),
        ...(reason.trim() !== '' && { reason: reason.trim() }),
      };
      const done = await releaseDraft(client, editing.draft().id, dated() ? days : undefined);
      if (!done.ok) {
        const why = refusalInWords(done.problem);
        return done.problem.type.endsWith('/reason-missing') ? { reason: why } : { from: why };
      }
      editing.take(done.value);
      return {};
    },
  });
  return (
    <section class={styles.act} aria-labelledby="release-title">
      <h2 id="release-title">Release</h2>
      <p>
        <Show
          when={dated()}
          fallback="It is published for good, and versions that are submitted from now on rest on it."
        >
          The version is published for good, and put in force from a day. It can be withdrawn later, never
          changed.
        </Show>
      </p>
      <FormView form={form} send="Release" sending="Releasing">
        <Show when={dated()}>
          <DayField form={form} name="from" legend="In force from" hint="The first day, such as 1 4 2026." />
          <DayField
            form={form}
            name="to"
            legend="Until (optional)"
            hint="The first day on which it is no longer in force."
          />
          <TextArea
            form={form}
            name="reason"
            label="Reason (needed for a day that is past)"
            hint="It is kept with the release."
          />
        </Show>
      </FormView>
    </section>
  );
}
