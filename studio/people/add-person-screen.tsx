import { createSignal, Show } from 'solid-js';
import { personAddress } from '../addresses.ts';
import { type PasswordLink, type Person, unreachable } from '../api.ts';
import { Screen } from '../frame/screen.tsx';
import { useSession } from '../session/session.ts';
import { CheckBoxes, tickedIn } from '../ui/check-boxes.tsx';
import { createForm } from '../ui/create-form.ts';
import { FormView } from '../ui/form-view.tsx';
import { passwordLink } from './create-people.ts';
import { LinkOnce } from './link-once.tsx';
import { checkPerson, emailTaken, PersonFields } from './person-fields.tsx';
import { roleBoxes, rolesAmong } from './roles.ts';

interface Added {
  readonly person: Person;
  /** Absent where it could not be made: the person’s own screen makes another. */
  readonly link: PasswordLink | undefined;
}

/** The person to be added, and who they are once they are. */
function createAdded() {
  const { client } = useSession();
  const [added, setAdded] = createSignal<Added>();
  const form = createForm({
    id: 'person',
    fields: { name: '', email: '', authority: '', roles: '' },
    check: (typed) => checkPerson(typed),
    send: async ({ name, email, authority, roles }) => {
      const placed = authority.trim() === '' ? {} : { authority: authority.trim() };
      const json = { name, email, roles: rolesAmong(tickedIn(roles)), ...placed };
      try {
        const response = await client.people.$post({ json });
        if (response.status === 409) return { email: emailTaken };
        if (response.status !== 201) return { name: (await response.json()).title };
        const person = await response.json();
        const link = await passwordLink(client, person.id);
        setAdded({ person, link: link.ok ? link.value : undefined });
        return {};
      } catch {
        return { name: unreachable.title };
      }
    },
  });
  return { added, form };
}

/** Adds a person, and gives the link with which they choose their password. */
export function AddPersonScreen() {
  const { added, form } = createAdded();
  return (
    <Screen
      title="Add a person"
      wrong={form.mistakes().length > 0}
      trail={[{ href: '/people', text: 'People' }]}
    >
      <Show
        when={added()}
        fallback={
          <FormView form={form} send="Add this person" sending="Adding">
            <PersonFields
              form={form}
              aboutEmail="They sign in with it. Nothing is sent to it."
              aboutCouncil="By the name that families give as their local authority. Leave it empty for a person of none, who sees no council’s families."
            />
            <CheckBoxes
              form={form}
              name="roles"
              legend="What may they do?"
              hint="Tick all that apply. They add up."
              boxes={roleBoxes}
            />
          </FormView>
        }
      >
        {(done) => (
          <>
            <p role="status">{done().person.name} was added.</p>
            <Show
              when={done().link}
              fallback={<p role="alert">The link could not be made: make one on the person’s page.</p>}
            >
              {(link) => <LinkOnce person={done().person} link={link()} />}
            </Show>
            <p>
              <a href={personAddress(done().person.id)}>{done().person.name}</a>, or{' '}
              <a href="/people">all people</a>
            </p>
          </>
        )}
      </Show>
    </Screen>
  );
}
