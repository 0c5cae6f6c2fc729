import { createSignal } from 'solid-js';
import { type Account, type Answer, type Problem, unreachable } from '../api.ts';
import { useSession } from '../session/session.ts';
import { createForm } from '../ui/create-form.ts';
import { byField } from './refusal.ts';

interface LinkPlan<Name extends string> {
  readonly id: string;
  readonly fields: Readonly<Record<Name, string>>;
  /** What can be seen to be wrong before anything is sent. */
  readonly check: (typed: Readonly<Record<Name, string>>) => Partial<Record<Name, string>>;
  readonly send: (
    typed: Readonly<Record<Name, string>> & { readonly link: string },
  ) => Promise<Answer<Account>>;
}

/**
 * A form that stands on a link which is good once. `spent` says in a sentence why the link is not good, `problem` what
 * else keeps it from being sent.
 */
export function createLinkForm<Name extends string>({ id, fields, check, send }: LinkPlan<Name>) {
  const { link, enter } = useSession();
  const [spent, setSpent] = createSignal<string>();
  const names = Object.keys(fields) as Name[];
  const [first] = names;
  const refusal = (problem: Problem): Partial<Record<Name, string>> => {
    const wrong = byField(problem, names);
    if (problem.status === 410) setSpent(problem.detail ?? problem.title);
    if (problem.status === 410 || Object.keys(wrong).length > 0 || first === undefined) return wrong;
    return { [first]: problem.title } as Partial<Record<Name, string>>;
  };
  const form = createForm({
    ...{ id, fields, check },
    send: async (typed) => {
      const answer = await send({ ...typed, link: link() ?? '' }).catch((): Answer<Account> => ({
        ok: false,
        problem: unreachable,
      }));
      if (!answer.ok) return refusal(answer.problem);
      enter(answer.value, '/');
      return {};
    },
  });
  return { form, spent };
}
