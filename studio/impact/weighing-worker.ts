import { type ToWeigher, type Weighed, Weigher } from './weighing.ts';

const weigher = new Weigher();
let newest = 0;

/** Goes on in turns, and gives up where something newer is asked. */
function turn(number: number, going: ReturnType<Weigher['weigh']>): void {
  if (number !== newest) return;
  const next = going.next();
  if (next.done !== true) {
    setTimeout(turn, 0, number, going);
    return;
  }
  if (next.value !== undefined) postMessage({ number, impact: next.value } satisfies Weighed);
}

// The page is alone in talking to its worker.
addEventListener('message', ({ data }: MessageEvent<ToWeigher>) => {
  switch (data.kind) {
    case 'begin':
      newest = 0;
      weigher.begin();
      return;
    case 'families':
      weigher.add(data.lines);
      return;
    case 'rules':
      weigher.learn(data.side, data.rules);
      return;
    case 'weigh':
      newest = data.number;
      turn(data.number, weigher.weigh(data.asOf));
  }
});
