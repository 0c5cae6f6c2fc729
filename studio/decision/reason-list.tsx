import { For, Show } from 'solid-js';
import type { Reason } from '../api.ts';
import { Words } from '../ui/words.tsx';
import type { Rules } from './create-rules.ts';
import styles from './reason-list.module.css';
import { RulePlace } from './rule-place.tsx';

const standings = {
  sourced: '',
  derived: ', derived',
  unverified: ', not verified',
  disputed: ', disputed',
} as const;

function sourceInWords({ ref, at, standing }: NonNullable<Reason['source']>): string {
  return `${ref}${at === undefined ? '' : ` ${at}`}${standings[standing]}`;
}

/** Why a verdict is what it is, in the words of the rule, with where the rule comes from. */
export function ReasonList(props: { readonly reasons: readonly Reason[]; readonly rules: Rules }) {
  return (
    <Show when={props.reasons.length > 0}>
      <ul class={styles.reasons}>
        <For each={props.reasons}>
          {(reason) => (
            <li>
              <Words
                text={reason.text}
                asIs={reason.member !== undefined && reason.text.startsWith(reason.member)}
              />
              <Show when={reason.source}>
                {(source) => <span class={styles.source}> Source: {sourceInWords(source())}</span>}
              </Show>
              <Show when={reason.node}>{(node) => <RulePlace rules={props.rules} line={node()} />}</Show>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
