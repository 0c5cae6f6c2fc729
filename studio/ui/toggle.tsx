import styles from './toggle.module.css';

interface ToggleProps {
  readonly label: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

/** What a view shows more or less of, at once. */
export function Toggle(props: ToggleProps) {
  return (
    <label class={styles.toggle}>
      <input
        type="checkbox"
        checked={props.on}
        onChange={(event) => {
          props.onChange(event.currentTarget.checked);
        }}
      />
      {props.label}
    </label>
  );
}
