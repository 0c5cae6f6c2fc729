import { For } from 'solid-js';
import type { ProgrammeTotals } from '../api.ts';
import { Bars } from './bars.tsx';
import styles from './programme.module.css';

type Target = ProgrammeTotals['targets'][number];
type Exact = Target['figures'][number]['families'];

const lengthOf = ({ part, of }: Exact) => part / of;

/** Each number once, in its order. */
const distinct = (said: Target['figures']) => [
  ...new Map(said.map(({ families }) => [families.text, families])).values(),
];

/** A bar for each figure, or one of nothing where none is known. */
function barsOf({ figures, expected, reached }: Target) {
  const wanted = distinct(expected)
    .map(({ text }) => text)
    .join(' or ');
  if (figures.length === 0) return [{ words: `Not known, of ${wanted || 'no number'} expected`, value: 0 }];
  return distinct(figures).map((figure) => {
    const percents = reached.filter((one) => one.figure.text === figure.text);
    const words = percents.map(({ expected: of, percent }) => `${percent} % of ${of.text}`).join(', ');
    return { words: words === '' ? figure.text : `${figure.text}: ${words}`, value: lengthOf(figure) };
  });
}

/** Families against each target, an authority after the other; the tables below say the same. */
export function TargetsChart(props: { readonly targets: readonly Target[] }) {
  const authorities = () => [...new Set(props.targets.map(({ authority }) => authority))];
  const most = () =>
    Math.max(
      1,
      ...props.targets.flatMap(({ figures, expected }) =>
        [...figures, ...expected].map(({ families }) => lengthOf(families)),
      ),
    );
  return (
    <figure class={styles.lying} aria-label="Chart of families against targets">
      <figcaption>Bars are what was reached; a line across is what was expected.</figcaption>
      <For each={authorities()}>
        {(authority) => (
          <section class={styles.group} aria-label={authority}>
            <h3>{authority}</h3>
            <For each={props.targets.filter((target) => target.authority === authority)}>
              {(target) => (
                <div>
                  <p>
                    {target.label}, {target.period}
                  </p>
                  <Bars bars={barsOf(target)} most={most()} marks={distinct(target.expected).map(lengthOf)} />
                </div>
              )}
            </For>
          </section>
        )}
      </For>
    </figure>
  );
}
