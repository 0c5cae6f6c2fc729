import { roleOptions } from '../names.ts';
import { useRules } from '../rules.ts';
import { controlOf } from '../spot.ts';
import { textsOf } from '../value.ts';
import { CheckList } from './check-list.tsx';
import { FindingList } from './finding-list.tsx';
import styles from './controls.module.css';
import { changeOf, type ControlProps } from './text-control.tsx';

/** Roles of members. None ticked is every role, unless some role is needed. */
export function RolesControl(props: ControlProps & { readonly needed?: boolean }) {
  const rules = useRules();
  const put = (ticked: readonly string[]) => {
    const [only] = ticked;
    if (ticked.length === 0 && props.needed) return;
    props.spot.put(ticked.length > 1 ? ticked : only, changeOf(props));
  };
  return (
    <div class={styles.stack}>
      <CheckList
        id={controlOf(props.spot)}
        legend={props.needed ? props.label : `${props.label} (none ticked: any role)`}
        options={roleOptions(rules)}
        ticked={textsOf(props.spot.value())}
        onTick={put}
      />
      <FindingList findings={props.spot.findings()} />
    </div>
  );
}
