import { useLocation } from '@solidjs/router';
import { For, Show } from 'solid-js';
import { draftAddress } from '../addresses.ts';
import type { Draft } from '../api.ts';
import styles from './draft-screen.module.css';
import { type PartRow, parts } from './parts.ts';

const groups: readonly PartRow['group'][] = ['draft', 'rules'];

/** What a draft of each kind says. */
const contents: Readonly<Record<Draft['kind'], string>> = {
  ruleset: 'The rules',
  calendar: 'The calendar',
  vocabulary: 'The vocabulary',
  'unit-costs': 'The unit costs',
  programme: 'The programme',
};

/** Whether a part is open, or one below it. */
function currency(open: string, path: string, first: boolean): 'page' | 'true' | undefined {
  if (open === path) return 'page';
  return !first && open.startsWith(`${path}/`) ? 'true' : undefined;
}

/** The parts of a draft, beside whichever is open. */
export function PartNav(props: { readonly draft: Draft }) {
  const location = useLocation();
  const named = (group: PartRow['group']) =>
    parts.filter(
      (part) =>
        part.group === group &&
        part.navigation !== undefined &&
        (part.kinds ?? [props.draft.kind]).includes(props.draft.kind),
    );
  return (
    <nav class={styles.parts} aria-label="Parts of this draft">
      <For each={groups}>
        {(id) => (
          <Show when={named(id).length > 0}>
            <h2>{id === 'draft' ? 'This draft' : contents[props.draft.kind]}</h2>
            <ul>
              <For each={named(id)}>
                {({ path, navigation }) => {
                  const address = () => draftAddress(props.draft.id, path);
                  return (
                    <li>
                      <a href={address()} aria-current={currency(location.pathname, address(), path === '')}>
                        {navigation}
                      </a>
                    </li>
                  );
                }}
              </For>
            </ul>
          </Show>
        )}
      </For>
    </nav>
  );
}
