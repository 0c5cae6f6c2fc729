import type { Client, Draft } from '../api.ts';
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

async function baseOf(client: Client, { basedOn }: Pick<Draft, 'basedOn'>): Promise<unknown> {
  if (basedOn === null || basedOn.version === null) return undefined;
  const { id, version } = basedOn;
  const response = await client.rulesets[':id'].versions[':version'].$get({ param: { id, version } });
  return response.status === 200 ? (await response.json()).document : undefined;
}

/** What a ruleset in this vocabulary rests on, and what it was made from; undefined where the server does not answer. */
export async function readGround(
  client: Client,
  vocabulary: string,
  draft: Pick<Draft, 'basedOn'> = { basedOn: null },
): Promise<Ground | undefined> {
  try {
    const [vocabularies, calendars, base] = await Promise.all([
      vocabulary === '' ? [] : vocabularyOf(client, vocabulary),
      calendarsOf(client),
      baseOf(client, draft),
    ]);
    return { vocabularies, calendars, base };
  } catch {
    return undefined;
  }
}
