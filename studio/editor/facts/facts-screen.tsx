import { createSignal, For } from 'solid-js';
import { draftAddress } from '../../addresses.ts';
import { SearchBox } from '../../ui/search-box.tsx';
import { FindingList } from '../controls/finding-list.tsx';
import { Part } from '../part.tsx';
import { useRules } from '../rules.ts';
import styles from '../rules/rule-list.module.css';
import { Sentence } from '../sentence.tsx';
import { findingsWithin } from '../spot.ts';
import { entriesOf, memberOf, textOf } from '../value.ts';

function FactsPart() {
  const rules = useRules();
  const [find, setFind] = createSignal('');
  const all = () => entriesOf(memberOf(rules.document(), 'facts'));
  const names = () => {
    const words = find().toLowerCase().split(/\s+/).filter(Boolean);
    return all()
      .filter(([name, fact]) => {
        const said = `${name} ${textOf(memberOf(fact, 'label'))} ${JSON.stringify(fact)}`.toLowerCase();
        return words.every((word) => said.includes(word));
      })
      .map(([name]) => name);
  };
  const here = (path: string) => draftAddress(rules.editing.draft().id, path);
  return (
    <>
      <p>
        <a href={here('add-fact')}>Add a fact</a>
      </p>
      <SearchBox
        label="Look for"
        hint="Words of the name, the type of record or the id."
        value={find()}
        told={`${names().length} of ${all().length} facts`}
        onSearch={setFind}
      />
      <ul class={styles.list}>
        <For each={names()} fallback={<li>There is no such fact.</li>}>
          {(name) => {
            const spot = rules.top.at('facts', name);
            return (
              <li>
                <h2>
                  <a href={here(`facts/${name}`)}>{textOf(memberOf(spot.value(), 'label')) || name}</a>
                </h2>
                <Sentence spot={spot} />
                <FindingList findings={findingsWithin(spot)} />
                <p class={styles.aside}>
                  <code>{name}</code>
                </p>
              </li>
            );
          }}
        </For>
      </ul>
    </>
  );
}

/** What the rules measure, and from which records. */
export function FactsScreen() {
  return (
    <Part title="Facts" looked lead="What is measured, and from which records. Rules compare facts.">
      {() => <FactsPart />}
    </Part>
  );
}
