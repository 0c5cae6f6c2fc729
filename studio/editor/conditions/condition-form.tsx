import { type Component, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { SelectField } from '../../ui/select-field.tsx';
import { AmountControl, FlagControl } from '../controls/amount-control.tsx';
import { ChoiceControl } from '../controls/choice-control.tsx';
import styles from '../controls/controls.module.css';
import { ValueControl } from '../parameters/value-control.tsx';
import { factOf, judgedOptions } from '../names.ts';
import { isUnit, unitRows } from '../parameters/units.ts';
import { useRules } from '../rules.ts';
import { changeAll, controlOf, errorOf, type Spot } from '../spot.ts';
import { memberOf, textOf, valueAt } from '../value.ts';
import { CapForm } from './cap-form.tsx';
import { conditionKinds, type ConditionKind, groupKinds, memberKinds } from './condition-kinds.ts';
import { quantified, regrouped } from './condition-tree.ts';
import { amongMembers } from './create-tree.ts';
import { FactOfComparison } from './fact-of-comparison.tsx';
import { comparedWith, firstSetting, settingOptions, subjectsOf } from './fresh-condition.ts';
import { isAnswer, measureIn, operatorOptions, settingOperators, unitsOf } from './measured.ts';
import { RangeForm } from './range-form.tsx';

interface FormProps {
  readonly spot: Spot;
}

function putAll(spot: Spot, parts: Readonly<Record<string, unknown>>, what: string): void {
  changeAll(
    spot,
    what,
    Object.entries(parts).map(([key, value]) => ({ set: [...spot.path, key], value })),
  );
}

function Comparison(props: FormProps) {
  const rules = useRules();
  const fact = () => textOf(memberOf(props.spot.value(), 'fact'));
  const measure = () => measureIn(factOf(rules, fact()));
  return (
    <>
      <div class={styles.row}>
        <SelectField
          id={controlOf(props.spot.at('fact'))}
          label="Fact"
          error={errorOf(props.spot.at('fact'))}
          options={subjectsOf(rules, 'comparison', amongMembers(props.spot.path))}
          value={fact()}
          onChange={(chosen) => {
            putAll(props.spot, comparedWith(rules, props.spot.value(), chosen), 'Change the fact');
          }}
        />
        <Show when={measure()} keyed>
          {(one) => (
            <>
              <ChoiceControl
                spot={props.spot.at('operator')}
                label="How it is compared"
                options={operatorOptions(one)}
              />
              <Show
                when={isAnswer(one)}
                fallback={
                  <AmountControl spot={props.spot.at('value')} label="Threshold" units={unitsOf(one)} />
                }
              >
                <FlagControl spot={props.spot.at('value')} label="Answer" yes="Yes" no="No" />
              </Show>
            </>
          )}
        </Show>
      </div>
      <FactOfComparison comparison={props.spot} fact={fact()} />
    </>
  );
}

function Reference(props: FormProps) {
  const rules = useRules();
  return (
    <ChoiceControl
      spot={props.spot.at('condition')}
      label="Criterion or outcome that is met"
      options={judgedOptions(rules)}
    />
  );
}

function Setting(props: FormProps) {
  const rules = useRules();
  const name = () => textOf(memberOf(props.spot.value(), 'parameter'));
  const unit = () => textOf(valueAt(rules.document(), ['parameters', name(), 'unit']));
  const isOrdered = () => {
    const one = unit();
    return isUnit(one) && unitRows[one].typed === 'number';
  };
  return (
    <div class={styles.row}>
      <SelectField
        id={controlOf(props.spot.at('parameter'))}
        label="Parameter"
        error={errorOf(props.spot.at('parameter'))}
        options={settingOptions(rules)}
        value={name()}
        onChange={(parameter) => {
          putAll(props.spot, { parameter, ...firstSetting(rules, parameter) }, 'Change the parameter');
        }}
      />
      <ChoiceControl
        spot={props.spot.at('operator')}
        label="How it is compared"
        options={settingOperators(isOrdered())}
      />
      <ValueControl spot={props.spot.at('value')} label="Value" parameter={name()} />
    </div>
  );
}

/** Which of the kinds that hold a list it is. */
function GroupKind(props: FormProps & { readonly kind: ConditionKind }) {
  return (
    <SelectField
      id={`${controlOf(props.spot)}:kind`}
      label="How many of these must hold"
      options={groupKinds.map((value) => ({ value, text: conditionKinds[value].word }))}
      value={props.kind}
      onChange={(chosen) => {
        const wanted = groupKinds.find((kind) => kind === chosen);
        if (wanted !== undefined)
          props.spot.put(regrouped(props.spot.value(), wanted), 'Change how many must hold');
      }}
    />
  );
}

function AtLeast(props: FormProps) {
  return (
    <>
      <div class={styles.row}>
        <GroupKind spot={props.spot} kind="atLeast" />
        <AmountControl spot={props.spot.at('atLeast')} label="At least" units={['count']} />
      </div>
      <CapForm spot={props.spot.at('cap')} />
    </>
  );
}

/** Whether some member or every one, and of whom. */
function ofMembers(kind: 'some' | 'every'): Component<FormProps> {
  return (props) => (
    <>
      <SelectField
        id={`${controlOf(props.spot)}:kind`}
        label="How many members"
        options={memberKinds.map((value) => ({ value, text: conditionKinds[value].word }))}
        value={kind}
        onChange={(chosen) => {
          const wanted = memberKinds.find((one) => one === chosen);
          if (wanted !== undefined)
            props.spot.put(quantified(props.spot.value(), wanted), 'Change how many members');
        }}
      />
      <RangeForm spot={props.spot.at(kind)} legend="Which members" />
    </>
  );
}

/** The form of each kind of condition. */
export const conditionForms: Readonly<Record<ConditionKind, Component<FormProps>>> = {
  comparison: Comparison,
  reference: Reference,
  setting: Setting,
  all: (props) => <GroupKind spot={props.spot} kind="all" />,
  any: (props) => <GroupKind spot={props.spot} kind="any" />,
  atLeast: AtLeast,
  not: () => <p>What stands in it must not hold. What is not known stays not known.</p>,
  some: ofMembers('some'),
  every: ofMembers('every'),
};

export function ConditionForm(props: FormProps & { readonly kind: ConditionKind }) {
  return <Dynamic component={conditionForms[props.kind]} spot={props.spot} />;
}
