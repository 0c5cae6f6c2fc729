import { type Verdict, verdictsOnly } from '../../engine/index.ts';
import { sha256 } from '../canonical.ts';
import { verdictsIn } from './verdict-in.ts';

/** A verdict that makes a decision weigh more: so much is added to its weight of 1. */
export interface Risk {
  readonly node: string;
  readonly verdict: Verdict;
  readonly weight: number;
}

/** How a sample is drawn. */
export interface Drawing {
  /** Whoever has it draws the same sample of the same decisions. */
  readonly seed: string;
  /** Of the decisions there are, rounded up. */
  readonly percent: number;
  /** At least so many, where there are as many. */
  readonly minimum: number;
  readonly risks: readonly Risk[];
}

/** What can be drawn: a kept decision, or a claim with the answer it is made of. */
export interface Drawable {
  readonly id: string;
  /** Canonical JSON: every verdict and every penny. */
  readonly answer: string;
}

/** Something that was drawn. */
export interface Drawn<Kept extends Drawable> {
  readonly kept: Kept;
  /** The first 13 hexadecimal digits of the SHA-256 of the seed, a line feed and the id of the record. */
  readonly ticket: string;
  readonly weight: number;
}

interface Held<Kept extends Drawable> extends Drawn<Kept> {
  readonly key: number;
}

const TICKETS = 2 ** 52;

function keyOf(ticket: string, weight: number): number {
  const share = (Number.parseInt(ticket, 16) + 0.5) / TICKETS;
  return -Math.log(share) / weight;
}

/** The lower key is drawn first; of two equal ones, which nobody is likely to see, that of the lower record. */
function sooner(one: Held<Drawable>, other: Held<Drawable>): number {
  return one.key - other.key || (one.kept.id < other.kept.id ? -1 : 1);
}

/**
 * Draws without replacement, each decision by its weight (Efraimidis and Spirakis, 2006: the smallest of `-ln(u) / weight`,
 * with `u` taken from the seed and the record alone). So the order in which decisions come does not matter, and somebody
 * else can draw again with nothing but the seed, the records and the weights. `most` is the largest sample that may come of
 * it: where more would be drawn, only how many is told.
 */
export function createSample<Kept extends Drawable>(
  { seed, percent, minimum, risks }: Drawing,
  most: number,
) {
  const records: string[] = [];
  const carried = risks.map(() => 0);
  let nearest: Held<Kept>[] = [];
  const shorten = () => {
    nearest = nearest.sort(sooner).slice(0, most);
  };
  const weigh = ({ answer }: Drawable): number => {
    if (risks.length === 0) return 1;
    const verdicts = verdictsIn(verdictsOnly.parse(JSON.parse(answer)));
    let weight = 1;
    for (const [at, risk] of risks.entries())
      if (verdicts.get(risk.node) === risk.verdict) {
        weight += risk.weight;
        carried[at] = (carried[at] ?? 0) + 1;
      }
    return weight;
  };
  return {
    add: (kept: Kept): void => {
      const weight = weigh(kept);
      const ticket = sha256(`${seed}\n${kept.id}`).slice(0, 13);
      records.push(kept.id);
      nearest.push({ kept, ticket, weight, key: keyOf(ticket, weight) });
      if (nearest.length >= 2 * most) shorten();
    },
    drawn: () => {
      // in whole hundredths, because 64.4 % of 250 is 161 and not a little more
      const share = Math.ceil((records.length * Math.round(percent * 100)) / 10_000);
      const size = Math.min(records.length, Math.max(minimum, share));
      shorten();
      return {
        size,
        population: { decisions: records.length, sha256: sha256(records.sort().join('\n')) },
        risks: risks.map((risk, at) => ({ ...risk, decisions: carried[at] ?? 0 })),
        sample: size > most ? [] : nearest.slice(0, size),
      };
    },
  };
}
