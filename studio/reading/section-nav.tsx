import { For } from 'solid-js';
import styles from './reading-page.module.css';

export interface Part {
  /** What follows the # of its address. */
  readonly anchor: string;
  readonly title: string;
  readonly lines: number;
}

/** The parts of a reading, each with how many of its lines are shown. */
export function SectionNav(props: { readonly parts: readonly Part[]; readonly page: string }) {
  return (
    <nav class={styles.parts} aria-label="Parts of the rules">
      <ul>
        <For each={props.parts}>
          {({ anchor, title, lines }) => (
            <li>
              <a href={`${props.page}#${anchor}`}>{title}</a> <span class={styles.count}>{lines}</span>
            </li>
          )}
        </For>
      </ul>
    </nav>
  );
}
