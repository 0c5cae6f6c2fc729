import { Show } from 'solid-js';
import { ChangedSection } from '../compare/changed-section.tsx';
import { mistakesOf } from '../decide/create-judged.ts';
import { QuestionBar } from '../decide/question-bar.tsx';
import { TrialView } from '../decide/trial-view.tsx';
import { DraftPart } from '../draft/draft-part.tsx';
import { useDraft } from '../draft/editing.ts';
import { useSession } from '../session/session.ts';
import { draftTrialOf } from './create-draft-trial.ts';
import styles from './draft-trial.module.css';

/** One family decided by the rules as they are being written, and what that changes for it. */
export function DraftTryPart() {
  const editing = useDraft();
  const { client } = useSession();
  const { trial, judged, from, changed, wantsCauses, askCauses } = draftTrialOf(editing);
  const errors = () =>
    editing.findings().some(({ severity, file }) => severity === 'error' && file === 'document');
  return (
    <DraftPart
      title="Try a family"
      wrong={mistakesOf(trial).length > 0}
      lead={
        <p>What the rules decide about one family as they are written now, and what that changes for it.</p>
      }
    >
      <div class={styles.try} data-own-undo="">
        <Show when={errors()}>
          <p class={styles.note}>
            The draft has an error. What stands here is decided by its rules as they last had none.
          </p>
        </Show>
        <QuestionBar trial={trial} />
        <TrialView trial={trial} client={client} judged={judged()}>
          <Show when={from()}>
            {(version) => (
              <Show when={judged() ?? changed.problem()}>
                <ChangedSection
                  title="What this draft changes for this family"
                  changed={changed}
                  before={`${version().id} ${version().version}`}
                  now="this draft"
                  onAskCauses={wantsCauses() ? undefined : askCauses}
                />
              </Show>
            )}
          </Show>
        </TrialView>
      </div>
    </DraftPart>
  );
}
