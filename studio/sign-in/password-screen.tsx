import { Show } from 'solid-js';
import type { Account, Answer } from '../api.ts';
import { Screen } from '../frame/screen.tsx';
import { useSession } from '../session/session.ts';
import { FormView } from '../ui/form-view.tsx';
import { PasswordField } from '../ui/password-field.tsx';
import { createLinkForm } from './create-link-form.ts';
import { LinkNotGood } from './link-not-good.tsx';
import { passwordHint } from './password-hint.ts';

/** Where a person who was given a link chooses their password. */
export function PasswordScreen() {
  const { client, link } = useSession();
  const { form, spent } = createLinkForm({
    id: 'choose',
    fields: { password: '' },
    check: ({ password }) => (password === '' ? { password: 'choose a password' } : {}),
    send: async (json): Promise<Answer<Account>> => {
      const response = await client.passwords.$post({ json });
      if (response.status === 201) return { ok: true, value: await response.json() };
      return { ok: false, problem: await response.json() };
    },
  });
  const good = () => link() !== undefined && spent() === undefined;
  return (
    <Screen
      title="Choose your password"
      wrong={!good() || form.mistakes().length > 0}
      lead={<p>You are signed in with it at once. Wherever else you are signed in, you are signed out.</p>}
    >
      <Show
        when={good()}
        fallback={
          <LinkNotGood why={spent()}>
            Ask an administrator for another. A link is good once and for 24 hours, and a newer one replaces
            it.
          </LinkNotGood>
        }
      >
        <FormView form={form} send="Use this password" sending="Keeping it">
          <PasswordField
            form={form}
            name="password"
            label="New password"
            hint={passwordHint}
            autocomplete="new-password"
          />
        </FormView>
      </Show>
    </Screen>
  );
}
