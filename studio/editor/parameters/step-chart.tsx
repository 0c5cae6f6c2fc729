import { For, Show } from 'solid-js';
import { dayInWords } from '../../day-in-words.ts';
import { isUnit, unitRows, valueInWords } from './units.ts';
import styles from './step-chart.module.css';
import { heldBy } from './value-on-day.ts';
import { memberOf, textOf } from '../value.ts';

const [width, height, edge] = [640, 200, 12];
const yearOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / 31_557_600_000;

interface Step {
  readonly value: number;
  readonly from: string;
  readonly to: string | undefined;
}

function stepsOf(parameter: unknown): readonly Step[] {
  return heldBy(parameter).flatMap(({ value, from, to }) =>
    typeof value === 'number' && from !== undefined && !Number.isNaN(yearOf(from))
      ? [{ value, from, to }]
      : [],
  );
}

/** Where each step lies on the picture; the last goes on to its edge where it has no end. */
function laidOut(steps: readonly Step[]) {
  const first = yearOf(steps[0]?.from ?? '2012-04-01');
  const ends = steps.map(({ from, to }) => yearOf(to ?? from));
  const last = Math.max(...ends, first + 1) + (steps.at(-1)?.to === undefined ? 0.5 : 0);
  const most = Math.max(...steps.map(({ value }) => value), 1);
  const across = (year: number) => edge + ((year - first) / (last - first)) * (width - 2 * edge);
  const up = (value: number) => height - edge - (value / most) * (height - 4 * edge);
  return steps.map((step) => ({
    ...step,
    left: across(yearOf(step.from)),
    right: step.to === undefined ? width - edge : across(yearOf(step.to)),
    top: up(step.value),
  }));
}

/** The values of a number by day, as steps; the same that the table says. */
export function StepChart(props: { readonly parameter: unknown }) {
  const unit = () => textOf(memberOf(props.parameter, 'unit'));
  const isNumber = () => {
    const named = unit();
    return isUnit(named) && unitRows[named].typed === 'number';
  };
  const steps = () => (isNumber() ? laidOut(stepsOf(props.parameter)) : []);
  const said = (value: number) => valueInWords(value, unit());
  return (
    <Show when={steps().length > 0}>
      <figure class={styles.chart}>
        <figcaption>Its values by day, as the form below says them</figcaption>
        <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          <line class={styles.base} x1={edge} x2={width - edge} y1={height - edge} y2={height - edge} />
          <For each={steps()}>
            {({ left, right, top, value }) => (
              <>
                <rect
                  class={styles.step}
                  x={left}
                  y={top}
                  width={Math.max(right - left - 2, 1)}
                  height={height - edge - top}
                />
                <text class={styles.value} x={left + 4} y={top - 6}>
                  {said(value)}
                </text>
              </>
            )}
          </For>
        </svg>
        <ol class={styles.said}>
          <For each={steps()}>
            {({ value, from }) => (
              <li>
                {said(value)} from {dayInWords(from)}
              </li>
            )}
          </For>
        </ol>
      </figure>
    </Show>
  );
}
