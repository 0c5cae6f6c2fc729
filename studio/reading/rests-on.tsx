import { For } from 'solid-js';
import type { HeldVersion } from '../api.ts';
import { ChangeContent } from '../drafts/change-content.tsx';
import styles from './rests-on.module.css';

/** The vocabulary and the calendars that a version rests on, each with its hash and the way to change it. */
export function RestsOn(props: { readonly held: HeldVersion }) {
  const all = () => [
    { kind: 'vocabulary' as const, what: 'Vocabulary', ...props.held.vocabulary },
    ...props.held.calendars.map((one) => ({ kind: 'calendar' as const, what: 'School terms', ...one })),
  ];
  return (
    <details class={styles.rests}>
      <summary>What these rules rest on</summary>
      <dl class={styles.all}>
        <For each={all()}>
          {({ kind, what, id, hash }) => (
            <div>
              <dt>
                {what}: {id}
              </dt>
              <dd>
                <p>
                  <code>{hash}</code>
                </p>
                <ChangeContent kind={kind} id={id} />
              </dd>
            </div>
          )}
        </For>
      </dl>
    </details>
  );
}
