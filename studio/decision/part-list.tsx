import { For, type JSX, Show } from 'solid-js';
import type { Reason, Verdict } from '../api.ts';
import styles from './part-list.module.css';
import type { Rules } from './create-rules.ts';
import { ReasonList } from './reason-list.tsx';
import { RulePlace } from './rule-place.tsx';
import { VerdictTag } from './verdict-tag.tsx';

/** Anything of a decision that has a verdict and reasons of its own. */
export interface Part {
  readonly id: string;
  readonly label: string;
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
}

interface PartListProps<Of extends Part> {
  readonly title: string;
  readonly parts: readonly Of[];
  readonly rules: Rules;
  /** Its reasons, where not all of them are to be said. */
  readonly reasonsOf?: (part: Of) => readonly Reason[];
  readonly children?: (part: Of) => JSX.Element;
}

/** A titled list of parts of a decision: label, verdict, whatever more each has, and reasons. */
export function PartList<Of extends Part>(props: PartListProps<Of>) {
  return (
    <Show when={props.parts.length > 0}>
      <section class={styles.section} aria-label={props.title}>
        <h3>{props.title}</h3>
        <ul class={styles.list}>
          <For each={props.parts}>
            {(part) => (
              <li class={styles.part}>
                <div class={styles.head}>
                  <h4>{part.label}</h4>
                  <VerdictTag verdict={part.verdict} />
                </div>
                {props.children?.(part)}
                <RulePlace rules={props.rules} line={part.id} />
                <ReasonList reasons={props.reasonsOf?.(part) ?? part.reasons} rules={props.rules} />
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
