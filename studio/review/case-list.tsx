import { createMemo, For, Show } from 'solid-js';
import { useDraft } from '../draft/editing.ts';
import { Button } from '../ui/button.tsx';
import { LongList } from '../ui/long-list.tsx';
import { Tag } from '../ui/tag.tsx';
import { Words } from '../ui/words.tsx';
import { acceptDecided } from './accept-decided.ts';
import { type CaseTold, subjectInWords, valueInWords } from './difference-in-words.ts';
import styles from './review.module.css';

/** A case that is not decided as it expects, and how it is decided. */
function Failing(props: { readonly told: CaseTold }) {
  const { value, mayEdit, change } = useDraft();
  const step = () => (mayEdit() ? acceptDecided(value('cases'), props.told) : undefined);
  return (
    <>
      <div class={styles.line}>
        <Tag tone="wrong">Failed</Tag>
        <h3>{props.told.name}</h3>
      </div>
      <dl class={styles.differences}>
        <For each={props.told.differences}>
          {(one) => (
            <div>
              <dt>
                <Words text={subjectInWords(one)} />
              </dt>
              <dd>Expected: {valueInWords(one, one.expected)}</dd>
              <dd>Decided: {valueInWords(one, one.actual)}</dd>
            </div>
          )}
        </For>
      </dl>
      <For each={props.told.findings}>
        {({ message, pointer }) => (
          <p>
            <Words text={`its family: ${message} (\`${pointer}\`)`} />
          </p>
        )}
      </For>
      <Show when={step()}>
        {(one) => (
          <div>
            <Button
              label={`Expect what is decided: ${props.told.name}`}
              onPress={() => {
                change(one());
                document.getElementById('review:cases')?.focus();
              }}
            >
              Expect what is decided
            </Button>
          </div>
        )}
      </Show>
    </>
  );
}

/** Every case by its name: those that fail with how, those that pass together. */
export function CaseList(props: { readonly cases: readonly CaseTold[] }) {
  const failed = () => props.cases.filter(({ passed }) => !passed);
  const byId = createMemo(() => new Map(failed().map((told) => [told.id, told])));
  const passed = createMemo(
    () => new Map(props.cases.filter((one) => one.passed).map(({ id, name }) => [id, name])),
  );
  return (
    <>
      <p class={styles.text}>
        {passed().size} of {props.cases.length} cases pass.
      </p>
      <Show when={failed().length > 0}>
        {/* By id, so that whoever is on a button stays on it while cases are run again. */}
        <LongList each={[...byId().keys()]} class={styles.list}>
          {(id) => <Show when={byId().get(id)}>{(told) => <Failing told={told()} />}</Show>}
        </LongList>
      </Show>
      <Show when={passed().size > 0}>
        <details>
          <summary>Cases that pass ({passed().size})</summary>
          <LongList each={[...passed().keys()]} class={styles.list}>
            {(id) => (
              <p class={styles.line}>
                <Tag tone="good">Passed</Tag>
                <span>{passed().get(id)}</span>
              </p>
            )}
          </LongList>
        </details>
      </Show>
    </>
  );
}
