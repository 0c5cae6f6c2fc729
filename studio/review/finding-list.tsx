import { For, Show } from 'solid-js';
import type { DraftFinding } from '../api.ts';
import { Words } from '../ui/words.tsx';
import styles from './review.module.css';

/** Where a finding is: a line of the text, or the names from its top. */
function placeInWords({ file, pointer, line, column }: DraftFinding): string {
  const of = file === 'cases' ? 'the cases' : 'the rules';
  if (line !== undefined) return `in ${of}, line ${line}${column === undefined ? '' : `, column ${column}`}`;
  return pointer === '' ? `in ${of}` : `in ${of}, at \`${pointer}\``;
}

/** What is wrong with a draft, errors first, each with where it is and what was perhaps meant. */
export function FindingList(props: { readonly findings: readonly DraftFinding[] }) {
  const sorted = () => [...props.findings].sort((one, other) => one.severity.localeCompare(other.severity));
  return (
    <ul class={styles.list}>
      <For each={sorted()}>
        {(finding) => (
          <li>
            <p class={styles.line}>
              <span class={styles.tag} data-tone={finding.severity === 'error' ? 'bad' : 'care'}>
                {finding.severity === 'error' ? 'Error' : 'Warning'}
              </span>
              <span>
                <Words text={finding.message} />
                <Show when={finding.suggestion}>
                  {(meant) => (
                    <>
                      {' '}
                      <Words text={`did you mean \`${meant()}\`?`} />
                    </>
                  )}
                </Show>
              </span>
            </p>
            <p class={styles.aside}>
              <Words text={placeInWords(finding)} />
            </p>
          </li>
        )}
      </For>
    </ul>
  );
}
