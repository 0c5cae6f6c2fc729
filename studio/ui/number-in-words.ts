const whole = new Intl.NumberFormat('en-GB');

/** 1,350. */
export const numberInWords = (number: number): string => whole.format(number);

/** A number of things: `counted(1, 'row', 'rows')`. */
export const counted = (number: number, one: string, many: string): string =>
  `${whole.format(number)} ${number === 1 ? one : many}`;
