/** A verdict as one bit, so that a set of verdicts is a byte and a fold is one look in a table. */
export const MET = 1;
export const NOT_MET = 2;
export const UNKNOWN = 4;
export const NOT_APPLICABLE = 8;

export type Bit = typeof MET | typeof NOT_MET | typeof UNKNOWN | typeof NOT_APPLICABLE;

export const verdicts = ['met', 'not-met', 'unknown', 'not-applicable'] as const;
export type Verdict = (typeof verdicts)[number];

const words: Readonly<Record<Bit, Verdict>> = { 1: 'met', 2: 'not-met', 4: 'unknown', 8: 'not-applicable' };
const bits: Readonly<Record<Verdict, Bit>> = { met: 1, 'not-met': 2, unknown: 4, 'not-applicable': 8 };

export function verdictOf(bit: Bit): Verdict {
  return words[bit];
}

export function bitOf(verdict: Verdict): Bit {
  return bits[verdict];
}

/** `unknown` and `not-applicable` survive negation, so a fact nobody supplied can never satisfy its own opposite. */
export function negate(bit: Bit): Bit {
  if (bit === MET) return NOT_MET;
  return bit === NOT_MET ? MET : bit;
}

/** A set of verdicts: the bits of those present. 0 is the empty set. */
export type VerdictSet = number;

/** Ignores `not-applicable`; one `not-met` settles it; failing that one `unknown` leaves it open. Of nothing: `not-applicable`. */
export function allOf(present: VerdictSet): Bit {
  if (present & NOT_MET) return NOT_MET;
  if (present & UNKNOWN) return UNKNOWN;
  return present & MET ? MET : NOT_APPLICABLE;
}

/** Ignores `not-applicable`; one `met` settles it; failing that one `unknown` leaves it open. Of nothing: `not-applicable`. */
export function anyOf(present: VerdictSet): Bit {
  if (present & MET) return MET;
  if (present & UNKNOWN) return UNKNOWN;
  return present & NOT_MET ? NOT_MET : NOT_APPLICABLE;
}

/** `any` over members; over nobody `not-met`, because nobody did it. */
export function someOf(present: VerdictSet): Bit {
  return present === 0 ? NOT_MET : anyOf(present);
}

/** The gate of `appliesWhen`: judged only where it applies, and unknown where that is unknown. */
export function gated(applies: Bit, judged: Bit): Bit {
  if (applies === MET) return judged;
  return applies === UNKNOWN ? UNKNOWN : NOT_APPLICABLE;
}

export interface Tally {
  readonly met: number;
  readonly unknown: number;
  /** Children that are not `not-applicable`. */
  readonly live: number;
}

/**
 * `atLeast n of`: settled as soon as enough are met, or as no answer to the unknown ones could make enough. While every
 * child that may apply is unknown it is open, because none of them may turn out to apply.
 */
export function atLeastOf(needed: number, tally: Tally): Bit {
  if (tally.live === 0) return NOT_APPLICABLE;
  if (tally.met >= needed) return MET;
  const short = tally.met + tally.unknown < needed;
  return short && tally.unknown < tally.live ? NOT_MET : UNKNOWN;
}
