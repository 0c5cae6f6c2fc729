import { Show } from 'solid-js';
import styles from './pages.module.css';
import { numberInWords } from './number-in-words.ts';

interface PagesProps {
  /** What is listed, many of them: `families`. */
  readonly what: string;
  /** Of the first that is shown, from 0; how many are shown, and how many there are. */
  readonly from: number;
  readonly shown: number;
  readonly total: number;
  readonly size: number;
  /** The address of the page that begins at a place. */
  readonly address: (from: number) => string;
}

/** Which of how many are shown, and the ways to those before and after. */
export function Pages(props: PagesProps) {
  const said = () =>
    `${props.what} ${numberInWords(props.from + 1)} to ${numberInWords(props.from + props.shown)} of ${numberInWords(props.total)}`;
  const head = () => said().charAt(0).toUpperCase() + said().slice(1);
  return (
    <Show when={props.total > props.size}>
      <nav class={styles.pages} aria-label={`Pages of ${props.what}`}>
        <Show when={props.from > 0}>
          <a href={props.address(Math.max(0, props.from - props.size))} rel="prev">
            Before
          </a>
        </Show>
        <span role="status">{head()}</span>
        <Show when={props.from + props.shown < props.total}>
          <a href={props.address(props.from + props.size)} rel="next">
            After
          </a>
        </Show>
      </nav>
    </Show>
  );
}
