import { createSignal, For, Show } from 'solid-js';
import type { Answer, Client, Costs } from '../api.ts';
import styles from '../claims/claims.module.css';
import { toldBy } from '../claims/told-by.ts';
import { dayInWords } from '../day-in-words.ts';
import { pounds } from '../money-in-words.ts';
import { useSession } from '../session/session.ts';
import { Button } from '../ui/button.tsx';
import { ConflictsTable } from './conflicts-table.tsx';
import { conflictsOfCosts, pricesInWords } from './costs-in-words.ts';
import { CostsPhase } from './costs-phase.tsx';
import { createSent, type Document, type ExampleName, exampleOf } from './create-sent.ts';
import { DownloadTable } from './download-table.tsx';
import { createFamilyGiven, FamilyGiven } from './family-given.tsx';
import { CostsField, createCostsChosen, PublishedCosts } from './published-costs.tsx';
import { SentView } from './sent-view.tsx';

/** Examples that come with the server, each under the key that the question has for it. */
async function together(
  client: Client,
  parts: Readonly<Record<string, ExampleName>>,
): Promise<Answer<Document>> {
  const held: Record<string, unknown> = {};
  for (const [key, name] of Object.entries(parts)) {
    const answer = await exampleOf(client, name);
    if (!answer.ok) return answer;
    held[key] = answer.value;
  }
  return { ok: true, value: held };
}

/** The last day of the example’s sheet is seen. */
const madeUp = async (client: Client): Promise<Answer<Document>> => {
  const parts = { unitCosts: 'counted-costs', sheet: 'counted-sheet', family: 'family' } as const;
  const answer = await together(client, parts);
  return answer.ok ? { ok: true, value: { ...answer.value, asOf: '2013-10-01' } } : answer;
};

const boundWords = {
  exact: '',
  'at-least': ', or more: some records are not known',
  'at-most': ', or less: some records are not known',
  open: ', or more or less: some records are not known',
} as const;

function Saving(props: { readonly saving: NonNullable<Costs['saving']> }) {
  return (
    <p role="status">
      Saved, gross: {pounds(props.saving.pence)} by items
      <Show when={props.saving.printed}>{(printed) => <>, and {pounds(printed().pence)} as printed</>}</Show>
      {boundWords[props.saving.bound]}.
    </p>
  );
}

/** What a family cost before, during and after, by unit costs and, where a family is given, by its records. */
export function CostsScreen() {
  const { client } = useSession();
  const given = createFamilyGiven();
  const chosen = createCostsChosen();
  const [isMadeUp, setMadeUp] = createSignal(false);
  const sent = createSent<Costs>({
    what: 'a cost sheet',
    // because the server checks what it is sent, and says what is wrong
    ask: (client, document) => toldBy(client['cost-sheets'].$post({ query: {}, json: document as never })),
    example: (client) =>
      isMadeUp() ? madeUp(client) : together(client, { unitCosts: 'unit-costs', sheet: 'family-e' }),
    complete: (document) => given.beside(chosen.beside(document)),
  });
  const use = (made: boolean) => {
    setMadeUp(made);
    return sent.useExample();
  };
  return (
    <SentView
      title="What a family cost"
      lead="Quantities by unit costs, phase by phase: gross, with no claim of what would have been spent otherwise. Nothing that is sent here is kept."
      sent={{ ...sent, useExample: () => use(false) }}
      label="Unit costs and cost sheet"
      hint="A JSON file with “unitCosts” and “sheet”, as the API takes them; or with the sheet alone, where published unit costs are chosen."
      example="Use Family E of Hertfordshire’s report"
      fields={
        <>
          <CostsField given={chosen} />
          <FamilyGiven given={given} />
        </>
      }
      ways={<PublishedCosts given={chosen} />}
      acts={
        <Button
          onPress={() => {
            void use(true);
          }}
        >
          Use a made-up family and its records
        </Button>
      }
    >
      {(found) => (
        <section class={styles.part} aria-labelledby="costs-title">
          <h2 id="costs-title">What it comes to</h2>
          <p>
            By {found().unitCosts.title}, {found().unitCosts.id} {found().unitCosts.version}.
          </p>
          <Show when={found().family}>
            {(family) => (
              <p>
                With the records of {family().id}, as seen on {dayInWords(family().asOf)}.
              </p>
            )}
          </Show>
          <p class={styles.text}>{pricesInWords(found())}</p>
          <DownloadTable
            name="costs.csv"
            of={() =>
              client['cost-sheets'].$post({
                query: { as: 'csv' },
                // because the server has read this document before
                json: sent.document() as never,
              })
            }
          >
            Download as CSV
          </DownloadTable>
          <For each={found().phases}>{(phase) => <CostsPhase phase={phase} uprated={found().uprated} />}</For>
          <Show when={found().saving}>{(saving) => <Saving saving={saving()} />}</Show>
          <Show when={found().conflicts.length > 0}>
            <ConflictsTable rows={conflictsOfCosts(found())} notes />
          </Show>
        </section>
      )}
    </SentView>
  );
}
