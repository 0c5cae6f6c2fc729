import { useParams } from '@solidjs/router';
import { For, Show } from 'solid-js';
import { changesAddress, historyAddress, readingAddress, releasesAddress, tryAddress } from '../addresses.ts';
import type { Versions } from '../api.ts';
import { MakeDraft } from '../drafts/make-draft.tsx';
import { Answered } from '../frame/answered.tsx';
import { Screen } from '../frame/screen.tsx';
import { createVersions } from './create-versions.ts';
import { releasesInWords } from './releases-in-words.ts';
import styles from './versions-screen.module.css';

function VersionList(props: { readonly known: Versions }) {
  const rows = () => props.known.versions.map((one, at, all) => ({ ...one, before: all[at - 1]?.version }));
  return (
    <ol class={styles.list}>
      <For each={rows()}>
        {({ version, title, releases, hash, before }) => (
          <li class={styles.version}>
            <h2>Version {version}</h2>
            <Show when={title !== props.known.versions.at(-1)?.title}>
              <p>{title}</p>
            </Show>
            <p>{releasesInWords(releases)}</p>
            <ul class={styles.ways}>
              <li>
                <a href={readingAddress({ id: props.known.id, version })}>Read version {version}</a>
              </li>
              <Show when={before}>
                {(was) => (
                  <li>
                    <a href={changesAddress(props.known.id, was(), version)}>
                      What changed from {was()} to {version}
                    </a>
                  </li>
                )}
              </Show>
              <li>
                <a href={releasesAddress({ id: props.known.id, version })}>When {version} is in force</a>
              </li>
              <li>
                <a href={tryAddress({ id: props.known.id, version })}>Try a family under {version}</a>
              </li>
            </ul>
            <MakeDraft version={{ id: props.known.id, version }} />
            <p class={styles.hash}>
              <code>{hash}</code>
            </p>
          </li>
        )}
      </For>
    </ol>
  );
}

/** The versions of one ruleset. */
export function VersionsScreen() {
  const params = useParams<{ id: string }>();
  const versions = createVersions(() => params.id);
  const title = () => versions.value()?.versions.at(-1)?.title ?? params.id;
  return (
    <Screen
      title={title()}
      trail={[{ href: '/rulesets', text: 'Rulesets' }]}
      wrong={versions.problem() !== undefined}
    >
      <Answered answer={versions} waiting="Asking the server for the versions.">
        {(known) => (
          <>
            <p>
              <a href={historyAddress(params.id)}>What happened to it</a>
            </p>
            <VersionList known={known()} />
          </>
        )}
      </Answered>
    </Screen>
  );
}
