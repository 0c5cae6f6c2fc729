import { useParams } from '@solidjs/router';
import { createSignal, Show } from 'solid-js';
import { changePersonAddress } from '../addresses.ts';
import { type PasswordLink, type Person, unreachable } from '../api.ts';
import { Answered } from '../frame/answered.tsx';
import { Screen } from '../frame/screen.tsx';
import { instantInWords } from '../instant-in-words.ts';
import { useSession } from '../session/session.ts';
import { Button } from '../ui/button.tsx';
import { CheckBoxes, tickedIn } from '../ui/check-boxes.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { createForm } from '../ui/create-form.ts';
import { FormView } from '../ui/form-view.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { Tag } from '../ui/tag.tsx';
import { Told } from '../ui/told.tsx';
import { authorityInWords } from './authority-in-words.ts';
import { createPeople, letIn, passwordLink } from './create-people.ts';
import { LinkOnce } from './link-once.tsx';
import { standingOf } from './people-screen.tsx';
import styles from './people.module.css';
import { PersonSessions } from './person-sessions.tsx';
import { roleBoxes, rolesAmong } from './roles.ts';

interface PersonProps {
  readonly person: Person;
  /** What was done, in words; the list is asked for again. */
  readonly onDone: (told: string) => void;
}

function Roles(props: PersonProps) {
  const { client } = useSession();
  const person = () => props.person.id;
  const form = createForm({
    id: 'person',
    // eslint-disable-next-line solid/reactivity -- the form begins with the roles of now, and is made anew for another person
    fields: { roles: props.person.roles.join(' ') },
    check: () => ({}),
    send: async ({ roles }) => {
      try {
        const json = { roles: rolesAmong(tickedIn(roles)) };
        const response = await client.people[':person'].$patch({ param: { person: person() }, json });
        if (response.status !== 200) return { roles: (await response.json()).title };
        props.onDone('The roles were changed.');
        return {};
      } catch {
        return { roles: unreachable.title };
      }
    },
  });
  return (
    <FormView form={form} send="Change the roles" sending="Changing">
      <CheckBoxes
        form={form}
        name="roles"
        legend="What may they do?"
        hint="Tick all that apply. They add up, and count from the next thing that the person does."
        boxes={roleBoxes}
      />
    </FormView>
  );
}

function Details(props: Pick<PersonProps, 'person'>) {
  return (
    <div class={styles.part}>
      <Show when={standingOf(props.person)}>{(standing) => <Tag tone="open">{standing()}</Tag>}</Show>
      <SummaryList
        rows={[
          { term: 'Name', value: <>{props.person.name}</> },
          { term: 'Email address', value: <>{props.person.email}</> },
          { term: 'Council', value: <>{authorityInWords(props.person)}</> },
          { term: 'Added', value: <>{instantInWords(props.person.createdAt)}</> },
        ]}
      />
      <p>
        <a href={changePersonAddress(props.person.id)}>Change the name, email address or council</a>
      </p>
    </div>
  );
}

function GettingIn(props: PersonProps) {
  const { client } = useSession();
  const [link, setLink] = createSignal<PasswordLink>();
  let heading: HTMLElement | undefined;
  const make = async () => {
    const made = await passwordLink(client, props.person.id);
    if (made.ok) setLink(made.value);
    else props.onDone(made.problem.title);
  };
  const admit = async (wanted: boolean) => {
    const wrong = await letIn(client, props.person.id, wanted);
    const done = wanted ? 'can sign in again.' : 'can no longer sign in.';
    props.onDone(wrong ?? `${props.person.name} ${done}`);
    // because the button that was pressed gives way to the other
    heading?.focus();
  };
  return (
    <section class={styles.part} aria-labelledby="in-title">
      <h2 id="in-title" tabindex="-1" ref={(element) => (heading = element)}>
        Getting in
      </h2>
      <Show
        when={props.person.disabledAt === null}
        fallback={
          <div>
            <Button onPress={() => void admit(true)}>Let them in again</Button>
          </div>
        }
      >
        <p>There is no mail: a password is chosen with a link that you hand over. It voids the one before.</p>
        <div>
          <Button onPress={() => void make()}>Make a password link</Button>
        </div>
        <Show when={link()}>{(made) => <LinkOnce person={props.person} link={made()} />}</Show>
        <Confirm
          ask="Disable this person"
          question={`Disable ${props.person.name}? Their sessions end, and their links and keys stop, at once.`}
          yes="Yes, disable"
          no="Leave as it is"
          onYes={() => void admit(false)}
        />
      </Show>
    </section>
  );
}

/** One person: who they are, what they may do, where they are signed in, and whether they get in. */
export function PersonScreen() {
  const params = useParams<{ person: string }>();
  const people = createPeople();
  const [told, setTold] = createSignal('');
  const found = () => people.value()?.find(({ id }) => id === params.person);
  const done = (words: string) => {
    setTold(words);
    people.again();
  };
  return (
    <Screen title={found()?.name ?? 'Person'} trail={[{ href: '/people', text: 'People' }]}>
      <Told words={told()} />
      <Answered answer={people} waiting="Asking the server who this is.">
        {() => (
          <Show when={found()} fallback={<p role="alert">There is no such person among those you manage.</p>}>
            {(person) => (
              <>
                <Details person={person()} />
                <Roles person={person()} onDone={done} />
                <PersonSessions person={person()} />
                <GettingIn person={person()} onDone={done} />
              </>
            )}
          </Show>
        )}
      </Answered>
    </Screen>
  );
}
