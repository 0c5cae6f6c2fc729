import { unreachable } from '../api.ts';
import { useSession } from '../session/session.ts';
import { createForm } from '../ui/create-form.ts';
import { waitInWords } from './refusal.ts';

const refused =
  'the email address and the password do not go together, or this person may no longer sign in; an administrator can tell, and can give you a link to choose another password';

/** The email address and the password, and what the server says to them. */
export function createSignIn(to: () => string) {
  const { client, enter } = useSession();
  return createForm({
    id: 'sign-in',
    fields: { email: '', password: '' },
    check: ({ email, password }) => ({
      ...(email.trim() === '' && { email: 'enter your email address' }),
      ...(password === '' && { password: 'enter your password' }),
    }),
    send: async (json) => {
      try {
        const response = await client.sessions.$post({ json });
        if (response.status === 201) {
          enter(await response.json(), to());
          return {};
        }
        if (response.status === 401) return { email: refused };
        if (response.status !== 429) return { email: (await response.json()).title };
        const wait = waitInWords(Number(response.headers.get('Retry-After')));
        return { email: `too many attempts to sign in have failed; try again in ${wait}` };
      } catch {
        return { email: unreachable.title };
      }
    },
  });
}
