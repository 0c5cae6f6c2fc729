import { setImmediate } from 'node:timers/promises';
import {
  and,
  count,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  like,
  lt,
  notExists,
  or,
  sql,
  type SQL,
} from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { metOnlyBecause, tracePlaces, verdicts, verdictsOnly, type Verdict } from '../../engine/index.ts';
import type { Library, Version } from '../library/library.ts';
import type { Reads } from '../store/connection.ts';
import type { Store } from '../store/store.ts';
import type { KeptDecision } from './find.ts';

/** What kept decisions are asked for by. Days and instants: `from` is in, `to` is the first outside. */
export interface Wanted {
  readonly authority: string;
  readonly ruleset?: string | undefined;
  readonly version?: string | undefined;
  readonly hash?: string | undefined;
  readonly asOfFrom?: string | undefined;
  readonly asOfTo?: string | undefined;
  readonly keptFrom?: string | undefined;
  readonly keptTo?: string | undefined;
  readonly who?: string | undefined;
  /** Id of the family. */
  readonly family?: string | undefined;
  readonly superseded?: boolean | undefined;
  /** The record that one stands in for. */
  readonly supersedes?: string | undefined;
  /** The hash of a version, a vocabulary or a calendar. */
  readonly restsOn?: string | undefined;
  /** Inside a quantifier a place has every verdict that any member has there. */
  readonly nodes: readonly { readonly node: string; readonly verdict: Verdict }[];
  /** The place without whose not applying the one node asked for would not be met. */
  readonly onlyBecause?: string | undefined;
}

/** Where a page ended. */
export interface Cursor {
  readonly entry: number;
  readonly place: number;
}

/** Digits of a trace that say this verdict, among others where members differ. */
const digitsOf = Object.fromEntries(
  verdicts.map((verdict, at) => [
    verdict,
    Array.from({ length: 16 }, (_, digit) => digit)
      .filter((digit) => (digit & (1 << at)) !== 0)
      .map((digit) => digit.toString(16)),
  ]),
) as Readonly<Record<Verdict, string[]>>;

/** What is asked of the digits of one version; undefined where that version has no such place. */
function digitsAsked(
  { ruleset }: Version,
  { nodes, onlyBecause }: Wanted,
  places: Store['tables']['decision']['places'],
): SQL[] | undefined {
  const ids = tracePlaces(ruleset);
  const asked = [
    ...nodes,
    ...(onlyBecause === undefined ? [] : [{ node: onlyBecause, verdict: 'not-applicable' as const }]),
  ].map(({ node, verdict }) => ({ at: ids.indexOf(node) + 1, digits: digitsOf[verdict] }));
  if (asked.some(({ at }) => at === 0)) return undefined;
  return asked.map(({ at, digits }) => inArray(sql`substr(${places}, ${at}, 1)`, digits));
}

function versionsAsked(library: Library, { ruleset, version, hash }: Wanted): Version[] {
  return [...library.rulesets.values()]
    .flat()
    .filter(
      (one) =>
        (ruleset === undefined || one.ruleset.id === ruleset) &&
        (version === undefined || one.ruleset.version === version) &&
        (hash === undefined || one.hash === hash),
    );
}

function filters(q: Reads, { decision }: Store['tables'], wanted: Wanted): (SQL | undefined)[] {
  const { restsOn, superseded } = wanted;
  // because the builders of SQLite stand for those of PostgreSQL, an alias of the table is one of SQLite's too
  const later = alias(decision, 'later');
  const replaced = q.select({ id: later.id }).from(later).where(eq(later.supersedes, decision.id));
  const given = <T>(value: T | undefined, make: (value: T) => SQL | undefined) =>
    value === undefined ? undefined : make(value);
  return [
    given(wanted.asOfFrom, (day) => gte(decision.asOf, day)),
    given(wanted.asOfTo, (day) => lt(decision.asOf, day)),
    given(wanted.keptFrom, (at) => gte(decision.at, at)),
    given(wanted.keptTo, (at) => lt(decision.at, at)),
    given(wanted.who, (who) => eq(decision.who, who)),
    given(wanted.family, (family) => eq(decision.family, family)),
    given(wanted.supersedes, (record) => eq(decision.supersedes, record)),
    given(superseded, (is) => (is ? sql`exists ${replaced}` : notExists(replaced))),
    given(restsOn, (hash) =>
      or(
        eq(decision.versionHash, hash),
        eq(decision.vocabularyHash, hash),
        eq(decision.familyVocabularyHash, hash),
        like(decision.calendarHashes, `%"${hash}"%`),
      ),
    ),
  ];
}

/** The condition that decisions asked for meet; undefined where no version has the places that are named. */
function conditionOf(
  q: Reads,
  { library, tables }: { readonly library: Library; readonly tables: Store['tables'] },
  wanted: Wanted,
): SQL | undefined {
  const { decision } = tables;
  const { ruleset, version, hash, nodes } = wanted;
  const named =
    nodes.length === 0
      ? and(
          ruleset === undefined ? undefined : eq(decision.ruleset, ruleset),
          version === undefined ? undefined : eq(decision.version, version),
          hash === undefined ? undefined : eq(decision.versionHash, hash),
          isNotNull(decision.id),
        )
      : or(
          ...versionsAsked(library, wanted).flatMap((one) => {
            const digits = digitsAsked(one, wanted, decision.places);
            return digits === undefined ? [] : [and(eq(decision.versionHash, one.hash), ...digits)];
          }),
        );
  return named && and(named, ...filters(q, tables, wanted));
}

/** Tells which of the decisions found are met only because the place did not apply; all of them where that is not asked. */
function sieve(library: Library, { nodes, onlyBecause }: Wanted): (kept: KeptDecision) => boolean {
  const [subject] = nodes;
  if (onlyBecause === undefined || subject === undefined) return () => true;
  const ready = new Map<string, ReturnType<typeof metOnlyBecause>>();
  return ({ versionHash, answer, places, rest }) => {
    const version = [...library.rulesets.values()].flat().find((one) => one.hash === versionHash);
    if (version === undefined) return false;
    const because =
      ready.get(versionHash) ??
      metOnlyBecause(version.compiled(), { node: subject.node, place: onlyBecause });
    ready.set(versionHash, because);
    return because({ answer: verdictsOnly.parse(JSON.parse(answer)), trace: { places, rest } });
  };
}

const PAGE = 500;

async function visitAll(found: AsyncGenerator<KeptDecision>, visit: (one: KeptDecision) => void) {
  let visited = 0;
  for await (const one of found) {
    visit(one);
    visited += 1;
    if (visited % PAGE === 0) await setImmediate();
  }
}

export interface Found {
  readonly decisions: readonly KeptDecision[];
  /** Where the next page begins; undefined at the end. */
  readonly next: Cursor | undefined;
}

/** Finds kept decisions, the newest first. */
export function createQuery(store: Store, library: Library) {
  const { tables } = store;
  const { decision } = tables;
  const before = ({ entry, place }: Cursor) =>
    or(lt(decision.entry, entry), and(eq(decision.entry, entry), lt(decision.place, place)));

  async function* all(q: Reads, wanted: Wanted, from: Cursor | undefined): AsyncGenerator<KeptDecision> {
    const condition = conditionOf(q, { library, tables }, wanted);
    if (condition === undefined) return;
    const passes = sieve(library, wanted);
    const ours = eq(decision.authority, wanted.authority);
    for (let cursor = from; ;) {
      const page = await q
        .select()
        .from(decision)
        .where(and(ours, condition, cursor && before(cursor)))
        .orderBy(desc(decision.entry), desc(decision.place))
        .limit(PAGE);
      yield* page.filter(passes);
      cursor = page.at(-1);
      if (page.length < PAGE) return;
    }
  }

  return {
    page: (wanted: Wanted, { from, limit }: { from: Cursor | undefined; limit: number }): Promise<Found> =>
      store.read(async (q) => {
        const decisions: KeptDecision[] = [];
        for await (const one of all(q, wanted, from)) {
          if (decisions.length === limit) return { decisions, next: decisions.at(-1) };
          decisions.push(one);
        }
        return { decisions, next: undefined };
      }),
    /** Hands over every one, the newest first, and holds none; whatever else the server is asked goes on between pages. */
    each: (wanted: Wanted, visit: (one: KeptDecision) => void): Promise<void> =>
      store.read((q) => visitAll(all(q, wanted, undefined), visit)),
    count: (wanted: Wanted): Promise<number> =>
      store.read(async (q) => {
        if (wanted.onlyBecause !== undefined) {
          let found = 0;
          for await (const one of all(q, wanted, undefined)) found += one.id === '' ? 0 : 1;
          return found;
        }
        const condition = conditionOf(q, { library, tables }, wanted);
        if (condition === undefined) return 0;
        return q.$count(decision, and(eq(decision.authority, wanted.authority), condition));
      }),
    /** How many there are of every authority: what a national reader sees. */
    countByAuthority: (wanted: Wanted): Promise<{ authority: string; decisions: number }[]> =>
      store.read(async (q) => {
        const condition = conditionOf(q, { library, tables }, wanted);
        if (condition === undefined) return [];
        return q
          .select({ authority: decision.authority, decisions: count() })
          .from(decision)
          .where(condition)
          .groupBy(decision.authority)
          .orderBy(decision.authority);
      }),
  };
}
