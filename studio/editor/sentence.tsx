import { Show } from 'solid-js';
import { draftAddress } from '../addresses.ts';
import { LineWords } from '../reading/line-words.tsx';
import { useRules } from './rules.ts';
import type { Spot } from './spot.ts';
import styles from './sentence.module.css';

interface SentenceProps {
  readonly spot: Spot;
  /** What is said while the rules do not check, and so cannot be put in words. */
  readonly plainly?: string;
}

/** What stands at a place, as the rules say it in English. */
export function Sentence(props: SentenceProps) {
  const rules = useRules();
  const line = () => rules.line(props.spot.pointer);
  return (
    <p class={styles.sentence}>
      <Show
        when={line()}
        fallback={props.plainly ?? 'It is put in words as soon as nothing is wrong with it.'}
      >
        {(said) => (
          <LineWords
            words={said().words}
            parameterAt={(name) => draftAddress(rules.editing.draft().id, `parameters/${name}`)}
          />
        )}
      </Show>
    </p>
  );
}
