import { Show } from 'solid-js';
import { changesAddress, readingAddress, type VersionName } from '../addresses.ts';
import { MakeDraft } from '../drafts/make-draft.tsx';
import styles from './history.module.css';

interface VersionWaysProps {
  readonly version: VersionName;
  /** The number of the version before; undefined of the first. */
  readonly before: string | undefined;
}

/** What can be done with a version that a history tells of: read, compared with the one before, brought back. */
export function VersionWays(props: VersionWaysProps) {
  const number = () => props.version.version;
  return (
    <>
      <ul class={styles.ways}>
        <li>
          <a href={readingAddress(props.version)}>Read version {number()}</a>
        </li>
        <Show when={props.before}>
          {(was) => (
            <li>
              <a href={changesAddress(props.version.id, was(), number())}>
                What changed from {was()} to {number()}
              </a>
            </li>
          )}
        </Show>
      </ul>
      <MakeDraft version={props.version} what={`Bring ${number()} back as a draft`} />
    </>
  );
}
