import { For, Show } from 'solid-js';
import { saidBy } from './anchors.ts';
import type { Found } from './find-lines.ts';
import styles from './line-list.module.css';
import { LineWords } from './line-words.tsx';
import type { ReadLine, ReadVersion } from './read-version.ts';
import { SourceNote } from './source-note.tsx';

interface LineListProps {
  readonly lines: readonly ReadLine[];
  readonly version: ReadVersion;
  /** The address of the reading. */
  readonly page: string;
  readonly found: Found;
  /** The anchor that the address names. */
  readonly here: string;
}

function LineView(props: Omit<LineListProps, 'lines'> & { readonly line: ReadLine }) {
  const anchor = () => props.version.anchors.of(props.line);
  const parameterAt = (parameter: string) => {
    const line = props.version.anchors.at(`parameter:${parameter}`);
    return `${props.page}#${line === undefined ? parameter : props.version.anchors.of(line)}`;
  };
  const said = () => saidBy(props.line).map(props.version.anchors.of);
  const isHere = () => props.here === anchor() || said().includes(props.here);
  return (
    <>
      <div
        class={styles.line}
        id={anchor()}
        tabindex="-1"
        data-here={isHere() ? '' : undefined}
        data-hit={props.found.looking && props.found.hits.has(props.line) ? '' : undefined}
      >
        <For each={said()}>{(other) => <span id={other} tabindex="-1" />}</For>
        <p class={styles.sentence}>
          <LineWords words={props.line.words} parameterAt={parameterAt} />
        </p>
        <Show when={props.line.note}>{(note) => <p class={styles.note}>{note()}</p>}</Show>
        <p class={styles.about}>
          <a class={styles.id} href={`${props.page}#${anchor()}`} aria-label={`Link to ${anchor()}`}>
            <code>{props.line.id}</code>
          </a>{' '}
          <Show when={props.line.source}>
            {(source) => <SourceNote source={source()} sources={props.version.sources} page={props.page} />}
          </Show>
        </p>
      </div>
      <LineList
        lines={props.line.children.filter(({ saidAbove }) => !saidAbove)}
        version={props.version}
        page={props.page}
        found={props.found}
        here={props.here}
      />
    </>
  );
}

/** Lines of a reading, each with those that finish it below it. */
export function LineList(props: LineListProps) {
  const shown = () => props.lines.filter((line) => props.found.shown.has(line));
  return (
    <Show when={shown().length > 0}>
      <ul class={styles.list} data-depth={props.lines[0]?.depth}>
        <For each={shown()}>
          {(line) => (
            <li>
              <LineView
                line={line}
                version={props.version}
                page={props.page}
                found={props.found}
                here={props.here}
              />
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
