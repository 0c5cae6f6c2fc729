import { Show } from 'solid-js';
import { Field } from '../../ui/field.tsx';
import { useDraft } from '../editing.ts';
import styles from './overview-part.module.css';

function member(document: unknown, name: string): string {
  const value =
    typeof document === 'object' && document !== null ? (Reflect.get(document, name) as unknown) : undefined;
  return typeof value === 'string' ? value : '';
}

/** How the rules are called and what they say of themselves. */
export function NameForm() {
  const { draft, value, change, mayEdit, readable } = useDraft();
  const text = (name: string) => member(value('document'), name);
  const locked = () => !mayEdit() || !readable('document');
  return (
    <div class={styles.names}>
      <Field id="draft:title" label="Title" hint="As its readers know it.">
        <input
          id="draft:title"
          type="text"
          autocomplete="off"
          aria-describedby="draft:title-hint"
          readonly={locked()}
          value={text('title')}
          onInput={(event) => {
            const title = event.currentTarget.value;
            change({ what: 'Change the title', changes: [{ set: ['title'], value: title }] });
          }}
        />
      </Field>
      <Show when={draft().kind === 'ruleset'}>
        <Field
          id="draft:about"
          label="Description"
          hint="What it decides and where it comes from. It may be left out."
        >
          <div class={styles.about}>
            <textarea
              id="draft:about"
              rows="4"
              aria-describedby="draft:about-hint"
              readonly={locked()}
              value={text('description')}
              onInput={(event) => {
                const typed = event.currentTarget.value;
                const path = ['description'];
                const one = typed === '' ? { remove: path } : { set: path, value: typed };
                change({ what: 'Change the description', changes: [one] });
              }}
            />
          </div>
        </Field>
      </Show>
    </div>
  );
}
