import { useNavigate, useSearchParams } from '@solidjs/router';
import { createSignal, Show } from 'solid-js';
import { unreachable } from '../api.ts';
import { Screen } from '../frame/screen.tsx';
import { KeyForm } from '../session/key-form.tsx';
import { useSession } from '../session/session.ts';
import { FormView } from '../ui/form-view.tsx';
import { PasswordField } from '../ui/password-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { createSignIn } from './create-sign-in.ts';
import { ownAddress } from './own-address.ts';
import styles from './sign-in-screen.module.css';

/** Asks with a key instead, once the server has said that it is one of its own. */
function KeyInstead(props: { readonly to: string }) {
  const session = useSession();
  const navigate = useNavigate();
  const [refused, setRefused] = createSignal(session.key() !== undefined);
  const [trouble, setTrouble] = createSignal('');
  const use = async (key: string) => {
    session.use(key);
    setTrouble('');
    try {
      const { ok } = await session.client.account.$get();
      setRefused(!ok);
      if (ok) navigate(props.to, { replace: true });
    } catch {
      setTrouble(unreachable.title);
    }
  };
  return (
    <>
      <KeyForm refused={refused()} onUse={(key) => void use(key)} />
      <p role="alert">{trouble()}</p>
    </>
  );
}

/** Where a person signs in, and goes on to where they were. */
export function SignInScreen() {
  const session = useSession();
  const [search] = useSearchParams<{ to: string }>();
  const to = () => ownAddress(search.to);
  const form = createSignIn(to);
  return (
    <Screen title="Sign in" wrong={form.mistakes().length > 0}>
      <Show when={session.ended()}>
        <p class={styles.notice} role="status">
          You were signed out. This happens after an hour in which nothing was done, 12 hours after signing
          in, and when a password is changed. Sign in to go on where you were.
        </p>
      </Show>
      <FormView form={form} send="Sign in" sending="Signing in">
        <TextField form={form} name="email" type="email" label="Email address" autocomplete="username" />
        <PasswordField form={form} name="password" label="Password" autocomplete="current-password" />
      </FormView>
      <p class={styles.text}>
        No password yet, or forgotten? An administrator can give you a link to choose one.
      </p>
      <KeyInstead to={to()} />
    </Screen>
  );
}
