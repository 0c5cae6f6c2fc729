import type { Client } from '../api.ts';
import type { Ground } from './checking.ts';

async function calendarsOf(client: Client): Promise<readonly unknown[]> {
  const listed = await client.calendars.$get();
  if (listed.status !== 200) return [];
  const { calendars } = await listed.json();
  const all = await Promise.all(
    calendars.map(async ({ id }): Promise<readonly unknown[]> => {
      const response = await client.calendars[':id'].$get({ param: { id } });
      return response.status === 200 ? [(await response.json()).document] : [];
    }),
  );
  return all.flat();
}

async function vocabularyOf(client: Client, id: string): Promise<readonly unknown[]> {
  const response = await client.vocabularies[':id'].$get({ param: { id } });
  return response.status === 200 ? [(await response.json()).document] : [];
}

/** What a ruleset in this vocabulary rests on; undefined where the server does not answer. */
export async function readGround(client: Client, vocabulary: string): Promise<Ground | undefined> {
  try {
    const [vocabularies, calendars] = await Promise.all([
      vocabulary === '' ? [] : vocabularyOf(client, vocabulary),
      calendarsOf(client),
    ]);
    return { vocabularies, calendars };
  } catch {
    return undefined;
  }
}
