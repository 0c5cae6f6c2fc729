import { For, Show } from 'solid-js';
import { decisionAddress, readingAddress } from '../../addresses.ts';
import type { KeptDecision } from '../../api.ts';
import { dayInWords } from '../../day-in-words.ts';
import { instantInWords } from '../../instant-in-words.ts';
import { SummaryList } from '../../ui/summary-list.tsx';
import type { Actors } from '../create-actors.ts';
import { createKept } from '../create-kept.ts';
import { familyNamed } from '../decision-table.tsx';
import styles from '../decisions.module.css';

const held: Readonly<Record<KeptDecision['family']['held'], string>> = {
  family: 'its record is held with the decision',
  withheld: 'its record was withheld: only a keyed hash of it is held',
  erased: 'it was erased: nothing is left of it, and the decision is nobody’s',
};

/** The version that decided. */
function VersionLink(props: { readonly ruleset: KeptDecision['ruleset'] }) {
  return (
    <a href={readingAddress(props.ruleset)}>
      {props.ruleset.id} {props.ruleset.version}
    </a>
  );
}

function Hash(props: { readonly text: string }) {
  return <code class={styles.hash}>{props.text}</code>;
}

function Calendars(props: { readonly hashes: KeptDecision['calendarHashes'] }) {
  return (
    <ul>
      <For each={Object.entries(props.hashes)}>
        {([id, hash]) => (
          <li>
            {id}: <Hash text={hash} />
          </li>
        )}
      </For>
    </ul>
  );
}

/** What a decision replaced, and what replaced it. */
function Standing(props: { readonly kept: KeptDecision }) {
  const later = createKept(() => ({ supersedes: props.kept.record, limit: '1' }));
  const unreplaced = () => {
    if (later.problem() !== undefined)
      return 'Whether another has replaced it could not be asked. Load the page again.';
    return later.value() === undefined ? 'Being asked.' : 'It stands: nothing has replaced it.';
  };
  return (
    <>
      <Show when={later.value()?.decisions[0]} fallback={<p>{unreplaced()}</p>}>
        {(next) => (
          <p>
            Superseded by <a href={decisionAddress(next().record)}>a later decision</a>, kept{' '}
            {instantInWords(next().at)}.
          </p>
        )}
      </Show>
      <Show when={props.kept.supersedes}>
        {(before) => (
          <p>
            It supersedes <a href={decisionAddress(before())}>an earlier decision</a>.
          </p>
        )}
      </Show>
      <Show when={props.kept.note}>{(note) => <p>Why: {note()}</p>}</Show>
    </>
  );
}

/** When, by whom, on what a decision was made: everything but its answer, with its hashes. */
export function RecordFacts(props: { readonly kept: KeptDecision; readonly actors: Actors }) {
  const rows = () => {
    const kept = props.kept;
    const { family, engine } = kept;
    const restated =
      kept.restateAttachment === null
        ? []
        : [{ term: 'As if attached on', value: dayInWords(kept.restateAttachment) }];
    return [
      { term: 'Family', value: `${familyNamed(family.id)}; ${held[family.held]}` },
      { term: 'As of', value: dayInWords(kept.asOf) },
      ...restated,
      { term: 'Rules', value: <VersionLink ruleset={kept.ruleset} /> },
      { term: 'Kept', value: `${instantInWords(kept.at)}, by ${props.actors.nameOf(kept.who)}` },
      { term: 'Standing', value: <Standing kept={kept} /> },
      { term: 'Record', value: <Hash text={kept.record} /> },
      { term: 'Decision', value: kept.id === null ? 'Its id went with the family' : <Hash text={kept.id} /> },
      { term: 'Hash of the rules', value: <Hash text={kept.ruleset.hash} /> },
      { term: 'Hash of the vocabulary', value: <Hash text={kept.vocabularyHash} /> },
      { term: 'Hash of the family’s vocabulary', value: <Hash text={kept.familyVocabularyHash} /> },
      { term: 'Hashes of calendars', value: <Calendars hashes={kept.calendarHashes} /> },
      { term: 'Digest of the trace', value: <Hash text={kept.trace.digest} /> },
      { term: 'Decided by', value: `${engine.build}, semantics ${engine.semantics}` },
    ];
  };
  return (
    <section class={styles.part} aria-labelledby="facts-title">
      <h2 id="facts-title">On what it rests</h2>
      <SummaryList rows={rows()} />
    </section>
  );
}
