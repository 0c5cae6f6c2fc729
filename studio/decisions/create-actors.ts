import { createMemo } from 'solid-js';
import type { Answer } from '../api.ts';
import { createAnswer } from '../session/create-answer.ts';
import { useSession } from '../session/session.ts';

/** Somebody as the server names them: `person:<id>`, `key:<id>`. */
interface Actor {
  readonly actor: string;
  readonly name: string;
}

/** People and keys by their names, for whoever has charge of them. */
function createKnown() {
  const { client, account } = useSession();
  const question = () => (account()?.permissions.includes('people:manage') ? {} : undefined);
  return createAnswer('actors', question, async (): Promise<Answer<readonly Actor[]>> => {
    const [people, keys] = await Promise.all([client.people.$get(), client.keys.$get()]);
    if (people.status !== 200) return { ok: false, problem: await people.json() };
    const known = (await people.json()).people.map(({ id, name }) => ({ actor: `person:${id}`, name }));
    // because a key may not list keys, and then is told no names of them
    const programs = keys.status === 200 ? (await keys.json()).keys : [];
    const named = programs.map(({ id, name }) => ({ actor: `key:${id}`, name: `Key “${name}”` }));
    return { ok: true, value: [...known, ...named] };
  });
}

const kinds: Readonly<Record<string, string>> = { person: 'Person', key: 'Key' };

/** Who did something, by name where one may know it. */
export function createActors() {
  const { account } = useSession();
  const known = createKnown();
  const names = createMemo(() => {
    const own = account();
    const others = (known.value() ?? []).map(({ actor, name }) => [actor, name] as const);
    return new Map(own === undefined ? others : [...others, [`${own.kind}:${own.id}`, own.name] as const]);
  });
  const nameOf = (actor: string): string => {
    const name = names().get(actor);
    if (name !== undefined) return name;
    if (actor === 'system') return 'The server itself';
    if (actor === 'open') return 'Anyone on this machine';
    const [kind = '', id = ''] = actor.split(':');
    return `${kinds[kind] ?? kind} ${id.slice(0, 8)}`;
  };
  return { nameOf, known: () => known.value() ?? [] };
}
export type Actors = ReturnType<typeof createActors>;
