import { Show } from 'solid-js';
import { costsAddress, forecastAddress, targetsAddress } from '../addresses.ts';
import type { Projection } from '../api.ts';
import { toldBy } from '../claims/told-by.ts';
import styles from '../claims/claims.module.css';
import { createSent, type Document, exampleOf } from './create-sent.ts';
import { ProjectionView } from './projection-view.tsx';
import { ScheduleForm } from './schedule-form.tsx';
import { SentView } from './sent-view.tsx';

interface Lead {
  readonly id?: unknown;
  readonly label?: unknown;
}

/** What leads are called in a schedule. */
function leadNames(schedule: Document | undefined): ReadonlyMap<string, string> {
  const leads = Array.isArray(schedule?.['leads']) ? (schedule['leads'] as readonly Lead[]) : [];
  return new Map(leads.map(({ id, label }) => [String(id), String(label)]));
}

/** What a schedule of families taken on comes to; and the ways to targets and costs. */
export function ProgrammeScreen() {
  const sent = createSent<Projection>({
    // because the server checks what it is sent, and says what is wrong
    ask: (client, document) => toldBy(client.projections.$post({ query: {}, json: document as never })),
    example: (client) => exampleOf(client, 'schedule'),
    what: 'a schedule',
  });
  const leadName = (id: string) => leadNames(sent.document()).get(id) ?? id;
  return (
    <SentView
      title="Programme"
      lead="What follows decisions: the caseload and the claims that a schedule of families taken on comes to. Nothing that is sent here is kept."
      sent={sent}
      label="Schedule"
      hint="A JSON file: families taken on in each column, how long each is worked with, and when a result can be claimed."
      example="Use Hertfordshire’s schedule"
      ways={
        <p class={styles.ways}>
          <a href={targetsAddress}>Targets and funding</a> <a href={costsAddress}>What a family cost</a>{' '}
          <a href={forecastAddress()}>Forecast from a cohort</a>
        </p>
      }
    >
      {(found) => (
        <>
          <Show when={sent.document()}>
            {(document) => <ScheduleForm schedule={document()} onChange={sent.sendAgain} />}
          </Show>
          <ProjectionView projection={found()} document={sent.document()} leadName={leadName} />
        </>
      )}
    </SentView>
  );
}
