import type { OperatorName } from '../document/condition.ts';
import { MET, NOT_MET, UNKNOWN, type Bit, type VerdictSet } from '../verdict.ts';
import type { Fraction, Measured } from './measured.ts';

/** When a comparison holds, from the sign of value - threshold. */
export const operators: Readonly<Record<OperatorName, (sign: number) => boolean>> = {
  equal: (sign) => sign === 0,
  notEqual: (sign) => sign !== 0,
  lessThan: (sign) => sign < 0,
  lessThanInclusive: (sign) => sign <= 0,
  greaterThan: (sign) => sign > 0,
  greaterThanInclusive: (sign) => sign >= 0,
};

/** The sign of left - right, exactly: by cross-multiplication. */
export function signOf(left: Fraction, right: Fraction): number {
  return Math.sign(left.part * right.of - right.part * left.of);
}

/** Verdicts that the values from `least` to `most` give. A value between them counts where the ends lie on either side. */
function rangeVerdicts(
  operator: OperatorName,
  range: { least: Fraction; most: Fraction },
  threshold: Fraction,
): VerdictSet {
  const holds = operators[operator];
  const low = signOf(range.least, threshold);
  const high = signOf(range.most, threshold);
  const ends = (holds(low) ? MET : NOT_MET) | (holds(high) ? MET : NOT_MET);
  return low < 0 && high > 0 ? ends | (holds(0) ? MET : NOT_MET) : ends;
}

function only(present: VerdictSet): Bit {
  switch (present) {
    case 1:
    case 2:
    case 8:
      return present;
    default:
      return UNKNOWN;
  }
}

/** `met` or `not-met` only if that is so of every value the fact may have; `threshold` undefined is one not in force. */
export function compare(measured: Measured, operator: OperatorName, threshold: Fraction | undefined): Bit {
  const { settled, least, most } = measured;
  if (least === undefined || most === undefined) return only(settled);
  if (threshold === undefined) return UNKNOWN;
  return only(settled | rangeVerdicts(operator, { least, most }, threshold));
}
