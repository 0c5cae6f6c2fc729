import { useParams } from '@solidjs/router';
import { Show } from 'solid-js';
import { draftAddress, versionsAddress } from '../addresses.ts';
import type { Answer, HistoryEvent, Versions } from '../api.ts';
import { Answered } from '../frame/answered.tsx';
import { Screen } from '../frame/screen.tsx';
import { createVersions } from '../rulesets/create-versions.ts';
import { createAnswer } from '../session/create-answer.ts';
import { useSession } from '../session/session.ts';
import { EventList } from './event-list.tsx';
import styles from './history.module.css';
import { VersionWays } from './version-ways.tsx';

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

/** The number of the version before another. */
const before = (known: Versions | undefined, version: string) => {
  const versions = known?.versions ?? [];
  return versions[versions.findIndex((one) => one.version === version) - 1]?.version;
};

/** What happened to a ruleset: its drafts, versions and releases; any version of it comes back from here. */
export function RulesetHistoryScreen() {
  const params = useParams<{ id: string }>();
  const history = createHistory(() => params.id);
  const versions = createVersions(() => params.id);
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
        {(version) => (
          <VersionWays
            version={{ id: params.id, version: version() }}
            before={before(versions.value(), version())}
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
