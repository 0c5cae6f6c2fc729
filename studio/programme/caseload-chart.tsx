import { For } from 'solid-js';
import type { Projection } from '../api.ts';
import styles from './programme.module.css';

const HIGH = 160;
const WIDE = 56;
const GAP = 20;

/** Families at once, column by column, as bars; the table below says the same. */
export function CaseloadChart(props: { readonly projection: Projection }) {
  const columns = () => props.projection.columns;
  const most = () => Math.max(1, props.projection.peak.caseload);
  const height = (families: number) => (families / most()) * HIGH;
  const width = () => columns().length * (WIDE + GAP);
  /** Leads one above the other: how high each begins. */
  const stacked = (column: Projection['columns'][number]) => {
    let below = 0;
    return column.leads.map(({ families }) => {
      const bar = { y: HIGH - height(below + families), height: height(families) };
      below += families;
      return bar;
    });
  };
  return (
    <svg
      class={styles.chart}
      width={width()}
      height={HIGH + 40}
      role="img"
      aria-label={`Families at once: most in ${props.projection.peak.label}, ${props.projection.peak.caseload}. The table below has every column.`}
    >
      <For each={columns()}>
        {(column, at) => (
          <>
            <For each={stacked(column)}>
              {(bar, lead) => (
                <rect
                  x={at() * (WIDE + GAP) + GAP / 2}
                  y={bar.y}
                  width={WIDE}
                  height={bar.height}
                  data-lead={String(lead() % 4)}
                />
              )}
            </For>
            <text x={at() * (WIDE + GAP) + (WIDE + GAP) / 2} y={HIGH + 16} text-anchor="middle">
              {column.caseload}
            </text>
            <text x={at() * (WIDE + GAP) + (WIDE + GAP) / 2} y={HIGH + 32} text-anchor="middle">
              {column.label}
            </text>
          </>
        )}
      </For>
    </svg>
  );
}
