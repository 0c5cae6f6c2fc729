import { For, Show } from 'solid-js';
import { personAddress } from '../addresses.ts';
import type { Account, Person } from '../api.ts';
import { Answered } from '../frame/answered.tsx';
import { Screen } from '../frame/screen.tsx';
import { scopesInWords } from '../keys/scopes.ts';
import { authorityInWords } from '../people/authority-in-words.ts';
import { roles } from '../people/roles.ts';
import { passwordHint } from '../sign-in/password-hint.ts';
import { FormView } from '../ui/form-view.tsx';
import { PasswordField } from '../ui/password-field.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { Told } from '../ui/told.tsx';
import styles from './account.module.css';
import { createAccountAnswer } from './create-account-answer.ts';
import { createOwnSessions } from './create-own-sessions.ts';
import { createPasswordChange } from './create-password-change.ts';
import { OwnSessions } from './own-sessions.tsx';

function OwnRoles(props: { readonly person: Person }) {
  return (
    <Show when={props.person.roles.length > 0} fallback="None: you may do nothing yet">
      <ul class={styles.roles}>
        <For each={props.person.roles}>
          {(role) => (
            <li>
              <strong>{roles[role].label}.</strong> {roles[role].hint}
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

/** Who one is; an administrator may change it, themselves too. */
function Who(props: { readonly person: Person; readonly manages: boolean }) {
  return (
    <section class={styles.part} aria-labelledby="account-who">
      <h2 id="account-who">Who you are</h2>
      <SummaryList
        rows={[
          { term: 'Name', value: <>{props.person.name}</> },
          { term: 'Email address', value: <>{props.person.email}</> },
          { term: 'Council', value: <>{authorityInWords(props.person)}</> },
          { term: 'Roles', value: <OwnRoles person={props.person} /> },
        ]}
      />
      <Show when={props.manages} fallback={<p>An administrator changes these.</p>}>
        <p>
          <a href={personAddress(props.person.id)}>Change your name, email address, council or roles</a>
        </p>
      </Show>
    </section>
  );
}

function ChangePassword(props: { readonly change: ReturnType<typeof createPasswordChange> }) {
  // eslint-disable-next-line solid/reactivity -- because there is one form for as long as the screen lives
  const { form, told } = props.change;
  return (
    <section class={styles.part} aria-labelledby="account-password">
      <h2 id="account-password">Change your password</h2>
      <Told words={told()} />
      <FormView form={form} send="Change the password" sending="Changing it">
        <PasswordField
          form={form}
          name="current"
          label="Password you have now"
          autocomplete="current-password"
        />
        <PasswordField
          form={form}
          name="password"
          label="New password"
          hint={passwordHint}
          autocomplete="new-password"
        />
      </FormView>
    </section>
  );
}

/** A program’s key has neither a password nor sessions. */
function AsKey(props: { readonly account: Account }) {
  return (
    <>
      <p>You ask with a key, not as a person: there is no password to change, and no session to end.</p>
      <SummaryList
        rows={[
          { term: 'Key', value: <>{props.account.name}</> },
          { term: 'May', value: <>{scopesInWords(props.account.permissions)}</> },
        ]}
      />
    </>
  );
}

/** What whoever asks can see and change of themselves. */
export function AccountScreen() {
  const account = createAccountAnswer();
  const sessions = createOwnSessions(() => account.value()?.person !== undefined);
  const change = createPasswordChange(() => {
    sessions.again();
  });
  return (
    <Screen title="Your account" wrong={account.problem() !== undefined || change.form.mistakes().length > 0}>
      <Answered answer={account} waiting="Asking the server who you are.">
        {(known) => (
          <Show when={known().person} fallback={<AsKey account={known()} />}>
            {(person) => (
              <>
                <Who person={person()} manages={known().permissions.includes('people:manage')} />
                <ChangePassword change={change} />
                <OwnSessions sessions={sessions} />
              </>
            )}
          </Show>
        )}
      </Answered>
    </Screen>
  );
}
