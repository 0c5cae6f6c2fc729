import { useParams } from '@solidjs/router';
import { createSignal, Show } from 'solid-js';
import { personAddress } from '../addresses.ts';
import { type Person, type Problem, unreachable } from '../api.ts';
import { Answered } from '../frame/answered.tsx';
import { Screen } from '../frame/screen.tsx';
import { useSession } from '../session/session.ts';
import { createForm } from '../ui/create-form.ts';
import { FormView } from '../ui/form-view.tsx';
import { createPeople } from './create-people.ts';
import { checkPerson, createNational, emailTaken, type PersonField, PersonFields } from './person-fields.tsx';

const councilOf = ({ authority }: Person) => (authority === 'national' ? '' : authority);

/** What the server says against a change, beside the field that it is about. */
function refusal({ type, title }: Problem) {
  if (type.endsWith('/email-taken')) return { email: emailTaken };
  return type.endsWith('/last-administrator') ? { authority: title } : { name: title };
}

/** What is to be said of a person, and who they are once it is. */
function createChange(person: Person) {
  const { client } = useSession();
  const national = createNational();
  const [changed, setChanged] = createSignal<Person>();
  const form = createForm({
    id: 'change',
    fields: { name: person.name, email: person.email, authority: councilOf(person) },
    check: (typed) => checkPerson(typed),
    send: async ({ name, email, authority }): Promise<Partial<Record<PersonField, string>>> => {
      const placed = national() ? { authority: authority.trim() || 'national' } : {};
      const json = { name, email, ...placed };
      try {
        const response = await client.people[':person'].$patch({ param: { person: person.id }, json });
        if (response.status !== 200) return refusal(await response.json());
        setChanged(await response.json());
        return {};
      } catch {
        return { name: unreachable.title };
      }
    },
  });
  return { changed, form };
}

const peopleStep = { href: '/people', text: 'People' };

function Change(props: { readonly person: Person }) {
  // eslint-disable-next-line solid/reactivity -- the form begins with what is said now, and is made anew for another person
  const { changed, form } = createChange(props.person);
  return (
    <Screen
      title={`Change ${props.person.name}`}
      wrong={form.mistakes().length > 0}
      trail={[peopleStep, { href: personAddress(props.person.id), text: props.person.name }]}
    >
      <Show
        when={changed()}
        fallback={
          <FormView form={form} send="Change" sending="Changing">
            <PersonFields
              form={form}
              aboutEmail="They sign in with it from now on. Nothing is sent to it."
              aboutCouncil="By the name that families give as their local authority; empty for a person of none. Once they are of a council, keys that they made for another are refused."
            />
          </FormView>
        }
      >
        {(now) => (
          <>
            <p role="status">{now().name} was changed.</p>
            <p>
              <a href={personAddress(now().id)}>{now().name}</a>, or <a href="/people">all people</a>
            </p>
          </>
        )}
      </Show>
    </Screen>
  );
}

/** Changes who a person is: their name, address and council. */
export function ChangePersonScreen() {
  const params = useParams<{ person: string }>();
  const people = createPeople();
  const found = () => people.value()?.find(({ id }) => id === params.person);
  return (
    <Show
      when={found()}
      fallback={
        <Screen title="Change a person" wrong={people.problem() !== undefined} trail={[peopleStep]}>
          <Answered answer={people} waiting="Asking the server who this is.">
            {() => <p role="alert">There is no such person among those you manage.</p>}
          </Answered>
        </Screen>
      }
    >
      {(person) => <Change person={person()} />}
    </Show>
  );
}
