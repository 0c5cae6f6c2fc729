import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/** Rates are read to a millionth. */
const parts = 1_000_000;

/** Spreads every bit of a 32-bit word over all of it: the finaliser of MurmurHash3. */
function mixed(word: number): number {
  let bits = word | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

function chained(start: number, words: readonly number[]): number {
  return words.reduce((bits, word) => mixed(Math.imul(bits, 0x9e3779b1) ^ word), start);
}

const high = (number: number) => Math.floor(number / 2 ** 32);

/** Everything that is left to chance in one family: the same seed and index give the same draws everywhere. */
export class Chance {
  private readonly generator: RandomGenerator;

  /** Both whole, from 0 to 2^53 - 1. */
  constructor(seed: number, index: number) {
    const words = [seed | 0, high(seed), index | 0, high(index)];
    const state = [0x243f6a88, 0x13198a2e, 0x0a409382, 0x299f31d0].map((start) => chained(start, words));
    // An all-zero state would stay so.
    this.generator = xoroshiro128plusFromState([...state.slice(0, 3), (state[3] ?? 0) | 1]);
  }

  /** A whole number from `from` to `to`, both inside; `from` where there is none. */
  int(from: number, to: number): number {
    return to <= from ? from : uniformInt(this.generator, from, to);
  }

  happens(rate: number): boolean {
    return uniformInt(this.generator, 0, parts - 1) < Math.round(rate * parts);
  }

  one<T>(list: readonly [T, ...T[]]): T {
    return list[this.int(0, list.length - 1)] ?? list[0];
  }

  /** One of a list that may be empty. */
  oneOf<T>(list: readonly T[]): T | undefined {
    return list[this.int(0, list.length - 1)];
  }

  /** Up to `count` different ones, in the order of the list. */
  some<T>(list: readonly T[], count: number): T[] {
    let wanted = Math.min(count, list.length);
    return list.filter((_, at) => {
      const taken = this.int(1, list.length - at) <= wanted;
      if (taken) wanted -= 1;
      return taken;
    });
  }
}
