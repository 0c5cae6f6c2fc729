import { Show } from 'solid-js';
import { Words } from '../ui/words.tsx';
import styles from './draft-bar.module.css';
import { useDraft } from './editing.ts';

/** That the text of a draft is not what the forms can edit, and why. */
export function ReadingNote() {
  const { readable, findings, draft } = useDraft();
  const unread = () => {
    if (!readable('document')) return 'The rules cannot be read as JSON';
    return draft().cases !== null && !readable('cases') ? 'The cases cannot be read as JSON' : undefined;
  };
  const newer = () => findings().find(({ code }) => code === 'newer-format');
  const first = () => findings().find(({ line }) => line !== undefined);
  return (
    <div role="status">
      <Show when={unread()}>
        {(what) => (
          <div class={styles.note} data-tone="bad">
            <p>
              {what()}
              <Show when={first()}>
                {(finding) => (
                  <>
                    : <Words text={finding().message} asIs /> (line {finding().line})
                  </>
                )}
              </Show>
              . It is kept as it is typed. The forms show what it last said, and edit nothing until the text
              can be read again: mend it, or undo.
            </p>
          </div>
        )}
      </Show>
      <Show when={newer()}>
        <div class={styles.note} data-tone="bad">
          <p>
            This draft is written in a newer format than this page knows. Nothing of it is lost: open it with
            a newer Threshold.
          </p>
        </div>
      </Show>
    </div>
  );
}
