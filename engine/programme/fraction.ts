/** An exact fraction, not below nothing and in lowest terms; `of` is above 0. */
export interface Fraction {
  readonly part: bigint;
  readonly of: bigint;
}

/** How many decimals an exact number is written with; one that needs more is written as a fraction. */
const mostDecimals = 6;

function commonOf(left: bigint, right: bigint): bigint {
  return right === 0n ? left : commonOf(right, left % right);
}

function lowest(part: bigint, of: bigint): Fraction {
  const common = commonOf(part, of);
  return { part: part / common, of: of / common };
}

/** The fraction of two whole numbers; the second is above 0. */
export function fraction(part: number, of = 1): Fraction {
  return lowest(BigInt(part), BigInt(of));
}

export function plus(left: Fraction, right: Fraction): Fraction {
  return lowest(left.part * right.of + right.part * left.of, left.of * right.of);
}

/** How far apart two are, whichever is greater. */
export function apart(left: Fraction, right: Fraction): Fraction {
  const part = left.part * right.of - right.part * left.of;
  return lowest(part < 0n ? -part : part, left.of * right.of);
}

export function times(left: Fraction, right: Fraction): Fraction {
  return lowest(left.part * right.part, left.of * right.of);
}

/** The first as a part of the second, which is above 0. */
export function over(left: Fraction, right: Fraction): Fraction {
  return lowest(left.part * right.of, left.of * right.part);
}

export function isAtLeast(left: Fraction, right: Fraction): boolean {
  return left.part * right.of >= right.part * left.of;
}

export function isSame(left: Fraction, right: Fraction): boolean {
  return left.part === right.part && left.of === right.of;
}

/** The whole number below a fraction, or the fraction itself where it is whole. */
export function floorOf({ part, of }: Fraction): number {
  return Number(part / of);
}

/** Whole per cent, the nearest, halves up. Nothing is decided by it. */
export function percentOf({ part, of }: Fraction): number {
  return Number((200n * part + of) / (2n * of));
}

/** `364.5`, or `400/3` where no few decimals are exact. */
export function textOf({ part, of }: Fraction): string {
  for (let places = 0; places <= mostDecimals; places += 1) {
    const scale = 10n ** BigInt(places);
    if (scale % of !== 0n) continue;
    const digits = String(part * (scale / of)).padStart(places + 1, '0');
    return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  }
  return `${part}/${of}`;
}
