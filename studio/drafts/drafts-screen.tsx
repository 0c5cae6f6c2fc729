import { useSearchParams } from '@solidjs/router';
import { For, Show } from 'solid-js';
import { draftsAddress, newDraftAddress } from '../addresses.ts';
import { Answered } from '../frame/answered.tsx';
import { Screen } from '../frame/screen.tsx';
import { mayOpen } from '../session/may-open.ts';
import { useSession } from '../session/session.ts';
import { createDrafts, type DraftList as ListName, draftLists } from './create-drafts.ts';
import { DraftList } from './draft-list.tsx';
import styles from './drafts-screen.module.css';

const lists: Readonly<Record<ListName, { readonly name: string; readonly none: string }>> = {
  mine: { name: 'Mine', none: 'You have written on no draft yet.' },
  waiting: { name: 'Waiting for my approval', none: 'Nothing waits for your approval.' },
  all: { name: 'All', none: 'There is no draft.' },
};

/** How a draft comes about. */
function Ways() {
  return (
    <ul class={styles.ways}>
      <li>
        <a href="/rulesets">From a version</a>, by “Make a draft” beside it
      </li>
      <li>
        <a href={newDraftAddress()}>A new ruleset</a>
      </li>
      <li>
        <a href={newDraftAddress({ kind: 'calendar' })}>A new calendar</a>
      </li>
      <li>
        <a href={newDraftAddress({ kind: 'vocabulary' })}>A new vocabulary</a>
      </li>
      <li>
        <a href={newDraftAddress({ kind: 'unit-costs' })}>New unit costs</a>
      </li>
      <li>
        <a href={newDraftAddress({ kind: 'programme' })}>A new programme</a>, of targets and funding
      </li>
    </ul>
  );
}

/** Drafts: those of whoever asks, those that wait for them, and all that they can see. */
export function DraftsScreen() {
  const [search] = useSearchParams<{ list: string }>();
  const { account } = useSession();
  const list = () => draftLists.find((one) => one === search.list) ?? 'mine';
  const drafts = createDrafts(list);
  return (
    <Screen
      title="Drafts"
      wrong={drafts.problem() !== undefined}
      lead={<p>What is being written, what waits for approval, and what became of it.</p>}
    >
      <Show when={mayOpen('rulesets:draft', account())}>
        <section class={styles.begin} aria-labelledby="drafts-begin">
          <h2 id="drafts-begin">Begin one</h2>
          <Ways />
        </section>
      </Show>
      <section class={styles.begin} aria-labelledby="drafts-there">
        <h2 id="drafts-there">Drafts there are</h2>
        <nav class={styles.lists} aria-label="Which drafts are shown">
          <ul>
            <For each={draftLists}>
              {(one) => (
                <li>
                  <a
                    href={draftsAddress(one === 'mine' ? undefined : one)}
                    aria-current={list() === one ? 'true' : undefined}
                    noScroll
                  >
                    {lists[one].name}
                  </a>
                </li>
              )}
            </For>
          </ul>
        </nav>
        <Answered answer={drafts} waiting="Asking the server for the drafts.">
          {(known) => (
            <Show when={known().length > 0} fallback={<p>{lists[list()].none}</p>}>
              <DraftList drafts={known()} part={list() === 'waiting' ? 'review' : ''} />
            </Show>
          )}
        </Answered>
      </section>
    </Screen>
  );
}
