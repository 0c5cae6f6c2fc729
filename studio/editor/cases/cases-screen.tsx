import { createMemo, createSignal, Show } from 'solid-js';
import { draftAddress } from '../../addresses.ts';
import type { CaseVerdicts } from '../../draft/checking.ts';
import { LongList } from '../../ui/long-list.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import controls from '../controls/controls.module.css';
import { FindingList } from '../controls/finding-list.tsx';
import { Part } from '../part.tsx';
import { useRules } from '../rules.ts';
import list from '../rules/rule-list.module.css';
import { findingsWithin, type Spot } from '../spot.ts';
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
    const went = all().map((one) => wentOf().get(idOf(one))?.passed);
    const count = (wanted: boolean | undefined) => went.filter((one) => one === wanted).length;
    const waiting = count(undefined) === 0 ? '' : `, ${count(undefined)} not run yet`;
    return `${shown().length} of ${all().length} cases; ${count(true)} passed, ${count(false)} failed${waiting}`;
  };
  return { find, setFind, failed, setFailed, wentOf, shown, told };
}

interface CaseRowProps {
  readonly spot: Spot;
  readonly wentOf: ReadonlyMap<string, CaseVerdicts>;
}

/** A case by its name, and how it went. */
function CaseRow(props: CaseRowProps) {
  const rules = useRules();
  const id = () => idOf(props.spot.value());
  const went = () => props.wentOf.get(id());
  return (
    <>
      <div class={styles.named}>
        <CaseTag went={went()} />
        <h2>
          <a href={draftAddress(rules.editing.draft().id, `cases/${id()}`)}>
            {textOf(memberOf(props.spot.value(), 'name'))}
          </a>
        </h2>
      </div>
      <Show when={went()}>
        {(one) => <CaseDifferences went={one()} expect={memberOf(props.spot.value(), 'expect')} />}
      </Show>
      <FindingList findings={findingsWithin(props.spot)} />
    </>
  );
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
      <LongList each={cases.shown()} class={list.list} close fallback={<li>There is no such case.</li>}>
        {(at) => <CaseRow spot={rules.cases.at('cases', at)} wentOf={cases.wentOf()} />}
      </LongList>
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
