import { forecaster, type FromForecaster, type ToForecaster } from './forecasting.ts';

let forecast: ReturnType<typeof forecaster> | undefined;

// The page is alone in talking to its worker, and asks before it hands over families.
addEventListener('message', ({ data }: MessageEvent<ToForecaster>) => {
  if ('question' in data) {
    forecast = forecaster(data.question);
    return;
  }
  if (forecast === undefined) throw new Error('invariant: the question comes first');
  const said: FromForecaster = { number: data.batch.number, told: data.batch.lines.map(forecast) };
  postMessage(said);
});
