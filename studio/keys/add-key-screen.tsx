import { createSignal, Show } from 'solid-js';
import { unreachable } from '../api.ts';
import { Screen } from '../frame/screen.tsx';
import { useSession } from '../session/session.ts';
import { CheckBoxes, tickedIn } from '../ui/check-boxes.tsx';
import { createForm } from '../ui/create-form.ts';
import { FormView } from '../ui/form-view.tsx';
import { ShownOnce } from '../ui/shown-once.tsx';
import { TextField } from '../ui/text-field.tsx';
import { scopeBoxes, scopesAmong } from './scopes.ts';

/** The key to be made, and the key itself once it is. */
function createMade() {
  const { client } = useSession();
  const [made, setMade] = createSignal<{ readonly name: string; readonly key: string }>();
  const form = createForm({
    id: 'new-key',
    fields: { name: '', scopes: '' },
    check: ({ name, scopes }) => ({
      ...(name.trim() === '' && { name: 'say what the key is for' }),
      ...(scopes === '' && { scopes: 'tick what the program may do' }),
    }),
    send: async ({ name, scopes }) => {
      try {
        const json = { name, scopes: scopesAmong(tickedIn(scopes)) };
        const response = await client.keys.$post({ json });
        if (response.status !== 201) return { name: (await response.json()).title };
        setMade(await response.json());
        return {};
      } catch {
        return { name: unreachable.title };
      }
    },
  });
  return { made, form };
}

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
          </FormView>
        }
      >
        {(one) => (
          <>
            <ShownOnce
              title={`The key ${one().name}`}
              note="It is good from now on, and shown only now: copy it to where the program reads it. Whoever has it can ask as the program."
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
