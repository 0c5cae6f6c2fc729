import controls from '../editor/controls/controls.module.css';
import { FindingList } from '../editor/controls/finding-list.tsx';
import { changeOf, type ControlProps } from '../editor/controls/text-control.tsx';
import { controlOf } from '../editor/spot.ts';

/** Something that is said or not: what is not ticked is not written. */
export function FlagControl(props: ControlProps) {
  return (
    <div class={controls.stack}>
      <div class={controls.box}>
        <input
          id={controlOf(props.spot)}
          type="checkbox"
          checked={props.spot.value() === true}
          onChange={(event) => {
            props.spot.put(event.currentTarget.checked ? true : undefined, changeOf(props));
          }}
        />
        <label for={controlOf(props.spot)}>{props.label}</label>
      </div>
      <FindingList findings={props.spot.findings()} />
    </div>
  );
}
