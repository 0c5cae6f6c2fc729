import { createSignal, Show } from 'solid-js';
import { Button } from '../../ui/button.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { CheckList } from '../controls/check-list.tsx';
import styles from '../controls/controls.module.css';
import { FindingList } from '../controls/finding-list.tsx';
import { SourceControl } from '../controls/source-control.tsx';
import { focusOn } from '../focus-on.ts';
import { idFrom } from '../ids.ts';
import { sourceOptions } from '../names.ts';
import { type Rules, useRules } from '../rules.ts';
import { controlOf, type Spot } from '../spot.ts';
import { listOf, memberOf, textsOf, valueAt } from '../value.ts';

/** The first that is named where no rule names any. */
const usual = 'lead-professional';

/** Every role whose judgement some rule of the draft lets stand, as the rules name them. */
function rolesNamed({ document }: Rules): readonly string[] {
  const outcomes = listOf(memberOf(document(), 'outcomes'));
  const rules = outcomes.flatMap((one) => [one, ...listOf(memberOf(one, 'parts'))]);
  return [...new Set(rules.flatMap((rule) => textsOf(valueAt(rule, ['override', 'roles']))))].sort();
}

/** Which roles: those that the rules name anywhere, or one that none names yet. */
function Roles(props: { readonly spot: Spot }) {
  const rules = useRules();
  const [named, setNamed] = createSignal('');
  const ticked = () => textsOf(props.spot.value());
  const put = (roles: readonly string[]) => {
    props.spot.put(roles, 'Change whose judgement counts');
  };
  const add = () => {
    const role = idFrom(named());
    if (role === '') return;
    put([...new Set([...ticked(), role])]);
    setNamed('');
    focusOn(`${controlOf(props.spot)}:name`);
  };
  return (
    <>
      <CheckList
        id={controlOf(props.spot)}
        legend="Roles"
        options={rolesNamed(rules).map((value) => ({ value, text: value.replaceAll('-', ' ') }))}
        ticked={ticked()}
        onTick={put}
      />
      <FindingList findings={props.spot.findings()} />
      <div class={styles.row}>
        <LineField
          id={`${controlOf(props.spot)}:name`}
          label="Another role"
          hint="One that no rule of this draft names yet, such as head of service"
          value={named()}
          onInput={setNamed}
        />
        <Button onPress={add}>Add this role</Button>
      </div>
    </>
  );
}

/** Whose recorded judgement may stand in place of the rule's own verdict. */
export function OverrideForm(props: { readonly spot: Spot }) {
  const rules = useRules();
  const add = () => {
    const ref = sourceOptions(rules)[0]?.value ?? '';
    const roles = [rolesNamed(rules)[0] ?? usual];
    props.spot.put({ roles, source: { ref, standing: 'unverified' } }, 'Allow a judgement');
    focusOn(controlOf(props.spot.at('roles')));
  };
  return (
    <Show
      when={props.spot.value() !== undefined}
      fallback={
        <div>
          <Button onPress={add}>Let a recorded judgement stand in its place</Button>
        </div>
      }
    >
      <fieldset class={styles.group}>
        <legend>Whose recorded judgement may stand in its place</legend>
        <Roles spot={props.spot.at('roles')} />
        <SourceControl spot={props.spot.at('source')} legend="Where that comes from" />
        <div>
          <Button
            onPress={() => {
              props.spot.put(undefined, 'Allow no judgement');
            }}
          >
            Let no judgement stand in its place
          </Button>
        </div>
      </fieldset>
    </Show>
  );
}
