import { findDays, type Wondered } from './finding-days.ts';

// The page is alone in talking to its worker, and tells it nothing else.
addEventListener('message', ({ data }: MessageEvent<Wondered>) => {
  postMessage(findDays(data));
});
