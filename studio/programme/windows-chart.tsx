import { For } from 'solid-js';
import { pounds } from '../money-in-words.ts';
import styles from './programme.module.css';

const HIGH = 160;
const BAR = 26;
const GAP = 22;

interface WindowsChartProps {
  readonly windows: readonly { readonly label: string; readonly pence: readonly number[] }[];
  /** What each bar of a window stands for, from the left. */
  readonly series: readonly string[];
}

/** Money by claim window, a bar for each way of looking ahead; the table beside it says the same. */
export function WindowsChart(props: WindowsChartProps) {
  const most = () => Math.max(1, ...props.windows.flatMap(({ pence }) => pence));
  const height = (pence: number) => (pence / most()) * HIGH;
  const step = () => props.series.length * BAR + GAP;
  return (
    <>
      <div class={styles.wide} tabindex="0" role="region" aria-label="Chart of cash by claim window">
        <svg
          class={styles.chart}
          viewBox={`0 0 ${Math.max(1, props.windows.length) * step()} ${HIGH + 24}`}
          role="img"
          aria-label={`Cash by claim window, at most ${pounds(most())}. The table below has every window.`}
        >
          <For each={props.windows}>
            {({ label, pence }, at) => (
              <>
                <For each={pence}>
                  {(one, bar) => (
                    <rect
                      x={at() * step() + GAP / 2 + bar() * BAR}
                      y={HIGH - height(one)}
                      width={BAR}
                      height={height(one)}
                      data-lead={String(bar() % 4)}
                    />
                  )}
                </For>
                <text class={styles.column} x={at() * step() + step() / 2} y={HIGH + 16} text-anchor="middle">
                  {label}
                </text>
              </>
            )}
          </For>
        </svg>
      </div>
      <ul class={styles.key} aria-label="What the bars of a window are, from the left">
        <For each={props.series}>
          {(label, at) => (
            <li>
              <svg class={styles.swatch} viewBox="0 0 16 16" aria-hidden="true">
                <rect width="16" height="16" data-lead={String(at() % 4)} />
              </svg>{' '}
              {label}
            </li>
          )}
        </For>
      </ul>
    </>
  );
}
