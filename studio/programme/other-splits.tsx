import { For } from 'solid-js';
import type { Projection } from '../api.ts';
import styles from '../claims/claims.module.css';
import { counted, numberInWords } from '../ui/number-in-words.ts';
import { Table } from '../ui/table.tsx';

type Led = Projection['columns'][number]['leads'][number];

/** How many a lead has, of how many there is room for. */
export function ledInWords({ families, room, beyond }: Led): string {
  if (room === null) return numberInWords(families);
  const over = beyond === 0 ? '' : `, ${numberInWords(beyond ?? 0)} too many`;
  return `${numberInWords(families)} of ${numberInWords(room)}${over}`;
}

interface OtherSplitsProps {
  readonly projection: Projection;
  readonly leadName: (id: string) => string;
}

/** Who would lead whom, were the same families shared otherwise. */
export function OtherSplits(props: OtherSplitsProps) {
  const peakOf = (split: Projection['otherSplits'][number]) =>
    split.peak.leads.map((lead) => `${props.leadName(lead.id)} ${ledInWords(lead)}`).join(', ');
  const beyond = (split: Projection['otherSplits'][number]) =>
    split.uncommissioned
      .filter(({ families }) => families > 0)
      .map(
        ({ id, families }) =>
          `${props.leadName(id)}: ${counted(families, 'family', 'families')} beyond what is commissioned. `,
      )
      .join('');
  return (
    <section class={styles.part} aria-labelledby="other-splits-title">
      <h2 id="other-splits-title">The same families, shared otherwise</h2>
      <For each={props.projection.otherSplits}>
        {(split) => (
          <>
            <h3>{split.label}</h3>
            <p class={styles.text}>
              In {split.peak.label}, with {counted(split.peak.caseload, 'family', 'families')}:{' '}
              {peakOf(split)}. {beyond(split)}
            </p>
            <p class={styles.text}>{split.source}</p>
            <Table
              caption={`Who leads, by the split ${split.label}`}
              columns={[
                { head: 'Column' },
                ...split.peak.leads.map(({ id }) => ({ head: props.leadName(id), number: true })),
              ]}
              rows={split.columns}
              cells={({ label, leads }) => [label, ...leads.map(ledInWords)]}
            />
          </>
        )}
      </For>
    </section>
  );
}
