import { linesOf, type Wanted } from './making.ts';

/** What the worker tells: pieces of the file as they are made, which the browser need not keep in memory. */
export interface Piece {
  readonly made: number;
  readonly piece: Blob;
}

/** Characters of lines that are handed over together. */
const pieceLength = 2_000_000;

// The page is alone in talking to its worker, and tells it nothing else.
addEventListener('message', ({ data }: MessageEvent<Wanted>) => {
  let held: string[] = [];
  let length = 0;
  let made = 0;
  const hand = () => {
    postMessage({ made, piece: new Blob(held) } satisfies Piece);
    held = [];
    length = 0;
  };
  for (const { made: now, lines } of linesOf(data)) {
    held.push(lines);
    length += lines.length;
    made = now;
    if (length >= pieceLength) hand();
  }
  // because the last piece says that all are made, though nothing be in it
  hand();
});
