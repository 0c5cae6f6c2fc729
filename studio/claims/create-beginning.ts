import { useNavigate, useSearchParams } from '@solidjs/router';
import { untrack } from 'solid-js';
import { runAddress } from '../addresses.ts';
import type { Problem } from '../api.ts';
import { useSession } from '../session/session.ts';
import { createForm, type Form } from '../ui/create-form.ts';
import { isoDay } from '../ui/day-text.ts';
import { beginRun, whyRefused } from './claim-calls.ts';

/** In place of a cohort: families are claimed for one at a time. */
export const ONE_AT_A_TIME = 'one at a time';

export type BeginningField = 'title' | 'version' | 'cohort' | 'day';
export type BeginningForm = Form<BeginningField>;

/** The field that a refusal is about. */
function fieldOf({ type }: Problem): BeginningField {
  if (type.includes('cohort')) return 'cohort';
  return type.endsWith('/outside-claim-windows') ? 'day' : 'version';
}

/** What a run is to freeze, and the beginning of it. */
export function createBeginning(): BeginningForm {
  const { client } = useSession();
  const navigate = useNavigate();
  const [search] = useSearchParams<{ cohort: string }>();
  return createForm<BeginningField>({
    id: 'run',
    fields: { title: '', version: '', cohort: untrack(() => search.cohort) ?? '', day: '//' },
    check: ({ title, version, cohort, day }) => ({
      ...(title.trim() === '' && { title: 'enter what the run is called' }),
      ...(version === '' && { version: 'choose a version' }),
      ...(cohort === '' && { cohort: 'choose a cohort, or one family at a time' }),
      ...(isoDay(day) === undefined && { day: 'enter a day that there is' }),
    }),
    send: async ({ title, version: named, cohort, day }) => {
      const [id = '', version = ''] = named.split('@');
      const asked = {
        ...{ title: title.trim(), ruleset: { id, version }, asOf: isoDay(day) ?? '' },
        ...(cohort === ONE_AT_A_TIME ? {} : { cohort }),
      };
      const begun = await beginRun(client, asked);
      if (!begun.ok) return { [fieldOf(begun.problem)]: whyRefused(begun.problem) };
      navigate(runAddress(begun.value.id));
      return {};
    },
  });
}
