import { For } from 'solid-js';
import { combinationsAddress, decisionsAddress, nearMissesAddress, sampleAddress } from '../addresses.ts';
import styles from './decisions.module.css';
import { addressWith, type Filter, questionOf } from './filter/filter.ts';

const ways = [
  { path: decisionsAddress, text: 'Find' },
  { path: sampleAddress, text: 'Draw a sample' },
  { path: combinationsAddress, text: 'Combinations' },
  { path: nearMissesAddress, text: 'Near misses' },
] as const;

/** What can be asked of kept decisions; each goes on with the same filter. */
export function DecisionWays(props: { readonly here: string; readonly filter: Filter }) {
  return (
    <nav aria-label="What to ask of kept decisions">
      <ul class={styles.ways}>
        <For each={ways}>
          {({ path, text }) => (
            <li>
              <a
                href={addressWith(path, questionOf(props.filter))}
                aria-current={path === props.here ? 'page' : undefined}
              >
                {text}
              </a>
            </li>
          )}
        </For>
      </ul>
    </nav>
  );
}
