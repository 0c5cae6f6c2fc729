import { For, Show } from 'solid-js';
import { draftAddress } from '../../addresses.ts';
import controls from '../controls/controls.module.css';
import { Part } from '../part.tsx';
import { useRules } from '../rules.ts';
import type { Spot } from '../spot.ts';
import { listOf, memberOf } from '../value.ts';
import { RuleList } from './rule-list.tsx';
import styles from './rule-list.module.css';

/** The first lines below the sentence of a rule: what it asks. */
export function FirstLines(props: { readonly spot: Spot }) {
  const rules = useRules();
  const lines = () => rules.line(props.spot.pointer)?.children ?? [];
  return (
    <Show when={lines().length > 0}>
      <ul class={styles.below}>
        <For each={lines()}>{({ sentence }) => <li>{sentence}</li>}</For>
      </ul>
    </Show>
  );
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
          more={(spot) => <FirstLines spot={spot} />}
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
          more={(spot) => <FirstLines spot={spot} />}
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
        more={(spot) => (
          <Show
            when={listOf(memberOf(spot.value(), 'parts')).length > 0}
            fallback={<FirstLines spot={spot} />}
          >
            <p class={styles.aside}>{listOf(memberOf(spot.value(), 'parts')).length} parts</p>
            <FirstLines spot={spot} />
          </Show>
        )}
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
