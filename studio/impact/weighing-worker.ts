import { type FromWeigher, type ToWeigher, Weigher } from './weighing.ts';

const weigher = new Weigher();
let newest = 0;

const tell = (message: FromWeigher) => {
  postMessage(message);
};

/** Goes on in turns, and gives up where something newer is asked. */
function turn(number: number, going: ReturnType<Weigher['weigh']>): void {
  if (number !== newest) return;
  const next = going.next();
  if (next.done !== true) {
    setTimeout(turn, 0, number, going);
    return;
  }
  if (next.value !== undefined) tell({ kind: 'weighed', number, impact: next.value });
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
      return;
    case 'give':
      tell({ kind: 'given', id: data.family, document: weigher.given(data.family) });
  }
});
