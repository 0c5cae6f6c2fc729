import { For } from 'solid-js';
import type { Option } from '../../ui/select-field.tsx';
import styles from './controls.module.css';

interface CheckListProps {
  /** Of the group, and of its first box. */
  readonly id: string;
  readonly legend: string;
  readonly options: readonly Option[];
  readonly ticked: readonly string[];
  readonly onTick: (ticked: readonly string[]) => void;
}

/** Any number of several, in the order in which they are listed; what is ticked and not listed is listed too. */
export function CheckList(props: CheckListProps) {
  const all = () => [
    ...props.options,
    ...props.ticked
      .filter((one) => !props.options.some(({ value }) => value === one))
      .map((value) => ({ value, text: value })),
  ];
  const tick = (value: string, on: boolean) => {
    const rest = props.ticked.filter((one) => one !== value);
    const ticked = on ? [...rest, value] : rest;
    const order = all().map((one) => one.value);
    props.onTick(ticked.toSorted((one, other) => order.indexOf(one) - order.indexOf(other)));
  };
  const ids = () => all().map(({ value }, at) => (at === 0 ? props.id : `${props.id}:${value}`));
  return (
    <fieldset class={styles.group}>
      <legend>{props.legend}</legend>
      <div class={styles.boxes}>
        <For each={all().map(({ value }) => value)}>
          {(value, at) => (
            <div class={styles.box}>
              <input
                id={ids()[at()]}
                type="checkbox"
                checked={props.ticked.includes(value)}
                onChange={(event) => {
                  tick(value, event.currentTarget.checked);
                }}
              />
              <label for={ids()[at()]}>{all()[at()]?.text}</label>
            </div>
          )}
        </For>
      </div>
    </fieldset>
  );
}
