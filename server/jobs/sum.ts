import { attributor, type Edit, idsShared } from '../../engine/index.ts';
import { type NotAttributed, refusedFor } from '../comparison/attributed.ts';
import { states } from '../comparison/measures.ts';
import {
  pathsOf,
  penceAt,
  type Places,
  placesOf,
  rowOf,
  type SideRow,
  totalPence,
} from '../comparison/side-row.ts';
import { Tally } from '../comparison/tally.ts';
import type { Version } from '../library/library.ts';
import type { JobQuestion } from './question.ts';
import { restatedOf } from './question.ts';
import type { JobPair, JobVersion } from './results.ts';
import type { FamilyRow } from './rows.ts';

/** Positions of two versions, the left one first. */
export interface Positions {
  readonly left: number;
  readonly right: number;
}

/** The edits that can be said to cause what changes between two versions of a job, or why none can. */
export type Edits =
  { readonly edits: readonly Edit[] } | { readonly notAttributable: NotAttributed['notAttributable'] };

/** Undefined where causes were not asked, or the versions are not neighbours. */
export function editsOf(
  { question, versions }: { readonly question: JobQuestion; readonly versions: readonly Version[] },
  { left, right }: Positions,
): Edits | undefined {
  const [before, after] = [versions[left], versions[right]];
  if (!question.causes || right !== left + 1 || before === undefined || after === undefined) return undefined;
  const between = attributor(before.compiled(), after.compiled());
  const restated = restatedOf(question);
  const refused = refusedFor(between, { left: restated[left], right: restated[right] });
  return refused === undefined ? { edits: between.edits } : { notAttributable: refused };
}

/** Adds up what families come to under two versions. */
export class PairSum {
  private readonly positions: Positions;
  private readonly versions: readonly [Version, Version];
  private readonly edits: Edits | undefined;
  private readonly places: Places;
  private readonly tally: Tally;
  private readonly paid: number[];
  private families = 0;
  private possible: [left: number, right: number] = [0, 0];

  constructor(versions: readonly [Version, Version], positions: Positions, edits: Edits | undefined) {
    this.versions = versions;
    this.positions = positions;
    this.edits = edits;
    const [left, right] = versions;
    this.places = placesOf(left.ruleset, right.ruleset);
    this.tally = new Tally(this.places.measures);
    this.paid = this.places.measures.payments.map(() => 0);
  }

  add(family: FamilyRow): void {
    const { left, right } = this.positions;
    const sides = [family.side(left), family.side(right)] as const;
    this.families += 1;
    this.tally.add(rowOf(this.places, sides, family.isChanged(left, right)), family.effects(left));
    const [before, after] = sides;
    this.possible = [this.possible[0] + totalPence(before)[1], this.possible[1] + totalPence(after)[1]];
    for (let at = 0; at < this.paid.length; at += 1)
      if (this.isMoved(at, sides)) this.paid[at] = (this.paid[at] ?? 0) + 1;
  }

  sum(): JobPair {
    const { changed, leftDuePence, rightDuePence, verdicts, payments } = this.tally.compared();
    const [leftPossiblePence, rightPossiblePence] = this.possible;
    const eligibility = verdicts.find(({ path }) => path === '/eligibility/verdict')?.families ?? [];
    const turned = (isNow: boolean) =>
      eligibility
        .filter(({ from, to }) => from !== to && (isNow ? to : from) === 'met')
        .reduce((sum, { count }) => sum + count, 0);
    const [left, right] = this.versions;
    return {
      ...this.positions,
      ...{ families: this.families, changed, becameEligible: turned(true), stoppedEligible: turned(false) },
      ...{ leftDuePence, rightDuePence, leftPossiblePence, rightPossiblePence },
      verdicts: verdicts.map(({ path, families }) => ({ path, families: [...families] })),
      payments: payments.map((one, at) => ({ ...one, families: this.paid[at] ?? 0 })),
      shared: idsShared(left.ruleset, right.ruleset),
      ...this.explained(),
    };
  }

  private isMoved(at: number, [before, after]: readonly [SideRow, SideRow]): boolean {
    const { left, right } = this.places;
    const [was] = penceAt(before, left.payments[at] ?? -1);
    const [now] = penceAt(after, right.payments[at] ?? -1);
    return was !== now;
  }

  private explained(): Pick<JobPair, 'explained' | 'notAttributable'> {
    if (this.edits === undefined) return {};
    if ('notAttributable' in this.edits) return { notAttributable: this.edits.notAttributable };
    const all = this.edits.edits;
    const { edits, estimated, incomplete } = this.tally.explained(all);
    const numbered = edits.map((one) => {
      const number = all.findIndex(({ kind, of, id }) => kind === one.kind && of === one.of && id === one.id);
      return { edit: number, ...one };
    });
    return { explained: { edits: numbered, estimated, incomplete } };
  }
}

/** Adds up what families come to under one version. */
export class VersionSum {
  private readonly position: number;
  private readonly paths: readonly string[];
  private readonly payments: readonly string[];
  private readonly counts: Float64Array;
  private readonly pence: Float64Array;

  constructor({ ruleset }: Version, position: number) {
    this.position = position;
    this.paths = pathsOf(ruleset);
    this.payments = ruleset.payments.map(({ id }) => id);
    this.counts = new Float64Array(this.paths.length * states.length);
    this.pence = new Float64Array(this.payments.length * 2);
  }

  add(family: FamilyRow): void {
    const { digits, pence } = family.side(this.position);
    for (let at = 0; at < this.paths.length; at += 1) {
      const cell = at * states.length + Number(digits[at]);
      this.counts[cell] = (this.counts[cell] ?? 0) + 1;
    }
    for (const [at, value] of pence.entries()) this.pence[at] = (this.pence[at] ?? 0) + value;
  }

  sum(): JobVersion {
    const [duePence, possiblePence] = totalPence({ digits: '', pence: [...this.pence] });
    return {
      ...{ position: this.position, duePence, possiblePence },
      verdicts: this.paths.map((path, at) => ({
        path,
        families: states.flatMap((verdict, state) => {
          const count = this.counts[at * states.length + state] ?? 0;
          return count === 0 ? [] : [{ verdict, count }];
        }),
      })),
      payments: this.payments.map((id, at) => ({
        id,
        duePence: this.pence[at * 2] ?? 0,
        possiblePence: this.pence[at * 2 + 1] ?? 0,
      })),
    };
  }
}
