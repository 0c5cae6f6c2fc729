import type { Told } from './asked.ts';
import { createDecider } from './decider.ts';
import { createNewsTeller } from './news.ts';

const decider = createDecider();
const newsOf = createNewsTeller();

// The page is alone in talking to its worker, and tells it nothing else.
addEventListener('message', ({ data }: MessageEvent<Told>) => {
  const said = decider(data);
  if (said !== undefined) postMessage(newsOf(said));
});
