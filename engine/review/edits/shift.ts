/**
 * Which way a change moves a measure or a verdict. `up`: a measure is never less; a verdict that was `met` is never
 * `not-met`. `down` is the mirror. `open` is neither, or cannot be said for sure.
 */
export type Shift = 'same' | 'up' | 'down' | 'open';

/** Of several changes at once. */
export function together(shifts: readonly Shift[]): Shift {
  const moved = new Set(shifts.filter((shift) => shift !== 'same'));
  const [only, ...more] = moved;
  return only === undefined ? 'same' : more.length === 0 ? only : 'open';
}

export function reversed(shift: Shift): Shift {
  if (shift === 'up') return 'down';
  return shift === 'down' ? 'up' : shift;
}

/** How a place bears on its owner: the same way, the other way, or in no way that can be said. */
export type Bearing = 1 | -1 | 0;

export function borne(shift: Shift, bearing: Bearing): Shift {
  if (shift === 'same' || bearing === 1) return shift;
  return bearing === -1 ? reversed(shift) : 'open';
}

/** From a comparison of before and after: whether each includes the other. */
export function ordered(notLess: boolean, notMore: boolean): Shift {
  if (notLess && notMore) return 'same';
  if (notLess) return 'up';
  return notMore ? 'down' : 'open';
}
