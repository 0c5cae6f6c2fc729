import { createSignal, For, Show } from 'solid-js';
import { dayInWords, lastDayInWords } from '../day-in-words.ts';
import { Button } from '../ui/button.tsx';
import { dayOfNumber, type Span } from './spans.ts';
import type { Lane, Mark, Timeline } from './timeline-of.ts';
import styles from './timeline.module.css';

/** So many rows are laid out at a time. */
const together = 200;

const states: Readonly<Record<Mark['state'], string>> = {
  counted: 'Counted by the rule',
  'may-count': 'May count',
  other: 'Record',
  later: 'Not seen: after the day asked about',
};

interface Row {
  readonly whose: string;
  readonly what: string;
  readonly from: string;
  readonly to: string;
  readonly is: string;
}

function daysOf({ from, to }: Span): Pick<Row, 'from' | 'to'> {
  return {
    from: Number.isFinite(from) ? dayInWords(dayOfNumber(from)) : 'The beginning',
    to: Number.isFinite(to) ? lastDayInWords(dayOfNumber(to)) : 'Goes on',
  };
}

function rowsOf({ window, lanes }: Timeline): readonly Row[] {
  const inLane = ({ member, label, marks, gaps, isLookedAt }: Lane): Row[] => {
    const head = { whose: member ?? 'Family', what: label };
    return [
      ...(isLookedAt && window ? [{ ...head, ...daysOf(window), is: 'What the rule looks at' }] : []),
      ...gaps.map((gap) => ({ ...head, ...daysOf(gap), is: 'Not known' })),
      ...marks.map((mark) => ({ ...head, ...daysOf(mark), is: states[mark.state] })),
    ];
  };
  return lanes.flatMap(inLane);
}

/** All that the picture shows, as a table. */
export function TimelineTable(props: { readonly timeline: Timeline; readonly said: string }) {
  const [shown, setShown] = createSignal(together);
  const rows = () => rowsOf(props.timeline);
  return (
    <div class={styles.behind}>
      <div class={styles.scroll} tabindex="0" role="region" aria-label="The picture as a table">
        <table class={styles.table}>
          <caption>{props.said}</caption>
          <thead>
            <tr>
              <th scope="col">Whose</th>
              <th scope="col">What</th>
              <th scope="col">First day</th>
              <th scope="col">Last day</th>
              <th scope="col">Is</th>
            </tr>
          </thead>
          <tbody>
            <For each={rows().slice(0, shown())}>
              {(row) => (
                <tr>
                  <td>{row.whose}</td>
                  <td>{row.what}</td>
                  <td>{row.from}</td>
                  <td>{row.to}</td>
                  <td>{row.is}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
      <Show when={rows().length > shown()}>
        <div class={styles.more}>
          <span role="status">
            {shown()} of {rows().length} rows are shown.
          </span>
          <Button onPress={() => setShown(shown() + together)}>Show {together} more</Button>
        </div>
      </Show>
    </div>
  );
}
