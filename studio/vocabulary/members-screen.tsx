import { For } from 'solid-js';
import controls from '../editor/controls/controls.module.css';
import { FindingList } from '../editor/controls/finding-list.tsx';
import { NumberControl } from '../editor/controls/number-control.tsx';
import { SourceControl } from '../editor/controls/source-control.tsx';
import { useRules } from '../editor/rules.ts';
import { controlOf, type Spot } from '../editor/spot.ts';
import { ConsequenceList } from './families/consequence-list.tsx';
import { within } from './families/consequences.ts';
import { useWords } from './create-words.ts';
import { MonthDayControl } from './month-day-control.tsx';
import { naming } from './naming.ts';
import { ValueList } from './value-list.tsx';
import { VocabularyPart } from './vocabulary-part.tsx';

const terms = [
  { name: 'autumn', label: 'For the autumn term' },
  { name: 'spring', label: 'For the spring term' },
  { name: 'summer', label: 'For the summer term' },
] as const;

/** Compulsory school age in a term. */
function SchoolAge(props: { readonly spot: Spot }) {
  const words = useWords();
  return (
    <section class={controls.stack} aria-labelledby="vocabulary:ages">
      <h2 id="vocabulary:ages">Compulsory school age</h2>
      <p>
        A child is of it in a term whose first birthday below falls on or before the day of that term, until
        the end of the academic year in which the last birthday falls.
      </p>
      <div id={controlOf(props.spot)} tabindex="-1">
        <FindingList findings={[...props.spot.findings(), ...props.spot.at('cutOff').findings()]} />
      </div>
      <ConsequenceList all={within(words.consequences(), props.spot.pointer)} />
      <div class={controls.row}>
        <NumberControl spot={props.spot.at('startsAt')} label="It begins with the birthday" unit="count" />
        <NumberControl spot={props.spot.at('endsAt')} label="It ends with the birthday" unit="count" />
      </div>
      <For each={terms}>
        {({ name, label }) => <MonthDayControl spot={props.spot.at('cutOff', name)} label={label} />}
      </For>
      <MonthDayControl
        spot={props.spot.at('leavingYearFrom')}
        label="The academic year of the last birthday begins on"
      />
      <SourceControl spot={props.spot.at('source')} />
    </section>
  );
}

function Members() {
  const { top } = useRules();
  const words = useWords();
  return (
    <>
      <section class={controls.stack} aria-labelledby="vocabulary:roles">
        <h2 id="vocabulary:roles">Roles</h2>
        <p>What a member is in the family. Each member has one.</p>
        <ValueList
          spot={top.at('roles')}
          word="role"
          hint="As it stands in a sentence, such as “other adult”"
          naming={naming.recordType}
        />
        <ConsequenceList all={within(words.consequences(), '/roles')} />
      </section>
      <SchoolAge spot={top.at('schoolAge')} />
    </>
  );
}

/** What members of a family are, and when a child is of compulsory school age. */
export function MembersScreen() {
  return <VocabularyPart title="Members and ages">{() => <Members />}</VocabularyPart>;
}
