import { For } from 'solid-js';
import styles from './programme.module.css';

interface BarsProps {
  /** Each bar in words, how long it is, and, where it is one of several kinds, of which. */
  readonly bars: readonly { readonly words: string; readonly value: number; readonly kind?: number }[];
  /** How long the longest of the whole chart is. */
  readonly most: number;
  /** Where something stands that a bar is held against. */
  readonly marks?: readonly number[];
}

const HIGH = 20;
const THICK = 12;

/** Bars that lie, each beside its words: the words are of the page, so that they are as large as it is read. */
export function Bars(props: BarsProps) {
  const across = (value: number) => `${String((value / props.most) * 100)}%`;
  return (
    <ul class={styles.bars}>
      <For each={props.bars}>
        {({ words, value, kind = 0 }) => (
          <li>
            <span>{words}</span>
            <svg class={styles.bar} height={HIGH} aria-hidden="true">
              <rect
                width={across(value)}
                y={(HIGH - THICK) / 2}
                height={THICK}
                data-lead={String(kind % 4)}
              />
              <For each={props.marks}>
                {(mark) => <line x1={across(mark)} x2={across(mark)} y1="0" y2={HIGH} />}
              </For>
            </svg>
          </li>
        )}
      </For>
    </ul>
  );
}
