import { For, Show } from 'solid-js';
import type { Strip } from '../../api.ts';
import { Words } from '../../ui/words.tsx';
import styles from './strip.module.css';

type Finding = Strip['unreadable'][number]['findings'][number];

/** More are not listed: whoever has mended these sees the next. */
const mostListed = 20;

/** Where it stands in the family, of which the request that was sent is no part. */
const placeOf = ({ pointer }: Finding) => pointer.replace(/^\/family/, '');

/** What is wrong with a family, each at its place. */
export function WrongList(props: { readonly findings: readonly Finding[] }) {
  const rest = () => props.findings.length - mostListed;
  return (
    <ul>
      <For each={props.findings.slice(0, mostListed)}>
        {(finding) => (
          <li>
            <Words text={finding.message} />
            <Show when={finding.suggestion}>
              {(suggestion) => (
                <>
                  . Did you mean <code>{suggestion()}</code>?
                </>
              )}
            </Show>
            <Show when={placeOf(finding)}>
              {(place) => (
                <>
                  {' '}
                  (<code>{place()}</code>)
                </>
              )}
            </Show>
          </li>
        )}
      </For>
      <Show when={rest() > 0}>
        <li>And {rest()} more.</li>
      </Show>
    </ul>
  );
}

/** Versions that cannot read the family: nothing is said for them, and what is wrong is. */
export function UnreadableView(props: { readonly versions: Strip['unreadable'] }) {
  return (
    <For each={props.versions}>
      {({ version, findings }) => (
        <section class={styles.flip} aria-label={`Version ${version}, which cannot read this family`}>
          <p class={styles.text}>
            <b>Version {version} cannot read this family</b>, and is left out of the table: the others stand
            beside each other without it.
          </p>
          <WrongList findings={findings} />
        </section>
      )}
    </For>
  );
}
