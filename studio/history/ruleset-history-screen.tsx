import { useParams } from '@solidjs/router';
import { Show } from 'solid-js';
import { draftAddress, versionsAddress } from '../addresses.ts';
import type { Answer, HistoryEvent } from '../api.ts';
import { MakeDraft } from '../drafts/make-draft.tsx';
import { Answered } from '../frame/answered.tsx';
import { Screen } from '../frame/screen.tsx';
import { createAnswer } from '../session/create-answer.ts';
import { useSession } from '../session/session.ts';
import { EventList } from './event-list.tsx';
import styles from './history.module.css';

function createHistory(id: () => string) {
  const { client } = useSession();
  return createAnswer(
    'ruleset-history',
    () => ({ id: id() }),
    async ({ id: ruleset }): Promise<Answer<readonly HistoryEvent[]>> => {
      const response = await client.rulesets[':id'].history.$get({ param: { id: ruleset } });
      if (response.status === 200) return { ok: true, value: (await response.json()).events };
      return { ok: false, problem: await response.json() };
    },
  );
}

/** What happened to a ruleset: its drafts, versions and releases; an old version comes back from here. */
export function RulesetHistoryScreen() {
  const params = useParams<{ id: string }>();
  const history = createHistory(() => params.id);
  const more = (told: HistoryEvent) => (
    <>
      <Show when={told.draft}>
        {(id) => (
          <p>
            <a href={draftAddress(id(), 'history')}>Its draft</a>
          </p>
        )}
      </Show>
      <Show when={told.event === 'published' && told.version}>
        {(number) => (
          <MakeDraft
            version={{ id: params.id, version: number() }}
            what={`Bring ${number()} back as a draft`}
          />
        )}
      </Show>
    </>
  );
  return (
    <Screen
      title={`History of ${params.id}`}
      wrong={history.problem() !== undefined}
      trail={[
        { href: '/rulesets', text: 'Rulesets' },
        { href: versionsAddress(params.id), text: params.id },
      ]}
    >
      <Answered answer={history} waiting="Asking the server what happened.">
        {(known) => (
          <Show
            when={known().length > 0}
            fallback={<p>Nothing has happened to it here: it came with the server, as it is.</p>}
          >
            <section class={styles.section} aria-labelledby="history:events">
              <h2 id="history:events">What happened</h2>
              <EventList events={known()} more={more} />
            </section>
          </Show>
        )}
      </Answered>
    </Screen>
  );
}
