import { Show } from 'solid-js';
import { readingAddress } from '../../addresses.ts';
import { versionOver } from '../../draft/draft-title.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { ChoiceControl } from '../controls/choice-control.tsx';
import controls from '../controls/controls.module.css';
import { FindingList } from '../controls/finding-list.tsx';
import { NumberControl } from '../controls/number-control.tsx';
import { TextControl } from '../controls/text-control.tsx';
import { parametersOf } from '../names.ts';
import { Part } from '../part.tsx';
import { useRules } from '../rules.ts';
import { controlOf, errorOf, type Spot } from '../spot.ts';
import { parameterIn, textOf } from '../value.ts';
import { CalendarsForm } from './calendars-form.tsx';
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

/** The version of another ruleset that these rules are laid over. */
function LaidOver(props: { readonly spot: Spot }) {
  const over = () => versionOver(props.spot.value());
  return (
    <Show when={over()}>
      {(version) => (
        <p>
          They are laid over{' '}
          <a href={readingAddress(version())}>
            {version().id} {version().version}
          </a>
          .
        </p>
      )}
    </Show>
  );
}

function About() {
  const { top } = useRules();
  return (
    <>
      <FindingList findings={top.findings()} />
      <section class={controls.stack} aria-labelledby="about:what">
        <h2 id="about:what">What it is</h2>
        <LaidOver spot={top.at('basedOn')} />
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
        <CalendarsForm spot={top.at('calendar')} />
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
