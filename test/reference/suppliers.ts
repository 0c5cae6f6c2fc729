import type { Verdict } from '../../engine/verdict.ts';
import { isSettled } from './folds.ts';

/** Never capped: what the family as a whole supplies. */
export const FAMILY = 'the family';

/** A verdict and who brought it about: members by id, or the family. */
export interface Judged {
  readonly verdict: Verdict;
  /** Those who surely did. */
  readonly known: readonly string[];
  /** Those who did or may have. */
  readonly possible: readonly string[];
}

export function suppliedBy(supplier: string, verdict: Verdict): Judged {
  return { verdict, known: [supplier], possible: [supplier] };
}

/** A group is supplied by the suppliers of its children: known ones of those met, possible ones of those met or unknown. */
export function together(verdict: Verdict, children: readonly Judged[]): Judged {
  const met = children.filter((child) => child.verdict === 'met');
  const open = children.filter((child) => child.verdict === 'met' || child.verdict === 'unknown');
  return {
    verdict,
    known: met.flatMap(({ known }) => known),
    possible: open.flatMap(({ possible }) => possible),
  };
}

/** The most children that can each be given one of its suppliers, no capped one more than `atMost` times: every way is tried. */
function mostServed(
  children: readonly (readonly string[])[],
  capped: readonly string[],
  atMost: number,
): number {
  const serve = (rest: readonly (readonly string[])[], used: readonly string[]): number => {
    const [suppliers, ...others] = rest;
    if (suppliers === undefined) return 0;
    const free = (supplier: string) =>
      !capped.includes(supplier) || used.filter((other) => other === supplier).length < atMost;
    const served = [...new Set(suppliers)]
      .filter(free)
      .map((supplier) => 1 + serve(others, [...used, supplier]));
    return Math.max(serve(others, used), ...served);
  };
  return serve(children, []);
}

export interface Cap {
  readonly needed: number;
  readonly atMost: number;
  /** Members the cap's range surely takes, and those it may. */
  readonly surely: readonly string[];
  readonly maybe: readonly string[];
}

export function cappedAtLeast(cap: Cap, children: readonly Judged[]): Verdict {
  const met = children.filter((child) => child.verdict === 'met');
  const open = children.filter((child) => child.verdict === 'met' || child.verdict === 'unknown');
  if (children.every((child) => child.verdict === 'not-applicable')) return 'not-applicable';
  const known = mostServed(
    met.map((child) => child.known),
    [...cap.surely, ...cap.maybe],
    cap.atMost,
  );
  if (known >= cap.needed) return 'met';
  const possible = mostServed(
    open.map((child) => child.possible),
    cap.surely,
    cap.atMost,
  );
  const applies = children.some((child) => isSettled(child.verdict));
  return applies && possible < cap.needed ? 'not-met' : 'unknown';
}
