import type { Answer, HeldVersion } from '../api.ts';
import type { VersionName } from '../addresses.ts';
import { createAnswer } from '../session/create-answer.ts';
import { type Session, useSession } from '../session/session.ts';
import type { Parts, ReadVersion } from './read-version.ts';

/** Which version; where the hash is given, of exactly that content. */
export interface Wanted extends VersionName {
  readonly hash?: string;
}

async function heldOf({ client }: Session, { id, version }: VersionName): Promise<Answer<HeldVersion>> {
  const response = await client.rulesets[':id'].versions[':version'].$get({ param: { id, version } });
  if (response.status === 200) return { ok: true, value: await response.json() };
  return { ok: false, problem: await response.json() };
}

/** All that a version rests on. */
async function partsOf({ client }: Session, held: HeldVersion): Promise<Answer<Parts>> {
  const [words, ...terms] = await Promise.all([
    client.vocabularies[':id'].$get({ param: { id: held.vocabulary.id } }),
    ...held.calendars.map(({ id }) => client.calendars[':id'].$get({ param: { id } })),
  ]);
  if (words.status !== 200) return { ok: false, problem: await words.json() };
  const calendars: unknown[] = [];
  for (const response of terms) {
    if (response.status !== 200) return { ok: false, problem: await response.json() };
    calendars.push((await response.json()).document);
  }
  return { ok: true, value: { held, vocabulary: (await words.json()).document, calendars } };
}

async function read(session: Session, { id, version, hash }: Wanted): Promise<Answer<ReadVersion>> {
  const name = `${id}@${version}`;
  const kept = session.readings();
  const before = kept.get(name);
  if (before !== undefined && (hash === undefined || before.held.hash === hash))
    return { ok: true, value: before };
  const engine = import('./read-version.ts');
  // Said by whoever awaits it; until then the server may say no first.
  engine.catch(() => undefined);
  const held = await heldOf(session, { id, version });
  if (!held.ok) return held;
  const parts = await partsOf(session, held.value);
  if (!parts.ok) return parts;
  const { readVersion } = await engine;
  const told = readVersion(parts.value);
  if (told.ok) kept.set(name, told.value);
  return told;
}

/** A version in words, made in this page from the document that the server holds, and kept for the next who asks. */
export function createReading(wanted: () => Wanted | undefined) {
  const session = useSession();
  return createAnswer('reading', wanted, (one) => read(session, one));
}
