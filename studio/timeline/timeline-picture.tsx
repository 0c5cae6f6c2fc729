import { For, Show } from 'solid-js';
import { dayOfNumber, type Span } from './spans.ts';
import type { Lane, Mark, Timeline } from './timeline-of.ts';
import styles from './timeline.module.css';

const pattern = 'timeline-not-known';

/** Where a day stands on the axis, in percent of its width; what lies beyond stands at its end. */
function placeOf({ from, to }: Span, day: number): number {
  return (100 * (Math.min(Math.max(day, from), to) - from)) / (to - from);
}

const percent = (value: number) => `${value.toFixed(3)}%`;

function barOf(axis: Span, { from, to }: Span) {
  const [start, end] = [placeOf(axis, from), placeOf(axis, to)];
  return { x: percent(start), width: percent(end - start) };
}

/** First days of years, so many at most that their names stand apart. */
function yearsOf({ from, to }: Span): readonly { readonly year: number; readonly day: number }[] {
  const [first, last] = [from, to].map((day) => Number(dayOfNumber(day).slice(0, 4)));
  if (first === undefined || last === undefined) return [];
  const step = Math.max(1, Math.ceil((last - first) / 6));
  const years = Array.from({ length: last - first }, (_, at) => first + 1 + at);
  return years
    .filter((year) => (last - year) % step === 0)
    .map((year) => ({ year, day: Date.UTC(year, 0, 1) / 86_400_000 }));
}

function MarkShape(props: { readonly mark: Mark; readonly axis: Span }) {
  return (
    <Show
      when={props.mark.shape === 'event'}
      fallback={
        <rect
          class={styles.mark}
          data-state={props.mark.state}
          {...barOf(props.axis, props.mark)}
          y="8"
          height="12"
          rx="2"
        />
      }
    >
      <circle
        class={styles.mark}
        data-state={props.mark.state}
        cx={percent(placeOf(props.axis, props.mark.from))}
        cy="14"
        r="5"
      />
    </Show>
  );
}

function Upright(props: { readonly axis: Span; readonly day: number; readonly kind: string }) {
  const at = () => percent(placeOf(props.axis, props.day));
  return <line class={styles.upright} data-kind={props.kind} x1={at()} x2={at()} y1="0" y2="100%" />;
}

function LanePicture(props: { readonly lane: Lane; readonly timeline: Timeline }) {
  const axis = () => props.timeline.axis;
  const isOnAxis = ({ from, to }: Span) => to > axis().from && from < axis().to;
  return (
    <svg class={styles.lane} width="100%" height="28" aria-hidden="true">
      <line class={styles.base} x1="0" x2="100%" y1="14" y2="14" />
      <Show when={props.lane.isLookedAt && props.timeline.window}>
        {(window) => <rect class={styles.window} {...barOf(axis(), window())} y="1" height="26" />}
      </Show>
      <For each={props.lane.gaps}>
        {(gap) => (
          <rect class={styles.gap} fill={`url(#${pattern})`} {...barOf(axis(), gap)} y="4" height="20" />
        )}
      </For>
      <For each={props.lane.marks.filter(isOnAxis)}>{(mark) => <MarkShape mark={mark} axis={axis()} />}</For>
      <Show when={props.timeline.attachedOn}>
        {(day) => <Upright axis={axis()} day={day()} kind="attached" />}
      </Show>
      <Upright axis={axis()} day={props.timeline.asOf} kind="as-of" />
    </svg>
  );
}

/** The stripes that stand for what is not known; every lane refers to them. */
function Stripes() {
  return (
    <svg class={styles.hidden} width="0" height="0" aria-hidden="true">
      <defs>
        <pattern
          id={pattern}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line class={styles.stripe} x1="0" y1="0" x2="0" y2="6" />
        </pattern>
      </defs>
    </svg>
  );
}

function Legend() {
  const rows = [
    { state: 'counted', text: 'Counted by the rule' },
    { state: 'may-count', text: 'May count' },
    { state: 'other', text: 'Another record' },
    { state: 'later', text: 'After the day asked about: not seen' },
  ] as const;
  return (
    <ul class={styles.legend}>
      <For each={rows}>
        {({ state, text }) => (
          <li>
            <svg width="28" height="20" aria-hidden="true">
              <rect class={styles.mark} data-state={state} x="2" y="4" width="24" height="12" rx="2" />
            </svg>
            {text}
          </li>
        )}
      </For>
      <li>
        <svg width="28" height="20" aria-hidden="true">
          <rect class={styles.gap} fill={`url(#${pattern})`} x="2" y="2" width="24" height="16" />
        </svg>
        Not known
      </li>
      <li>
        <svg width="28" height="20" aria-hidden="true">
          <rect class={styles.window} x="2" y="2" width="24" height="16" />
        </svg>
        What the rule looks at
      </li>
      <li>
        <svg width="28" height="20" aria-hidden="true">
          <line class={styles.upright} data-kind="as-of" x1="14" x2="14" y1="0" y2="20" />
        </svg>
        The day asked about
      </li>
      <li>
        <svg width="28" height="20" aria-hidden="true">
          <line class={styles.upright} data-kind="attached" x1="14" x2="14" y1="0" y2="20" />
        </svg>
        Attached
      </li>
    </ul>
  );
}

/** The family along time. Whoever does not see it has the table, which says the same. */
export function TimelinePicture(props: { readonly timeline: Timeline; readonly said: string }) {
  return (
    <figure class={styles.picture}>
      <Stripes />
      <figcaption>{props.said}</figcaption>
      <ul class={styles.lanes}>
        <For each={props.timeline.lanes}>
          {(lane) => (
            <li class={styles.row} data-looked={lane.isLookedAt ? '' : undefined}>
              <span class={styles.label}>
                <b>{lane.member ?? 'Family'}</b> {lane.label}
              </span>
              <LanePicture lane={lane} timeline={props.timeline} />
            </li>
          )}
        </For>
        <li class={styles.row} aria-hidden="true">
          <span class={styles.label} />
          <svg class={styles.lane} width="100%" height="22">
            <For each={yearsOf(props.timeline.axis)}>
              {({ year, day }) => (
                <text class={styles.year} x={percent(placeOf(props.timeline.axis, day))} y="15">
                  {year}
                </text>
              )}
            </For>
          </svg>
        </li>
      </ul>
      <Legend />
    </figure>
  );
}
