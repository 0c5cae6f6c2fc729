import { and, eq, isNull } from 'drizzle-orm';
import { err, ok, type Result } from '../../engine/index.ts';
import { sha256 } from '../canonical.ts';
import type { Row } from '../store/schema.ts';
import type { Tx } from '../store/tx.ts';
import { after, LINK_LASTS } from './times.ts';

type LinkRow = Row<'link'>;

/** `set-up` makes the first administrator; `password` lets its person choose one. */
export type Purpose = 'set-up' | 'password';

/** The studio’s page where a person opens a link: its token is in the fragment, which no server and no log ever sees. */
export function linkAddress(origin: string, purpose: Purpose, token: string): string {
  return `${origin}/${purpose}#link=${token}`;
}

/** Voids what links of this kind are still good. */
export async function voidLinks(tx: Tx, purpose: Purpose, person: string | null): Promise<void> {
  const { link } = tx.tables;
  const whose = person === null ? isNull(link.person) : eq(link.person, person);
  const good = await tx.q
    .select({ id: link.id })
    .from(link)
    .where(and(eq(link.purpose, purpose), whose, isNull(link.usedAt)));
  for (const { id } of good) await tx.update('link', id, { usedAt: tx.at });
}

/** Makes a link that is known by `token`, and voids those before it. */
export async function makeLink(
  tx: Tx,
  { purpose, person }: { readonly purpose: Purpose; readonly person: string | null },
  token: string,
): Promise<LinkRow> {
  await voidLinks(tx, purpose, person);
  return tx.insert('link', {
    ...{ id: sha256(token), purpose, person },
    ...{ createdAt: tx.at, expiresAt: after(tx.at, LINK_LASTS) },
  });
}

/** Uses a link up, or says in a sentence why it is not good. At its last instant it is over. */
export async function takeLink(tx: Tx, purpose: Purpose, token: string): Promise<Result<LinkRow, string>> {
  const { link } = tx.tables;
  const [found] = await tx.q
    .select()
    .from(link)
    .where(and(eq(link.id, sha256(token)), eq(link.purpose, purpose)));
  if (found === undefined) return err('it is not one of this server’s');
  if (found.usedAt !== null) return err('it was used, or a newer one replaced it');
  if (found.expiresAt <= tx.at) return err('it is older than 24 hours');
  return ok(await tx.update('link', found.id, { usedAt: tx.at }));
}
