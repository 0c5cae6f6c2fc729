import { Button } from './button.tsx';
import { Field } from './field.tsx';
import styles from './search-box.module.css';

interface SearchBoxProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  /** What was found, in words; said aloud as it changes. */
  readonly told: string;
  readonly onSearch: (wanted: string) => void;
}

/** Looks for words while they are typed. */
export function SearchBox(props: SearchBoxProps) {
  return (
    <form
      class={styles.search}
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <Field id="studio:find" label={props.label} hint={props.hint}>
        <input
          id="studio:find"
          type="search"
          autocomplete="off"
          spellcheck={false}
          aria-describedby="studio:find-hint"
          value={props.value}
          onInput={(event) => {
            props.onSearch(event.currentTarget.value);
          }}
        />
      </Field>
      <div class={styles.told}>
        <p role="status">{props.told}</p>
        {props.value !== '' && (
          <Button
            onPress={() => {
              props.onSearch('');
            }}
          >
            Show all
          </Button>
        )}
      </div>
    </form>
  );
}
