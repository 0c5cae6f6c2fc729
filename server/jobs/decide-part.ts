import { secondOpinion } from '../../engine/second-opinion.ts';
import { isAsked } from '../batch/decide-block.ts';
import { type Doubt, doubtUnder } from '../batch/decide-family.ts';
import { type PlainVersion, versionOf } from '../batch/setup.ts';
import { textsOf } from '../cohorts/block.ts';
import { FAMILIES_A_BLOCK } from '../cohorts/reading/reader.ts';
import { digitsOf } from '../comparison/side-row.ts';
import { pairing } from '../comparison/pair.ts';
import { type Asked, familyReader, type TracedUnder, tracedUnder } from '../comparison/under.ts';
import type { SecondOpinion } from '../library/agreed.ts';
import { type EffectsAt, type Packed, packedPart, type Part, type Wrong } from './part.ts';

/** All that deciding a job rests on, as plain data that any thread can read. */
export interface JobSetup {
  readonly asOf: string;
  readonly sides: readonly {
    readonly version: PlainVersion;
    readonly restateAttachment?: string | undefined;
  }[];
  readonly causes: boolean;
  /** Of every 1,000 families, how many ask for a second opinion. */
  readonly opinionsPerThousand: number;
}

/** A block of a cohort as the store has it. */
export interface PartAsked {
  readonly number: number;
  readonly content: string;
}

/** What came of a block: what is kept of it, and how many families were decided and how many were not. */
export interface DecidedPart {
  readonly number: number;
  readonly packed: Packed;
  readonly decided: number;
  readonly wrong: number;
  /** Places of rulesets on which the two engines differ. */
  readonly differing: readonly string[];
}

export type DecidePart = (part: PartAsked) => Promise<DecidedPart>;

interface Deciders {
  readonly sides: readonly ReturnType<typeof tracedUnder>[];
  /** Of every two versions, in the order of `pairAt`. */
  readonly pairs: readonly {
    readonly left: number;
    readonly right: number;
    readonly compare: ReturnType<typeof pairing>;
  }[];
  readonly doubt: Doubt;
}

function decidersOf({ asOf, sides, causes }: JobSetup, opinion: SecondOpinion): Deciders {
  const asked = sides.map(({ version, restateAttachment }): Asked => ({
    version: versionOf(version),
    restateAttachment,
  }));
  const read = familyReader();
  const pairs = asked.flatMap((one, left) =>
    asked.slice(left + 1).map((other, next) => {
      // because edits are asked of neighbours: what they come to over several versions is the sum of the steps
      const compare = pairing({ asOf, left: one, right: other, causes: causes && next === 0 });
      return { left, right: left + 1 + next, compare };
    }),
  );
  return {
    pairs,
    sides: asked.map((one) => tracedUnder({ asOf, read, ...one })),
    doubt: doubtUnder({ asOf, asked }, opinion),
  };
}

/** Gathers the families of a part. */
class Gathered {
  private readonly ids: string[] = [];
  private readonly verdicts: string[][];
  private readonly pence: number[][];
  private readonly traces: [string, string][][];
  private readonly changed: string[][];
  private readonly effects: EffectsAt[] = [];
  private readonly wrong: Wrong[] = [];
  private readonly deciders: Deciders;

  constructor(deciders: Deciders) {
    this.deciders = deciders;
    this.verdicts = deciders.sides.map(() => []);
    this.pence = deciders.sides.map(() => []);
    this.traces = deciders.sides.map(() => []);
    this.changed = deciders.pairs.map(() => []);
  }

  refuse(wrong: Wrong): void {
    this.wrong.push(wrong);
  }

  add(id: string, decided: readonly TracedUnder[]): void {
    const at = this.ids.length;
    this.ids.push(id);
    for (const [side, { decided: said, trace }] of decided.entries()) {
      this.verdicts[side]?.push(digitsOf(said));
      for (const { duePence, possiblePence } of said.payments)
        this.pence[side]?.push(duePence, possiblePence);
      this.traces[side]?.push([trace.places, trace.rest]);
    }
    for (const [pair, { left, right, compare }] of this.deciders.pairs.entries()) {
      const [one, other] = [decided[left], decided[right]];
      if (one === undefined || other === undefined) throw new Error('invariant: every version decides');
      const { changes, effects } = compare(one, other);
      if (effects !== undefined) this.effects.push({ at, left, effects });
      this.changed[pair]?.push(changes.length > 0 ? '1' : '0');
    }
  }

  async part(number: number): Promise<DecidedPart> {
    const { ids, effects, wrong } = this;
    const sides = this.verdicts.map((verdicts, side) => ({
      verdicts: verdicts.join(''),
      pence: this.pence[side] ?? [],
    }));
    const part: Part = { ids, sides, changed: this.changed.map((all) => all.join('')), effects, wrong };
    const differing = wrong.flatMap(({ problem, places }) => (problem === 'engines-disagree' ? places : []));
    return {
      ...{ number, differing, packed: await packedPart(part, this.traces) },
      ...{ decided: ids.length, wrong: wrong.length },
    };
  }
}

/** Decides one family under every version; or says why it cannot be under one of them. */
async function decideOne(
  text: string,
  { sides, doubt }: Deciders,
  isDoubted: boolean,
): Promise<{ readonly id: string } & ({ readonly decided: TracedUnder[] } | { readonly wrong: Wrong })> {
  // because what is kept of a cohort is the canonical JSON of families
  const document = JSON.parse(text) as { readonly id: string };
  const { id } = document;
  const decided: TracedUnder[] = [];
  for (const decide of sides) {
    const one = decide(document);
    if (!one.ok) {
      const places = [...new Set(one.error.map(({ pointer }) => pointer))];
      return { id, wrong: { id, problem: 'family-invalid', places } };
    }
    decided.push(one.value);
  }
  const places = isDoubted ? await doubt(document) : [];
  return places.length > 0 ? { id, wrong: { id, problem: 'engines-disagree', places } } : { id, decided };
}

/** Makes the decider of blocks for one job. */
export function partDecider(setup: JobSetup, opinion: SecondOpinion = secondOpinion): DecidePart {
  const deciders = decidersOf(setup, opinion);
  return async ({ number, content }) => {
    const gathered = new Gathered(deciders);
    for (const [at, text] of (await textsOf({ content })).entries()) {
      const isDoubted = isAsked(number * FAMILIES_A_BLOCK + at + 1, setup.opinionsPerThousand);
      const one = await decideOne(text, deciders, isDoubted);
      if ('wrong' in one) gathered.refuse(one.wrong);
      else gathered.add(one.id, one.decided);
    }
    return gathered.part(number);
  };
}
