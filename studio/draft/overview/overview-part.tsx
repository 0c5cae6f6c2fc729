import { Show } from 'solid-js';
import { readingAddress } from '../../addresses.ts';
import { instantInWords } from '../../instant-in-words.ts';
import { DraftPart } from '../draft-part.tsx';
import { originInWords } from '../draft-title.ts';
import { useDraft } from '../editing.ts';
import { states } from '../state-tag.tsx';
import styles from './overview-part.module.css';

/** What a draft is, and where it stands. */
export function OverviewPart() {
  const { draft } = useDraft();
  const origin = () => {
    const { basedOn } = draft();
    return basedOn?.version ? { id: basedOn.id, version: basedOn.version } : undefined;
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
          <dt>Made from</dt>
          <dd>
            <Show when={origin()} fallback={originInWords(draft())}>
              {(version) => <a href={readingAddress(version())}>{originInWords(draft())}</a>}
            </Show>
          </dd>
        </div>
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
    </DraftPart>
  );
}
