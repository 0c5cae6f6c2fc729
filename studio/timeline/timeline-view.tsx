import { createMemo, createSelector, createSignal, For, Show } from 'solid-js';
import { dayInWords } from '../day-in-words.ts';
import type { Traced } from '../decide/create-decided.ts';
import type { TracedNode } from '../decide/news.ts';
import type { Answered } from '../decide/create-teller.ts';
import { windowInWords } from '../decision/traced-in-words.ts';
import type { FamilyDocument } from '../family/family-document.ts';
import { typeOfFact } from '../family/record-types.ts';
import type { DecidingRules } from '../reading/read-version.ts';
import { Field } from '../ui/field.tsx';
import { termsOf } from './spans.ts';
import { TimelinePicture } from './timeline-picture.tsx';
import { TimelineTable } from './timeline-table.tsx';
import { type Timeline, timelineOf } from './timeline-of.ts';
import styles from './timeline.module.css';

interface TimelineViewProps {
  readonly traced: Traced;
  readonly answer: Extract<Answered, { readonly kind: 'decided' }>;
  readonly version: DecidingRules;
  readonly family: FamilyDocument;
}

const nameOf = ({ node, member }: TracedNode) => (member === undefined ? node : `${node}@${member}`);

const words = { met: 'met', 'not-met': 'not met', unknown: 'not known', 'not-applicable': 'does not apply' };

const emptyTimeline: Timeline = {
  ...{ axis: { from: 0, to: 1 }, asOf: 0, attachedOn: undefined, window: undefined },
  ...{ lanes: [], undated: 0 },
};

/** Nothing is drawn anew where the same would be drawn. */
const isSame = (one: Timeline, other: Timeline) => JSON.stringify(one) === JSON.stringify(other);

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The family’s records along time, with the window of one rule drawn over them, and the same as a table. */
export function TimelineView(props: TimelineViewProps) {
  const [chosen, setChosen] = createSignal<string>();
  const types = createMemo(() => typeOfFact(props.version.checked));
  const typeOf = ({ fact }: TracedNode) => (fact === undefined ? undefined : types().get(fact));
  /** Places that look at records in a window. */
  const rules = createMemo(() =>
    Object.values(props.traced.places)
      .flat()
      .filter((node) => node.window !== undefined && typeOf(node) !== undefined),
  );
  const rule = createMemo(
    () =>
      rules().find((node) => nameOf(node) === chosen()) ??
      rules().find(({ verdict }) => verdict === 'unknown') ??
      rules()[0],
  );
  const isDrawn = createSelector(rule);
  const timeline = createMemo(
    (): Timeline => {
      const { judgement } = props.answer;
      const { checked } = props.version;
      const one = rule();
      return timelineOf({
        ...{ family: props.family, vocabulary: checked.vocabulary, asOf: judgement.asOf },
        ...{ attachedOn: judgement.attachedOn, terms: termsOf(checked, props.answer.calendar) },
        ...{ rule: one, ruleType: one && typeOf(one) },
      });
    },
    emptyTimeline,
    { equals: isSame },
  );
  const said = () => {
    const one = rule();
    const records = timeline().lanes.reduce((sum, { marks }) => sum + marks.length, 0);
    const looks =
      one?.window === undefined
        ? ''
        : ` The rule “${one.label ?? one.node}”${one.member === undefined ? '' : ` for ${one.member}`} looks at ${windowInWords(one.window)}.`;
    return `${records} records up to ${dayInWords(props.answer.judgement.asOf)}.${looks}`;
  };
  return (
    <section class={styles.timeline} aria-labelledby="timeline-title">
      <h2 id="timeline-title">The family along time</h2>
      <Show when={rules().length > 0}>
        <div class={styles.choice}>
          <Field id="timeline-rule" label="Window of the rule">
            <select id="timeline-rule" onChange={(event) => setChosen(event.currentTarget.value)}>
              <For each={rules()}>
                {(node) => (
                  <option value={nameOf(node)} selected={isDrawn(node)}>
                    {capital(node.label ?? node.node)}
                    {node.member === undefined ? '' : `, ${node.member}`}: {words[node.verdict]} ({node.node})
                  </option>
                )}
              </For>
            </select>
          </Field>
        </div>
      </Show>
      <TimelinePicture timeline={timeline()} said={said()} />
      <details class={styles.details}>
        <summary>The same as a table</summary>
        <TimelineTable timeline={timeline()} said={said()} />
      </details>
      <Show when={timeline().undated > 0}>
        <p>{timeline().undated} records are of a term or a day that cannot be drawn.</p>
      </Show>
    </section>
  );
}
