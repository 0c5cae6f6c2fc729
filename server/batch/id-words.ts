/** Three words that stand for an id: 96 bits, so that two ids of one batch do not share them by chance. */
export type IdWords = readonly [number, number, number];

export const noId: IdWords = [0, 0, 0];

function finished(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Never three times 0: that stands for no id. */
export function idWords(id: string): IdWords {
  let [first, second, third] = [0x9e3779b1, 0x7f4a7c15, 0x94d049bb];
  for (let at = 0; at < id.length; at += 1) {
    const unit = id.charCodeAt(at);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second + unit, 0x5bd1e995) ^ (second >>> 15);
    third = Math.imul(third ^ (unit + at), 0x27d4eb2f) + (third >>> 13);
  }
  return [finished(first) || 1, finished(second ^ id.length), finished(third)];
}
