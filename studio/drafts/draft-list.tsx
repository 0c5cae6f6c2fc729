import { draftAddress } from '../addresses.ts';
import type { DraftSummary } from '../api.ts';
import { originInWords, titleOf } from '../draft/draft-title.ts';
import { StateTag } from '../draft/state-tag.tsx';
import { instantInWords } from '../instant-in-words.ts';
import { RowList } from '../ui/row-list.tsx';
import styles from './draft-list.module.css';

interface DraftListProps {
  readonly drafts: readonly DraftSummary[];
  /** The part that each leads to; the overview where absent. */
  readonly part?: string;
}

/** Who did the last thing that others wait for, or began it. */
function doneBy({ submission, approval, createdBy }: DraftSummary): string {
  if (approval !== null) return `approved by ${approval.by.name}`;
  if (submission !== null) return `submitted by ${submission.by.name}`;
  return `begun by ${createdBy.name}`;
}

/** Drafts, each with where it stands. */
export function DraftList(props: DraftListProps) {
  return (
    <RowList rows={props.drafts} class={styles.list}>
      {(draft) => (
        <>
          <p class={styles.name}>
            <a href={draftAddress(draft().id, props.part)}>{titleOf(draft())}</a>
            <StateTag state={draft().state} />
          </p>
          <p class={styles.about}>
            {originInWords(draft())}, {doneBy(draft())}; last changed {instantInWords(draft().updatedAt)}
          </p>
        </>
      )}
    </RowList>
  );
}
