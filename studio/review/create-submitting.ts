import type { DraftChecks } from '../api.ts';
import type { DraftEditing } from '../draft/editing.ts';
import { useSession } from '../session/session.ts';
import { createForm } from '../ui/create-form.ts';
import { type Submitting, refusalInWords, submitDraft } from './draft-acts.ts';

const whole = /^-?\d{1,9}$/;
const numbers = /^\d+\.\d+\.\d+(-[0-9a-z]+(\.[0-9a-z]+)*)?$/;

type Fields = Readonly<Record<'version' | 'note' | 'fewest' | 'most', string>>;

function impactIn({ note, fewest, most }: Fields): Pick<Submitting, 'expectedImpact'> {
  if (note.trim() === '') return {};
  const families =
    fewest.trim() === ''
      ? {}
      : { families: { from: Number(fewest), to: Number(most === '' ? fewest : most) } };
  return { expectedImpact: { note: note.trim(), ...families } };
}

function mistakesIn({ version, note, fewest, most }: Fields, numbered: boolean) {
  const [least, highest] = [fewest.trim(), most.trim()];
  return {
    ...(numbered && !numbers.test(version.trim()) && { version: 'enter a number such as `1.1.0`' }),
    ...(note.trim() === '' && least + highest !== '' && { note: 'say in words what is expected, too' }),
    ...(least !== '' && !whole.test(least) && { fewest: 'enter a whole number, below 0 for fewer families' }),
    ...(highest !== '' &&
      !whole.test(highest) && { most: 'enter a whole number, below 0 for fewer families' }),
    ...(least === '' && highest !== '' && { fewest: 'enter the least, too' }),
    ...(whole.test(least) &&
      whole.test(highest) &&
      Number(highest) < Number(least) && { most: 'the most is not below the least' }),
  };
}

/** The form with which a draft is submitted: under which number, and what it is expected to change. */
export function createSubmitting(editing: DraftEditing, checks: () => DraftChecks) {
  const { client } = useSession();
  const numbered = () => checks().proposedVersion !== null;
  return createForm({
    id: 'submit',
    fields: { version: checks().proposedVersion ?? '', note: '', fewest: '', most: '' },
    check: (typed) => mistakesIn(typed, numbered()),
    send: async (typed) => {
      const json = { ...(numbered() && { version: typed.version.trim() }), ...impactIn(typed) };
      const done = await submitDraft(client, editing.draft(), json);
      if (!done.ok) return { version: refusalInWords(done.problem) };
      editing.take(done.value);
      return {};
    },
  });
}
