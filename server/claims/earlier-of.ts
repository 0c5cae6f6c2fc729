import { and, eq, inArray } from 'drizzle-orm';
import { standingOf } from '../../engine/programme.ts';
import { inPieces } from '../decisions/family-keys.ts';
import type { Reads } from '../store/connection.ts';
import type { Row, Tables } from '../store/schema.ts';
import { apartKey, type Counting, Earlier } from './earlier.ts';
import { eventsOf } from './events-of.ts';
import { type LedgerFamily, namesOf } from './family.ts';
import { knownNames } from './known-names.ts';
import { keptName } from './names-of-claims.ts';

interface Reading {
  readonly q: Reads;
  readonly tables: Tables;
  /** What is clawed back after that day is not seen; all is where it is absent. */
  readonly asOf?: string | undefined;
}

type NameRow = Row<'claimName'>;

async function rowsOf<T>(values: readonly string[], ask: (some: string[]) => PromiseLike<T[]>): Promise<T[]> {
  const rows: T[] = [];
  for (const some of inPieces([...new Set(values)])) rows.push(...(await ask([...some])));
  return rows;
}

/** Every name of every claim that has one of these names. */
async function namesBeside(
  { q, tables: { claimName } }: Reading,
  names: readonly string[],
): Promise<NameRow[]> {
  const met = await rowsOf(names, (some) =>
    q.selectDistinct({ claim: claimName.claim }).from(claimName).where(inArray(claimName.name, some)),
  );
  return rowsOf(
    met.map(({ claim }) => claim),
    (some) => q.select().from(claimName).where(inArray(claimName.claim, some)),
  );
}

const idsAmong = (rows: readonly NameRow[]) =>
  rows.flatMap(({ kind, name }) => (kind === 'person' || name === null ? [] : [name]));

/** The names that bear on families, and those of the same families under other ids, however many steps away. */
async function allNames(reading: Reading, authority: string, names: readonly string[]): Promise<NameRow[]> {
  const asked = new Set<string>();
  const rows = new Map<string, NameRow>();
  for (let next = [...new Set(names)]; next.length > 0;) {
    for (const name of next) asked.add(name);
    const found = await namesBeside(reading, next);
    for (const row of found) rows.set(row.id, row);
    const here = found.filter((row) => row.authority === authority);
    next = [...new Set(idsAmong(here))].filter((name) => !asked.has(name));
  }
  return [...rows.values()];
}

function byClaim(rows: readonly NameRow[]): Map<string, NameRow[]> {
  const claims = new Map<string, NameRow[]>();
  for (const row of rows) claims.set(row.claim, [...(claims.get(row.claim) ?? []), row]);
  return claims;
}

async function standing(reading: Reading, claims: ReadonlyMap<string, NameRow[]>): Promise<Counting[]> {
  const { q, tables, asOf } = reading;
  const ids = [...claims.keys()];
  const rows = await rowsOf(ids, (some) =>
    q.select().from(tables.claim).where(inArray(tables.claim.id, some)),
  );
  const events = await eventsOf(reading, ids);
  return rows
    .map((claim): Counting => {
      const all = events.get(claim.id) ?? [];
      const taken = all.filter(({ event, on }) => event === 'clawed-back' && on <= (asOf ?? on));
      const clawedBackPence = taken.reduce((sum, { pence = 0 }) => sum + pence, 0);
      const { state, clawedBackPence: inAll } = standingOf(claim.pence, all);
      // because a claim that was paid in part and clawed back whole is paid no more
      const isEnded = state === 'withdrawn' || (state === 'clawed-back' && clawedBackPence === inAll);
      return {
        claim,
        names: (claims.get(claim.id) ?? []).flatMap(keptName),
        countsPence: isEnded ? 0 : claim.pence - clawedBackPence,
        clawedBackPence,
      };
    })
    .sort((one, other) => (one.claim.id < other.claim.id ? -1 : 1));
}

/** What was found apart from these families, or of these claims, by people of an authority. */
async function apartIn(
  { q, tables: { claimApart } }: Reading,
  authority: string,
  { families, claims }: { readonly families: readonly string[]; readonly claims: readonly string[] },
): Promise<Set<string>> {
  const columns = { family: claimApart.family, claim: claimApart.claim };
  const where = (some: typeof claimApart.family | typeof claimApart.claim, values: string[]) =>
    q
      .select(columns)
      .from(claimApart)
      .where(and(eq(claimApart.authority, authority), inArray(some, values)));
  const rows = [
    ...(await rowsOf(families, (some) => where(claimApart.family, some))),
    ...(await rowsOf(claims, (some) => where(claimApart.claim, some))),
  ];
  return new Set(rows.flatMap(({ family, claim }) => (family === null ? [] : [apartKey(family, claim)])));
}

/** The claims that may bear on these families of an authority. */
export async function earlierOf(
  reading: Reading,
  authority: string,
  families: readonly LedgerFamily[],
): Promise<Earlier> {
  const names = families.flatMap((family) => namesOf(family).map(({ name }) => name));
  const claims = await standing(reading, byClaim(await allNames(reading, authority, names)));
  const here = claims.filter(({ claim }) => claim.authority === authority);
  const apart = await apartIn(reading, authority, {
    families: families.map(({ id }) => id),
    claims: claims.map(({ claim }) => claim.id),
  });
  const links = here.map((one) => knownNames(one.names, one.claim.localAuthority).ids);
  return new Earlier({ authority, claims, links, apart });
}
