import { and, eq, inArray } from 'drizzle-orm';
import { standingOf } from '../../engine/programme.ts';
import { canonical, sha256 } from '../canonical.ts';
import { inPieces } from '../decisions/family-keys.ts';
import type { Reads } from '../store/connection.ts';
import type { Row, Tables } from '../store/schema.ts';
import { eventsOf } from './events-of.ts';
import { type LedgerFamily, type LedgerName, namesOf } from './family.ts';

/** A claim that counts beside later ones, and by what it is met. */
export interface Counting {
  readonly claim: Pick<
    Row<'claim'>,
    'id' | 'authority' | 'localAuthority' | 'family' | 'programme' | 'phase' | 'payment' | 'kind' | 'on'
  >;
  readonly names: readonly LedgerName[];
  /** More than 0. */
  readonly countsPence: number;
}

/** The claims that bear on a family: its own, and those that may be of the same family or of a child of it. */
export interface Bearing {
  readonly own: readonly Counting[];
  /** Of another authority, met by a former id or a child. */
  readonly elsewhere: readonly Counting[];
  /** Of another family of the same authority, met by a child. */
  readonly shared: readonly Counting[];
}

interface Reading {
  readonly q: Reads;
  readonly tables: Tables;
}

/** The names of a family as they are compared. */
function sorted(names: readonly LedgerName[]) {
  const of = (...kinds: readonly LedgerName['kind'][]) =>
    names.flatMap(({ kind, name }) => (kinds.includes(kind) ? [name] : []));
  return { ids: of('family', 'former'), formers: of('former'), children: of('person') };
}

/** Whether a claim is a family's own, may be, or has nothing to do with it. */
function bearingOf(
  mine: ReturnType<typeof sorted>,
  authority: string,
  { claim, names }: Counting,
): keyof Bearing | undefined {
  const theirs = sorted(names);
  const isHere = claim.authority === authority;
  if (isHere && mine.ids.some((id) => theirs.ids.includes(id))) return 'own';
  const shares = mine.children.some((child) => theirs.children.includes(child));
  if (isHere) return shares ? 'shared' : undefined;
  // because the ids of two authorities may be alike: only a former one says that a family came from elsewhere
  const moved =
    mine.formers.some((id) => theirs.ids.includes(id)) || mine.ids.some((id) => theirs.formers.includes(id));
  return moved || shares ? 'elsewhere' : undefined;
}

/** The claims that may bear on some families of an authority, as the ledger had them when it was read. */
export class Earlier {
  private readonly authority: string;
  private readonly counting: Counting[];
  /** `family` and the claims that a person found to be apart from it. */
  private readonly apart: ReadonlySet<string>;

  constructor(authority: string, counting: readonly Counting[], apart: ReadonlySet<string>) {
    this.authority = authority;
    this.counting = [...counting];
    this.apart = apart;
  }

  /** Adds a claim that is proposed but not yet written. */
  add(counting: Counting): void {
    this.counting.push(counting);
  }

  /** What bears on a family. */
  on(family: LedgerFamily): Bearing {
    const mine = sorted(namesOf(family));
    const bearing = { own: [] as Counting[], elsewhere: [] as Counting[], shared: [] as Counting[] };
    for (const one of this.counting) {
      const how = bearingOf(mine, this.authority, one);
      if (how === undefined) continue;
      if (how === 'own' || !this.apart.has(apartKey(family.id, one.claim.id))) bearing[how].push(one);
    }
    const isApartFromMine = ({ claim }: Counting) =>
      claim.family !== null &&
      bearing.own.some((mine) => this.apart.has(apartKey(claim.family ?? '', mine.claim.id)));
    // because what is another family from one side is another from the other
    return { ...bearing, shared: bearing.shared.filter((one) => !isApartFromMine(one)) };
  }

  /** The same for the same claims, counting for the same: by it a change since is told. */
  digest(): string {
    const claims = this.counting.map(({ claim, countsPence }) => [claim.id, countsPence]).sort();
    return sha256(canonical({ claims, apart: [...this.apart].sort() }));
  }
}

function apartKey(family: string, claim: string): string {
  return `${family}\n${claim}`;
}

async function namesWith({ q, tables }: Reading, names: readonly string[]): Promise<string[]> {
  const { claimName } = tables;
  const ids = new Set<string>();
  for (const some of inPieces([...new Set(names)])) {
    const rows = await q
      .selectDistinct({ claim: claimName.claim })
      .from(claimName)
      .where(inArray(claimName.name, [...some]));
    for (const { claim } of rows) ids.add(claim);
  }
  return [...ids];
}

async function countingOf(reading: Reading, ids: readonly string[]): Promise<Counting[]> {
  const { q, tables } = reading;
  const { claim, claimName } = tables;
  const counting: Counting[] = [];
  for (const some of inPieces(ids)) {
    const rows = await q
      .select()
      .from(claim)
      .where(inArray(claim.id, [...some]));
    const names = await q
      .select()
      .from(claimName)
      .where(inArray(claimName.claim, [...some]));
    const events = await eventsOf(reading, some);
    for (const row of rows) {
      const { countsPence } = standingOf(row.pence, events.get(row.id) ?? []);
      const its = names.filter((one) => one.claim === row.id);
      const known = its.flatMap(({ kind, name }) =>
        // because it was read from a column that holds these alone
        name === null ? [] : [{ kind: kind as LedgerName['kind'], name }],
      );
      if (countsPence > 0) counting.push({ claim: row, names: known, countsPence });
    }
  }
  return counting.sort((one, other) => (one.claim.id < other.claim.id ? -1 : 1));
}

/** The claims that may bear on these families of an authority. */
export async function earlierOf(
  reading: Reading,
  authority: string,
  families: readonly LedgerFamily[],
): Promise<Earlier> {
  const { q, tables } = reading;
  const names = families.flatMap((family) => namesOf(family).map(({ name }) => name));
  const counting = await countingOf(reading, await namesWith(reading, names));
  const { claimApart } = tables;
  const apart = new Set<string>();
  for (const some of inPieces(families.map(({ id }) => id))) {
    const rows = await q
      .select({ family: claimApart.family, claim: claimApart.claim })
      .from(claimApart)
      .where(and(eq(claimApart.authority, authority), inArray(claimApart.family, [...some])));
    for (const { family, claim } of rows) if (family !== null) apart.add(apartKey(family, claim));
  }
  for (const some of inPieces(counting.map(({ claim }) => claim.id))) {
    const rows = await q
      .select({ family: claimApart.family, claim: claimApart.claim })
      .from(claimApart)
      .where(and(eq(claimApart.authority, authority), inArray(claimApart.claim, [...some])));
    for (const { family, claim } of rows) if (family !== null) apart.add(apartKey(family, claim));
  }
  return new Earlier(authority, counting, apart);
}

interface AsRecorded {
  readonly programme: string;
  readonly phase: number;
  readonly payment: string;
  readonly on: string;
}

const sameClaim = (one: AsRecorded, other: AsRecorded) =>
  one.programme === other.programme &&
  one.phase === other.phase &&
  one.payment === other.payment &&
  one.on === other.on;

/** A family's record with the claims of the ledger in it: the same payment on the same day is the ledger's. */
export function withEarlier(family: LedgerFamily, { own, elsewhere }: Bearing): LedgerFamily {
  const entered = ({ claim, countsPence }: Counting) => ({
    ...{ programme: claim.programme, phase: claim.phase, payment: claim.payment },
    ...{ on: claim.on, pence: countsPence },
  });
  const ledger = [
    ...own.map(entered),
    ...elsewhere.map((one) => ({ ...entered(one), localAuthority: one.claim.localAuthority })),
  ];
  if (ledger.length === 0) return family;
  const kept = (family.claims ?? []).filter((one) => !ledger.some((other) => sameClaim(one, other)));
  return { ...family, claims: [...kept, ...ledger] };
}
