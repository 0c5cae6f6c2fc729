import type { ClaimWindow, Problem } from '../api.ts';
import { dayAway } from '../day-away.ts';
import { freeId, idFrom } from '../editor/ids.ts';
import { isStanding } from '../reading/standing-tag.tsx';
import { useSession } from '../session/session.ts';
import { createForm, type Form } from '../ui/create-form.ts';
import { isoDay } from '../ui/day-text.ts';
import { setWindow, whyRefused, type WindowAsked } from './claim-calls.ts';

/** What stands for no window that is replaced. */
export const another = 'another';

const empty = {
  ...{ replaces: another, label: '', programme: 'troubled-families', phase: '', first: '//', last: '//' },
  ...{ standing: '', title: '', at: '', note: '' },
};
type WindowField = keyof typeof empty;
export type WindowForm = Form<WindowField>;
type Typed = Readonly<Record<WindowField, string>>;

/** A day as a form keeps it. */
const dayTyped = (iso: string) => iso.split('-').reverse().map(Number).join('/');

/** What would be typed of a window that there is. */
function typedOf({ window, source }: ClaimWindow): Typed {
  const { id, label, programme, phase, opens, closes } = window;
  const { standing, at = '', note = '' } = window.source;
  return {
    ...{ replaces: id, label, programme, phase: String(phase) },
    ...{ first: dayTyped(opens), last: dayTyped(dayAway(closes, -1)) },
    ...{ standing, title: source.title, at, note },
  };
}

const lowerWords = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

function check({ label, programme, phase, first, last, standing, title }: Typed) {
  const [opens, ends] = [isoDay(first), isoDay(last)];
  const backwards = opens !== undefined && ends !== undefined && ends < opens;
  return {
    ...(label.trim() === '' && { label: 'enter what the window is called' }),
    ...(!lowerWords.test(programme.trim()) && {
      programme: 'enter lower-case words joined by hyphens, such as troubled-families',
    }),
    ...(!/^[1-9]\d?$/.test(phase.trim()) && { phase: 'enter a number from 1 to 99' }),
    ...(opens === undefined && { first: 'enter a day that there is' }),
    ...(ends === undefined && { last: 'enter a day that there is' }),
    ...(backwards && { last: 'enter a day that is not before the first' }),
    ...(!isStanding(standing) && { standing: 'choose how sure it is' }),
    ...(title.trim() === '' && { title: 'enter what says so' }),
  };
}

/** The window that was typed; the last day is inside it, and the day that it closes on is not. */
function windowTyped(typed: Typed, known: readonly ClaimWindow[]): WindowAsked | undefined {
  const { replaces, label, programme, phase, first, last, standing, title, at, note } = typed;
  const [opens, ends] = [isoDay(first), isoDay(last)];
  if (opens === undefined || ends === undefined || !isStanding(standing)) return undefined;
  const taken = new Set(known.map(({ window }) => window.id));
  const replaced = known.find(({ window }) => window.id === replaces)?.source;
  // because what else is known of the document that says so is not typed
  const source = replaced?.title === title.trim() ? replaced : { title: title.trim() };
  const id = replaces === another ? freeId(idFrom(label) || 'window', taken) : replaces;
  return {
    window: {
      ...{ id, label: label.trim(), programme: programme.trim(), phase: Number(phase) },
      ...{ opens, closes: dayAway(ends, 1) },
      source: {
        ...{ ref: 'source', standing },
        ...(at.trim() === '' ? {} : { at: at.trim() }),
        ...(note.trim() === '' ? {} : { note: note.trim() }),
      },
    },
    source,
  };
}

/** The field that each key of a window is typed into. */
const fields: Readonly<Record<string, WindowField>> = {
  '/window/label': 'label',
  '/window/programme': 'programme',
  '/window/phase': 'phase',
  '/window/opens': 'first',
  '/window/closes': 'last',
  '/window/source/at': 'at',
  '/window/source/note': 'note',
  '/source/title': 'title',
};

/** What was refused, at the fields that it is about; by the first where it is about none. */
function atFields(problem: Problem): Partial<Record<WindowField, string>> {
  const found = (problem.findings ?? []).map(
    ({ pointer, message }) => [fields[pointer] ?? 'label', message] as const,
  );
  return found.length === 0 ? { label: whyRefused(problem) } : Object.fromEntries(found);
}

interface Putting {
  readonly windows: () => readonly ClaimWindow[];
  readonly onDone: (told: string) => void;
}

/** What is typed of a claim window, and the putting of it in force. */
export function createWindowForm({ windows, onDone }: Putting) {
  const { client } = useSession();
  const fill = (typed: Typed) => {
    for (const name of Object.keys(empty) as WindowField[]) form.type(name, typed[name]);
  };
  const form = createForm<WindowField>({
    id: 'window',
    fields: empty,
    check,
    send: async (typed) => {
      const asked = windowTyped(typed, windows());
      if (asked === undefined) return {};
      const done = await setWindow(client, asked);
      if (!done.ok) return atFields(done.problem);
      onDone(`${asked.window.label} is in force.`);
      fill(empty);
      return {};
    },
  });
  /** Fills the form with the window that is to be replaced, to be put right. */
  const replace = (id: string) => {
    const found = windows().find(({ window }) => window.id === id);
    fill(found === undefined ? empty : typedOf(found));
  };
  return { form, replace };
}
