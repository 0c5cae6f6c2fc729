import { createSignal, Index, Show } from 'solid-js';
import { Button } from '../ui/button.tsx';
import { CoverageSpans } from './coverage-spans.tsx';
import { objectsIn, valueAt } from './family-document.ts';
import styles from './family-form.module.css';
import { controlAt, focusAt, type FormOfFamily } from './form-of-family.ts';
import { RecordItem } from './record-item.tsx';
import { blankRecord, knownOf, knownStates, type RecordTypeOf } from './record-types.ts';

interface RecordTypeSectionProps {
  readonly form: FormOfFamily;
  readonly name: string;
  readonly type: RecordTypeOf;
}

/** So many records are laid out at a time. */
const together = 20;

/** The records of one type: not known, known to be none, or these. The three look different and are said in words. */
export function RecordTypeSection(props: RecordTypeSectionProps) {
  const [shown, setShown] = createSignal(together);
  const whole = () => ['records', props.name];
  const document = () => props.form.family.document();
  const records = () => objectsIn(valueAt(document(), whole()));
  const known = () => knownOf(document(), props.name);
  const many = () => props.type.label.many;
  const add = () => {
    const at = records().length;
    setShown(Math.max(shown(), at + 1));
    props.form.family.put(
      `Adding ${props.type.label.one}`,
      [...whole(), at],
      blankRecord(props.type, document()),
    );
    focusAt([...whole(), at]);
  };
  return (
    <details class={styles.type} data-known={known()}>
      <summary id={controlAt(whole())}>
        <span class={styles.typeHead}>
          <b>{many()}</b>{' '}
          <strong class={styles.known} data-known={known()}>
            {knownStates[known()]}
            <Show when={known() === 'some'}>: {records().length}</Show>
          </strong>
        </span>
      </summary>
      <Index each={records().slice(0, shown())}>
        {(_, at) => <RecordItem form={props.form} name={props.name} type={props.type} at={at} />}
      </Index>
      <div class={styles.row}>
        <Show when={records().length > shown()}>
          <Button onPress={() => setShown(shown() + together)}>
            Show more of {records().length} {many()}
          </Button>
        </Show>
        <Button label={`Add: ${props.type.label.one}`} onPress={add}>
          Add
        </Button>
        <Show when={known() !== 'none'}>
          <Button
            label={`There are none: ${many()}`}
            onPress={() => {
              props.form.family.put(`Saying there are no ${many()}`, whole(), []);
              focusAt(whole());
            }}
          >
            There are none
          </Button>
        </Show>
        <Show when={known() !== 'unknown'}>
          <Button
            label={`It is not known: ${many()}`}
            onPress={() => {
              props.form.family.drop(`Saying that ${many()} are not known`, [
                whole(),
                ['coverage', props.name],
              ]);
              focusAt(whole());
            }}
          >
            It is not known
          </Button>
        </Show>
      </div>
      <CoverageSpans form={props.form} name={props.name} type={props.type} />
    </details>
  );
}
