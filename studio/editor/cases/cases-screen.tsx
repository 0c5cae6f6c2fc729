import { createMemo, createSignal, For, Show } from 'solid-js';
import { draftAddress } from '../../addresses.ts';
import { SearchBox } from '../../ui/search-box.tsx';
import controls from '../controls/controls.module.css';
import { FindingList } from '../controls/finding-list.tsx';
import { Part } from '../part.tsx';
import { useRules } from '../rules.ts';
import list from '../rules/rule-list.module.css';
import { findingsWithin } from '../spot.ts';
import { idOf, listOf, memberOf, textOf } from '../value.ts';
import { CaseDifferences, CaseTag } from './case-went.tsx';
import styles from './cases.module.css';

function createListed() {
  const rules = useRules();
  const [find, setFind] = createSignal('');
  const [failed, setFailed] = createSignal(false);
  const all = () => listOf(memberOf(rules.cases.value(), 'cases'));
  const wentOf = createMemo(() => new Map(rules.editing.cases().map((one) => [one.id, one])));
  const shown = createMemo(() => {
    const words = find().toLowerCase().split(/\s+/).filter(Boolean);
    return all().flatMap((one, at) => {
      const said = `${idOf(one)} ${textOf(memberOf(one, 'name'))}`.toLowerCase();
      const passed = wentOf().get(idOf(one))?.passed === true;
      return words.every((word) => said.includes(word)) && !(failed() && passed) ? [at] : [];
    });
  });
  const told = () => {
    const passed = all().filter((one) => wentOf().get(idOf(one))?.passed === true).length;
    return `${shown().length} of ${all().length} cases; ${passed} passed, ${all().length - passed} did not`;
  };
  return { all, find, setFind, failed, setFailed, wentOf, shown, told };
}

function Cases() {
  const rules = useRules();
  const cases = createListed();
  const here = (path: string) => draftAddress(rules.editing.draft().id, path);
  return (
    <>
      <p>
        <a href={here('add-case')}>Add a case</a>
      </p>
      <Show when={rules.editing.checked() === undefined}>
        <p role="status">The cases are run as soon as nothing is wrong with the rules.</p>
      </Show>
      <SearchBox
        label="Look for"
        hint="Words of the name, or the id."
        value={cases.find()}
        told={cases.told()}
        onSearch={cases.setFind}
      />
      <div class={controls.box}>
        <input
          id="cases:failed"
          type="checkbox"
          checked={cases.failed()}
          onChange={(event) => cases.setFailed(event.currentTarget.checked)}
        />
        <label for="cases:failed">Only those that did not pass</label>
      </div>
      <FindingList findings={rules.cases.findings()} />
      <ol class={list.list} data-close>
        <For each={cases.shown()} fallback={<li>There is no such case.</li>}>
          {(at) => {
            const spot = rules.cases.at('cases', at);
            const went = () => cases.wentOf().get(idOf(spot.value()));
            return (
              <li>
                <div class={styles.named}>
                  <CaseTag went={went()} />
                  <h2>
                    <a href={here(`cases/${idOf(spot.value())}`)}>{textOf(memberOf(spot.value(), 'name'))}</a>
                  </h2>
                </div>
                <Show when={went()}>
                  {(one) => <CaseDifferences went={one()} expect={memberOf(spot.value(), 'expect')} />}
                </Show>
                <FindingList findings={findingsWithin(spot)} />
              </li>
            );
          }}
        </For>
      </ol>
    </>
  );
}

/** The cases of a draft, and how each goes with the rules as they stand. */
export function CasesScreen() {
  return (
    <Part
      title="Cases"
      looked
      lead="Families and what the rules must say of them. All must pass before the draft is submitted."
    >
      {() => <Cases />}
    </Part>
  );
}
