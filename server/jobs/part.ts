import { deflated, inflated } from '../deflated.ts';
import type { Effects } from '../comparison/effects.ts';

/** What families are told under one version, in the order of the part. */
export interface SideRows {
  /** A digit a measure (comparison/measures.ts), for one family after another. */
  readonly verdicts: string;
  /** Of each payment pence due and possible, for one family after another. */
  readonly pence: readonly number[];
}

/** A family that could not be decided, and the problem by its name in the catalogue. */
export interface Wrong {
  readonly id: string;
  readonly problem: 'family-invalid' | 'engines-disagree';
  /** Where in the family, or in the ruleset, whichever the problem is of. */
  readonly places: readonly string[];
}

/** What one family's differences between a version and the next come to by edit. */
export interface EffectsAt {
  /** Position of the family in the part, and of the version on the left. */
  readonly at: number;
  readonly left: number;
  readonly effects: Effects;
}

/** What came of one block of a cohort. */
export interface Part {
  /** Of the families that were decided. */
  readonly ids: readonly string[];
  readonly sides: readonly SideRows[];
  /** For each two versions (`pairAt`) a digit a family: 1 where they say something different. */
  readonly changed: readonly string[];
  readonly effects: readonly EffectsAt[];
  readonly wrong: readonly Wrong[];
}

/** The compact trace of every family under each version. */
export type Traces = readonly (readonly (readonly [places: string, rest: string])[])[];

/** The columns that a part fills. */
export interface Packed {
  readonly ids: string;
  readonly content: string;
  readonly traces: string;
}

/** Where two versions, the left one first, stand among all pairs of so many. */
export function pairAt(left: number, right: number, versions: number): number {
  return left * versions - (left * (left + 1)) / 2 + (right - left - 1);
}

export async function packedPart({ ids, ...rest }: Part, traces: Traces): Promise<Packed> {
  const all = [...ids, ...rest.wrong.map(({ id }) => id)];
  return {
    ids: JSON.stringify(all),
    content: await deflated(JSON.stringify({ decided: ids.length, ...rest })),
    traces: await deflated(JSON.stringify(traces)),
  };
}

type Content = Omit<Part, 'ids'> & { readonly decided: number };

/** The ids of all families of a part, those that could not be decided last. */
export function idsOf({ ids }: Pick<Packed, 'ids'>): readonly string[] {
  // because it is what `packedPart` wrote
  return JSON.parse(ids) as string[];
}

export async function readPart(packed: Pick<Packed, 'ids' | 'content'>): Promise<Part> {
  // because it is what `packedPart` wrote
  const { decided, ...rest } = JSON.parse(await inflated(packed.content)) as Content;
  return { ids: idsOf(packed).slice(0, decided), ...rest };
}

export async function readTraces({ traces }: Pick<Packed, 'traces'>): Promise<Traces> {
  // because it is what `packedPart` wrote
  return JSON.parse(await inflated(traces)) as Traces;
}

/** Where the row at a place begins and ends in a list or text of rows of equal width. */
function rowAt(
  all: { readonly length: number },
  at: number,
  rows: number,
): readonly [from: number, to: number] {
  const width = all.length / rows;
  return [at * width, (at + 1) * width];
}

function textWithout(all: string, at: number, rows: number): string {
  const [from, to] = rowAt(all, at, rows);
  return all.slice(0, from) + all.slice(to);
}

function listWithout(all: readonly number[], at: number, rows: number): number[] {
  const [from, to] = rowAt(all, at, rows);
  return [...all.slice(0, from), ...all.slice(to)];
}

/** A part without one family; undefined where it has none of this id. */
export async function withoutFamily(packed: Packed, family: string): Promise<Packed | undefined> {
  if (!idsOf(packed).includes(family)) return undefined;
  const part = await readPart(packed);
  const traces = await readTraces(packed);
  const wrong = part.wrong.filter(({ id }) => id !== family);
  const at = part.ids.indexOf(family);
  if (at === -1) return packedPart({ ...part, wrong }, traces);
  const rows = part.ids.length;
  const left: Part = {
    wrong,
    ids: part.ids.filter((id) => id !== family),
    sides: part.sides.map(({ verdicts, pence }) => ({
      verdicts: textWithout(verdicts, at, rows),
      pence: listWithout(pence, at, rows),
    })),
    changed: part.changed.map((digits) => textWithout(digits, at, rows)),
    effects: part.effects
      .filter((one) => one.at !== at)
      .map((one) => (one.at > at ? { ...one, at: one.at - 1 } : one)),
  };
  return packedPart(
    left,
    traces.map((side) => side.filter((_, place) => place !== at)),
  );
}
