import type { ProgrammeTotals } from '../api.ts';
import styles from '../claims/claims.module.css';
import { toldBy } from '../claims/told-by.ts';
import { createSent, exampleOf } from './create-sent.ts';
import { ProgrammeTotalsView } from './programme-totals.tsx';
import { PublishedProgrammes } from './published-programmes.tsx';
import { SentView } from './sent-view.tsx';

/** Families against target and the programme's funding, as sources have them. */
export function TargetsScreen() {
  const sent = createSent<ProgrammeTotals>({
    // because the server checks what it is sent, and says what is wrong
    ask: (client, document) => toldBy(client.programmes.$post({ query: {}, json: document as never })),
    example: (client) => exampleOf(client, 'programme'),
    what: 'a programme',
  });
  return (
    <SentView
      title="Targets and funding"
      lead="Families against target, and funding line by line. Where a source contradicts itself both figures stand, and that they differ is said. Nothing that is sent here is kept."
      sent={sent}
      label="Programme"
      hint="A JSON file of targets, figures and funding, each with its source."
      example="Use the figures of the sources"
      ways={<PublishedProgrammes />}
    >
      {(found) => (
        <section class={styles.part} aria-labelledby="totals-title">
          <h2 id="totals-title">{found().title}</h2>
          <ProgrammeTotalsView totals={found()} document={sent.document()} />
        </section>
      )}
    </SentView>
  );
}
