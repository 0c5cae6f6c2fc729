import { For, Show } from 'solid-js';
import { draftAddress } from '../../addresses.ts';
import controls from '../controls/controls.module.css';
import type { ReadLine } from '../../reading/read-version.ts';
import { Part } from '../part.tsx';
import { useRules } from '../rules.ts';
import type { Spot } from '../spot.ts';
import { RuleList } from './rule-list.tsx';
import styles from './rule-list.module.css';

/** What a line says below itself, as far as it has not been said. */
function LinesBelow(props: { readonly line: ReadLine }) {
  const lines = () => props.line.children.filter(({ saidAbove }) => !saidAbove);
  return (
    <Show when={lines().length > 0}>
      <ul class={styles.below}>
        <For each={lines()}>
          {(line) => (
            <li>
              {line.sentence}
              <LinesBelow line={line} />
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

/** All that a rule asks, as sentences. */
export function LinesOf(props: { readonly spot: Spot }) {
  const rules = useRules();
  return <Show when={rules.line(props.spot.pointer)}>{(line) => <LinesBelow line={line()} />}</Show>;
}

function Identify() {
  const rules = useRules();
  const here = (path: string) => draftAddress(rules.editing.draft().id, path);
  return (
    <>
      <section class={controls.stack} aria-labelledby="identify:criteria">
        <h2 id="identify:criteria">Criteria</h2>
        <p>
          <a href={here('add-criterion')}>Add a criterion</a>
        </p>
        <RuleList
          list={['criteria']}
          at={(id) => `criteria/${id}`}
          word="criterion"
          none="There is no criterion yet: who is identified is not said."
          more={(spot) => <LinesOf spot={spot} />}
        />
      </section>
      <section class={controls.stack} aria-labelledby="identify:routes">
        <h2 id="identify:routes">Routes</h2>
        <p>A family is eligible by the first of these that lets it in.</p>
        <p>
          <a href={here('add-route')}>Add a route</a>
        </p>
        <RuleList
          list={['eligibility', 'routes']}
          at={(id) => `routes/${id}`}
          word="route"
          none="There is no route yet: no family is eligible."
          more={(spot) => <LinesOf spot={spot} />}
        />
      </section>
    </>
  );
}

/** Who is identified, and by which routes a family is eligible. */
export function IdentifyScreen() {
  return (
    <Part
      title="Identify"
      lead="The criteria that families are identified by, and the routes to being eligible."
    >
      {() => <Identify />}
    </Part>
  );
}

function Outcomes() {
  const rules = useRules();
  return (
    <>
      <p>
        <a href={draftAddress(rules.editing.draft().id, 'add-outcome')}>Add an outcome</a>
      </p>
      <RuleList
        list={['outcomes']}
        at={(id) => `outcomes/${id}`}
        word="outcome"
        level={2}
        none="There is no outcome yet: nothing counts as a result."
        more={(spot) => <LinesOf spot={spot} />}
      />
    </>
  );
}

/** What counts as a result. */
export function OutcomesScreen() {
  return (
    <Part title="Outcomes" lead="What counts as a result, in the order in which they are judged.">
      {() => <Outcomes />}
    </Part>
  );
}
