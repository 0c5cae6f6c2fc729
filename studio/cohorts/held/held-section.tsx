import { useSearchParams } from '@solidjs/router';
import { createMemo, For, Show } from 'solid-js';
import { heldAddress } from '../../addresses.ts';
import type { Answer, Cohort, HeldAside } from '../../api.ts';
import { Answered } from '../../frame/answered.tsx';
import { createAnswer } from '../../session/create-answer.ts';
import { DownloadLink } from '../../session/download-link.tsx';
import { useSession } from '../../session/session.ts';
import { Button } from '../../ui/button.tsx';
import { counted } from '../../ui/number-in-words.ts';
import { Pages } from '../../ui/pages.tsx';
import styles from '../cohorts.module.css';
import { createTables } from '../create-cohorts.ts';
import { createMending } from './create-mending.ts';
import { HeldFamilyForm } from './held-family.tsx';

/** Families whose rows are shown at once. */
const together = 20;

/** A page of what is held aside, asked for again whenever the cohort changes; the one before stays until it comes. */
function createHeld(cohort: () => Cohort, from: () => number) {
  const { client } = useSession();
  const answer = createAnswer(
    'held',
    () => ({ id: cohort().id, revision: cohort().revision, from: from() }),
    async ({ id, from: first }): Promise<Answer<HeldAside>> => {
      const query = { from: String(first), limit: String(together) };
      const response = await client.cohorts[':id'].held.$get({ param: { id }, query });
      if (response.status === 200) return { ok: true, value: await response.json() };
      return { ok: false, problem: await response.json() };
    },
  );
  const value = createMemo((last: HeldAside | undefined) => answer.value() ?? last);
  return { ...answer, value };
}

interface HeldSectionProps {
  readonly cohort: Cohort;
  readonly mayMend: boolean;
  readonly onDone: (told: string) => void;
}

/** What is held aside of a cohort: each row with what is wrong with it, to be mended and sent again alone, or left out. */
export function HeldSection(props: HeldSectionProps) {
  const [search] = useSearchParams<{ from: string }>();
  const from = () => (/^\d{1,9}$/.test(search.from ?? '') ? Number(search.from) : 0);
  const held = createHeld(() => props.cohort, from);
  const tables = createTables(() => props.cohort.vocabulary);
  let heading: HTMLElement | undefined;
  const mending = createMending(
    () => props.cohort,
    (told, now) => {
      // because what was pressed goes with what was mended
      if (now?.state === 'whole') document.querySelector<HTMLElement>('h1')?.focus();
      else heading?.focus();
      props.onDone(told);
    },
  );
  const changed = (families: HeldAside['items']) => families.filter((one) => mending.pending([one]) > 0);
  return (
    <section class={styles.part} aria-labelledby="held-title">
      <h2 id="held-title" tabindex="-1" ref={(element) => (heading = element)}>
        Rows to mend
      </h2>
      <p class={styles.text}>
        {counted(props.cohort.findings, 'thing is', 'things are')} wrong, and{' '}
        {counted(props.cohort.held, 'family is', 'families are')} held aside with all their rows. Mend a row
        here and send it again alone, or leave it out. Once nothing is held aside the cohort is whole.
      </p>
      <p>
        <DownloadLink of={`/cohorts/${props.cohort.id}/findings.csv`} name="findings.csv">
          Everything that is wrong, as CSV
        </DownloadLink>
      </p>
      <Answered answer={tables} waiting="Asking the server for the tables.">
        {(known) => (
          <Answered answer={held} waiting="Asking the server for the rows.">
            {(page) => (
              <>
                <Pages
                  what="families"
                  from={from()}
                  shown={page().items.length}
                  total={page().total}
                  size={together}
                  address={(first) => heldAddress(props.cohort.id, first)}
                />
                <Show when={page().items.length === 0 && page().total > 0}>
                  <p>
                    Nothing is held from there on.{' '}
                    <a href={heldAddress(props.cohort.id)}>From the first one on</a>
                  </p>
                </Show>
                <For each={page().items}>
                  {(one) => (
                    <HeldFamilyForm
                      held={one}
                      tables={known().tables}
                      mending={mending}
                      mayMend={props.mayMend}
                    />
                  )}
                </For>
                <Show when={changed(page().items).length > 1}>
                  <div>
                    <Button
                      kind="main"
                      busy={mending.busy()}
                      onPress={() => void mending.send(changed(page().items))}
                    >
                      Send all {mending.pending(page().items)} rows that were changed
                    </Button>
                  </div>
                </Show>
              </>
            )}
          </Answered>
        )}
      </Answered>
    </section>
  );
}
