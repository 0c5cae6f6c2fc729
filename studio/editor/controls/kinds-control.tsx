import { Show } from 'solid-js';
import type { Option } from '../../ui/select-field.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { controlOf } from '../spot.ts';
import { textsOf } from '../value.ts';
import { CheckList } from './check-list.tsx';
import { FindingList } from './finding-list.tsx';
import styles from './controls.module.css';
import { changeOf, type ControlProps } from './text-control.tsx';

/** A list of kinds: those of the field that it is a test of, or words where no field is known. */
export function KindsControl(props: ControlProps & { readonly options: readonly Option[] }) {
  const kinds = () => textsOf(props.spot.value());
  const put = (ticked: readonly string[]) => {
    props.spot.put(ticked, changeOf(props));
  };
  return (
    <div class={styles.stack}>
      <Show
        when={props.options.length > 0}
        fallback={
          <LineField
            id={controlOf(props.spot)}
            label={props.label}
            hint="Kinds of the vocabulary, with a comma between"
            value={kinds().join(', ')}
            onInput={(text) => {
              put(
                text
                  .split(',')
                  .map((one) => one.trim())
                  .filter(Boolean),
              );
            }}
          />
        }
      >
        <CheckList
          id={controlOf(props.spot)}
          legend={props.label}
          options={props.options}
          ticked={kinds()}
          onTick={put}
        />
      </Show>
      <FindingList findings={props.spot.findings()} />
    </div>
  );
}
