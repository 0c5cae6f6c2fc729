import { createExplainer, type Unexplained } from './attributing.ts';

const explain = createExplainer();

// The page is alone in talking to its worker, and tells it nothing else.
addEventListener('message', ({ data }: MessageEvent<Unexplained>) => {
  postMessage(explain(data));
});
