import { Show } from 'solid-js';
import { useDraft } from '../draft/editing.ts';
import { createReleasing } from '../releases/create-releasing.ts';
import { DaysFields } from '../releases/days-fields.tsx';
import { useSession } from '../session/session.ts';
import { FormView } from '../ui/form-view.tsx';
import { releaseDraft } from './draft-acts.ts';
import styles from './review.module.css';

/** Puts what was approved in force from a day; what is no ruleset, from now on. */
export function ReleaseForm() {
  const editing = useDraft();
  const { client } = useSession();
  const dated = () => editing.draft().kind === 'ruleset';
  const form = createReleasing({
    ...{ id: 'release', dated },
    send: (days) => releaseDraft(client, editing.draft().id, dated() ? days : undefined),
    onDone: editing.take,
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
          <DaysFields form={form} />
        </Show>
      </FormView>
    </section>
  );
}
