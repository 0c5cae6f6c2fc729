import { createResource, For, Show } from 'solid-js';
import { EditList } from '../changes/edit-list.tsx';
import { useDraft } from '../draft/editing.ts';
import { readGround } from '../draft/read-ground.ts';
import type { Texts } from '../draft/texts.ts';
import { vocabularyIn } from '../draft/vocabulary-in.ts';
import { useSession } from '../session/session.ts';
import type { CaseChange, TextsDiffer as Differ } from './edits-in-page.ts';
import styles from './history.module.css';

interface TextsDifferProps {
  readonly was: Texts;
  readonly now: Texts;
  /** Whose sentences they are. */
  readonly wasTitle: string;
  readonly nowTitle: string;
}

const kinds: Readonly<Record<CaseChange['kind'], string>> = {
  added: 'Added',
  removed: 'Removed',
  changed: 'Changed',
};

function Rules(props: {
  readonly told: Differ;
  readonly titles: Pick<TextsDifferProps, 'wasTitle' | 'nowTitle'>;
}) {
  return (
    <Show
      when={props.told.edits}
      fallback={
        <p>
          The rules of {props.told.unread === 'was' ? 'the first' : 'the second'} have errors, so what changed
          in them cannot be put in words.
        </p>
      }
    >
      {(edits) => (
        <Show when={edits().length > 0} fallback={<p>The rules say the same.</p>}>
          <EditList
            edits={edits()}
            was={{ title: props.titles.wasTitle }}
            now={{ title: props.titles.nowTitle }}
          />
        </Show>
      )}
    </Show>
  );
}

/** What one text changes of another, in words: its rules, and its cases by name. */
export function TextsDiffer(props: TextsDifferProps) {
  const { client } = useSession();
  const { draft } = useDraft();
  const [told] = createResource(
    () => ({ was: props.was, now: props.now }),
    async ({ was, now }): Promise<Differ | undefined> => {
      if (draft().kind !== 'ruleset') return undefined;
      const engine = import('./edits-in-page.ts');
      const ground = await readGround(client, vocabularyIn(now.document));
      return ground && (await engine).differBetween(ground, was, now);
    },
  );
  const ready = () => (told.state === 'ready' || told.state === 'refreshing' ? told.latest : undefined);
  return (
    <Show
      when={ready()}
      fallback={
        <p role="status">
          {told.loading ? 'Putting it in words.' : 'What changed cannot be put in words here.'}
        </p>
      }
    >
      {(one) => (
        <div class={styles.section}>
          <Rules told={one()} titles={props} />
          <Show when={one().cases.length > 0} fallback={<p>The cases say the same.</p>}>
            <ul class={styles.cases} aria-label="Cases that differ">
              <For each={one().cases}>
                {({ kind, name }) => (
                  <li>
                    <strong>{kinds[kind]} case:</strong> {name}
                  </li>
                )}
              </For>
            </ul>
          </Show>
        </div>
      )}
    </Show>
  );
}
