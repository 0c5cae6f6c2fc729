import { useNavigate } from '@solidjs/router';
import { createSignal, Show } from 'solid-js';
import { draftAddress, draftsAddress, readingAddress } from '../../addresses.ts';
import { instantInWords } from '../../instant-in-words.ts';
import { discardDraft, refusalInWords } from '../../review/draft-acts.ts';
import { useSession } from '../../session/session.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { DraftPart } from '../draft-part.tsx';
import { originInWords, versionOver } from '../draft-title.ts';
import { useDraft } from '../editing.ts';
import { states } from '../state-tag.tsx';
import { NameForm } from './name-form.tsx';
import styles from './overview-part.module.css';
import { Standing } from './standing.tsx';

/** Ends a draft without a release. */
function Discard() {
  const editing = useDraft();
  const { client } = useSession();
  const navigate = useNavigate();
  const [wrong, setWrong] = createSignal<string>();
  const discard = async () => {
    const done = await discardDraft(client, editing.draft().id);
    if (!done.ok) {
      setWrong(refusalInWords(done.problem));
      return;
    }
    editing.take(done.value);
    navigate(draftsAddress());
  };
  return (
    <>
      <Confirm
        ask="Discard this draft"
        question="Discard this draft? It can still be read, and no longer changed or released."
        yes="Yes, discard it"
        no="Keep it"
        onYes={() => void discard()}
      />
      <Show when={wrong()}>{(why) => <p role="alert">It was not discarded: {why()}</p>}</Show>
    </>
  );
}

/** What a draft is, where it stands, and how it is named. */
export function OverviewPart() {
  const { draft, mayEdit, value } = useDraft();
  const origin = () => {
    const { basedOn } = draft();
    return basedOn?.version ? { id: basedOn.id, version: basedOn.version } : undefined;
  };
  const over = () => {
    const document = value('document');
    const inDocument = typeof document === 'object' && document !== null && 'basedOn' in document;
    return inDocument ? versionOver(document.basedOn) : undefined;
  };
  return (
    <DraftPart title="Overview">
      <dl class={styles.facts}>
        <div>
          <dt>Where it stands</dt>
          <dd>
            {states[draft().state].word}: {states[draft().state].meaning}.
          </dd>
        </div>
        <div>
          <dt>What was found in it</dt>
          <dd>
            <Standing /> <a href={draftAddress(draft().id, 'review')}>Review it</a>
          </dd>
        </div>
        <div>
          <dt>Where it comes from</dt>
          <dd>
            <Show when={origin()} fallback={originInWords(draft())}>
              {(version) => <a href={readingAddress(version())}>{originInWords(draft())}</a>}
            </Show>
          </dd>
        </div>
        <Show when={over()}>
          {(version) => (
            <div>
              <dt>Laid over</dt>
              <dd>
                <a href={readingAddress(version())}>
                  {version().id} {version().version}
                </a>
              </dd>
            </div>
          )}
        </Show>
        <div>
          <dt>Begun</dt>
          <dd>
            {instantInWords(draft().createdAt)}, by {draft().createdBy.name}
          </dd>
        </div>
        <div>
          <dt>Last changed</dt>
          <dd>
            {instantInWords(draft().updatedAt)}, as revision {draft().revision}
          </dd>
        </div>
      </dl>
      <NameForm />
      <Show when={mayEdit()}>
        <Discard />
      </Show>
    </DraftPart>
  );
}
