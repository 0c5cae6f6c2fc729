import { useParams, useSearchParams } from '@solidjs/router';
import { Match, Show, Switch } from 'solid-js';
import {
  changesAddress,
  comparedFamiliesAddress,
  compareCohortAddress,
  comparisonAddress,
} from '../../addresses.ts';
import { dayInWords } from '../../day-in-words.ts';
import { Answered } from '../../frame/answered.tsx';
import { Screen } from '../../frame/screen.tsx';
import { ChangedTable } from '../changed-table.tsx';
import styles from './cohort.module.css';
import { comparisonName } from './comparison-in-words.ts';
import { createCompared } from './create-compared.ts';
import { createFamilyCompared } from './create-family-compared.ts';

type FamilyCompared = ReturnType<typeof createFamilyCompared>;

interface DecidedProps {
  readonly compared: FamilyCompared;
  readonly before: string;
  readonly after: string;
}

/** How the looking for causes stands. */
function Looking(props: { readonly compared: FamilyCompared }) {
  const causes = () => props.compared.causes;
  return (
    <Switch>
      <Match when={props.compared.restatedAlone()}>
        <p>
          Which edits cause this cannot be said: the day of attachment is restated under one version alone.
        </p>
      </Match>
      <Match when={causes().broken()}>
        <p role="alert">Which edits cause this could not be found: the page failed at it. Load it again.</p>
      </Match>
      <Match when={causes().refused()}>
        <p>Which edits cause this cannot be said: the two versions have no id in common.</p>
      </Match>
      <Match when={causes().looking()}>
        <p role="status">The edits that cause it are being looked for.</p>
      </Match>
    </Switch>
  );
}

function Decided(props: DecidedProps) {
  return (
    <Show
      when={!props.compared.broken()}
      fallback={<p role="alert">The page failed at it. Load it again.</p>}
    >
      <Show
        when={props.compared.changed()}
        fallback={<p role="status">It is being decided under both versions.</p>}
      >
        {(changed) => (
          <>
            <Looking compared={props.compared} />
            <ChangedTable
              changed={changed()}
              before={props.before}
              now={props.after}
              causes={props.compared.restatedAlone() ? undefined : props.compared.causes}
            />
          </>
        )}
      </Show>
    </Show>
  );
}

/** One family of a comparison: what the two versions say of it differently, and because of which edits. */
export function ComparedFamilyScreen() {
  const params = useParams<{ job: string; family: string }>();
  const [search] = useSearchParams<{ pair: string }>();
  const { job, pair, rules, before, after } = createCompared(
    () => params.job,
    () => search.pair,
  );
  const compared = createFamilyCompared({ job: job.value, family: () => params.family, rules });
  const name = () => decodeURIComponent(params.family);
  const edits = () => {
    const now = pair();
    if (now === undefined || now.left.draft !== null || now.right.draft !== null) return undefined;
    return now.left.id === now.right.id && now.left.version !== now.right.version
      ? changesAddress(now.left.id, now.left.version, now.right.version)
      : undefined;
  };
  return (
    <Screen
      title={`Family ${name()}`}
      wrong={job.problem() !== undefined || compared.text.problem() !== undefined}
      trail={[
        { href: compareCohortAddress(), text: 'Over a cohort' },
        {
          href: comparisonAddress(params.job, { pair: String(pair()?.at ?? 0) }),
          text: job.value() === undefined ? 'Comparison' : `${before()} and ${after()}`,
        },
        {
          href: comparedFamiliesAddress(params.job, { pair: String(pair()?.at ?? 0), changed: 'true' }),
          text: 'Changed families',
        },
      ]}
    >
      <Answered answer={job} waiting="Asking the server for the comparison.">
        {(now) => (
          <div class={styles.part}>
            <p>
              {comparisonName(now())}, over {now().question.cohort.title}, as of{' '}
              {dayInWords(now().question.asOf)}. It is decided again in this page.
            </p>
            <Show when={edits()}>
              {(href) => (
                <p>
                  <a href={href()}>All edits between these two versions</a>
                </p>
              )}
            </Show>
            <Show
              when={!rules.left.isDraft() && !rules.right.isDraft()}
              fallback={<p>A draft was compared as it was then, which this page cannot read any more.</p>}
            >
              <Answered answer={rules.left} waiting="Asking the server for the version before.">
                {() => (
                  <Answered answer={rules.right} waiting="Asking the server for the version after.">
                    {() => (
                      <Answered answer={compared.text} waiting="Asking the server for the family.">
                        {() => <Decided compared={compared} before={before()} after={after()} />}
                      </Answered>
                    )}
                  </Answered>
                )}
              </Answered>
            </Show>
          </div>
        )}
      </Answered>
    </Screen>
  );
}
