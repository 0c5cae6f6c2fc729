import { untrack } from 'solid-js';
import type { DraftChecks } from '../api.ts';
import { dayTyped } from '../day-typed.ts';
import type { DraftEditing } from '../draft/editing.ts';
import { impactOf } from '../impact/create-impact.ts';
import { useSession } from '../session/session.ts';
import { createForm, type Form } from '../ui/create-form.ts';
import { keptDay } from '../ui/day-text.ts';
import { refusalInWords, submitDraft } from './draft-acts.ts';
import { impactIn, mistakesIn, type SubmitField } from './stated-impact.ts';

export type SubmitFields = Form<SubmitField>;

/** The cohort and the day that the draft was weighed on last, in Impact. */
function begun(editing: DraftEditing) {
  const { cohort, day } = impactOf(editing);
  const on = day();
  return {
    cohort: cohort()?.id ?? '',
    day: keptDay(on === undefined ? { day: '', month: '', year: '' } : dayTyped(on)),
  };
}

/** The form with which a draft is submitted: under which number, and what it is expected to change. */
export function createSubmitting(editing: DraftEditing, checks: () => DraftChecks) {
  const { client } = useSession();
  const numbered = () => checks().proposedVersion !== null;
  return createForm<SubmitField>({
    id: 'submit',
    fields: {
      ...{ version: checks().proposedVersion ?? '', note: '', ...untrack(() => begun(editing)) },
      ...{ fewest: '', most: '', leastPounds: '', mostPounds: '' },
    },
    check: (typed) => mistakesIn(typed, numbered()),
    send: async (typed) => {
      const json = { ...(numbered() && { version: typed.version.trim() }), ...impactIn(typed) };
      const done = await submitDraft(client, editing.draft(), json);
      if (!done.ok) {
        const said = refusalInWords(done.problem);
        return done.problem.type.includes('/cohort-') ? { cohort: said } : { version: said };
      }
      editing.take(done.value);
      return {};
    },
  });
}
