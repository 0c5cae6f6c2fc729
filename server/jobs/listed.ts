import type { Verdict } from '../../engine/index.ts';
import { states } from '../comparison/measures.ts';
import { penceAt, type Places, placesOf, type SideRow, stateAt, totalPence } from '../comparison/side-row.ts';
import type { Store } from '../store/store.ts';
import { partsOf, questionOf } from './find.ts';
import type { Wrong } from './part.ts';
import type { JobFamily } from './results.ts';
import { type FamilyRow, rowsOf } from './rows.ts';
import { type Edits, editsOf, type Positions } from './sum.ts';
import type { Finished } from './summed.ts';

/** Which families are asked for; every condition narrows them. */
export interface Wanted {
  readonly changed?: boolean | undefined;
  readonly path?: string | undefined;
  readonly from?: Verdict | 'none' | undefined;
  readonly to?: Verdict | 'none' | undefined;
  readonly payment?: string | undefined;
  readonly edit?: number | undefined;
  readonly wrong: boolean;
}

/** A place in a job: a part by its number, and a family of it from 0. */
export interface Cursor {
  readonly part: number;
  readonly at: number;
}

const NONE = -1;
const stateOf = (verdict: Verdict | 'none') => states.indexOf(verdict === 'none' ? null : verdict);

/** Says of families what two versions say of them, and whether they are asked for. */
export class Reader {
  private readonly positions: Positions;
  private readonly places: Places;
  private readonly edits: Edits | undefined;
  private readonly wanted: Wanted;

  constructor({ job, versions }: Finished, positions: Positions, wanted: Wanted) {
    const [left, right] = [versions[positions.left], versions[positions.right]];
    if (left === undefined || right === undefined) throw new Error('invariant: a position is of a version');
    this.positions = positions;
    this.wanted = wanted;
    this.places = placesOf(left.ruleset, right.ruleset);
    this.edits = editsOf({ question: questionOf(job), versions }, positions);
  }

  /** Undefined where it is not asked for. */
  family(row: FamilyRow): JobFamily | undefined {
    const { left, right } = this.positions;
    const sides = [row.side(left), row.side(right)] as const;
    const changed = left !== right && row.isChanged(left, right);
    const effects = right === left + 1 ? row.effects(left) : undefined;
    const { edit } = this.wanted;
    if (this.wanted.changed !== undefined && this.wanted.changed !== changed) return undefined;
    if (edit !== undefined && effects?.edits.includes(edit) !== true) return undefined;
    if (!this.isAt(sides) || !this.isPaid(sides)) return undefined;
    return { family: row.id, changed, ...this.told(sides), ...this.explained(effects?.edits) };
  }

  private isAt([before, after]: readonly [SideRow, SideRow]): boolean {
    const { path, from, to } = this.wanted;
    if (path === undefined) return true;
    const at = this.places.measures.verdicts.indexOf(path);
    if (at === NONE) return false;
    const was = stateAt(before, this.places.left.verdicts[at] ?? NONE);
    const now = stateAt(after, this.places.right.verdicts[at] ?? NONE);
    if (from === undefined && to === undefined) return was !== now;
    return (from === undefined || stateOf(from) === was) && (to === undefined || stateOf(to) === now);
  }

  private isPaid(sides: readonly [SideRow, SideRow]): boolean {
    const { payment } = this.wanted;
    return payment === undefined || this.payments(sides).some(({ id }) => id === payment);
  }

  private payments([before, after]: readonly [SideRow, SideRow]): JobFamily['payments'] {
    const { measures, left, right } = this.places;
    return measures.payments.flatMap((id, at) => {
      const [leftDuePence, leftPossiblePence] = penceAt(before, left.payments[at] ?? NONE);
      const [rightDuePence, rightPossiblePence] = penceAt(after, right.payments[at] ?? NONE);
      if (leftDuePence === rightDuePence && leftPossiblePence === rightPossiblePence) return [];
      return [{ id, leftDuePence, rightDuePence, leftPossiblePence, rightPossiblePence }];
    });
  }

  private told(sides: readonly [SideRow, SideRow]): Omit<JobFamily, 'family' | 'changed'> {
    const [before, after] = sides;
    const { measures, left, right } = this.places;
    const [leftDuePence, leftPossiblePence] = totalPence(before);
    const [rightDuePence, rightPossiblePence] = totalPence(after);
    const changes = measures.verdicts.flatMap((path, at) => {
      const from = states[stateAt(before, left.verdicts[at] ?? NONE)] ?? null;
      const to = states[stateAt(after, right.verdicts[at] ?? NONE)] ?? null;
      return from === to ? [] : [{ path, from, to }];
    });
    const pounds = { leftDuePence, rightDuePence, leftPossiblePence, rightPossiblePence };
    return { changes, ...pounds, payments: this.payments(sides) };
  }

  private explained(numbers: readonly number[] | undefined): Pick<JobFamily, 'edits'> {
    if (numbers === undefined || this.edits === undefined || !('edits' in this.edits)) return {};
    const all = this.edits.edits;
    return {
      edits: numbers.flatMap((number) => {
        const one = all[number];
        return one === undefined ? [] : [{ edit: number, kind: one.kind, of: one.of, id: one.id }];
      }),
    };
  }
}

const nothing = { leftDuePence: 0, rightDuePence: 0, leftPossiblePence: 0, rightPossiblePence: 0 };

function wrongFamily({ id, problem, places }: Wrong): JobFamily {
  const wrong = { problem, places: [...places] };
  return { family: id, changed: false, changes: [], ...nothing, payments: [], wrong };
}

/** A family that is asked for, and the place after it. */
interface Found {
  readonly family: JobFamily;
  readonly next: Cursor;
}

/** The families that are asked for, in the order of the cohort, from a place on. */
export async function* familiesOf(
  store: Pick<Store, 'read' | 'tables'>,
  {
    finished,
    reader,
    wanted,
  }: { readonly finished: Finished; readonly reader: Reader; readonly wanted: Wanted },
  from: Cursor = { part: 0, at: 0 },
): AsyncGenerator<Found> {
  for await (const stored of partsOf(store, finished.job.id, from.part)) {
    const { rows, wrong } = await rowsOf(stored);
    const all = wanted.wrong ? wrong.map(wrongFamily) : rows.map((row) => reader.family(row));
    for (const [at, family] of all.entries()) {
      if (family === undefined || (stored.number === from.part && at < from.at)) continue;
      yield { family, next: { part: stored.number, at: at + 1 } };
    }
  }
}

/** One page of them, and where the next begins; null at the end. */
export async function familyPage(
  store: Pick<Store, 'read' | 'tables'>,
  asked: Parameters<typeof familiesOf>[1],
  { from, limit }: { readonly from: Cursor | undefined; readonly limit: number },
): Promise<{ readonly families: JobFamily[]; readonly next: Cursor | null }> {
  const families: JobFamily[] = [];
  let next: Cursor | null = null;
  for await (const found of familiesOf(store, asked, from)) {
    if (families.length === limit) return { families, next };
    families.push(found.family);
    next = found.next;
  }
  return { families, next: null };
}
