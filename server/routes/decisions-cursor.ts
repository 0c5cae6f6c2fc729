import type { Cursor } from '../decisions/query.ts';

/** A cursor as an address or a body gives it: its form was checked before. */
export function cursorOf(text: string | undefined): Cursor | undefined {
  if (text === undefined) return undefined;
  const [entry = 0, place = 0] = text.split('.').map(Number);
  return { entry, place };
}

export function cursorText({ entry, place }: Cursor): string {
  return `${String(entry)}.${String(place)}`;
}
