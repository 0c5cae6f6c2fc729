import { type Component, For, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { SelectField } from '../../ui/select-field.tsx';
import { AmountControl, FlagControl } from '../controls/amount-control.tsx';
import styles from '../controls/controls.module.css';
import { FindingList } from '../controls/finding-list.tsx';
import type { Unit } from '../parameters/units.ts';
import { controlOf, type Spot } from '../spot.ts';
import { isObject, memberOf } from '../value.ts';
import { AnchorForm } from './anchor-form.tsx';
import { type WindowKind, windowKindOf, windowKinds, windowNames } from './window-kinds.ts';

interface WindowProps {
  readonly spot: Spot;
}

const onTheDay = { yes: 'That day included', no: 'Before that day' };
const lengthUnits = ['days', 'weeks', 'months'] as const;

function NotBefore(props: WindowProps) {
  return (
    <AnchorForm
      spot={props.spot.at('notBefore')}
      label="All of it since"
      hint="Until the window opens that late, it is too early to judge."
      none="It may begin before anything"
    />
  );
}

function LastTerms(props: WindowProps) {
  return (
    <>
      <div class={styles.row}>
        <AmountControl spot={props.spot.at('lastTerms')} label="How many terms" units={['terms']} />
        <FlagControl
          spot={props.spot.at('partTerm')}
          label="The term in progress"
          none="Not said: only completed terms"
          yes="Counts as one of them"
          no="Only completed terms"
        />
      </div>
      <NotBefore spot={props.spot} />
    </>
  );
}

function lastOf(key: WindowKind, unit: Unit): Component<WindowProps> {
  return (props) => (
    <>
      <div class={styles.row}>
        <AmountControl spot={props.spot.at(key)} label={`How many ${unit}`} units={[unit]} />
        <FlagControl spot={props.spot.at('includes')} label="The day looked from" {...onTheDay} />
        <FlagControl
          spot={props.spot.at('includesFirst')}
          label="The very first day"
          none="Not said: it counts"
          yes="It counts"
          no="It does not count"
        />
      </div>
      <NotBefore spot={props.spot} />
    </>
  );
}

function Since(props: WindowProps) {
  return (
    <>
      <AnchorForm spot={props.spot.at('since')} label="Since" />
      <FlagControl spot={props.spot.at('includes')} label="The day looked from" {...onTheDay} />
    </>
  );
}

/** The length that follows an anchor, in one of three units. */
function After(props: WindowProps) {
  const unit = () => lengthUnits.find((one) => memberOf(props.spot.value(), one) !== undefined) ?? 'months';
  return (
    <>
      <div class={styles.row}>
        <AmountControl spot={props.spot.at(unit())} label={`How many ${unit()}`} units={[unit()]} />
        <UnitChoice spot={props.spot} unit={unit()} />
      </div>
      <AnchorForm spot={props.spot.at('after')} label="After" />
    </>
  );
}

/** Which unit a length is given in; with another it begins anew at 1. */
export function UnitChoice(props: WindowProps & { readonly unit: string }) {
  const choose = (chosen: string) => {
    const there = props.spot.value();
    const rest = Object.entries(isObject(there) ? there : {}).filter(([key]) => key !== props.unit);
    props.spot.put(Object.fromEntries([...rest, [chosen, 1]]), 'Change the unit');
  };
  return (
    <SelectField
      id={`${controlOf(props.spot)}:unit`}
      label="In"
      options={lengthUnits.map((value) => ({ value, text: value }))}
      value={props.unit}
      onChange={choose}
    />
  );
}

function Before(props: WindowProps) {
  return (
    <>
      <AmountControl spot={props.spot.at('months')} label="How many months" units={['months']} />
      <AnchorForm spot={props.spot.at('before')} label="Before" />
    </>
  );
}

function On(props: WindowProps) {
  return (
    <AnchorForm
      spot={props.spot.at('on')}
      label="On the day"
      also={[{ value: 'lookedFrom', text: 'looked from' }]}
    />
  );
}

function Ever(props: WindowProps) {
  return <FlagControl spot={props.spot.at('includes')} label="The day looked from" {...onTheDay} />;
}

const forms: Readonly<Record<WindowKind, Component<WindowProps>>> = {
  lastTerms: LastTerms,
  lastDays: lastOf('lastDays', 'days'),
  lastWeeks: lastOf('lastWeeks', 'weeks'),
  lastMonths: lastOf('lastMonths', 'months'),
  lastYears: lastOf('lastYears', 'years'),
  since: Since,
  after: After,
  before: Before,
  on: On,
  ever: Ever,
};

interface WindowFormProps extends WindowProps {
  readonly label: string;
  /** Those that suit: every one where absent. */
  readonly kinds?: readonly WindowKind[];
}

/** When something looks: which kind of window, and what that kind asks. */
export function WindowForm(props: WindowFormProps) {
  const kind = () => windowKindOf(props.spot.value());
  const kinds = () => props.kinds ?? windowNames;
  return (
    <fieldset class={styles.group}>
      <legend>{props.label}</legend>
      <Show when={kinds().length > 1 || kind() === undefined}>
        <SelectField
          id={controlOf(props.spot)}
          label="Window"
          options={kinds().map((value) => ({ value, text: windowKinds[value].word }))}
          value={kind() ?? ''}
          onChange={(chosen) => {
            const wanted = windowNames.find((name) => name === chosen);
            if (wanted !== undefined) props.spot.put(windowKinds[wanted].fresh, 'Change the window');
          }}
        />
      </Show>
      <FindingList findings={props.spot.findings()} />
      <For each={[kind()].filter((one) => one !== undefined)}>
        {(one) => <Dynamic component={forms[one]} spot={props.spot} />}
      </For>
    </fieldset>
  );
}
