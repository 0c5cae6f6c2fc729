import { type Component, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { measureIn, type MeasureName } from '../conditions/measured.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { ChoiceControl } from '../controls/choice-control.tsx';
import styles from '../controls/controls.module.css';
import { RolesControl } from '../controls/roles-control.tsx';
import { SourceControl } from '../controls/source-control.tsx';
import { TextControl } from '../controls/text-control.tsx';
import { listOptions } from '../names.ts';
import { useRules } from '../rules.ts';
import { changeAll, controlOf, type Spot } from '../spot.ts';
import { memberOf } from '../value.ts';
import { AgedForm } from './aged-form.tsx';
import { AnchorForm } from './anchor-form.tsx';
import { BaselineForm } from './baseline-form.tsx';
import { factKinds, typesFor } from './fact-kinds.ts';
import { RatioForm } from './ratio-form.tsx';
import { recordTypeOfFact, recordTypePlace } from './record-type.ts';
import { WhereForm } from './where-form.tsx';
import { WindowForm } from './window-form.tsx';
import { relativeWindows } from './window-kinds.ts';

interface FactProps {
  readonly spot: Spot;
  readonly kind: MeasureName;
}

/** Which records: their type, and what they must be. */
function Records(props: FactProps) {
  const rules = useRules();
  const type = () => recordTypeOfFact(props.spot.value()) ?? '';
  const chooseType = (chosen: string) => {
    const place = recordTypePlace(props.spot.value());
    if (place === undefined) return;
    // Fields of another type are not this one's.
    const where =
      memberOf(props.spot.value(), 'where') === undefined ? [] : [{ remove: [...props.spot.path, 'where'] }];
    changeAll(props.spot, 'Change the type of record', [
      { set: [...props.spot.path, ...place], value: chosen },
      ...where,
    ]);
  };
  return (
    <>
      <SelectField
        id={controlOf(props.spot.at(...(recordTypePlace(props.spot.value()) ?? [])))}
        label="Records"
        options={typesFor(rules, props.kind)}
        value={type()}
        onChange={chooseType}
      />
      <WhereForm spot={props.spot.at('where')} type={type()} legend="Which of them count" />
      <AgedForm spot={props.spot.at('aged')} legend="Age of the member when it happened" onDay />
      <Show when={memberOf(props.spot.value(), 'each') === undefined}>
        <Show
          when={memberOf(props.spot.value(), 'by') !== undefined}
          fallback={
            <SelectField
              id={controlOf(props.spot.at('by'))}
              label="Whose records"
              options={[
                { value: '', text: 'of any member, or of none' },
                { value: 'by', text: 'only of members of some roles' },
              ]}
              value=""
              onChange={() => {
                const role = rules.vocabulary()?.roles[0]?.id ?? '';
                props.spot.at('by').put({ role }, 'Change whose records count');
              }}
            />
          }
        >
          <RolesControl spot={props.spot.at('by', 'role')} label="Only records of" needed />
        </Show>
      </Show>
    </>
  );
}

function Counted(props: FactProps) {
  return (
    <>
      <Records {...props} />
      <WindowForm spot={props.spot.at('window')} label="When" />
    </>
  );
}

function Ratio(props: FactProps) {
  return (
    <>
      <RatioForm spot={props.spot.at('ratio')} />
      <WindowForm spot={props.spot.at('window')} label="When" kinds={['lastTerms']} />
    </>
  );
}

function Reduction(props: FactProps) {
  return (
    <>
      <Records {...props} />
      <WindowForm spot={props.spot.at('window')} label="When" kinds={relativeWindows} />
      <BaselineForm spot={props.spot.at('baseline')} />
    </>
  );
}

const measureOptions = [
  { value: 'total', text: 'all of them together' },
  { value: 'longest', text: 'the longest unbroken run' },
];

function Length(props: FactProps) {
  return (
    <>
      <ChoiceControl spot={props.spot.at('length', 'measure')} label="How long" options={measureOptions} />
      <Counted {...props} />
    </>
  );
}

function Age(props: FactProps) {
  return (
    <AnchorForm
      spot={props.spot.at('age')}
      label="Age on the day"
      also={[{ value: 'lookedFrom', text: 'looked from' }]}
    />
  );
}

function SchoolAge(props: FactProps) {
  return <WindowForm spot={props.spot.at('schoolAge')} label="In any of" kinds={['lastTerms']} />;
}

const datedOptions = [
  { value: 'attachedOn', text: 'the family has been attached' },
  { value: 'closedOn', text: 'the family’s case has been closed' },
];

function Dated(props: FactProps) {
  return <ChoiceControl spot={props.spot.at('dated')} label="Whether" options={datedOptions} />;
}

function Claimed(props: FactProps) {
  const rules = useRules();
  return (
    <ChoiceControl
      spot={props.spot.at('claimed')}
      label="Payment that was claimed before"
      options={listOptions(rules, 'payments')}
    />
  );
}

const Nothing: Component<FactProps> = () => null;

const forms: Readonly<Record<MeasureName, Component<FactProps>>> = {
  count: Counted,
  exists: Counted,
  ratio: Ratio,
  reduction: Reduction,
  length: Length,
  age: Age,
  resident: Nothing,
  schoolAge: SchoolAge,
  dated: Dated,
  claimed: Claimed,
};

/** Of whom it is measured. */
function Each(props: FactProps) {
  const isEach = () => memberOf(props.spot.value(), 'each') !== undefined;
  const choose = (chosen: string) => {
    const by = memberOf(props.spot.value(), 'by');
    const gone = chosen === 'each' && by !== undefined ? [{ remove: [...props.spot.path, 'by'] }] : [];
    const place = [...props.spot.path, 'each'];
    changeAll(props.spot, 'Change of whom it is measured', [
      ...gone,
      chosen === 'each' ? { set: place, value: {} } : { remove: place },
    ]);
  };
  return (
    <>
      <Show when={factKinds[props.kind].each === 'either'}>
        <SelectField
          id={controlOf(props.spot.at('each'))}
          label="Measured for"
          options={[
            { value: '', text: 'the family as a whole' },
            { value: 'each', text: 'each member by themselves' },
          ]}
          value={isEach() ? 'each' : ''}
          onChange={choose}
        />
      </Show>
      <Show when={isEach()}>
        <RolesControl spot={props.spot.at('each', 'role')} label="Members of these roles" />
      </Show>
    </>
  );
}

/** A fact, in the form that is made for its kind. */
export function FactForm(props: { readonly spot: Spot }) {
  const kind = () => measureIn(props.spot.value());
  return (
    <div class={styles.stack}>
      <TextControl
        spot={props.spot.at('label')}
        label="Name"
        hint="It stands in sentences, as in “the child has 3 or more fixed-term exclusions”."
      />
      <Show when={kind()} fallback={<p>It is of no kind that there is.</p>} keyed>
        {(one) => (
          <>
            <p>It measures {factKinds[one].word}.</p>
            <Each spot={props.spot} kind={one} />
            <Dynamic component={forms[one]} spot={props.spot} kind={one} />
          </>
        )}
      </Show>
      <SourceControl spot={props.spot.at('source')} legend="Where the fact comes from" optional />
    </div>
  );
}
