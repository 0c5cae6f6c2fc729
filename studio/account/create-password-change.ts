import { createSignal } from 'solid-js';
import { type Problem, unreachable } from '../api.ts';
import { useSession } from '../session/session.ts';
import { byField, waitInWords } from '../sign-in/refusal.ts';
import { createForm } from '../ui/create-form.ts';

type Wrong = Partial<Record<'current' | 'password', string>>;

/** What the server finds wrong with a change of password, beside the field that it is about. */
function refusal(problem: Problem, wait: number): Wrong {
  if (problem.status === 401) return { current: 'this is not your password' };
  if (problem.status === 429)
    return { current: `too many attempts have failed; try again in ${waitInWords(wait)}` };
  const wrong = byField(problem, ['password']);
  return Object.keys(wrong).length > 0 ? wrong : { current: problem.title };
}

/** Another password for whoever is signed in. `onChanged` is told once it counts. */
export function createPasswordChange(onChanged: () => void) {
  const { client } = useSession();
  const [told, setTold] = createSignal('');
  const form = createForm({
    id: 'password-change',
    fields: { current: '', password: '' },
    check: ({ current, password }) => ({
      ...(current === '' && { current: 'enter the password you have now' }),
      ...(password === '' && { password: 'choose a new password' }),
    }),
    send: async (json): Promise<Wrong> => {
      setTold('');
      try {
        const response = await client.account.password.$put({ json });
        if (response.status !== 204)
          return refusal(await response.json(), Number(response.headers.get('retry-after')));
        form.type('current', '');
        form.type('password', '');
        setTold('Your password was changed. Wherever else you were signed in, you are signed out.');
        onChanged();
        return {};
      } catch {
        return { current: unreachable.title };
      }
    },
  });
  return { form, told };
}
