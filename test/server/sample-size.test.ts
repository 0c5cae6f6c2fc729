import { expect, test } from 'vitest';
import type { KeptDecision } from '../../server/decisions/find.ts';
import { createSample } from '../../server/decisions/sample.ts';

test.for([
  { decisions: 1000, percent: 1.1, minimum: 0, size: 11 },
  { decisions: 625, percent: 1.12, minimum: 0, size: 7 },
  { decisions: 250, percent: 64.4, minimum: 0, size: 161 },
  { decisions: 1000, percent: 1.11, minimum: 0, size: 12 },
  { decisions: 1000, percent: 0.1, minimum: 0, size: 1 },
  { decisions: 1001, percent: 0.1, minimum: 0, size: 2 },
  { decisions: 1000, percent: 100, minimum: 0, size: 1000 },
  { decisions: 0, percent: 100, minimum: 5, size: 0 },
])('$percent % of $decisions, at least $minimum: $size', ({ decisions, percent, minimum, size }) => {
  const sample = createSample({ seed: 's', percent, minimum, risks: [] }, 2000);
  // because without risks nothing but the id of a record is looked at
  for (let at = 0; at < decisions; at += 1) sample.add({ id: String(at) } as KeptDecision);
  const drawn = sample.drawn();
  expect([drawn.size, drawn.sample.length]).toEqual([size, size]);
});
