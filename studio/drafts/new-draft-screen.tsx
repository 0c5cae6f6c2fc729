import { useNavigate, useSearchParams } from '@solidjs/router';
import { Show } from 'solid-js';
import { draftAddress, draftsAddress, readingAddress } from '../addresses.ts';
import { Screen } from '../frame/screen.tsx';
import { useSession } from '../session/session.ts';
import { createForm } from '../ui/create-form.ts';
import { FormView } from '../ui/form-view.tsx';
import { TextField } from '../ui/text-field.tsx';
import { beginDraft, type Beginning } from './begin-draft.ts';
import { kindAsked, type NewKind, overAsked } from './new-draft.ts';

const shape = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

const titles: Readonly<Record<NewKind, string>> = {
  ruleset: 'A new ruleset',
  calendar: 'A new calendar',
  vocabulary: 'A new vocabulary',
  'unit-costs': 'New unit costs',
  programme: 'A new programme',
};

/** Begins a draft of something new: from nothing, or laid over a version of another ruleset. */
export function NewDraftScreen() {
  const [search] = useSearchParams<{ over: string; kind: string }>();
  const { client } = useSession();
  const navigate = useNavigate();
  const over = () => overAsked(search.over);
  const kind = () => kindAsked(search.kind);
  const begins = (as: {
    readonly id: string;
    readonly title: string;
    readonly jurisdiction: string;
  }): Beginning => {
    const below = over();
    return below === undefined ? { new: { kind: kind(), ...as } } : { fork: { ...below, as } };
  };
  const form = createForm({
    id: 'new-draft',
    fields: { title: '', id: '', jurisdiction: '' },
    check: ({ title, id, jurisdiction }) => ({
      ...(title.trim() === '' && { title: 'say what it is called' }),
      ...(!shape.test(id.trim()) && {
        id: 'enter a short name of lower-case letters, digits and hyphens, such as `harrow-results`',
      }),
      ...(jurisdiction.trim() === '' && { jurisdiction: 'say whose it is' }),
    }),
    send: async (typed) => {
      const [id, title, jurisdiction] = [typed.id.trim(), typed.title.trim(), typed.jurisdiction.trim()];
      const begun = await beginDraft(client, begins({ id, title, jurisdiction }));
      if (!begun.ok) {
        const { type, title: why } = begun.problem;
        return type.endsWith('/not-your-authority') ? { jurisdiction: why } : { id: why };
      }
      navigate(draftAddress(begun.value.id));
      return {};
    },
  });
  return (
    <Screen
      title={over() === undefined ? titles[kind()] : 'A local ruleset'}
      wrong={form.mistakes().length > 0}
      trail={[{ href: draftsAddress(), text: 'Drafts' }]}
      lead={
        <Show
          when={over()}
          fallback={<p>It begins with the least that can be checked. All of it can be changed.</p>}
        >
          {(version) => (
            <p>
              It begins as a copy of{' '}
              <a href={readingAddress(version())}>
                {version().id} {version().version}
              </a>
              , and what is changed of that is shown for as long as it is laid over it.
            </p>
          )}
        </Show>
      }
    >
      <FormView form={form} send="Begin the draft" sending="Beginning">
        <TextField
          form={form}
          name="title"
          label="What is it called?"
          hint="As its readers know it, such as Troubled Families, Harrow."
          autocomplete="off"
        />
        <TextField
          form={form}
          name="id"
          label="Short name"
          hint="Lower-case letters, digits and hyphens. It is part of addresses, and cannot be changed later."
          autocomplete="off"
        />
        <TextField
          form={form}
          name="jurisdiction"
          label="Whose is it?"
          hint="England, or the authority, such as Harrow."
          autocomplete="off"
        />
      </FormView>
    </Screen>
  );
}
