import { useParams } from '@solidjs/router';
import { createSignal, Show } from 'solid-js';
import { draftAddress } from '../addresses.ts';
import type { Answer } from '../api.ts';
import { DraftPart } from '../draft/draft-part.tsx';
import { useDraft } from '../draft/editing.ts';
import { Answered } from '../frame/answered.tsx';
import { instantInWords } from '../instant-in-words.ts';
import { createAnswer } from '../session/create-answer.ts';
import { useSession } from '../session/session.ts';
import { Button } from '../ui/button.tsx';
import styles from './history.module.css';
import { readRevision, type RevisionTexts } from './read-revision.ts';
import { TextsDiffer } from './texts-differ.tsx';

/** A revision, and the one it was written over. */
interface Compared {
  readonly now: RevisionTexts;
  readonly was: RevisionTexts | undefined;
}

function createCompared(id: () => string, revision: () => number) {
  const { client } = useSession();
  const question = () => ({ id: id(), revision: revision() });
  return createAnswer('revision', question, async (asked): Promise<Answer<Compared>> => {
    const now = await readRevision(client, asked.id, asked.revision);
    if (!now.ok) return now;
    if (now.value.over === 0) return { ok: true, value: { now: now.value, was: undefined } };
    const was = await readRevision(client, asked.id, now.value.over);
    return was.ok ? { ok: true, value: { now: now.value, was: was.value } } : was;
  });
}

/** Puts the texts of a revision back, as something that can be undone. */
function Restore(props: { readonly revision: RevisionTexts }) {
  const editing = useDraft();
  const [told, setTold] = createSignal('');
  const same = () =>
    editing.text('document') === props.revision.document &&
    editing.text('cases') === (props.revision.cases ?? '');
  const restore = () => {
    editing.write('document', props.revision.document);
    if (props.revision.cases !== null) editing.write('cases', props.revision.cases);
    setTold('It is restored, and saved as a new revision.');
  };
  return (
    <>
      <p role="status">{told()}</p>
      <Show when={editing.mayEdit() && !same()}>
        <div>
          <Button onPress={restore}>Restore revision {props.revision.revision}</Button>
        </div>
      </Show>
      <Show when={same() && told() === ''}>
        <p>This is what the draft says now.</p>
      </Show>
    </>
  );
}

/** One revision of a draft: what it changed of the one before, what differs from now, and the way back to it. */
export function RevisionPart() {
  const params = useParams<{ revision: string }>();
  const editing = useDraft();
  const { draft } = editing;
  const number = () => Number(params.revision);
  const compared = createCompared(() => draft().id, number);
  const current = () => ({ document: draft().document, cases: draft().cases });
  return (
    <DraftPart title={`Revision ${params.revision}`} wrong={compared.problem() !== undefined}>
      <p>
        <a href={draftAddress(draft().id, 'history')}>All of its history</a>
      </p>
      <Answered answer={compared} waiting="Asking the server for this revision.">
        {(one) => (
          <>
            <p class={styles.aside}>
              Saved {instantInWords(one().now.at)}, by {one().now.by.name}.
              {one().now.counts ? '' : ' It does not count: another was saved in between.'}
            </p>
            <Restore revision={one().now} />
            <section class={styles.section} aria-labelledby="revision:changed">
              <h2 id="revision:changed">What it changed</h2>
              <Show when={one().was} fallback={<p>It is what the draft began with.</p>}>
                {(was) => (
                  <TextsDiffer
                    was={was()}
                    now={one().now}
                    wasTitle={`Was, in revision ${was().revision}`}
                    nowTitle={`Now, in revision ${one().now.revision}`}
                  />
                )}
              </Show>
            </section>
            <Show when={one().now.revision !== draft().revision}>
              <section class={styles.section} aria-labelledby="revision:since">
                <h2 id="revision:since">What changed since</h2>
                <TextsDiffer
                  was={one().now}
                  now={current()}
                  wasTitle={`Was, in revision ${one().now.revision}`}
                  nowTitle={`Now, in revision ${draft().revision}`}
                />
              </section>
            </Show>
          </>
        )}
      </Answered>
    </DraftPart>
  );
}
