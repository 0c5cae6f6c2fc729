import { createSignal, Show } from 'solid-js';
import { draftAddress } from '../../addresses.ts';
import { dayOf } from '../../day-typed.ts';
import { dayInWords } from '../../day-in-words.ts';
import { DateFields, type DayText } from '../../ui/date-fields.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { setTo } from '../names.ts';
import { Part } from '../part.tsx';
import { useRules } from '../rules.ts';
import { entriesOf, memberOf, textOf } from '../value.ts';
import { ParameterTable } from './parameter-table.tsx';
import { isDay } from './units.ts';

/** The parameters that have every word that is looked for. */
function createFound() {
  const rules = useRules();
  const [find, setFind] = createSignal('');
  const all = () => entriesOf(memberOf(rules.document(), 'parameters'));
  const words = () => find().toLowerCase().split(/\s+/).filter(Boolean);
  const has = ([name, one]: readonly [string, unknown]) => {
    const said = [
      name,
      textOf(memberOf(one, 'label')),
      setTo(rules, one),
      JSON.stringify(memberOf(one, 'source')),
    ];
    const text = said.join(' ').toLowerCase();
    return words().every((word) => text.includes(word));
  };
  const names = () =>
    all()
      .filter(has)
      .map(([name]) => name);
  return { find, setFind, names, told: () => `${names().length} of ${all().length} parameters` };
}

function ParametersPart() {
  const rules = useRules();
  const found = createFound();
  const [typed, setTyped] = createSignal<DayText>({ day: '', month: '', year: '' });
  const isEmpty = () => Object.values(typed()).every((one: string) => one === '');
  const day = () => {
    const wanted = dayOf(typed());
    return typed().year.length === 4 && isDay(wanted) ? wanted : undefined;
  };
  const error = () =>
    isEmpty() || day() !== undefined || typed().year.length < 4 ? undefined : 'there is no such day';
  return (
    <>
      <p>
        <a href={draftAddress(rules.editing.draft().id, 'add-parameter')}>Add a parameter</a>
      </p>
      <SearchBox
        label="Look for"
        hint="Words of the name, the value or the source."
        value={found.find()}
        told={found.told()}
        onSearch={found.setFind}
      />
      <DateFields
        id="parameters:day"
        legend="Value on this day"
        hint="Leave it empty to see every value. For example, 1 4 2014"
        value={typed()}
        error={error()}
        onChange={setTyped}
      />
      <Show when={day()}>
        {(wanted) => <p role="status">The values that hold on {dayInWords(wanted())}.</p>}
      </Show>
      <ParameterTable names={found.names()} day={day()} />
    </>
  );
}

/** The numbers, lists, amounts and choices of a draft. */
export function ParametersScreen() {
  return (
    <Part
      title="Parameters"
      looked
      lead="The numbers, lists, amounts and choices that the rules use, each with its source."
    >
      {() => <ParametersPart />}
    </Part>
  );
}
