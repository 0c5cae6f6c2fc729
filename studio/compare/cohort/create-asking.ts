import { useNavigate, useSearchParams } from '@solidjs/router';
import { createSignal, untrack } from 'solid-js';
import { comparisonAddress } from '../../addresses.ts';
import { type Problem, unreachable } from '../../api.ts';
import { useSession } from '../../session/session.ts';
import { tickedIn } from '../../ui/check-boxes.tsx';
import { createForm, type Form } from '../../ui/create-form.ts';
import { isoDay } from '../../ui/day-text.ts';

/** Versions after the first two, which need not be asked for. */
export const further = ['third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'] as const;
export type Further = (typeof further)[number];
export type AskingField = 'before' | 'after' | Further | 'cohort' | 'day' | 'restate' | 'causes';
export interface AskingForm extends Form<AskingField> {
  /** Further versions that there is room for. */
  readonly rooms: () => readonly Further[];
  readonly add: () => void;
  readonly leaveOut: (name: Further) => void;
  /** Asks for these versions, in this order; the first so many where there are too many. */
  readonly choose: (versions: readonly string[]) => void;
}
type Typed = Readonly<Record<AskingField, string>>;
type Mistakes = Partial<Record<AskingField, string>>;

const noDay = '//';

/** Versions that are asked for but not chosen, or chosen twice. */
function furtherMistakes(typed: Typed, rooms: readonly Further[]): Mistakes {
  const wrong = rooms.flatMap((name, at): (readonly [Further, string])[] => {
    const before = [typed.before, typed.after, ...rooms.slice(0, at).map((other) => typed[other])];
    if (typed[name] === '') return [[name, `choose version ${at + 3}, or leave it out`]];
    return before.includes(typed[name])
      ? [[name, `choose another version than those before version ${at + 3}`]]
      : [];
  });
  return Object.fromEntries(wrong);
}

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

const none = Object.fromEntries(further.map((name) => [name, ''])) as Record<Further, string>;

/** What is to be compared over which cohort, and the asking. */
export function createAsking(): AskingForm {
  const { client } = useSession();
  const navigate = useNavigate();
  const [search] = useSearchParams<{ with: string; version: string; cohort: string }>();
  const begun = untrack(() => ({ before: search.with, after: search.version, cohort: search.cohort }));
  const [rooms, setRooms] = createSignal(0);
  const asked = () => further.slice(0, rooms());
  const form = createForm<AskingField>({
    id: 'comparison',
    fields: {
      ...{ before: begun.before ?? '', after: begun.after ?? '', ...none, cohort: begun.cohort ?? '' },
      ...{ day: noDay, restate: noDay, causes: 'causes' },
    },
    check: (typed) => ({ ...mistakesIn(typed), ...furtherMistakes(typed, asked()) }),
    send: async (typed) => {
      const restated = isoDay(typed.restate);
      const json = {
        versions: [typed.before, typed.after, ...asked().map((name) => typed[name])].map(selected),
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
  const typeAll = (versions: readonly string[]) => {
    for (const [at, name] of further.entries()) form.type(name, versions[at] ?? '');
  };
  return {
    ...form,
    rooms: asked,
    add: () => setRooms(rooms() + 1),
    leaveOut: (name) => {
      typeAll(asked().flatMap((one) => (one === name ? [] : [form.typed(one)])));
      setRooms(rooms() - 1);
    },
    choose: ([before = '', after = '', ...rest]) => {
      form.type('before', before);
      form.type('after', after);
      typeAll(rest);
      setRooms(Math.min(rest.length, further.length));
    },
  };
}
