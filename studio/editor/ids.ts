import { entriesOf, isObject } from './value.ts';

/** The longest id that is proposed: one that is given may be longer. */
const longest = 60;

/** An id out of words: lower case, joined by hyphens, beginning with a letter; empty where no word has any. */
export function idFrom(words: string): string {
  const joined = words
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z0-9\s-]/g, '')
    .split(/[\s-]+/)
    .filter(Boolean)
    .join('-')
    .replace(/^[^a-z]+/, '');
  return joined.length <= longest
    ? joined
    : joined.slice(0, joined.lastIndexOf('-', longest) + 1 || longest).replace(/-$/, '');
}

/** The wanted id, or the first with a number behind it that is not taken. */
export function freeId(wanted: string, taken: Pick<ReadonlySet<string>, 'has'>): string {
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number += 1) {
    const id = `${wanted}-${number}`;
    if (!taken.has(id)) return id;
  }
}

/** Every id that a document gives, and every name under which it keeps something. */
export function idsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const one of value as readonly unknown[]) idsIn(one, found);
  if (isObject(value))
    for (const [key, inner] of entriesOf(value)) {
      if (key === 'id' && typeof inner === 'string') found.add(inner);
      if (key === 'parameters' || key === 'facts' || key === 'sources')
        for (const [name] of entriesOf(inner)) found.add(name);
      idsIn(inner, found);
    }
  return found;
}
