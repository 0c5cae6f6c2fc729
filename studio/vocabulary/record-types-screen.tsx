import { createMemo, createSignal, For, Show } from 'solid-js';
import { draftAddress } from '../addresses.ts';
import { FindingList } from '../editor/controls/finding-list.tsx';
import { useRules } from '../editor/rules.ts';
import list from '../editor/rules/rule-list.module.css';
import { changeAll, controlOf, findingsWithin, type Spot } from '../editor/spot.ts';
import { entriesOf, keysOf } from '../editor/value.ts';
import { SearchBox } from '../ui/search-box.tsx';
import { ConsequenceList } from './families/consequence-list.tsx';
import { within } from './families/consequences.ts';
import { useWords } from './create-words.ts';
import { recordTypeInWords, typeCalled } from './in-words.ts';
import { MoveButtons } from './move-buttons.tsx';
import { VocabularyPart } from './vocabulary-part.tsx';

interface ItemProps {
  readonly spot: Spot;
  readonly id: string;
  /** Where it stands among all; undefined where not all are listed, or none may be moved. */
  readonly at: number | undefined;
  readonly count: number;
}

function Item(props: ItemProps) {
  const rules = useRules();
  const words = useWords();
  const called = () => typeCalled(props.spot.value(), props.id, 'many');
  return (
    <>
      <h2>
        <a href={draftAddress(rules.editing.draft().id, `record-types/${props.id}`)}>{called()}</a>
      </h2>
      <p>
        <strong>{typeCalled(props.spot.value(), props.id, 'one')}</strong>:{' '}
        {recordTypeInWords(props.spot.value())}
      </p>
      <FindingList findings={findingsWithin(props.spot)} />
      <ConsequenceList all={within(words.consequences(), props.spot.pointer)} />
      <p class={list.aside}>
        <code>{props.id}</code>
      </p>
      <Show when={props.at !== undefined}>
        <MoveButtons
          idAt={() => controlOf(props.spot)}
          at={props.at ?? 0}
          count={props.count}
          called={called()}
          onMove={(to) => {
            changeAll(rules.top, 'Move a record type', [{ move: props.spot.path, to }]);
          }}
        />
      </Show>
    </>
  );
}

function RecordTypes() {
  const rules = useRules();
  const words = useWords();
  const [find, setFind] = createSignal('');
  const spot = () => rules.top.at('recordTypes');
  const all = () => keysOf(spot().value());
  const found = createMemo(() => {
    const wanted = find().toLowerCase().split(/\s+/).filter(Boolean);
    return entriesOf(spot().value())
      .filter(([id, type]) => {
        const said = `${id} ${typeCalled(type, id, 'many')} ${recordTypeInWords(type)} ${JSON.stringify(type)}`;
        return wanted.every((word) => said.toLowerCase().includes(word));
      })
      .map(([id]) => id);
  });
  const mayMove = () => rules.editing.mayEdit() && found().length === all().length;
  const gone = () => words.consequences().filter(({ pointer }) => pointer === spot().pointer);
  return (
    <>
      <p>
        <a href={draftAddress(rules.editing.draft().id, 'add-record-type')}>Add a record type</a>
      </p>
      <FindingList findings={spot().findings()} />
      <ConsequenceList all={gone()} />
      <SearchBox
        label="Look for"
        hint="Words of the name, the fields, their values or the id."
        value={find()}
        told={`${found().length} of ${all().length} record types`}
        onSearch={setFind}
      />
      <ol class={list.list} id={controlOf(spot())} tabindex="-1" aria-label="Record types">
        <For each={found()} fallback={<li>There is no such record type.</li>}>
          {(id, at) => (
            <li id={controlOf(spot().at(id))} tabindex="-1">
              <Item spot={spot().at(id)} id={id} at={mayMove() ? at() : undefined} count={all().length} />
            </li>
          )}
        </For>
      </ol>
    </>
  );
}

/** What can be known of a family, type by type. */
export function RecordTypesScreen() {
  return (
    <VocabularyPart
      title="Record types"
      looked
      lead="What can be known of a family: each type of record, how it lies in time, whose it is, and what it says."
    >
      {() => <RecordTypes />}
    </VocabularyPart>
  );
}
