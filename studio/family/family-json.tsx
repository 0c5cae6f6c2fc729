import { Show } from 'solid-js';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { type Family, mostShown } from './create-family.ts';
import styles from './family-json.module.css';

const count = new Intl.NumberFormat('en-GB');

interface FamilyJsonProps {
  readonly family: Family;
  /** Whether what is typed is wrong; what it is stands with the answer. */
  readonly wrong: boolean;
}

/** What stands instead of a text that is too long to be shown. */
function LargeFamily(props: { readonly family: Family }) {
  return (
    <div class={styles.large} role="status">
      <p>
        This family has {count.format(props.family.text().length)} characters: more than the{' '}
        {count.format(mostShown)} that are shown here. It is decided all the same.
      </p>
      <div>
        <Button
          onPress={() => {
            props.family.replace('Taking the family away', '');
          }}
        >
          Take it away
        </Button>
      </div>
    </div>
  );
}

/** The family as JSON: typed, pasted, or from a file. */
export function FamilyJson(props: FamilyJsonProps) {
  const open = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (file === undefined) return;
    props.family.replace(`Opening ${file.name}`, await file.text());
    input.value = '';
  };
  return (
    <div class={styles.json}>
      <Show when={!props.family.isLarge()} fallback={<LargeFamily family={props.family} />}>
        <Field
          id="family"
          label="Family"
          hint="The family’s record as JSON. It is decided in this page, and neither sent nor kept."
        >
          <textarea
            id="family"
            rows="24"
            spellcheck={false}
            autocomplete="off"
            aria-describedby="family-hint"
            aria-invalid={props.wrong ? 'true' : undefined}
            value={props.family.text()}
            onBlur={() => {
              props.family.settle();
            }}
            onPaste={(event) => {
              const pasted = event.clipboardData?.getData('text/plain') ?? '';
              if (pasted.length <= mostShown) return;
              event.preventDefault();
              props.family.replace('Pasting a family', pasted);
            }}
            onInput={(event) => {
              props.family.type(event.currentTarget.value);
            }}
          />
        </Field>
      </Show>
      <Field id="family-file" label="Or open a file" hint="One family as JSON. It stays in this page.">
        <input
          id="family-file"
          type="file"
          accept=".json,application/json"
          aria-describedby="family-file-hint"
          onChange={(event) => void open(event.currentTarget)}
        />
      </Field>
    </div>
  );
}
