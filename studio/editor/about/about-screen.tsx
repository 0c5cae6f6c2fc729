import { LineField } from '../../ui/line-field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { ChoiceControl } from '../controls/choice-control.tsx';
import controls from '../controls/controls.module.css';
import { FindingList } from '../controls/finding-list.tsx';
import { NumberControl } from '../controls/number-control.tsx';
import { TextControl } from '../controls/text-control.tsx';
import { parametersOf } from '../names.ts';
import { Part } from '../part.tsx';
import { useRules } from '../rules.ts';
import { controlOf, errorOf, findingsWithin, type Spot } from '../spot.ts';
import { memberOf, parameterIn, textOf, textsOf } from '../value.ts';
import { SourceDocuments } from './source-documents.tsx';

const monthEnds = [
  { value: 'clamp', text: 'A month before 31 March is 28 February: the last day there is' },
  { value: 'overflow', text: 'A month before 31 March is 3 March: the days run on' },
];
const leapBirthdays = [
  { value: '1-march', text: 'on 1 March' },
  { value: '28-february', text: 'on 28 February' },
];
const zeroBaselines = [
  { value: 'not-applicable', text: 'It does not apply' },
  { value: 'met', text: 'It is met' },
  { value: 'not-met', text: 'It is not met' },
];

/** What a fall from nothing to nothing is. */
function ZeroBaseline(props: { readonly spot: Spot }) {
  const rules = useRules();
  const options = () => [
    { value: '', text: 'Not said: it does not apply' },
    ...zeroBaselines,
    ...parametersOf(rules, ['choice']).map((one) => ({ ...one, text: `As a parameter says: ${one.text}` })),
  ];
  return (
    <SelectField
      id={controlOf(props.spot)}
      label="A fall from nothing to nothing"
      error={errorOf(props.spot)}
      options={options()}
      value={parameterIn(props.spot.value()) ?? textOf(props.spot.value())}
      onChange={(chosen) => {
        const literal = zeroBaselines.some(({ value }) => value === chosen);
        const next = chosen === '' ? undefined : literal ? chosen : { parameter: chosen };
        props.spot.put(next, 'Change what a fall from nothing is');
      }}
    />
  );
}

/** School terms: the calendar of families whose authority has none of its own, and those that are used beside it. */
function Calendars(props: { readonly spot: Spot }) {
  return (
    <fieldset class={controls.group}>
      <legend>School terms</legend>
      <TextControl
        spot={props.spot.at('fallback')}
        label="Calendar for every other authority"
        hint="By its id, such as england"
        size="short"
      />
      <LineField
        id={controlOf(props.spot.at('local'))}
        label="Calendars of single authorities"
        hint="By their ids, with a comma between. Empty: none"
        value={textsOf(memberOf(props.spot.value(), 'local')).join(', ')}
        onInput={(text) => {
          const ids = text
            .split(',')
            .map((one) => one.trim())
            .filter(Boolean);
          props.spot.at('local').put(ids.length === 0 ? undefined : ids, 'Change the calendars');
        }}
      />
      <FindingList findings={findingsWithin(props.spot)} />
    </fieldset>
  );
}

function About() {
  const { top } = useRules();
  return (
    <>
      <FindingList findings={top.findings()} />
      <section class={controls.stack} aria-labelledby="about:what">
        <h2 id="about:what">What it is</h2>
        <TextControl spot={top.at('title')} label="Title" />
        <TextControl spot={top.at('description')} label="Description" optional rows={4} />
        <TextControl
          spot={top.at('jurisdiction')}
          label="Jurisdiction"
          hint="Whose rules they are, such as England"
        />
        <TextControl spot={top.at('programme')} label="Programme" />
        <NumberControl spot={top.at('phase')} label="Phase" unit="count" />
      </section>
      <section class={controls.stack} aria-labelledby="about:days">
        <h2 id="about:days">How records, days and terms are read</h2>
        <TextControl
          spot={top.at('vocabulary')}
          label="Vocabulary"
          hint="What a family record may hold, by id and version, such as family@1"
          size="short"
        />
        <Calendars spot={top.at('calendar')} />
        <ChoiceControl spot={top.at('monthEnd')} label="Counting back by months" options={monthEnds} />
        <ChoiceControl
          spot={top.at('leapBirthday')}
          label="Who was born on 29 February grows older, in other years,"
          none="Not said: on 1 March"
          options={leapBirthdays}
        />
        <ZeroBaseline spot={top.at('zeroBaseline')} />
      </section>
      <SourceDocuments spot={top.at('sources')} />
    </>
  );
}

/** What a draft is, how it reads days, and what it was written from. */
export function AboutScreen() {
  return <Part title="About these rules">{() => <About />}</Part>;
}
