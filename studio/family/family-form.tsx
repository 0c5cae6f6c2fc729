import { createMemo, createSignal, For, Show } from 'solid-js';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { ClaimList } from './claim-list.tsx';
import { DayField } from './day-field.tsx';
import { isObject, objectsIn } from './family-document.ts';
import styles from './family-form.module.css';
import type { FormOfFamily } from './form-of-family.ts';
import { MemberList } from './member-list.tsx';
import { RecordTypeSection } from './record-type-section.tsx';
import { TextValue } from './text-value.tsx';

/** Types that the rules read or the family speaks of, in the order of the vocabulary; and those that were asked for. */
function RecordTypes(props: { readonly form: FormOfFamily }) {
  const [asked, setAsked] = createSignal<readonly string[]>([]);
  let choice: HTMLSelectElement | undefined;
  const types = () => Object.entries(props.form.vocabulary.recordTypes);
  const spoken = createMemo(() => {
    const document = props.form.family.document();
    const keys = ['records', 'coverage'].map((key) => document?.[key]);
    return new Set(keys.flatMap((by) => (isObject(by) ? Object.keys(by) : [])));
  });
  const isShown = (name: string) => props.form.read.has(name) || spoken().has(name) || asked().includes(name);
  const names = createMemo(() => types().flatMap(([name]) => (isShown(name) ? [name] : [])));
  const others = () => types().filter(([name]) => !isShown(name));
  return (
    <section class={styles.section} aria-label="Records">
      <h3>Records</h3>
      <p class={styles.note}>
        Of each kind it can be not known whether there are any, or known that there are none. The rules tell
        one from the other.
      </p>
      <For each={names()}>
        {(name) => (
          <Show when={props.form.vocabulary.recordTypes[name]}>
            {(type) => <RecordTypeSection form={props.form} name={name} type={type()} />}
          </Show>
        )}
      </For>
      <Show when={others().length > 0}>
        <Field
          id="family-another"
          label="Records of another kind"
          hint="These rules do not read them, and the family says nothing of them."
        >
          <select id="family-another" aria-describedby="family-another-hint" ref={(one) => (choice = one)}>
            <For each={others()}>{([name, { label }]) => <option value={name}>{label.many}</option>}</For>
          </select>
        </Field>
        <div>
          <Button
            onPress={() => {
              if (choice !== undefined) setAsked([...asked(), choice.value]);
            }}
          >
            Show this kind
          </Button>
        </div>
      </Show>
    </section>
  );
}

/** What stands in the family and has no field here. */
function OnlyAsJson(props: { readonly form: FormOfFamily }) {
  const overrides = () => objectsIn(props.form.family.document()?.['overrides']).length;
  return (
    <Show when={overrides() > 0}>
      <p class={styles.note}>
        The family also has {overrides()} recorded {overrides() === 1 ? 'judgement' : 'judgements'}, which can
        be changed as JSON.
      </p>
    </Show>
  );
}

/** The family as a form, made from what the vocabulary says a family may hold. */
export function FamilyForm(props: { readonly form: FormOfFamily }) {
  return (
    <div class={styles.form}>
      <section class={styles.section} aria-label="The family itself">
        <div class={styles.fields}>
          <TextValue form={props.form} path={['id']} label="Family id" required />
          <TextValue form={props.form} path={['localAuthority']} label="Local authority" required />
          <DayField form={props.form} path={['attachedOn']} legend="Attached on" empty={null} />
          <DayField form={props.form} path={['closedOn']} legend="Closed on" empty={null} />
        </div>
        <OnlyAsJson form={props.form} />
      </section>
      <MemberList form={props.form} />
      <RecordTypes form={props.form} />
      <ClaimList form={props.form} />
    </div>
  );
}
