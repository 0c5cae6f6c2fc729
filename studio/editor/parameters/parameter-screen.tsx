import { useNavigate, useParams } from '@solidjs/router';
import { Show } from 'solid-js';
import { draftAddress } from '../../addresses.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { ChoiceControl } from '../controls/choice-control.tsx';
import { FindingList } from '../controls/finding-list.tsx';
import { SourceControl } from '../controls/source-control.tsx';
import { TextControl } from '../controls/text-control.tsx';
import styles from '../controls/controls.module.css';
import { Found, Part } from '../part.tsx';
import { Sentence } from '../sentence.tsx';
import { type Rules, useRules } from '../rules.ts';
import { changeAll, controlOf, findingsWithin, type Spot } from '../spot.ts';
import { memberOf, textOf, textsOf } from '../value.ts';
import { begunIn } from './begun-in.ts';
import { DatedValues } from './dated-values.tsx';
import { StepChart } from './step-chart.tsx';
import { isUnit, unitNames, unitRows } from './units.ts';
import { usesOf } from './value-on-day.ts';

const dayOptions = [
  { value: 'lookedFrom', text: 'The day the part of the rule looks from' },
  { value: 'attachedOn', text: 'The day the family was attached' },
  { value: 'asOf', text: 'The day asked about' },
];

function changeUnit(spot: Spot, unit: string): void {
  if (!isUnit(unit)) return;
  const begun = Object.entries(begunIn(unit)).map(([key, value]) => ({ set: [...spot.path, key], value }));
  const gone = ['values', ...(unit === 'choice' ? [] : ['choices'])].filter(
    (key) => memberOf(spot.value(), key) !== undefined,
  );
  changeAll(spot, 'Change the unit', [...gone.map((key) => ({ remove: [...spot.path, key] })), ...begun]);
}

function Choices(props: { readonly spot: Spot }) {
  return (
    <LineField
      id={controlOf(props.spot)}
      label="Choices"
      hint="Two or more, each of lower-case words joined by hyphens, with a comma between"
      value={textsOf(props.spot.value()).join(', ')}
      onInput={(text) => {
        const choices = text
          .split(',')
          .map((one) => one.trim())
          .filter(Boolean);
        props.spot.put(choices, 'Change the choices');
      }}
    />
  );
}

function Removal(props: { readonly name: string; readonly spot: Spot }) {
  const rules = useRules();
  const navigate = useNavigate();
  const uses = () => usesOf(rules.document()).get(props.name) ?? 0;
  return (
    <section class={styles.stack} aria-labelledby="parameter:uses">
      <h2 id="parameter:uses">Where it is used</h2>
      <p>
        {uses() === 0
          ? 'Nothing in the rules names it.'
          : `The rules name it in ${uses()} ${uses() === 1 ? 'place' : 'places'}: a change counts in all of them.`}
      </p>
      <Show when={uses() === 0}>
        <Confirm
          ask="Remove this parameter"
          question="Remove this parameter? Undo brings it back."
          yes="Yes, remove"
          no="Leave it"
          onYes={() => {
            props.spot.put(undefined, 'Remove a parameter');
            navigate(draftAddress(rules.editing.draft().id, 'parameters'));
          }}
        />
      </Show>
    </section>
  );
}

function ParameterForm(props: { readonly name: string; readonly spot: Spot }) {
  const unit = () => textOf(memberOf(props.spot.value(), 'unit'));
  return (
    <>
      <Sentence spot={props.spot} />
      <FindingList findings={findingsWithin(props.spot)} />
      <section class={styles.stack} aria-labelledby="parameter:value">
        <h2 id="parameter:value">Value</h2>
        <DatedValues spot={props.spot} parameter={props.name} />
        <StepChart parameter={props.spot.value()} />
      </section>
      <section class={styles.stack} aria-labelledby="parameter:about">
        <h2 id="parameter:about">What it is</h2>
        <TextControl spot={props.spot.at('label')} label="Name" />
        <SelectField
          id={controlOf(props.spot.at('unit'))}
          label="Unit"
          hint="Another unit begins with another value."
          options={unitNames.map((value) => ({ value, text: unitRows[value].word }))}
          value={unit()}
          onChange={(chosen) => {
            changeUnit(props.spot, chosen);
          }}
        />
        <Show when={unit() === 'choice'}>
          <Choices spot={props.spot.at('choices')} />
        </Show>
        <ChoiceControl
          spot={props.spot.at('by')}
          label="The day whose value applies"
          none="Not said: the day the part of the rule looks from"
          options={dayOptions}
        />
        <SourceControl spot={props.spot.at('source')} />
        <TextControl spot={props.spot.at('note')} label="Note" optional rows={2} />
      </section>
      <Removal name={props.name} spot={props.spot} />
    </>
  );
}

/** One parameter: its values by day, where they come from, and where it is used. */
export function ParameterScreen() {
  const params = useParams<{ parameter: string }>();
  const spotIn = (rules: Rules) => rules.top.at('parameters', params.parameter);
  return (
    <Part
      above={{ of: 'parameters', text: 'Parameters' }}
      title={(rules) => textOf(memberOf(spotIn(rules).value(), 'label')) || params.parameter}
    >
      {(rules) => (
        <Found spot={spotIn(rules)} what="parameter">
          {(spot) => <ParameterForm name={params.parameter} spot={spot} />}
        </Found>
      )}
    </Part>
  );
}
