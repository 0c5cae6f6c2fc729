import { createResource, onMount, Show } from 'solid-js';
import { DraftPart } from '../draft/draft-part.tsx';
import { type Saved, useDraft } from '../draft/editing.ts';
import { readRevision } from '../history/read-revision.ts';
import { TextsDiffer } from '../history/texts-differ.tsx';
import history from '../history/history.module.css';
import { instantInWords } from '../instant-in-words.ts';
import { useSession } from '../session/session.ts';
import { Button } from '../ui/button.tsx';

type Conflict = Extract<Saved, { readonly state: 'conflict' }>;

/** Two people changed one draft: what each changed, side by side, and which of the two is kept. */
export function ConflictPage(props: { readonly conflict: Conflict }) {
  const editing = useDraft();
  const { client } = useSession();
  const [base] = createResource(
    () => props.conflict.over,
    (over) => readRevision(client, editing.draft().id, over),
  );
  const common = () => {
    const told = base.state === 'ready' ? base.latest : undefined;
    return told?.ok ? told.value : undefined;
  };
  const mine = {
    document: editing.text('document'),
    cases: editing.draft().kind === 'ruleset' ? editing.text('cases') : null,
  };
  onMount(() => {
    document.querySelector<HTMLElement>('h1')?.focus();
  });
  return (
    <DraftPart
      title="Two of you changed this draft"
      wrong
      lead={
        <p>
          {props.conflict.theirs.by} saved it on {instantInWords(props.conflict.theirs.at)}, after you had
          opened it. Nothing of either is lost.
          <Show when={props.conflict.kept}>{(kept) => <> Yours is kept as revision {kept()}.</>}</Show>
        </p>
      }
    >
      <Show
        when={common()}
        fallback={
          <p role="status">
            {base.loading
              ? 'Asking the server for what you both began with.'
              : 'What you both began with cannot be read.'}
          </p>
        }
      >
        {(was) => (
          <div class={history.sides}>
            <section class={history.side} aria-labelledby="conflict:mine">
              <h2 id="conflict:mine">What you changed</h2>
              <TextsDiffer
                was={was()}
                now={mine}
                wasTitle={`Was, in revision ${was().revision}`}
                nowTitle="Now, as you have it"
              />
            </section>
            <section class={history.side} aria-labelledby="conflict:theirs">
              <h2 id="conflict:theirs">What {props.conflict.theirs.by} changed</h2>
              <TextsDiffer
                was={was()}
                now={props.conflict.theirs}
                wasTitle={`Was, in revision ${was().revision}`}
                nowTitle={`Now, as ${props.conflict.theirs.by} saved it`}
              />
            </section>
          </div>
        )}
      </Show>
      <section class={history.section} aria-labelledby="conflict:keep">
        <h2 id="conflict:keep">Which of the two is to count?</h2>
        <p>The other stays in the history, and can be restored from there.</p>
        <div class={history.acts}>
          <Button onPress={() => void editing.keep('mine')}>Keep mine</Button>
          <Button onPress={() => void editing.keep('theirs')}>
            Keep what {props.conflict.theirs.by} saved
          </Button>
        </div>
      </section>
    </DraftPart>
  );
}
