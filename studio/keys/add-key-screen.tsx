import { createSignal, Show } from 'solid-js';
import { type MadeKey, type Problem, unreachable } from '../api.ts';
import { endOfDay, untilInWords } from '../end-of-day.ts';
import { Screen } from '../frame/screen.tsx';
import { useSession } from '../session/session.ts';
import { CheckBoxes, tickedIn } from '../ui/check-boxes.tsx';
import { createForm } from '../ui/create-form.ts';
import { isoDay, typedDay } from '../ui/day-text.ts';
import { DayField } from '../ui/day-field.tsx';
import { FormView } from '../ui/form-view.tsx';
import { ShownOnce } from '../ui/shown-once.tsx';
import { TextField } from '../ui/text-field.tsx';
import { scopeBoxes, scopesAmong } from './scopes.ts';

const isTyped = (kept: string) => Object.values(typedDay(kept)).some((text) => text !== '');

/** What the server finds wrong with a key, beside the field that it is about. */
function refusal(problem: Problem) {
  const past = problem.findings?.some(({ pointer }) => pointer === '/expiresAt');
  return past ? { ends: 'the key would have ended already: enter a day to come' } : { name: problem.title };
}

/** The key to be made, and the key itself once it is. */
function createMade() {
  const { client } = useSession();
  const [made, setMade] = createSignal<MadeKey>();
  const form = createForm({
    id: 'new-key',
    fields: { name: '', scopes: '', ends: '' },
    check: ({ name, scopes, ends }) => ({
      ...(name.trim() === '' && { name: 'say what the key is for' }),
      ...(scopes === '' && { scopes: 'tick what the program may do' }),
      ...(isTyped(ends) && isoDay(ends) === undefined && { ends: 'enter a day that there is, or none' }),
    }),
    send: async ({ name, scopes, ends }): Promise<Partial<Record<'name' | 'scopes' | 'ends', string>>> => {
      try {
        const last = isoDay(ends);
        const good = last === undefined ? {} : { expiresAt: endOfDay(last) };
        const json = { name, scopes: scopesAmong(tickedIn(scopes)), ...good };
        const response = await client.keys.$post({ json });
        if (response.status !== 201) return refusal(await response.json());
        setMade(await response.json());
        return {};
      } catch {
        return { name: unreachable.title };
      }
    },
  });
  return { made, form };
}

const endInWords = ({ expiresAt }: MadeKey) =>
  expiresAt === null ? '' : ` until ${untilInWords(expiresAt)}`;

/** Makes a key for a program, and shows it once. */
export function AddKeyScreen() {
  const { account } = useSession();
  const { made, form } = createMade();
  return (
    <Screen title="Make a key" wrong={form.mistakes().length > 0} trail={[{ href: '/keys', text: 'Keys' }]}>
      <Show
        when={made()}
        fallback={
          <FormView form={form} send="Make the key" sending="Making">
            <TextField
              form={form}
              name="name"
              label="What is it for?"
              hint="Such as nightly caseload. The list of keys calls it so."
              autocomplete="off"
            />
            <CheckBoxes
              form={form}
              name="scopes"
              legend="What may the program do?"
              hint="Tick only what it needs. You can give what you may do yourself."
              boxes={scopeBoxes(account()?.permissions ?? [])}
            />
            <DayField
              form={form}
              name="ends"
              legend="Last day that it is good (optional)"
              hint="It is refused from the day after. A key without one is good until it is revoked."
            />
          </FormView>
        }
      >
        {(one) => (
          <>
            <ShownOnce
              title={`The key ${one().name}`}
              note={`It is good from now on${endInWords(one())}, and shown only now: copy it to where the program reads it. Whoever has it can ask as the program.`}
              label="Key"
              text={one().key}
            />
            <p>
              <a href="/keys">All keys</a>
            </p>
          </>
        )}
      </Show>
    </Screen>
  );
}
