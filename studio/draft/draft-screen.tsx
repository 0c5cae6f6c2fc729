import { type RouteSectionProps, useParams } from '@solidjs/router';
import { createResource, type JSX, lazy, onMount, Show, Suspense } from 'solid-js';
import { draftsAddress } from '../addresses.ts';
import type { Account, Draft } from '../api.ts';
import { Answered } from '../frame/answered.tsx';
import { Screen } from '../frame/screen.tsx';
import { useSession } from '../session/session.ts';
import { createDraft } from './create-draft.ts';
import { createUndoKeys } from './create-undo-keys.ts';
import { DraftBar } from './draft-bar.tsx';
import { readDraft } from './draft-calls.ts';
import styles from './draft-screen.module.css';
import { titleOf } from './draft-title.ts';
import { DraftContext } from './editing.ts';
import { NewerNote } from './newer-note.tsx';
import { PartNav } from './part-nav.tsx';
import { ReadingNote } from './reading-note.tsx';
import { StateTag } from './state-tag.tsx';
import { TakeBack } from './take-back.tsx';

const ConflictPage = lazy(async () => ({
  default: (await import('../conflict/conflict-page.tsx')).ConflictPage,
}));

interface OpenDraftProps {
  readonly draft: Draft;
  readonly account: Account;
  readonly children: JSX.Element;
}

/** What stands around every part of a draft that is open. */
function OpenDraft(props: OpenDraftProps) {
  const { client } = useSession();
  // eslint-disable-next-line solid/reactivity -- a draft is opened once, as it was; what becomes of it is its own from then on
  const editing = createDraft({ client, account: props.account, draft: props.draft });
  createUndoKeys(editing);
  // The heading that said the draft is being opened gives way to that of a part, and the focus with it.
  const arrived = document.activeElement?.tagName === 'H1';
  onMount(() => {
    if (arrived) document.querySelector('h1')?.focus({ preventScroll: true });
  });
  const conflict = () => {
    const now = editing.saved();
    return now.state === 'conflict' ? now : undefined;
  };
  return (
    <DraftContext.Provider value={editing}>
      <div class={styles.draft}>
        <div class={styles.head}>
          <p class={styles.name}>
            <a href={draftsAddress()}>Drafts</a>
            <span aria-hidden="true">/</span>
            <span>{titleOf(editing.draft())}</span>
            <StateTag state={editing.draft().state} />
          </p>
          <DraftBar />
          <TakeBack />
          <NewerNote />
          <ReadingNote />
        </div>
        <div class={styles.columns}>
          <PartNav draft={editing.draft()} />
          <div class={styles.part}>
            <Show when={conflict()} keyed fallback={props.children}>
              {(now) => (
                <Suspense>
                  <ConflictPage conflict={now} />
                </Suspense>
              )}
            </Show>
          </div>
        </div>
      </div>
    </DraftContext.Provider>
  );
}

/** One draft: its parts, and what was opened of it. */
export function DraftScreen(props: RouteSectionProps) {
  const params = useParams<{ draft: string }>();
  const { client, account } = useSession();
  const [opened, { refetch }] = createResource(
    () => params.draft,
    (id) => readDraft(client, id),
  );
  const told = () => (opened.state === 'ready' ? opened.latest : undefined);
  const answer = {
    value: () => {
      const one = told();
      return one?.ok && one.value.id === params.draft ? one.value : undefined;
    },
    problem: () => {
      const one = told();
      return one === undefined || one.ok ? undefined : one.problem;
    },
    again: () => void refetch(),
  };
  const both = () => {
    const [draft, who] = [answer.value(), account()];
    return draft && who && { draft, who };
  };
  return (
    <Show
      when={both()}
      keyed
      fallback={
        <Screen
          title="Draft"
          wrong={answer.problem() !== undefined}
          trail={[{ href: draftsAddress(), text: 'Drafts' }]}
        >
          <Answered answer={answer} waiting="Opening the draft.">
            {() => <p role="status">Opening the draft.</p>}
          </Answered>
        </Screen>
      }
    >
      {({ draft, who }) => (
        <OpenDraft draft={draft} account={who}>
          {props.children}
        </OpenDraft>
      )}
    </Show>
  );
}
