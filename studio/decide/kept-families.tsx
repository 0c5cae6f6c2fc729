import { For, Show } from 'solid-js';
import type { Answer, Client } from '../api.ts';
import { isObject } from '../family/family-document.ts';
import { Answered } from '../frame/answered.tsx';
import { createAnswer } from '../session/create-answer.ts';
import { useSession } from '../session/session.ts';
import { Button } from '../ui/button.tsx';
import { createForm } from '../ui/create-form.ts';
import { describedBy, Field } from '../ui/field.tsx';
import type { Trial } from './create-trial.ts';
import styles from './made-families.module.css';

/** So many decisions are looked through for families that are kept with them, the newest first. */
const lookedThrough = '200';

/** Ids of families that are kept whole with a decision. */
async function keptIds(client: Client): Promise<Answer<readonly string[]>> {
  const response = await client.decisions.$get({ query: { limit: lookedThrough } });
  if (response.status !== 200) return { ok: false, problem: await response.json() };
  const { decisions } = await response.json();
  const ids = decisions.flatMap(({ family: { id, held } }) => (id !== null && held === 'family' ? [id] : []));
  return { ok: true, value: [...new Set(ids)] };
}

/** Gives the family as it was last kept; why not, where it cannot be had. */
async function giveKept(trial: Trial, client: Client, id: string): Promise<string | undefined> {
  try {
    const response = await client.families[':id'].export.$get({ param: { id } });
    if (response.status !== 200) return (await response.json()).title;
    const { kept } = await response.json();
    const family: unknown = kept.findLast((one) => one.family !== null)?.family;
    if (!isObject(family)) return 'nothing is kept of this family any more';
    trial.give({ what: `Using the kept family ${id}`, family });
    return undefined;
  } catch {
    return 'the server did not answer';
  }
}

function Choice(props: { readonly trial: Trial; readonly client: Client; readonly ids: readonly string[] }) {
  const form = createForm({
    id: 'kept',
    // eslint-disable-next-line solid/reactivity -- because it is where the form begins
    fields: { family: props.ids[0] ?? '' },
    check: () => ({}),
    send: async ({ family }) => {
      const wrong = await giveKept(props.trial, props.client, family);
      return wrong === undefined ? {} : { family: wrong };
    },
  });
  const id = form.control('family');
  return (
    <>
      <Field
        id={id}
        label="Kept family"
        hint="As it was last kept. It is somebody’s."
        error={form.wrong('family')}
      >
        <select
          id={id}
          aria-describedby={describedBy(id, form.wrong('family'))}
          aria-invalid={form.wrong('family') === undefined ? undefined : 'true'}
          value={form.typed('family')}
          onChange={(event) => {
            form.type('family', event.currentTarget.value);
          }}
        >
          <For each={props.ids}>{(one) => <option value={one}>{one}</option>}</For>
        </select>
      </Field>
      <div>
        <Button busy={form.busy()} onPress={() => void form.submit()}>
          Use this kept family
        </Button>
      </div>
    </>
  );
}

function Kept(props: { readonly trial: Trial; readonly client: Client }) {
  const ids = createAnswer(
    'kept-families',
    () => ({}),
    () => keptIds(props.client),
  );
  return (
    <section class={styles.part} aria-label="A kept family">
      <h3>A kept family</h3>
      <Answered answer={ids} waiting="Asking the server which families are kept.">
        {(found) => (
          <Show when={found().length > 0} fallback={<p>No family is kept with a decision.</p>}>
            <Choice trial={props.trial} client={props.client} ids={found()} />
          </Show>
        )}
      </Answered>
    </section>
  );
}

/** Families that are kept with decisions, for whoever may find them and read them whole. */
export function KeptFamilies(props: { readonly trial: Trial }) {
  const { client, account } = useSession();
  const may = () => {
    const permissions = account()?.permissions ?? [];
    return permissions.includes('decisions:read') && permissions.includes('families:read');
  };
  return (
    <Show when={may()}>
      <Kept trial={props.trial} client={client} />
    </Show>
  );
}
