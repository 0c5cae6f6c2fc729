import { For, Show } from 'solid-js';
import type { Costs } from '../api.ts';
import styles from '../claims/claims.module.css';
import { toldBy } from '../claims/told-by.ts';
import { pounds } from '../money-in-words.ts';
import { numberInWords } from '../ui/number-in-words.ts';
import { Table } from '../ui/table.tsx';
import { createSent, exampleOf } from './create-sent.ts';
import { SentView } from './sent-view.tsx';

type Phase = Costs['phases'][number];
type Line = Phase['lines'][number];

function quantityOf({ counted }: Line): string {
  if (counted === null) return 'Entered';
  const { quantity, unit, ratePence } = counted;
  const many = typeof quantity === 'number' ? numberInWords(quantity) : `${quantity.part}/${quantity.of}`;
  return `${many} × ${unit} at ${pounds(ratePence)}`;
}

function PhaseTable(props: { readonly phase: Phase }) {
  return (
    <div class={styles.part}>
      <Table
        caption={props.phase.label}
        columns={[
          { head: 'Item' },
          { head: 'Who bears it' },
          { head: 'How much of what' },
          { head: 'Prices of' },
          { head: 'Cost', number: true },
        ]}
        rows={props.phase.lines}
        cells={(line) => [line.label, line.agency, quantityOf(line), line.priceYear, pounds(line.pence)]}
      />
      <p>
        {pounds(props.phase.pence)} by its items
        <Show when={props.phase.printed} fallback=".">
          {(printed) => (
            <>
              ; the source prints {pounds(printed().pence)}
              {printed().differencePence === 0
                ? ', the same.'
                : `, apart by ${pounds(Math.abs(printed().differencePence))}: both stand.`}
            </>
          )}
        </Show>
      </p>
    </div>
  );
}

/** What a family cost before, during and after, by unit costs. */
export function CostsScreen() {
  const sent = createSent<Costs>({
    // because the server checks what it is sent, and says what is wrong
    ask: (client, document) => toldBy(client['cost-sheets'].$post({ query: {}, json: document as never })),
    example: async (client) => {
      const unitCosts = await exampleOf(client, 'unit-costs');
      if (!unitCosts.ok) return unitCosts;
      const sheet = await exampleOf(client, 'family-e');
      return sheet.ok ? { ok: true, value: { unitCosts: unitCosts.value, sheet: sheet.value } } : sheet;
    },
  });
  return (
    <SentView
      title="What a family cost"
      lead="Quantities by unit costs, phase by phase: gross, with no claim of what would have been spent otherwise. Nothing that is sent here is kept."
      sent={sent}
      label="Unit costs and cost sheet"
      hint="A JSON file with `unitCosts` and `sheet`, as the API takes them."
      example="Use Family E of Hertfordshire’s report"
    >
      {(found) => (
        <section class={styles.part} aria-labelledby="costs-title">
          <h2 id="costs-title">What it comes to</h2>
          <For each={found().phases}>{(phase) => <PhaseTable phase={phase} />}</For>
          <Show when={found().saving}>
            {(saving) => (
              <p role="status">
                Saved, gross: {pounds(saving().pence)} by items
                <Show when={saving().printed}>
                  {(printed) => <>, and {pounds(printed().pence)} as printed</>}
                </Show>
                .
              </p>
            )}
          </Show>
        </section>
      )}
    </SentView>
  );
}
