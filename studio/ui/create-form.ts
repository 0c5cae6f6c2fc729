import { createSignal } from 'solid-js';
import { createStore } from 'solid-js/store';
import type { Mistake } from './error-summary.tsx';

interface FormPlan<Name extends string> {
  /** Stands before the name of each field in the id of its control. */
  readonly id: string;
  readonly fields: Readonly<Record<Name, string>>;
  /** What can be seen to be wrong before anything is sent: a message by field. */
  readonly check: (typed: Readonly<Record<Name, string>>) => Partial<Record<Name, string>>;
  /** Sends what was typed; what the server finds wrong with it, and nothing where it is done. */
  readonly send: (typed: Readonly<Record<Name, string>>) => Promise<Partial<Record<Name, string>>>;
}

/** What is typed into a form, what is wrong with it, and whether it is being sent. */
export function createForm<Name extends string>({ id, fields, check, send }: FormPlan<Name>) {
  const [typed, setTyped] = createStore<Record<string, string>>({ ...fields });
  const [wrong, setWrong] = createSignal<Partial<Record<Name, string>>>({});
  const [busy, setBusy] = createSignal(false);
  const names = Object.keys(fields) as Name[];
  const control = (name: Name) => `${id}:${name}`;
  const current = () => ({ ...typed }) as Record<Name, string>;
  const mistakes = (): readonly Mistake[] =>
    names.flatMap((name) => {
      const message = wrong()[name];
      return message === undefined ? [] : [{ control: control(name), message }];
    });
  const submit = async () => {
    if (busy()) return;
    const seen = check(current());
    setWrong(() => seen);
    if (Object.keys(seen).length > 0) return;
    setBusy(true);
    const told = await send(current());
    setBusy(false);
    setWrong(() => told);
  };
  return {
    ...{ control, mistakes, busy, submit },
    typed: (name: Name) => typed[name] ?? '',
    type: (name: Name, text: string) => {
      setTyped(name, text);
    },
    wrong: (name: Name) => wrong()[name],
  };
}

/** A form, whatever its fields are called. */
export type Form<Name extends string> = ReturnType<typeof createForm<Name>>;
