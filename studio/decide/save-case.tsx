import { createSignal, For, Show } from 'solid-js';
import type { Answer, Client, Problem } from '../api.ts';
import { unreachable } from '../api.ts';
import type { Judgement } from '../engine.ts';
import type { FamilyDocument } from '../family/family-document.ts';
import { Answered } from '../frame/answered.tsx';
import { createAnswer } from '../session/create-answer.ts';
import { createForm } from '../ui/create-form.ts';
import { Field } from '../ui/field.tsx';
import { FormView } from '../ui/form-view.tsx';
import { TextField } from '../ui/text-field.tsx';
import styles from './save-case.module.css';
import { type CaseToSave, withCase } from './with-case.ts';

interface SaveCaseProps {
  readonly client: Client;
  /** Id of the ruleset that decided. */
  readonly ruleset: string;
  readonly family: FamilyDocument;
  readonly judgement: Judgement;
}

type Drafts = readonly { readonly id: string; readonly name: string; readonly revision: number }[];

/** Drafts of the ruleset that are being written. */
async function draftsOf(client: Client, ruleset: string): Promise<Answer<Drafts>> {
  const response = await client.drafts.$get({ query: { list: 'all' } });
  if (response.status !== 200) return { ok: false, problem: await response.json() };
  const { drafts } = await response.json();
  const open = drafts.filter(
    ({ kind, name, state }) => kind === 'ruleset' && name === ruleset && state === 'draft',
  );
  return { ok: true, value: open };
}

const said: Readonly<Record<number, string>> = {
  412: 'somebody else saved this draft just now: nothing was overwritten. Save again to add the case to what they saved',
  409: 'this draft is closed: choose another',
};

/** Adds a case to a draft as the server holds it now; the id of the case, or why there is none. */
async function save(
  client: Client,
  draft: string,
  added: CaseToSave,
): Promise<{ readonly id: string } | Pick<Problem, 'status' | 'title'>> {
  try {
    const read = await client.drafts[':id'].$get({ param: { id: draft }, header: {} });
    if (read.status === 304) throw new Error('invariant: no revision was said to be known');
    if (read.status !== 200) return await read.json();
    const { document, cases, revision } = await read.json();
    const { id, text } = withCase({ document, cases }, added);
    const written = await client.drafts[':id'].$put({
      param: { id: draft },
      header: { 'if-match': `"${revision}"` },
      json: { document, cases: text },
    });
    return written.status === 200 ? { id } : await written.json();
  } catch {
    return unreachable;
  }
}

function CaseForm(props: SaveCaseProps & { readonly drafts: Drafts }) {
  const [saved, setSaved] = createSignal<string>();
  const form = createForm({
    id: 'save-case',
    // eslint-disable-next-line solid/reactivity -- because it is where the form begins
    fields: { draft: props.drafts[0]?.id ?? '', name: '' },
    check: ({ name }) => (name.trim() === '' ? { name: 'say in a sentence what the case shows' } : {}),
    send: async ({ draft, name }) => {
      // eslint-disable-next-line solid/reactivity -- because it reads what stands there when it is sent
      const { family, judgement } = props;
      const told = await save(props.client, draft, { name: name.trim(), family, judgement });
      if ('id' in told) {
        setSaved(told.id);
        return {};
      }
      return { name: said[told.status] ?? told.title };
    },
  });
  return (
    <>
      <FormView form={form} send="Save as a case" sending="Saving">
        <Field id={form.control('draft')} label="Draft">
          <select
            id={form.control('draft')}
            value={form.typed('draft')}
            onChange={(event) => {
              form.type('draft', event.currentTarget.value);
            }}
          >
            <For each={props.drafts}>
              {({ id, name, revision }) => (
                <option value={id}>
                  {name}, revision {revision} ({id})
                </option>
              )}
            </For>
          </select>
        </Field>
        <TextField
          form={form}
          name="name"
          label="What the case shows"
          hint="A sentence, for example: a child with no attendance recorded leaves education unknown."
          autocomplete="off"
        />
      </FormView>
      <p role="status">
        <Show when={saved()}>
          {(id) => (
            <>
              Saved in the draft as the case <code>{id()}</code>.
            </>
          )}
        </Show>
      </p>
    </>
  );
}

/** Keeps the family, its day and what was decided as a case of a draft of the same ruleset. */
export function SaveCase(props: SaveCaseProps) {
  const drafts = createAnswer(
    'drafts-for-cases',
    () => ({ ruleset: props.ruleset }),
    ({ ruleset }) => draftsOf(props.client, ruleset),
  );
  return (
    <section class={styles.save} aria-labelledby="save-case-title">
      <h2 id="save-case-title">Save as a case</h2>
      <p>
        The family, its day, and what was decided as what is expected. The family becomes part of the draft,
        and of whatever is released from it: save no family that is somebody’s.
      </p>
      <Answered answer={drafts} waiting="Asking the server which drafts there are.">
        {(found) => (
          <Show
            when={found().length > 0}
            fallback={<p>There is no draft of {props.ruleset} that is being written.</p>}
          >
            <CaseForm {...props} drafts={found()} />
          </Show>
        )}
      </Answered>
    </section>
  );
}
