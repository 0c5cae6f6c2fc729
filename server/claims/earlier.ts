import { canonical, sha256 } from '../canonical.ts';
import { NATIONAL } from '../identity/principal.ts';
import type { Row } from '../store/schema.ts';
import { type LedgerFamily, type LedgerName, namesOf } from './family.ts';
import { idsMeet, type KnownId, type KnownNames, knownNames, linkedIds } from './known-names.ts';

/** A claim beside later ones, and by what it is met. */
export interface Counting {
  readonly claim: Pick<
    Row<'claim'>,
    'id' | 'authority' | 'localAuthority' | 'family' | 'programme' | 'phase' | 'payment' | 'kind' | 'on'
  >;
  readonly names: readonly LedgerName[];
  /** 0 of one that was withdrawn or clawed back whole. */
  readonly countsPence: number;
  readonly clawedBackPence: number;
}

/** The claims that bear on a family: its own, and those that may be of the same family or of a child of it. */
export interface Bearing {
  readonly own: readonly Counting[];
  /** Own claims that count for nothing any more. */
  readonly ended: readonly Counting[];
  /** Of the same family at another authority, met by its id there or a former one. */
  readonly elsewhere: readonly Counting[];
  /** Of another family, met by a child. */
  readonly shared: readonly Counting[];
  /** Own claims that a person found not to stand in the way of this family. */
  readonly apart: ReadonlySet<string>;
}

/** What the ledger has of some families of an authority. */
export interface Ledger {
  readonly authority: string;
  readonly claims: readonly Counting[];
  /** Ids that claims of this authority say are of one family, whether the claims still count or not. */
  readonly links: readonly (readonly KnownId[])[];
  /** `apartKey` of what a person found apart. */
  readonly apart: ReadonlySet<string>;
}

export function apartKey(family: string, claim: string): string {
  return `${family}\n${claim}`;
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

interface Mine extends KnownNames {
  readonly localAuthority: string;
}

interface Met {
  readonly counting: Counting;
  readonly theirs: KnownNames;
}

function metBy(counting: Counting): Met {
  return { counting, theirs: knownNames(counting.names, counting.claim.localAuthority) };
}

/** The claims that may bear on some families of an authority, as the ledger had them when it was read. */
export class Earlier {
  private readonly ledger: Ledger;
  private readonly claims: Counting[];
  private readonly met: Map<string, Met[]>;
  private readonly links: Map<string, (readonly KnownId[])[]>;

  constructor(ledger: Ledger) {
    this.ledger = ledger;
    this.claims = [...ledger.claims];
    this.met = byName(ledger.claims.map(metBy), ({ counting }) => counting.names.map(({ name }) => name));
    this.links = byName(ledger.links, (link) => link.map(({ id }) => id));
  }

  /** Adds a claim that is proposed but not yet written. */
  add(counting: Counting): void {
    this.claims.push(counting);
    const met = metBy(counting);
    addTo(
      this.met,
      met,
      counting.names.map(({ name }) => name),
    );
    const { ids } = met.theirs;
    addTo(
      this.links,
      ids,
      ids.map(({ id }) => id),
    );
  }

  /** What bears on a family. */
  on(family: LedgerFamily): Bearing {
    const { localAuthority } = family;
    const { ids: given, children } = knownNames(namesOf(family), localAuthority);
    const ids = linkedIds(given, this.links);
    const names = [...ids.map(({ id }) => id), ...children];
    const near = new Set(names.flatMap((name) => this.met.get(name) ?? []));
    const found = { own: [] as Counting[], elsewhere: [] as Counting[], shared: [] as Counting[] };
    for (const met of near) {
      const how = this.bearingOf({ ids, children, localAuthority }, met);
      if (how !== undefined) found[how].push(met.counting);
    }
    const isApart = ({ claim }: Counting) => this.ledger.apart.has(apartKey(family.id, claim.id));
    const counts = ({ countsPence }: Counting) => countsPence > 0;
    // because a claim under the family’s very id is its own, whatever else that id was used for
    const own = found.own.filter((one) => !isApart(one) || one.claim.family === family.id);
    const counted = own.filter(counts);
    return {
      own: counted,
      ended: own.filter((one) => !counts(one)),
      elsewhere: found.elsewhere.filter((one) => counts(one) && !isApart(one)),
      shared: found.shared.filter((one) => counts(one) && !isApart(one) && !this.isApartFrom(counted, one)),
      apart: new Set(counted.filter(isApart).map(({ claim }) => claim.id)),
    };
  }

  /** The same for the same claims, counting for the same: by it a change since is told. */
  digest(): string {
    const claims = this.claims.map(({ claim, countsPence }) => [claim.id, countsPence]).sort();
    const links = this.ledger.links
      .map((link) =>
        link
          .map((id) => canonical(id))
          .sort()
          .join(' '),
      )
      .sort();
    return sha256(canonical({ claims, links, apart: [...this.ledger.apart].sort() }));
  }

  /** Whether a claim is a family's own, may be, or has nothing to do with it. */
  private bearingOf(mine: Mine, { counting, theirs }: Met): 'own' | 'elsewhere' | 'shared' | undefined {
    const { authority } = this.ledger;
    const { claim } = counting;
    if (idsMeet(mine.ids, theirs.ids)) {
      // because who is national claims for several councils, and what one paid stands in the way of another
      const isTheirs = authority !== NATIONAL || claim.localAuthority === mine.localAuthority;
      return claim.authority === authority && isTheirs ? 'own' : 'elsewhere';
    }
    return [...mine.children].some((child) => theirs.children.has(child)) ? 'shared' : undefined;
  }

  /** What is another family from one side is another from the other. */
  private isApartFrom(own: readonly Counting[], { claim: { authority, family } }: Counting): boolean {
    // because another authority’s ids may be like those of families that were found apart here
    if (authority !== this.ledger.authority) return false;
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

/** Whether a claim of a family’s record is one of the ledger; a record that does not say whose it is means the family’s authority. */
function isSameClaim(family: LedgerFamily, one: AsRecorded, { claim }: Counting): boolean {
  return (
    (one.localAuthority ?? family.localAuthority) === claim.localAuthority &&
    one.programme === claim.programme &&
    one.phase === claim.phase &&
    one.payment === claim.payment &&
    one.on === claim.on
  );
}

/** The claims of a family’s record that the ledger has, and that count for nothing there. */
export function endedInLedger(family: LedgerFamily, { own, ended }: Bearing): readonly Counting[] {
  const isListed = (claim: Counting) => (family.claims ?? []).some((one) => isSameClaim(family, one, claim));
  const again = ({ claim }: Counting) => own.some((one) => isSameClaim(family, claim, one));
  return ended.filter((one) => isListed(one) && !again(one));
}

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
  const counting = [...own, ...elsewhere];
  const kept = (family.claims ?? []).filter(
    (one) => !counting.some((other) => isSameClaim(family, one, other)),
  );
  return { ...family, claims: [...kept, ...ledger] };
}
