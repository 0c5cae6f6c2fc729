import { Show } from 'solid-js';
import type { Account, Answer } from '../api.ts';
import { Screen } from '../frame/screen.tsx';
import { useSession } from '../session/session.ts';
import { FormView } from '../ui/form-view.tsx';
import { PasswordField } from '../ui/password-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { createLinkForm } from './create-link-form.ts';
import { emailNeeded, isEmail } from '../ui/email.ts';
import { LinkNotGood } from './link-not-good.tsx';
import { passwordHint } from './password-hint.ts';

/** Where whoever started the server becomes its first administrator. */
export function SetUpScreen() {
  const { client, link } = useSession();
  const { form, spent } = createLinkForm({
    id: 'set-up',
    fields: { name: '', email: '', password: '' },
    check: ({ name, email, password }) => ({
      ...(name.trim() === '' && { name: 'enter your name' }),
      ...(!isEmail(email) && { email: emailNeeded }),
      ...(password === '' && { password: 'choose a password' }),
    }),
    send: async (json): Promise<Answer<Account>> => {
      const response = await client['set-up'].$post({ json });
      if (response.status === 201) return { ok: true, value: await response.json() };
      return { ok: false, problem: await response.json() };
    },
  });
  const good = () => link() !== undefined && spent() === undefined;
  return (
    <Screen
      title="Set up Threshold"
      wrong={!good() || form.mistakes().length > 0}
      lead={<p>You become the first administrator: you can then add people and say what each may do.</p>}
    >
      <Show
        when={good()}
        fallback={
          <LinkNotGood why={spent()}>
            The server prints a new one each time it starts, for as long as it has no administrator.
          </LinkNotGood>
        }
      >
        <FormView form={form} send="Set up" sending="Setting up">
          <TextField form={form} name="name" label="Your name" autocomplete="name" />
          <TextField
            form={form}
            name="email"
            type="email"
            label="Email address"
            hint="You sign in with it. Nothing is sent to it."
            autocomplete="email"
          />
          <PasswordField
            form={form}
            name="password"
            label="Password"
            hint={passwordHint}
            autocomplete="new-password"
          />
        </FormView>
      </Show>
    </Screen>
  );
}
