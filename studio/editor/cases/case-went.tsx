import { For, Show } from 'solid-js';
import type { CaseVerdicts } from '../../draft/checking.ts';
import { Words } from '../../ui/words.tsx';
import { useRules } from '../rules.ts';
import styles from './cases.module.css';
import { expectedInWords } from './expectation-form.tsx';
import { expectedIn } from './expectations.ts';

const words = { passed: 'Passed', failed: 'Failed', unknown: 'Not run' } as const;

/** How a case went, in a word. */
export function CaseTag(props: { readonly went: CaseVerdicts | undefined }) {
  const went = () => (props.went === undefined ? 'unknown' : props.went.passed ? 'passed' : 'failed');
  return (
    <strong class={styles.went} data-went={went()}>
      {words[went()]}
    </strong>
  );
}

/** What differed in a case: what it expects, and what the rules say. */
export function CaseDifferences(props: { readonly went: CaseVerdicts; readonly expect: unknown }) {
  const rules = useRules();
  const rows = () => expectedIn(rules, props.expect);
  const said = (path: string) => {
    const row = rows().find((one) => {
      const own = `/${one.path.join('/')}`;
      return path === own || path.startsWith(`${own}/`);
    });
    return { label: row?.label ?? path, given: row?.given ?? 'verdict' } as const;
  };
  return (
    <Show when={props.went.differences.length + props.went.findings.length > 0}>
      <ul class={styles.differences}>
        <For each={props.went.differences}>
          {({ path, expected, actual }) => (
            <li>
              {said(path).label}: expected <strong>{expectedInWords(said(path).given, expected)}</strong>, the
              rules say <strong>{expectedInWords(said(path).given, actual)}</strong>
            </li>
          )}
        </For>
        <For each={props.went.findings}>
          {({ message, pointer }) => (
            <li>
              The family cannot be read: <Words text={message} asIs /> (<code>{pointer}</code>)
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
