import { For } from 'solid-js';
import { pounds } from '../money-in-words.ts';
import { Bars } from './bars.tsx';
import styles from './programme.module.css';

interface WindowsChartProps {
  readonly windows: readonly { readonly label: string; readonly pence: readonly number[] }[];
  /** What each bar of a window stands for, in their order. */
  readonly series: readonly string[];
}

/** Money by claim window, a bar for each way of looking ahead; the table beside it says the same. */
export function WindowsChart(props: WindowsChartProps) {
  const most = () => Math.max(1, ...props.windows.flatMap(({ pence }) => pence));
  const barsOf = (pence: readonly number[]) =>
    pence.map((one, at) => ({
      words: `${props.series[at] ?? ''} ${pounds(one)}`,
      value: one,
      kind: at,
    }));
  return (
    <figure class={styles.lying} aria-label="Chart of cash by claim window">
      <For each={props.windows}>
        {({ label, pence }) => (
          <div>
            <p>
              {label}
              {pence.every((one) => one === 0) ? ': nothing' : ''}
            </p>
            <Bars bars={pence.every((one) => one === 0) ? [] : barsOf(pence)} most={most()} />
          </div>
        )}
      </For>
    </figure>
  );
}
