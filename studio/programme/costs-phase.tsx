import { For, Show } from 'solid-js';
import type { Costs } from '../api.ts';
import styles from '../claims/claims.module.css';
import { pounds } from '../money-in-words.ts';
import { numberInWords } from '../ui/number-in-words.ts';
import { Table } from '../ui/table.tsx';

type Phase = Costs['phases'][number];
type Line = Phase['lines'][number];
type Quantity = NonNullable<Line['counted']>['quantity'];

function manyOf(quantity: Quantity): string {
  return typeof quantity === 'number' ? numberInWords(quantity) : `${quantity.part}/${quantity.of}`;
}

function quantityOf({ counted, derived }: Line): string {
  if (counted === null) return 'Entered';
  const least = derived?.atLeast === true ? 'At least ' : '';
  return `${least}${manyOf(counted.quantity)} × ${counted.unit} at ${pounds(counted.ratePence)}`;
}

/** What a line rests on: records of the family, or what was entered. */
function Rests(props: { readonly line: Line }) {
  return (
    <Show when={props.line.derived} fallback={props.line.evidence ?? 'Entered by hand'}>
      {(derived) => (
        <details>
          <summary>
            {derived().records.length === 1
              ? '1 record'
              : `${numberInWords(derived().records.length)} records`}
          </summary>
          <ul>
            <For each={derived().records.slice(0, 100)}>
              {(record) => (
                <li>
                  {record.text} <code>{`/records/${record.recordType}/${record.index}`}</code>
                </li>
              )}
            </For>
          </ul>
          <Show when={derived().records.length > 100}>
            <p>The first 100 are listed.</p>
          </Show>
          <Show when={derived().missingText !== ''}>
            <p>There may be more: {derived().missingText}.</p>
          </Show>
        </details>
      )}
    </Show>
  );
}

/** What of a phase each agency bears. */
function ByAgency(props: { readonly phase: Phase }) {
  return (
    <Table
      caption={`${props.phase.label}, by who bears it`}
      columns={[{ head: 'Who bears it' }, { head: 'Cost', number: true }]}
      rows={props.phase.byAgency}
      cells={({ agency, pence, atLeast }) => [agency, `${atLeast ? 'At least ' : ''}${pounds(pence)}`]}
    />
  );
}

/** What a phase comes to, beside what its source prints. */
function Total(props: { readonly phase: Phase }) {
  return (
    <p>
      {props.phase.atLeast ? 'At least ' : ''}
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
  );
}

/** What records come to beside the lines: entered by hand too, known to be none, not known. */
function Apart(props: { readonly phase: Phase }) {
  return (
    <>
      <Show when={props.phase.enteredToo.length > 0}>
        <h3>Entered by hand, and in the records</h3>
        <ul>
          <For each={props.phase.enteredToo}>
            {(one) => (
              <li>
                {one.label}: {pounds(one.enteredPence)} as entered is added up. The records come to{' '}
                {one.atLeast ? 'at least ' : ''}
                {manyOf(one.quantity)} × {one.unit}, {pounds(one.recordsPence)}, which is not added.
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.phase.notKnown.length > 0}>
        <h3>Not known</h3>
        <ul>
          <For each={props.phase.notKnown}>
            {(one) => (
              <li>
                {one.label}: {one.missingText}.
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.phase.none.length > 0}>
        <p>Known to be none: {props.phase.none.map(({ label }) => label).join('; ')}.</p>
      </Show>
    </>
  );
}

interface CostsPhaseProps {
  readonly phase: Phase;
  /** The year whose prices its lines are made, where an index was given. */
  readonly uprated: Costs['uprated'];
}

/** One phase of a cost sheet: its lines, what they come to, and what a family’s records say beside them. */
export function CostsPhase(props: CostsPhaseProps) {
  const costHeads = () =>
    props.uprated === null
      ? [{ head: 'Cost', number: true }]
      : [
          { head: 'As printed', number: true },
          { head: `In prices of ${props.uprated.to}`, number: true },
        ];
  return (
    <div class={styles.part}>
      <Table
        caption={props.phase.label}
        columns={[
          { head: 'Item' },
          { head: 'Who bears it' },
          { head: 'How much of what' },
          { head: 'Rests on' },
          { head: 'Prices of' },
          ...costHeads(),
        ]}
        rows={props.phase.lines}
        cells={(line) => [
          line.label,
          line.agency,
          quantityOf(line),
          <Rests line={line} />,
          line.priceYear,
          ...(props.uprated === null ? [] : [pounds(line.pence)]),
          pounds(line.upratedPence),
        ]}
      />
      <Total phase={props.phase} />
      <ByAgency phase={props.phase} />
      <Apart phase={props.phase} />
    </div>
  );
}
