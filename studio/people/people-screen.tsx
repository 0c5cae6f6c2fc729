import { Show } from 'solid-js';
import { personAddress } from '../addresses.ts';
import type { Person } from '../api.ts';
import { Answered } from '../frame/answered.tsx';
import { Screen } from '../frame/screen.tsx';
import { RowList } from '../ui/row-list.tsx';
import { Tag } from '../ui/tag.tsx';
import { authorityInWords } from './authority-in-words.ts';
import { createPeople } from './create-people.ts';
import styles from './people.module.css';
import { rolesInWords } from './roles.ts';

/** What keeps a person from signing in, where something does. */
export function standingOf({ disabledAt, passwordChosen }: Person): string | undefined {
  if (disabledAt !== null) return 'Disabled';
  return passwordChosen ? undefined : 'No password chosen yet';
}

function PersonLine(props: { readonly person: Person }) {
  return (
    <>
      <div class={styles.name}>
        <h2>
          <a href={personAddress(props.person.id)}>{props.person.name}</a>
        </h2>
        <Show when={standingOf(props.person)}>{(standing) => <Tag tone="open">{standing()}</Tag>}</Show>
      </div>
      <p>{props.person.email}</p>
      <p>{rolesInWords(props.person.roles)}</p>
      <p class={styles.aside}>{authorityInWords(props.person)}</p>
    </>
  );
}

/** Who there is, and what they may do. */
export function PeopleScreen() {
  const people = createPeople();
  return (
    <Screen
      title="People"
      wrong={people.problem() !== undefined}
      lead={<p>Who can sign in, and what each may do. A change counts at once.</p>}
    >
      <Answered answer={people} waiting="Asking the server who there is.">
        {(known) => (
          <>
            <p>
              <a href="/people/add">Add a person</a>
            </p>
            <RowList rows={known()} class={styles.people}>
              {(person) => <PersonLine person={person()} />}
            </RowList>
            <Show when={known().length === 1}>
              <p>
                There is nobody else yet. A second person is needed to approve what the first has written.
              </p>
            </Show>
          </>
        )}
      </Answered>
    </Screen>
  );
}
