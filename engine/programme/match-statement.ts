import type { ClaimStanding, ClaimState } from './claim-standing.ts';

/** A line of a statement of what was paid. Money in pence. */
export interface StatementLine {
  /** Names a claim; absent where family and payment do. */
  readonly claim?: string | undefined;
  readonly family?: string | undefined;
  readonly payment?: string | undefined;
  /** Of the claims that family and payment name, those of this phase, and of families of this authority. */
  readonly phase?: number | undefined;
  readonly localAuthority?: string | undefined;
  readonly pence: number;
  readonly on: string;
}

/** A claim that a line of a statement may pay. */
export interface ClaimToMatch {
  readonly id: string;
  readonly family: string | null;
  readonly payment: string;
  readonly phase: number;
  readonly localAuthority: string;
  /** Its day: nothing that was paid before is paid for it, unless nothing else is left. */
  readonly on: string;
  readonly pence: number;
  readonly standing: ClaimStanding;
}

/** What a statement has of one claim. */
export interface Stated {
  /** Rows of the statement, from 0. */
  readonly rows: readonly number[];
  readonly pence: number;
}

/** What each row of a statement pays: every row is in one of the three. */
export interface Matched {
  /** By claim. */
  readonly stated: ReadonlyMap<string, Stated>;
  /** Rows that no claim is named by. */
  readonly without: readonly number[];
  /** Rows that may pay claims of several phases or authorities alike, and those claims. */
  readonly unclear: ReadonlyMap<number, readonly ClaimToMatch[]>;
}

interface Row {
  readonly row: number;
  readonly line: StatementLine;
  readonly claims: readonly ClaimToMatch[];
  /** The same of lines that name and pay the same. */
  readonly key: string;
}

/** What is left of a claim in pence. */
interface Left {
  /** Claimed, and not in the statement so far. */
  readonly unstated: number;
  /** Nor recorded as paid. */
  readonly open: number;
}

type Kind = 'submitted' | Extract<ClaimState, 'proposed' | 'clawed-back' | 'withdrawn'>;

interface Place {
  readonly kind: Kind;
  readonly fits: (left: Left, pence: number) => boolean;
  /** Whether it fits one line alone. */
  readonly isExact?: true;
}

/** Where a line goes, in this order: it pays what is open before it repeats what the ledger has, and the whole before a part. */
const places: readonly Place[] = [
  { kind: 'submitted', fits: ({ open }, pence) => open === pence, isExact: true },
  { kind: 'submitted', fits: ({ unstated }, pence) => unstated === pence, isExact: true },
  { kind: 'submitted', fits: ({ open }, pence) => open >= pence },
  { kind: 'submitted', fits: ({ unstated }, pence) => unstated >= pence },
  { kind: 'clawed-back', fits: ({ unstated }, pence) => unstated >= pence },
  { kind: 'proposed', fits: ({ unstated }, pence) => unstated >= pence },
];

/** Which claim a line pays that none has room for. */
const kinds: readonly Kind[] = ['submitted', 'clawed-back', 'proposed', 'withdrawn'];

function kindOf({ standing: { state } }: ClaimToMatch): Kind {
  return state === 'proposed' || state === 'clawed-back' || state === 'withdrawn' ? state : 'submitted';
}

/** Whose claim it is, in words: what tells claims for one payment of one family id apart. */
export function whose({ phase, localAuthority }: ClaimToMatch): string {
  return `phase ${String(phase)} of ${localAuthority}`;
}

const areOfSeveral = (claims: readonly ClaimToMatch[]) => new Set(claims.map(whose)).size > 1;

const named = (family: string | null | undefined, payment: string | undefined) =>
  JSON.stringify([family, payment]);

/** The claims that a line names, in the order given. */
function index(claims: readonly ClaimToMatch[]) {
  const byId = new Map(claims.map((claim) => [claim.id, [claim]]));
  const byFamily = new Map<string, ClaimToMatch[]>();
  for (const claim of claims) {
    const key = named(claim.family, claim.payment);
    const its = byFamily.get(key);
    if (its === undefined) byFamily.set(key, [claim]);
    else its.push(claim);
  }
  return (line: StatementLine): readonly ClaimToMatch[] => {
    if (line.claim !== undefined) return byId.get(line.claim) ?? [];
    return (byFamily.get(named(line.family, line.payment)) ?? []).filter(
      ({ phase, localAuthority }) =>
        (line.phase ?? phase) === phase && (line.localAuthority ?? localAuthority) === localAuthority,
    );
  };
}

const narrowness = ({ line: { phase, localAuthority } }: Row) =>
  [phase, localAuthority].filter((one) => one !== undefined).length;

/** Those that name more and pay more first, so that it does not matter where in the statement a line stands. */
function inOrder(one: Row, other: Row): number {
  return (
    narrowness(other) - narrowness(one) ||
    other.line.pence - one.line.pence ||
    (one.line.on === other.line.on ? 0 : one.line.on < other.line.on ? -1 : 1) ||
    (one.key < other.key ? -1 : one.key > other.key ? 1 : one.row - other.row)
  );
}

/** Whatever pays claims, row by row. */
class Matching {
  readonly stated = new Map<string, { rows: number[]; pence: number }>();
  readonly unclear = new Map<number, readonly ClaimToMatch[]>();

  pay({ id }: ClaimToMatch, { row, line: { pence } }: Row): void {
    const its = this.stated.get(id) ?? { rows: [], pence: 0 };
    its.rows.push(row);
    its.pence += pence;
    this.stated.set(id, its);
  }

  /** Gives each row that fits a claim there to it, and gives back those that fit none. */
  at({ kind, fits, isExact }: Place, rows: readonly Row[]): readonly Row[] {
    const alike = new Map<string, number>();
    for (const { key } of rows) alike.set(key, (alike.get(key) ?? 0) + 1);
    return rows.filter((one) => {
      const fitting = one.claims.filter(
        (claim) =>
          kindOf(claim) === kind && claim.on <= one.line.on && fits(this.left(claim), one.line.pence),
      );
      const [first] = fitting;
      const many = alike.get(one.key) ?? 0;
      alike.set(one.key, many - 1);
      if (first === undefined) return true;
      // because where there is a line for each of them, none is left to guess
      const isForAll = isExact === true && many >= fitting.length;
      if (areOfSeveral(fitting) && !isForAll) this.unclear.set(one.row, fitting);
      else this.pay(first, one);
      return false;
    });
  }

  /** A row that no claim has room for. */
  beyond(one: Row): void {
    if (areOfSeveral(one.claims)) this.unclear.set(one.row, one.claims);
    else {
      const [first] = kinds.flatMap((kind) => one.claims.filter((claim) => kindOf(claim) === kind));
      if (first !== undefined) this.pay(first, one);
    }
  }

  private left({ id, pence, standing }: ClaimToMatch): Left {
    const unstated = pence - (this.stated.get(id)?.pence ?? 0);
    return { unstated, open: unstated - standing.paidPence };
  }
}

/** What each row of a statement pays, wherever in it the row stands. */
export function matchStatement(
  claims: readonly ClaimToMatch[],
  statement: readonly StatementLine[],
): Matched {
  const claimsOf = index(claims);
  const rows = statement.map((line, row): Row => {
    const { family, payment, phase, localAuthority, pence } = line;
    const key = JSON.stringify([family, payment, phase, localAuthority, pence]);
    return { row, line, claims: claimsOf(line), key };
  });
  const matching = new Matching();
  for (const one of rows)
    for (const claim of one.line.claim === undefined ? [] : one.claims) matching.pay(claim, one);
  let waiting: readonly Row[] = rows
    .filter((one) => one.line.claim === undefined && one.claims.length > 0)
    .sort(inOrder);
  for (const place of places) waiting = matching.at(place, waiting);
  for (const one of waiting) matching.beyond(one);
  const without = rows.filter((one) => one.claims.length === 0).map(({ row }) => row);
  const stated = [...matching.stated].map(
    ([id, one]) => [id, { ...one, rows: one.rows.sort((a, b) => a - b) }] as const,
  );
  return { stated: new Map(stated), without, unclear: matching.unclear };
}
