import { useNavigate, useSearchParams } from '@solidjs/router';
import { untrack } from 'solid-js';
import { comparisonAddress } from '../../addresses.ts';
import { type Problem, unreachable } from '../../api.ts';
import { useSession } from '../../session/session.ts';
import { tickedIn } from '../../ui/check-boxes.tsx';
import { createForm, type Form } from '../../ui/create-form.ts';
import { isoDay } from '../../ui/day-text.ts';

export type AskingField = 'before' | 'after' | 'cohort' | 'day' | 'restate' | 'causes';
export type AskingForm = Form<AskingField>;
type Typed = Readonly<Record<AskingField, string>>;
type Mistakes = Partial<Record<AskingField, string>>;

const noDay = '//';

function mistakesIn({ before, after, cohort, day, restate }: Typed): Mistakes {
  return {
    ...(before === '' && { before: 'choose the version before' }),
    ...(after === '' && { after: 'choose the version after' }),
    ...(after !== '' && before === after && { after: 'choose another version than the one before' }),
    ...(cohort === '' && { cohort: 'choose a cohort' }),
    ...(isoDay(day) === undefined && { day: 'enter a day that there is' }),
    ...(restate !== noDay &&
      isoDay(restate) === undefined && { restate: 'enter a day that there is, or none' }),
  };
}

/** What the server says against it, beside the field that it is about. */
function refusal({ type, title, detail }: Problem): Mistakes {
  const said = [title, detail].filter(Boolean).join(': ');
  return type.includes('/cohort-') ? { cohort: said } : { before: said };
}

const selected = (named: string) => {
  const [id = '', version = ''] = named.split('@');
  return { id, version };
};

/** What is to be compared over which cohort, and the asking. */
export function createAsking() {
  const { client } = useSession();
  const navigate = useNavigate();
  const [search] = useSearchParams<{ with: string; version: string; cohort: string }>();
  const begun = untrack(() => ({ before: search.with, after: search.version, cohort: search.cohort }));
  return createForm<AskingField>({
    id: 'comparison',
    fields: {
      ...{ before: begun.before ?? '', after: begun.after ?? '', cohort: begun.cohort ?? '' },
      ...{ day: noDay, restate: noDay, causes: 'causes' },
    },
    check: mistakesIn,
    send: async (typed) => {
      const restated = isoDay(typed.restate);
      const json = {
        versions: [selected(typed.before), selected(typed.after)],
        cohort: typed.cohort,
        asOf: isoDay(typed.day) ?? '',
        causes: tickedIn(typed.causes).length > 0,
        ...(restated === undefined ? {} : { restateAttachment: restated }),
      };
      try {
        const response = await client.jobs.$post({ json });
        if (response.status !== 202) return refusal(await response.json());
        navigate(comparisonAddress((await response.json()).id));
        return {};
      } catch {
        return { before: unreachable.title };
      }
    },
  });
}
