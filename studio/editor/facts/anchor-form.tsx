import { Show } from 'solid-js';
import { SelectField } from '../../ui/select-field.tsx';
import styles from '../controls/controls.module.css';
import { FindingList } from '../controls/finding-list.tsx';
import { changeOf, type ControlProps } from '../controls/text-control.tsx';
import { recordTypes } from '../names.ts';
import { useRules } from '../rules.ts';
import { controlOf } from '../spot.ts';
import { isObject, memberOf, textOf } from '../value.ts';
import { WhereForm } from './where-form.tsx';

const named = [
  { value: 'attachedOn', text: 'the family was attached' },
  { value: 'closedOn', text: 'the family’s case was closed' },
];
const ordered = [
  { value: 'first', text: 'the first record of a type' },
  { value: 'last', text: 'the last record of a type' },
];

interface AnchorFormProps extends ControlProps {
  /** Days that are no anchor and may stand there too. */
  readonly also?: readonly { readonly value: string; readonly text: string }[];
  /** What it says where there is none, which may then be chosen. */
  readonly none?: string;
}

/** A day on the family: when it was attached or closed, or its first or last record of a type. */
export function AnchorForm(props: AnchorFormProps) {
  const rules = useRules();
  const anchor = () => props.spot.value();
  const order = () => {
    const one = anchor();
    if (!isObject(one)) return undefined;
    return Object.hasOwn(one, 'first') ? 'first' : 'last';
  };
  const type = () => textOf(memberOf(anchor(), order() ?? ''));
  const none = () => (props.none === undefined ? [] : [{ value: '', text: props.none }]);
  const choose = (chosen: string) => {
    const ofRecord = chosen === 'first' || chosen === 'last';
    const first = type() === '' ? (recordTypes(rules)[0]?.value ?? '') : type();
    const next = chosen === '' ? undefined : ofRecord ? { [chosen]: first } : chosen;
    props.spot.put(next, changeOf(props));
  };
  return (
    <div class={styles.stack}>
      <SelectField
        id={controlOf(props.spot)}
        label={props.label}
        hint={props.hint}
        options={[...none(), ...(props.also ?? []), ...named, ...ordered]}
        value={order() ?? textOf(anchor())}
        onChange={choose}
      />
      <FindingList findings={props.spot.findings()} />
      <Show when={order()}>
        {(which) => (
          <div class={styles.group}>
            <SelectField
              id={controlOf(props.spot.at(which()))}
              label={`${props.label}: type of record`}
              options={recordTypes(rules)}
              value={type()}
              onChange={(chosen) => {
                props.spot.put({ [which()]: chosen }, changeOf(props));
              }}
            />
            <WhereForm spot={props.spot.at('where')} type={type()} legend="Only records where" />
          </div>
        )}
      </Show>
    </div>
  );
}
