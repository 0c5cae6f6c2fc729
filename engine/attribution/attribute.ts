import type { CompiledRuleset } from '../decide/compile.ts';
import { evaluate, type Question } from '../decide/evaluate.ts';
import { answerReader, type VerdictsOnly } from '../decide/verdicts-only.ts';
import type { Family } from '../family/family.ts';
import { changesBetween, type Change } from '../review/compare.ts';
import type { Edit } from '../review/edits/edit.ts';
import { editsBetween } from '../review/edits/edits.ts';
import { stepsOf } from '../pointer.ts';
import { blockKey, paying, type Block } from './blocks.ts';
import { mattering, type BearsOn } from './mattering.ts';
import { EXACT, minimalSets, reduced, type Try } from './minimal-sets.ts';
import { Mixed } from './mixed.ts';
import { sharesOf, type Shares, type Worth } from './shares.ts';
import { View, type Asked } from './view.ts';

/** The edits that cause one change. */
export interface Causes {
  /** Numbers of edits: each set gives what the version after says, and no smaller part of it does. */
  readonly sets: readonly (readonly number[])[];
  /** Whether there is no other set. */
  readonly complete: boolean;
  /** Numbers of the edits that were asked; no other bears on it. */
  readonly asked: readonly number[];
  /** How many of the sets tried make no valid ruleset. */
  readonly skipped: number;
}

export type NotAttributable = 'no-shared-ids';

/** One family under two versions, and what makes them differ. */
export interface Attributed {
  /** What its two decisions say differently. */
  readonly changes: readonly Change[];
  readonly causes: (change: Change) => Causes;
  /** How much of what an amount, or a count of a verdict, differs by is each edit's; an estimate is drawn from the seed. */
  readonly shares: (of: Shared, seed: number) => Shares;
}

/** What lies between two versions, and which of it causes what. */
export interface Attributor {
  readonly edits: readonly Edit[];
  /** Why nothing can be attributed; undefined where it can. */
  readonly refused: NotAttributable | undefined;
  readonly family: (asked: Asked) => Attributed;
}

/** An amount, or 1 where a verdict is `met`. */
export type Shared = '/totalDuePence' | '/totalPossiblePence' | '/eligibility/verdict';

type Decided = (family: Family, question: Question) => VerdictsOnly;

const MOST_READERS = 256;

function decidedBy(compiled: CompiledRuleset): Decided {
  const read = answerReader(compiled);
  return (family, question) => read(evaluate(compiled, family, question), question);
}

/** Of what the versions rest on, where it changed under the same name. */
function grounds(was: CompiledRuleset, now: CompiledRuleset, edits: readonly Edit[]): Edit[] {
  const pieces = [
    { id: 'vocabulary', of: ({ vocabulary }: CompiledRuleset) => vocabulary },
    { id: 'calendar', of: ({ calendars }: CompiledRuleset) => calendars },
  ];
  const said = (id: string, { ruleset: { id: name, version } }: CompiledRuleset) =>
    `The ${id} as ${name} ${version} rests on it.`;
  return pieces
    .filter(({ of }) => JSON.stringify(of(was)) !== JSON.stringify(of(now)))
    .filter(({ id }) => !edits.some((edit) => edit.of === 'ruleset' && edit.id === id))
    .map(({ id }) => ({
      id,
      kind: 'changed',
      of: 'ruleset',
      pointers: { was: `/${id}`, now: `/${id}` },
      was: said(id, was),
      now: said(id, now),
      effect: 'neither',
      owners: [],
    }));
}

function together(mixed: Mixed, blocks: readonly Block[], more: readonly number[] = []): BearsOn {
  const all = blocks.map((block) => mixed.bearing(block));
  const numbers = new Set([...more, ...all.flatMap((bearing) => bearing.all)]);
  const reached = new Map(all.flatMap((bearing) => bearing.blocks).map((block) => [blockKey(block), block]));
  return { numbers: [...numbers].sort((one, other) => one - other), blocks: [...reached.values()] };
}

/** The edits that bear on what is said at a path. */
function bearingOn(mixed: Mixed, [what = '', id = '', key = '']: readonly string[]): BearsOn {
  if (what === 'criteria') return together(mixed, [{ kind: 'criterion', id }]);
  if (what === 'outcomes') return together(mixed, [{ kind: 'outcome', id }]);
  if (what !== 'eligibility') return together(mixed, [paying]);
  const routes = id === 'routes' ? [key] : [...mixed.sides.mixture.routes.keys()];
  return together(
    mixed,
    routes.map((route): Block => ({ kind: 'route', id: route })),
    mixed.routeEdits,
  );
}

/** Whether a set gives a change: a rule at a time, or as a whole ruleset. */
interface Gives {
  readonly says: Try;
  readonly makes: (set: readonly number[]) => boolean;
}

const holdsAll = (set: readonly number[], part: readonly number[]) => part.every((one) => set.includes(one));

/** Of some sets, those that hold no other. */
function smallest(sets: readonly (readonly number[])[]): (readonly number[])[] {
  return sets.filter(
    (set, at) =>
      !sets.some(
        (other, otherAt) =>
          holdsAll(set, other) &&
          (other.length < set.length || (other.length === set.length && otherAt < at)),
      ),
  );
}

/** Each set with others that make it a valid ruleset which gives the change; none where they are not found. */
function completed(mixed: Mixed, sets: readonly (readonly number[])[], gives: Gives): (readonly number[])[] {
  return sets.flatMap((set) => {
    const valid = mixed.completion(set);
    if (valid !== undefined && gives.makes(valid)) return [valid];
    const rest = mixed.live.filter((number) => !set.includes(number));
    const holds = (more: readonly number[]) => {
      const all = new Set([...set, ...more]);
      return mixed.closed(all) && gives.says(all) === true;
    };
    const other = holds(rest) ? [...set, ...reduced(rest, holds)] : undefined;
    return other !== undefined && gives.makes(other) ? [other] : [];
  });
}

/** What two versions say of families, and what any mix of them does. */
class Compared {
  readonly mixed: Mixed;
  readonly edits: readonly Edit[];
  readonly sharedIds: number;
  private readonly was: Decided;
  private readonly now: Decided;
  private readonly others = new Map<CompiledRuleset, Decided>();

  constructor(was: CompiledRuleset, now: CompiledRuleset) {
    const { sharedIds, edits } = editsBetween(was, now);
    this.edits = [...edits, ...grounds(was, now, edits)];
    this.sharedIds = sharedIds;
    this.mixed = new Mixed(was, now, this.edits);
    [this.was, this.now] = [decidedBy(was), decidedBy(now)];
  }

  changes({ was, now, question }: Asked): Change[] {
    return changesBetween(this.was(was, question), this.now(now, question));
  }

  /** Whether a set, as a whole ruleset, is valid and makes a change. */
  makes(asked: Asked, { path, from, to }: Change, set: ReadonlySet<number>): boolean {
    const compiled = this.mixed.whole(set);
    if (compiled === undefined) return false;
    const { vocabulary } = this.mixed.sides;
    const family = vocabulary !== undefined && set.has(vocabulary) ? asked.now : asked.was;
    const changes = changesBetween(
      this.was(asked.was, asked.question),
      this.decided(compiled)(family, asked.question),
    );
    return changes.some((one) => one.path === path && one.from === from && one.to === to);
  }

  private decided(compiled: CompiledRuleset): Decided {
    const known = this.others.get(compiled);
    if (known !== undefined) return known;
    if (this.others.size >= MOST_READERS) this.others.clear();
    const made = decidedBy(compiled);
    this.others.set(compiled, made);
    return made;
  }
}

/** A set that holds a rule at a time may still be no valid ruleset, for want of an edit elsewhere. */
function causesOf(compared: Compared, view: View, change: Change): Causes {
  const { mixed } = compared;
  const path = stepsOf(change.path);
  const says: Try = (set) => {
    const said = view.at(path, set);
    return said === undefined ? undefined : said === change.to;
  };
  const makes = (set: readonly number[]) => compared.makes(view.asked, change, new Set(set));
  const numbers = mattering(mixed, view, bearingOn(mixed, path));
  const found = minimalSets(numbers, says);
  const valid = found.sets.filter(makes);
  if (valid.length === found.sets.length) return { ...found, asked: numbers };
  if (mixed.live.length <= EXACT)
    return {
      ...minimalSets(mixed.live, (set) => says(set) && (makes([...set]) || undefined)),
      asked: mixed.live,
    };
  const invalid = found.sets.filter((set) => !valid.includes(set));
  return {
    sets: smallest([...valid, ...completed(mixed, invalid.slice(0, EXACT), { says, makes })]),
    complete: false,
    asked: mixed.live,
    skipped: found.skipped + invalid.length,
  };
}

function sharesIn(mixed: Mixed, view: View, { of, seed }: { of: Shared; seed: number }): Shares {
  const path = stepsOf(of);
  const worth: Worth = (set) => {
    const said = view.at(path, set);
    if (said === undefined) return undefined;
    return typeof said === 'number' ? said : Number(said === 'met');
  };
  return sharesOf(mattering(mixed, view, bearingOn(mixed, path)), worth, seed);
}

/** Compares two versions once, for any number of families. */
export function attributor(was: CompiledRuleset, now: CompiledRuleset): Attributor {
  const compared = new Compared(was, now);
  const { edits, mixed } = compared;
  return {
    edits,
    refused: compared.sharedIds === 0 ? 'no-shared-ids' : undefined,
    family: (asked) => {
      const view = new View(mixed, asked);
      return {
        changes: compared.changes(asked),
        causes: (change) => causesOf(compared, view, change),
        shares: (of, seed) => sharesIn(mixed, view, { of, seed }),
      };
    },
  };
}
