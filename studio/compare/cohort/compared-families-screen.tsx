import { useParams, useSearchParams } from '@solidjs/router';
import { createMemo, For, Show } from 'solid-js';
import {
  comparedFamiliesAddress,
  comparedFamilyAddress,
  compareCohortAddress,
  comparisonAddress,
} from '../../addresses.ts';
import type { ComparedFamily } from '../../api.ts';
import { editKinds, editSubjects } from '../../changes/edit-words.ts';
import type { Ruleset } from '../../engine.ts';
import { Answered } from '../../frame/answered.tsx';
import { Screen } from '../../frame/screen.tsx';
import { DownloadLink } from '../../session/download-link.tsx';
import { counted } from '../../ui/number-in-words.ts';
import { RowList } from '../../ui/row-list.tsx';
import styles from './cohort.module.css';
import { difference } from './comparison-in-words.ts';
import { createCompared } from './create-compared.ts';
import { createComparedFamilies, createResults } from './create-jobs.ts';
import { filterIn, filterInWords } from './filter-in-words.ts';
import { verdictOf } from './names-in-rules.ts';
import { sideWords } from './transitions.ts';

interface FamilyLineProps {
  readonly one: ComparedFamily;
  readonly href: string;
  readonly rulesets: readonly Ruleset[];
}

/** What is said of a family of which no verdict changes. */
function withoutVerdicts({ changed, wrong }: ComparedFamily): string {
  if (wrong !== undefined) return `It could not be decided (${wrong.problem}).`;
  return changed ? 'A route, a part of an outcome or an amount changes.' : 'No verdict changes.';
}

/** A family, what is told differently of it, and the pounds that move. */
function FamilyLine(props: FamilyLineProps) {
  const more = () => props.one.rightDuePence - props.one.leftDuePence;
  return (
    <>
      <h2>
        <a href={props.href}>Family {props.one.family}</a>
      </h2>
      <Show when={props.one.wrong}>{(wrong) => <p>It could not be decided ({wrong().problem}).</p>}</Show>
      <Show when={props.one.changes.length > 0} fallback={<p>{withoutVerdicts(props.one)}</p>}>
        <ul class={styles.changes}>
          <For each={props.one.changes}>
            {({ path, from, to }) => (
              <li>
                {verdictOf(path, props.rulesets)}: {sideWords[from ?? 'none']}, then {sideWords[to ?? 'none']}
              </li>
            )}
          </For>
        </ul>
      </Show>
      <p class={styles.aside}>Due: {difference(more())}</p>
    </>
  );
}

/** The families behind a number of a comparison. */
export function ComparedFamiliesScreen() {
  const params = useParams<{ job: string }>();
  const [search] = useSearchParams();
  const pairText = () => (typeof search['pair'] === 'string' ? search['pair'] : undefined);
  const cursor = () => (typeof search['cursor'] === 'string' ? search['cursor'] : undefined);
  const { job, pair, rules, before, after } = createCompared(() => params.job, pairText);
  const filter = createMemo(() => filterIn(search));
  const asked = createMemo(() => {
    const now = pair();
    if (now === undefined) return undefined;
    return { left: String(now.at), right: String(now.at + 1), ...filter() };
  });
  const families = createComparedFamilies(() => {
    const query = asked();
    const from = cursor();
    return query && { id: params.job, filter: { ...query, ...(from === undefined ? {} : { cursor: from }) } };
  });
  const results = createResults(() => (filter()['edit'] === undefined ? undefined : params.job));
  const editNamed = (number: string) => {
    const edits = results.value()?.pairs[pair()?.at ?? 0]?.explained?.edits ?? [];
    const found = edits.find(({ edit }) => String(edit) === number);
    return (
      found && `${editKinds[found.kind]} ${editSubjects[found.of]}: ${found.now ?? found.was ?? found.id}`
    );
  };
  const which = () =>
    filterInWords(filter(), {
      before: before(),
      after: after(),
      rulesets: rules.rulesets(),
      edit: editNamed,
    });
  const file = (as: string) =>
    `/jobs/${params.job}/families?${new URLSearchParams({ ...asked(), as }).toString()}`;
  const onlyPair = () => ({ pair: String(pair()?.at ?? 0) });
  return (
    <Screen
      title="Families of a comparison"
      wrong={job.problem() !== undefined || families.problem() !== undefined}
      trail={[
        { href: compareCohortAddress(), text: 'Over a cohort' },
        {
          href: comparisonAddress(params.job, onlyPair()),
          text: pair() === undefined ? 'Comparison' : `${before()} and ${after()}`,
        },
      ]}
      lead={<Show when={which()}>{(words) => <p>{words()}.</p>}</Show>}
    >
      <Answered answer={job} waiting="Asking the server for the comparison.">
        {() => (
          <Answered answer={families} waiting="Asking the server for the families.">
            {(page) => (
              <>
                <p role="status">
                  {counted(page().families.length, 'family', 'families')}
                  {cursor() === undefined ? '' : ' more'}
                  {page().next === null ? '.' : ', and there are more after them.'}
                </p>
                <RowList
                  rows={page().families.map((one) => ({ id: one.family, one }))}
                  class={styles.families}
                >
                  {(row) => (
                    <FamilyLine
                      one={row().one}
                      href={comparedFamilyAddress(params.job, row().id, pair()?.at ?? 0)}
                      rulesets={rules.rulesets()}
                    />
                  )}
                </RowList>
                <Show when={page().next}>
                  {(next) => (
                    <p>
                      <a
                        href={comparedFamiliesAddress(params.job, {
                          ...onlyPair(),
                          ...filter(),
                          cursor: next(),
                        })}
                      >
                        The next families
                      </a>
                    </p>
                  )}
                </Show>
                <ul class={styles.ways}>
                  <For each={['csv', 'xlsx']}>
                    {(as) => (
                      <li>
                        <DownloadLink of={file(as)} name={`families.${as}`}>
                          All of these as {as.toUpperCase()}
                        </DownloadLink>
                      </li>
                    )}
                  </For>
                </ul>
              </>
            )}
          </Answered>
        )}
      </Answered>
    </Screen>
  );
}
