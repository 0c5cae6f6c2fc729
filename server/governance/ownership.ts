import { inArray } from 'drizzle-orm';
import { actorOf, NATIONAL, type Principal } from '../identity/principal.ts';
import { contentOwners } from '../library/content-kinds.ts';
import type { Library } from '../library/library.ts';
import type { DraftKind, Reading } from './draft.ts';
import { Refusal } from './refusal.ts';

/** Whose a published thing is; empty where it is national, undefined where none of that name is published. */
function ownersOf(library: Library, kind: DraftKind, name: string): readonly string[] | undefined {
  if (kind === 'ruleset') {
    const newest = library.rulesets.get(name)?.at(-1);
    return newest === undefined ? undefined : [newest.ruleset.jurisdiction];
  }
  return contentOwners(library, kind, name);
}

/** Refuses whoever belongs to an authority what is not that authority's; `owners` are those a document names. */
export function requireOwner(
  principal: Principal,
  what: { readonly kind: DraftKind; readonly name: string; readonly owners?: readonly string[] },
  library: Library,
): void {
  if (principal.authority === NATIONAL) return;
  const named = [ownersOf(library, what.kind, what.name), what.owners];
  const foreign = named.some(
    (owners) =>
      owners !== undefined && (owners.length === 0 || owners.some((owner) => owner !== principal.authority)),
  );
  if (what.kind === 'vocabulary' || foreign) throw new Refusal('not-your-authority', {}, true);
}

/** Actors, and the people who made the keys among them: a key acts for whoever made it. */
async function standingFor(
  { q, tables: { apiKey } }: Reading,
  actors: readonly string[],
): Promise<Set<string>> {
  const ids = actors.flatMap((actor) => (actor.startsWith('key:') ? [actor.slice('key:'.length)] : []));
  if (ids.length === 0) return new Set(actors);
  const keys = await q.select().from(apiKey).where(inArray(apiKey.id, ids));
  const makers = keys.flatMap(({ createdBy }) => (createdBy === null ? [] : [`person:${createdBy}`]));
  return new Set([...actors, ...makers]);
}

/** Refuses whoever did a part of the work, by whichever key. */
export async function requireOther(
  reading: Reading,
  principal: Principal,
  workers: readonly string[],
): Promise<void> {
  const mine = await standingFor(reading, [actorOf(principal)]);
  const theirs = await standingFor(reading, [...new Set(workers)]);
  if ([...mine].some((actor) => theirs.has(actor))) throw new Refusal('own-work', {}, true);
}
