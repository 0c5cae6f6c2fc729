import type { Told } from './asked.ts';
import { createDecider } from './decider.ts';

const decider = createDecider();

// The page is alone in talking to its worker, and tells it nothing else.
addEventListener('message', ({ data }: MessageEvent<Told>) => {
  const said = decider(data);
  if (said !== undefined) postMessage(said);
});
