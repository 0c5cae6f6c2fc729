import { For, Show } from 'solid-js';
import { draftAddress } from '../addresses.ts';
import type { DraftRevision } from '../api.ts';
import { DraftPart } from '../draft/draft-part.tsx';
import { useDraft } from '../draft/editing.ts';
import { Answered } from '../frame/answered.tsx';
import { instantInWords } from '../instant-in-words.ts';
import { Tag } from '../ui/tag.tsx';
import { createEvents, createRevisions } from './create-revisions.ts';
import { EventList } from './event-list.tsx';
import styles from './history.module.css';

function Revisions(props: { readonly revisions: readonly DraftRevision[] }) {
  const { draft } = useDraft();
  return (
    <ol class={styles.timeline} reversed>
      <For each={[...props.revisions].reverse()}>
        {({ revision, counts, over, by, at }) => (
          <li>
            <h3>
              <a href={draftAddress(draft().id, `history/${revision}`)}>Revision {revision}</a>
            </h3>
            <p class={styles.aside}>
              {instantInWords(at)}, by {by.name}
              {over === 0 ? '' : `, over revision ${over}`}
            </p>
            <Show when={!counts}>
              <Tag tone="open">Does not count: another was saved in between</Tag>
            </Show>
            <Show when={revision === draft().revision}>
              <p class={styles.aside}>This is the one that counts now.</p>
            </Show>
          </li>
        )}
      </For>
    </ol>
  );
}

/** What happened to a draft, and everything that was saved of it. */
export function HistoryPart() {
  const editing = useDraft();
  const events = createEvents(editing);
  const revisions = createRevisions(editing);
  return (
    <DraftPart title="History" lead={<p>Who did what, when, and everything that was saved.</p>}>
      <section class={styles.section} aria-labelledby="history:events">
        <h2 id="history:events">What happened</h2>
        <Answered answer={events} waiting="Asking the server what happened.">
          {(known) => <EventList events={known()} />}
        </Answered>
      </section>
      <section class={styles.section} aria-labelledby="history:revisions">
        <h2 id="history:revisions">What was saved</h2>
        <Answered answer={revisions} waiting="Asking the server what was saved.">
          {(known) => <Revisions revisions={known()} />}
        </Answered>
      </section>
    </DraftPart>
  );
}
