import { useNavigate } from '@solidjs/router';
import { createMemo } from 'solid-js';
import { cohortAddress } from '../../addresses.ts';
import { rateNames } from '../../engine.ts';
import { createForm, type Form } from '../../ui/create-form.ts';
import { isoDay } from '../../ui/day-text.ts';
import { createSending } from '../add/create-sending.ts';
import { createFamiliesMade } from './create-families-made.ts';
import { dayOf, fieldsOf, type MakingField, mistakesIn, type Mistakes } from './making-fields.ts';

export type MakingForm = Form<MakingField>;

/** What is to be made, the making of it, and the sending of what was made. */
export function createMaking() {
  const navigate = useNavigate();
  const sending = createSending();
  const families = createFamiliesMade();
  const form = createForm<MakingField>({
    id: 'making',
    fields: fieldsOf(),
    check: mistakesIn,
    send: async (typed): Promise<Mistakes> => {
      const set = rateNames.filter((name) => typed[name] !== '');
      const file = await families.make({
        ...{ profile: typed.profile, seed: Number(typed.seed), families: Number(typed.families) },
        drawnOn: isoDay(typed.day) ?? '',
        rates: set.map((name) => [name, Number(typed[name]) / 100] as const),
      });
      if (file === undefined) return { families: 'the families were not made: send the form again' };
      const answer = await sending.begin({ title: typed.title.trim(), files: [file] });
      if (!answer.ok)
        return { title: [answer.problem.title, answer.problem.detail].filter(Boolean).join(': ') };
      navigate(cohortAddress(answer.value.id));
      return {};
    },
  });
  const profile = createMemo(() => form.typed('profile'));
  const setProfile = (id: string) => {
    // because a day that was typed is kept, and one that came with the profile goes with it
    if (form.typed('day') === dayOf(profile())) form.type('day', dayOf(id));
    form.type('profile', id);
  };
  return { form, sending, families, profile, setProfile };
}
