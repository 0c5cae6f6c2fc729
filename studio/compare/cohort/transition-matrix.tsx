import { For, Show } from 'solid-js';
import { numberInWords } from '../../ui/number-in-words.ts';
import table from '../../ui/table.module.css';
import styles from './cohort.module.css';
import { type Matrix, type Side, sideWords } from './transitions.ts';

interface TransitionMatrixProps {
  readonly title: string;
  readonly matrix: Matrix;
  /** The address of the families of a cell, where they have one. */
  readonly behind?: ((from: Side, to: Side) => string) | undefined;
}

/** Who was what before, in rows, and is what after, in columns; every number leads to its families, where they have an address. */
export function TransitionMatrix(props: TransitionMatrixProps) {
  return (
    <div class={`${table.scroll} ${styles.matrix}`} tabindex="0" role="region" aria-label={props.title}>
      <table class={table.table}>
        <caption>{props.title}</caption>
        <thead>
          <tr>
            <th scope="col">Before, then after</th>
            <For each={props.matrix.after}>
              {(to) => (
                <th scope="col" data-number="">
                  {sideWords[to]}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.matrix.before}>
            {(from) => (
              <tr>
                <th scope="row">{sideWords[from]}</th>
                <For each={props.matrix.after}>
                  {(to) => (
                    <td data-number="">
                      <Show
                        when={props.matrix.count(from, to) > 0 && props.behind}
                        fallback={numberInWords(props.matrix.count(from, to))}
                      >
                        {(behind) => (
                          <a
                            href={behind()(from, to)}
                            aria-label={`${numberInWords(props.matrix.count(from, to))}: ${sideWords[from]}, then ${sideWords[to]}`}
                          >
                            {numberInWords(props.matrix.count(from, to))}
                          </a>
                        )}
                      </Show>
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}
