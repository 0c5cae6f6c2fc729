import type { Answer } from '../../api.ts';
import { createAnswer } from '../../session/create-answer.ts';
import { useSession } from '../../session/session.ts';
import type { Option } from '../../ui/select-field.tsx';
import { CheckList } from '../controls/check-list.tsx';
import { ChoiceControl } from '../controls/choice-control.tsx';
import controls from '../controls/controls.module.css';
import { FindingList } from '../controls/finding-list.tsx';
import { controlOf, findingsWithin, type Spot } from '../spot.ts';
import { memberOf, textOf, textsOf } from '../value.ts';

/** The calendars that the server holds; none until it has said which. */
function createCalendars(): () => readonly Option[] {
  const { client } = useSession();
  const told = createAnswer(
    'calendars',
    () => ({}),
    async (): Promise<Answer<readonly Option[]>> => {
      const response = await client.calendars.$get();
      if (response.status !== 200) return { ok: false, problem: await response.json() };
      const { calendars } = await response.json();
      return { ok: true, value: calendars.map(({ id, title }) => ({ value: id, text: title })) };
    },
  );
  return () => told.value() ?? [];
}

/** School terms: the calendar of families whose authority has none of its own, and those that are used beside it. */
export function CalendarsForm(props: { readonly spot: Spot }) {
  const calendars = createCalendars();
  const fallback = () => textOf(memberOf(props.spot.value(), 'fallback'));
  const beside = () => calendars().filter(({ value }) => value !== fallback());
  return (
    <fieldset class={controls.group}>
      <legend>School terms</legend>
      <ChoiceControl
        spot={props.spot.at('fallback')}
        label="Calendar for every other authority"
        options={calendars()}
      />
      <CheckList
        id={controlOf(props.spot.at('local'))}
        legend="Calendars of single authorities"
        options={beside()}
        ticked={textsOf(memberOf(props.spot.value(), 'local'))}
        onTick={(ids) => {
          props.spot.at('local').put(ids.length === 0 ? undefined : ids, 'Change the calendars');
        }}
      />
      <FindingList findings={findingsWithin(props.spot, [props.spot.at('fallback').pointer])} />
    </fieldset>
  );
}
