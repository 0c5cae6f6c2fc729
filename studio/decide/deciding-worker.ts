import type { Told } from './asked.ts';
import { createDecider } from './decider.ts';
import { createNewsTeller } from './news.ts';

const decider = createDecider();
const tellNews = createNewsTeller((heard) => {
  postMessage(heard);
});

// The page is alone in talking to its worker, and tells it nothing else.
addEventListener('message', ({ data }: MessageEvent<Told>) => {
  const said = decider(data);
  if (said !== undefined) tellNews(said);
});
