import { For, Show } from 'solid-js';
import type { DraftFinding } from '../api.ts';
import { Tag } from '../ui/tag.tsx';
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
              <Tag tone={finding.severity === 'error' ? 'wrong' : 'open'}>
                {finding.severity === 'error' ? 'Error' : 'Warning'}
              </Tag>
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
