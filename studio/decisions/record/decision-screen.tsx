import { useParams } from '@solidjs/router';
import { createMemo, Show } from 'solid-js';
import { decisionsAddress } from '../../addresses.ts';
import type { KeptDecision } from '../../api.ts';
import { headline } from '../../decision/in-words.ts';
import { Answered } from '../../frame/answered.tsx';
import { Screen } from '../../frame/screen.tsx';
import { createReading } from '../../reading/create-reading.ts';
import { AnswerTables } from './answer-tables.tsx';
import { createActors } from '../create-actors.ts';
import { createInFull } from './create-in-full.ts';
import { createKeptDecision } from '../create-kept.ts';
import { createReplay } from './create-replay.ts';
import styles from '../decisions.module.css';
import { addressWith } from '../filter/filter.ts';
import { EvidenceView } from './evidence-view.tsx';
import { InFullView } from './in-full-view.tsx';
import { partNames } from '../filter/part-names.ts';
import { RecordFacts } from './record-facts.tsx';
import { ReplayView } from './replay-view.tsx';

const titleOf = ({ family }: KeptDecision) =>
  family.id === null ? 'Decision of a family that was erased' : `Decision of family ${family.id}`;

/** What else there is of the same family. */
function OfTheFamily(props: { readonly family: string }) {
  return (
    <ul class={styles.ways}>
      <li>
        <a href={addressWith(decisionsAddress, { family: props.family })}>
          All kept decisions of family {props.family}
        </a>
      </li>
    </ul>
  );
}

/** One kept decision, as a document. */
export function DecisionScreen() {
  const params = useParams<{ record: string }>();
  const kept = createKeptDecision(() => params.record);
  const actors = createActors();
  const reading = createReading(() => kept.value()?.ruleset);
  const names = createMemo(() => partNames(reading.value()));
  const replay = createReplay(() => params.record);
  const inFull = createInFull(kept.value, reading.value);
  const title = () => {
    const one = kept.value();
    return one === undefined ? 'A kept decision' : titleOf(one);
  };
  return (
    <Screen
      title={title()}
      wrong={kept.problem() !== undefined}
      trail={[{ href: decisionsAddress, text: 'Decisions' }]}
    >
      <Answered answer={kept} waiting="Asking the server for this decision.">
        {(one) => (
          <>
            <section class={styles.part} aria-labelledby="answer-title">
              <p class={styles.headline}>{headline(one().answer, one().family.id ?? '(erased)')}</p>
              <Show when={one().family.id}>{(family) => <OfTheFamily family={family()} />}</Show>
              <h2 id="answer-title">What was decided</h2>
              <AnswerTables answer={one().answer} names={names()} />
            </section>
            <RecordFacts kept={one()} actors={actors} />
            <ReplayView replay={replay} ruleset={reading.value()?.checked.ruleset} />
            <EvidenceView kept={one()} />
            <Answered answer={reading} waiting="Fetching the version that decided.">
              {(version) => <InFullView kept={one()} version={version()} inFull={inFull} />}
            </Answered>
          </>
        )}
      </Answered>
    </Screen>
  );
}
