import { For, Show } from 'solid-js';
import { LineWords } from '../reading/line-words.tsx';
import type { ReadLine } from '../reading/read-version.ts';
import type { Rules } from './create-rules.ts';
import styles from './rule-place.module.css';

function Below(props: { readonly line: ReadLine }) {
  const below = () => props.line.children.filter(({ saidAbove }) => !saidAbove);
  return (
    <Show when={below().length > 0}>
      <ul class={styles.below}>
        <For each={below()}>
          {(line) => (
            <li>
              <LineWords words={line.words} />
              <Below line={line} />
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

/** Where a part of a decision stands in the rules, and what the rule says there. */
export function RulePlace(props: { readonly rules: Rules; readonly line: string }) {
  return (
    <div class={styles.place}>
      <Show
        when={props.rules.lineOf(props.line)}
        fallback={
          <a href={props.rules.addressOf(props.line)}>
            The rule <code>{props.line}</code>
          </a>
        }
      >
        {(line) => (
          <details>
            <summary>
              What the rule says <code>{props.line}</code>
            </summary>
            <div class={styles.said}>
              <p>
                <LineWords words={line().words} />
              </p>
              <Below line={line()} />
              <p>
                <a href={props.rules.addressOf(props.line)}>
                  Read <code>{props.line}</code> among the rules
                </a>
              </p>
            </div>
          </details>
        )}
      </Show>
    </div>
  );
}
