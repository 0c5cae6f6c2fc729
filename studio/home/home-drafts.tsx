import { Show } from 'solid-js';
import { draftsAddress } from '../addresses.ts';
import type { DraftSummary } from '../api.ts';
import { createDrafts, type DraftList as ListName } from '../drafts/create-drafts.ts';
import { DraftList } from '../drafts/draft-list.tsx';
import { mayOpen, type Needed } from '../session/may-open.ts';
import { useSession } from '../session/session.ts';
import styles from './home-screen.module.css';

const most = 5;

interface ListedProps {
  readonly title: string;
  readonly list: ListName;
  readonly drafts: readonly DraftSummary[];
  readonly part: string;
}

function Listed(props: ListedProps) {
  return (
    <section class={styles.section} aria-label={props.title}>
      <h2>{props.title}</h2>
      <DraftList drafts={props.drafts.slice(0, most)} part={props.part} />
      <Show when={props.drafts.length > most}>
        <p>
          <a href={draftsAddress(props.list)}>All {props.drafts.length}</a>
        </p>
      </Show>
    </section>
  );
}

/** What waits for whoever is signed in, then what they are writing: nothing where there is neither. */
export function HomeDrafts() {
  const { account } = useSession();
  const asked = (needs: Needed, list: ListName) => () => (mayOpen(needs, account()) ? list : undefined);
  const waiting = createDrafts(asked('rulesets:approve', 'waiting'));
  const mine = createDrafts(asked('rulesets:draft', 'mine'));
  const open = () =>
    (mine.value() ?? []).filter(({ state }) => state !== 'released' && state !== 'discarded');
  return (
    <>
      <Show when={(waiting.value() ?? []).length > 0}>
        <Listed title="Waiting for my approval" list="waiting" part="review" drafts={waiting.value() ?? []} />
      </Show>
      <Show when={open().length > 0}>
        <Listed title="My drafts" list="mine" part="" drafts={open()} />
      </Show>
    </>
  );
}
