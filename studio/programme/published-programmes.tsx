import { useSearchParams } from '@solidjs/router';
import { Show } from 'solid-js';
import { programmeOfAddress } from '../addresses.ts';
import styles from '../claims/claims.module.css';
import { ChangeContent } from '../drafts/change-content.tsx';
import { Answered } from '../frame/answered.tsx';
import { Table } from '../ui/table.tsx';
import { createProgramme, createProgrammes } from './create-published.ts';
import { ProgrammeTotalsView } from './programme-totals.tsx';

function Chosen(props: { readonly id: string }) {
  const programme = createProgramme(() => props.id);
  return (
    <Answered answer={programme} waiting="Asking the server for the programme.">
      {(found) => (
        <section class={styles.part} aria-labelledby="published-title">
          <h2 id="published-title">{found().title}</h2>
          <p>
            Published, and named by its content: <code>{found().hash}</code>
          </p>
          <ChangeContent kind="programme" id={found().id} />
          <ProgrammeTotalsView totals={found().totals} document={found().document} />
        </section>
      )}
    </Answered>
  );
}

/** The programmes that are published, and what one of them comes to: `?programme=` names it. */
export function PublishedProgrammes() {
  const [search] = useSearchParams<{ programme: string }>();
  const programmes = createProgrammes();
  return (
    <>
      <Answered answer={programmes} waiting="Asking the server for what is published.">
        {(known) => (
          <Show when={known().programmes.length > 0} fallback={<p>No programme is published.</p>}>
            <Table
              caption="Published programmes"
              columns={[{ head: 'Programme' }, { head: 'Authorities' }]}
              rows={known().programmes}
              cells={({ id, title, authorities }) => [
                <a
                  href={programmeOfAddress(id)}
                  aria-current={search.programme === id ? 'true' : undefined}
                  noScroll
                >
                  {title}
                </a>,
                authorities.join(', '),
              ]}
            />
          </Show>
        )}
      </Answered>
      <Show when={search.programme}>{(id) => <Chosen id={id()} />}</Show>
    </>
  );
}
