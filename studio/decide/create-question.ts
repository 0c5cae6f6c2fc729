import { createSignal } from 'solid-js';
import { createStore } from 'solid-js/store';
import { type Answer, type Client, type Decision, type Example, unreachable } from '../api.ts';
import { readJson } from '../engine.ts';
import type { DayText } from '../ui/date-fields.tsx';
import { familyMistake, mistakesOf, type QuestionMistake } from './mistakes.ts';

/** The question as typed. */
interface Typed {
  /** `phase-1@1.0.0` */
  version: string;
  asOf: DayText;
  family: string;
}

/** The question as sent. */
export interface Asked {
  readonly ruleset: { readonly id: string; readonly version: string };
  readonly asOf: string;
  readonly family: Record<string, unknown>;
}

const twoDigits = (text: string) => text.padStart(2, '0');
const isoOf = ({ day, month, year }: DayText) =>
  `${year.padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;

function typedDay(iso: string): DayText {
  const [year = '', month = '', day = ''] = iso.split('-');
  return { day: String(Number(day)), month: String(Number(month)), year };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface Read {
  readonly family: Record<string, unknown> | undefined;
  readonly mistakes: readonly QuestionMistake[];
}

/** Reads the text as the engine does, so that a repeated key is seen before it is lost. */
function readFamily(text: string): Read {
  const wrong = (message: string): Read => ({
    family: undefined,
    mistakes: [{ control: 'family', message }],
  });
  if (text.trim() === '') return wrong('paste a family, or use the example');
  const json = readJson(text);
  if (!json.ok)
    return { family: undefined, mistakes: json.error.map((finding) => familyMistake(text, finding)) };
  return isObject(json.value)
    ? { family: json.value, mistakes: [] }
    : wrong('a family is an object, in braces');
}

function formMistakes({ version, asOf }: Typed): QuestionMistake[] {
  const blank = [asOf.day, asOf.month, asOf.year].includes('');
  return [
    ...(version === '' ? [{ control: 'version', message: 'choose a version' } as const] : []),
    ...(blank ? [{ control: 'as-of', message: 'give the day, the month and the year' } as const] : []),
  ];
}

async function ask(client: Client, asked: Asked): Promise<Answer<Decision>> {
  try {
    const response = await client.evaluations.$post({ json: { ...asked, ruleset: { ...asked.ruleset } } });
    if (response.status === 200) return { ok: true, value: await response.json() };
    return { ok: false, problem: await response.json() };
  } catch {
    return { ok: false, problem: unreachable };
  }
}

/** The state of the form: what is typed, what is wrong with it, and the decision it led to. */
export function createQuestion(client: Client) {
  const [typed, setTyped] = createStore<Typed>({
    version: '',
    asOf: { day: '', month: '', year: '' },
    family: '',
  });
  const [mistakes, setMistakes] = createSignal<readonly QuestionMistake[]>([]);
  const [busy, setBusy] = createSignal(false);
  const [answer, setAnswer] = createSignal<{ readonly asked: Asked; readonly decision: Decision }>();

  const announced = new WeakSet<Decision>();

  /** Whether a decision is new: true once for each. */
  const announce = (decision: Decision): boolean => {
    const fresh = !announced.has(decision);
    announced.add(decision);
    return fresh;
  };

  const decide = async () => {
    if (busy()) return;
    const { family, mistakes: unreadable } = readFamily(typed.family);
    const wrong = [...formMistakes(typed), ...unreadable];
    setMistakes(wrong);
    if (wrong.length > 0 || family === undefined) return;
    const [id = '', version = ''] = typed.version.split('@');
    const asked = { ruleset: { id, version }, asOf: isoOf(typed.asOf), family };
    setBusy(true);
    const told = await ask(client, asked);
    setBusy(false);
    if (told.ok) setAnswer({ asked, decision: told.value });
    else setMistakes(mistakesOf(told.problem, typed.family));
  };

  const fill = ({ ruleset, asOf, family }: Example) => {
    setMistakes([]);
    setTyped({
      version: `${ruleset.id}@${ruleset.version}`,
      asOf: typedDay(asOf),
      family: JSON.stringify(family, null, 2),
    });
  };

  const useExample = async () => {
    try {
      const response = await client.examples.evaluation.$get();
      fill(await response.json());
    } catch {
      setMistakes(mistakesOf(unreachable, typed.family));
    }
  };

  return { typed, setTyped, mistakes, busy, answer, announce, decide, useExample };
}

export type Question = ReturnType<typeof createQuestion>;
