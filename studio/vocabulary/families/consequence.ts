/** What a change of a vocabulary means for a family that was written before it. */
export interface Consequence {
  /** Of the line that it is about, or of what stands around it where the line is gone. */
  readonly pointer: string;
  readonly effect: Effect;
  /** One sentence, without its full stop. */
  readonly sentence: string;
}

export type Effect = 'refused' | 'otherwise' | 'as-before';

/** Each effect in words, the gravest first. */
export const effects: Readonly<Record<Effect, string>> = {
  refused: 'Refused',
  otherwise: 'Means something else',
  'as-before': 'Read as before',
};

/** Makes a consequence of an effect. */
const of =
  (effect: Effect) =>
  (pointer: string, sentence: string): Consequence => ({ pointer, effect, sentence });

/** A family is no longer read, and whoever sends it is told why. */
export const refused = of('refused');
/** It is read, and what it says is taken for something else. */
export const otherwise = of('otherwise');
export const asBefore = of('as-before');

const order = Object.keys(effects);

export const gravestFirst = (all: readonly Consequence[]): readonly Consequence[] =>
  all.toSorted((one, other) => order.indexOf(one.effect) - order.indexOf(other.effect));
