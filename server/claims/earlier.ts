import { canonical, sha256 } from '../canonical.ts';
import { NATIONAL } from '../identity/principal.ts';
import type { Row } from '../store/schema.ts';
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
  /** Own claims that a person found not to stand in the way of this family. */
  readonly apart: ReadonlySet<string>;
}

/** What the ledger has of some families of an authority. */
export interface Ledger {
  readonly authority: string;
  readonly counting: readonly Counting[];
  /** Ids that claims of this authority say are of one family, whether the claims still count or not. */
  readonly links: readonly (readonly string[])[];
  /** `apartKey` of what a person found apart. */
  readonly apart: ReadonlySet<string>;
}

export function apartKey(family: string, claim: string): string {
  return `${family}\n${claim}`;
}

/** Names as they are compared. */
function sorted(names: readonly LedgerName[]) {
  const of = (...kinds: readonly LedgerName['kind'][]) =>
    new Set(names.flatMap(({ kind, name }) => (kinds.includes(kind) ? [name] : [])));
  return { ids: of('family', 'former'), formers: of('former'), children: of('person') };
}
type Sorted = ReturnType<typeof sorted>;

const meet = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
  [...one].some((name) => other.has(name));

/** Ids of one family, and all that are linked to one of them, however many steps away. */
function closed(
  ids: ReadonlySet<string>,
  linksOf: ReadonlyMap<string, readonly (readonly string[])[]>,
): Set<string> {
  const all = new Set(ids);
  const left = [...ids];
  for (let id = left.pop(); id !== undefined; id = left.pop())
    for (const other of (linksOf.get(id) ?? []).flat())
      if (!all.has(other)) {
        all.add(other);
        left.push(other);
      }
  return all;
}

function byName<T>(all: readonly T[], namesOfOne: (one: T) => Iterable<string>): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const one of all) addTo(map, one, namesOfOne(one));
  return map;
}

function addTo<T>(map: Map<string, T[]>, one: T, names: Iterable<string>): void {
  for (const name of names) {
    const there = map.get(name);
    if (there === undefined) map.set(name, [one]);
    else there.push(one);
  }
}

interface Mine extends Sorted {
  readonly localAuthority: string;
}

interface Met {
  readonly counting: Counting;
  readonly theirs: Sorted;
}

/** The claims that may bear on some families of an authority, as the ledger had them when it was read. */
export class Earlier {
  private readonly ledger: Ledger;
  private readonly counting: Counting[];
  private readonly met: Map<string, Met[]>;
  private readonly links: Map<string, (readonly string[])[]>;

  constructor(ledger: Ledger) {
    this.ledger = ledger;
    this.counting = [...ledger.counting];
    this.met = byName(
      ledger.counting.map((counting) => ({ counting, theirs: sorted(counting.names) })),
      ({ counting }) => counting.names.map(({ name }) => name),
    );
    this.links = byName(ledger.links, (link) => link);
  }

  /** Adds a claim that is proposed but not yet written. */
  add(counting: Counting): void {
    this.counting.push(counting);
    const theirs = sorted(counting.names);
    addTo(
      this.met,
      { counting, theirs },
      counting.names.map(({ name }) => name),
    );
    addTo(this.links, [...theirs.ids], theirs.ids);
  }

  /** What bears on a family. */
  on(family: LedgerFamily): Bearing {
    const given = sorted(namesOf(family));
    const ids = closed(given.ids, this.links);
    const formers = new Set([...ids].filter((id) => id !== family.id));
    const mine: Mine = { ids, formers, children: given.children, localAuthority: family.localAuthority };
    const near = new Set([...ids, ...given.children].flatMap((name) => this.met.get(name) ?? []));
    const found = { own: [] as Counting[], elsewhere: [] as Counting[], shared: [] as Counting[] };
    for (const met of near) {
      const how = this.bearingOf(mine, met);
      if (how !== undefined) found[how].push(met.counting);
    }
    const isApart = ({ claim }: Counting) => this.ledger.apart.has(apartKey(family.id, claim.id));
    // because an id may have been used again for another family, and only a person can tell
    const own = found.own.filter((one) => !isApart(one) || one.claim.family === family.id);
    return {
      own,
      elsewhere: found.elsewhere.filter((one) => !isApart(one)),
      shared: found.shared.filter((one) => !isApart(one) && !this.isApartFrom(own, one)),
      apart: new Set(own.filter(isApart).map(({ claim }) => claim.id)),
    };
  }

  /** The same for the same claims, counting for the same: by it a change since is told. */
  digest(): string {
    const claims = this.counting.map(({ claim, countsPence }) => [claim.id, countsPence]).sort();
    const links = this.ledger.links.map((link) => [...link].sort().join(' ')).sort();
    return sha256(canonical({ claims, links, apart: [...this.ledger.apart].sort() }));
  }

  /** Whether a claim is a family's own, may be, or has nothing to do with it. */
  private bearingOf(mine: Mine, { counting, theirs }: Met): 'own' | 'elsewhere' | 'shared' | undefined {
    const { authority } = this.ledger;
    const isHere = counting.claim.authority === authority;
    const isAlike = counting.claim.localAuthority === mine.localAuthority && meet(mine.ids, theirs.ids);
    // because who is national claims for several councils, whose ids may be alike
    if (isHere && (authority === NATIONAL ? isAlike : meet(mine.ids, theirs.ids))) return 'own';
    const shares = meet(mine.children, theirs.children);
    if (isHere) return shares ? 'shared' : undefined;
    if (isAlike) return 'elsewhere';
    // because the ids of two authorities may be alike: only a former one says that a family came from elsewhere
    const moved = meet(mine.formers, theirs.ids) || meet(mine.ids, theirs.formers);
    return moved || shares ? 'elsewhere' : undefined;
  }

  /** What is another family from one side is another from the other. */
  private isApartFrom(own: readonly Counting[], { claim: { family } }: Counting): boolean {
    return family !== null && own.some(({ claim }) => this.ledger.apart.has(apartKey(family, claim.id)));
  }
}

interface AsRecorded {
  readonly localAuthority?: unknown;
  readonly programme: string;
  readonly phase: number;
  readonly payment: string;
  readonly on: string;
}

/** Whether a claim of a family's record is one of the ledger: by whom it was made counts where both say so. */
const sameClaim = (one: AsRecorded, other: AsRecorded) =>
  (one.localAuthority ?? null) === (other.localAuthority ?? null) &&
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
