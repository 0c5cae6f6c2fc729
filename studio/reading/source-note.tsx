import { Show } from 'solid-js';
import type { Source } from '../api.ts';
import type { SourceDocuments } from './read-version.ts';
import styles from './source-note.module.css';
import { StandingTag } from './standing-tag.tsx';

export const sourceAnchor = (ref: string) => `source:${ref}`;

interface SourceNoteProps {
  readonly source: Source;
  readonly sources: SourceDocuments;
  /** The address of the reading, at whose end the sources stand. */
  readonly page: string;
}

/** Where a line comes from, where in it, and how far it can be trusted. */
export function SourceNote(props: SourceNoteProps) {
  return (
    <>
      <StandingTag standing={props.source.standing} />{' '}
      <span>
        <a href={`${props.page}#${sourceAnchor(props.source.ref)}`}>
          {props.sources[props.source.ref]?.title ?? props.source.ref}
        </a>
        <Show when={props.source.at}>{(at) => <>, {at()}</>}</Show>
      </span>
      <Show when={props.source.note}>{(note) => <span class={styles.note}>{note()}</span>}</Show>
    </>
  );
}
