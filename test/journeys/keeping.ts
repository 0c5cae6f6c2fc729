import { expect } from '@playwright/test';
import { syntheticFamilies } from '../../engine/synthetic/families.ts';
import { profileOf } from '../builders/synthetic.ts';
import type { Started } from './started.ts';

/** Has so many made families decided and kept under Phase 1, as a program does, in one batch. */
export async function keepMade({ address, link }: Started, count: number, keep: 'family' | 'withhold') {
  const make = syntheticFamilies(profileOf('hertfordshire'), 5);
  const families = Array.from({ length: count }, (_, at) => JSON.stringify(make(at)));
  const key = decodeURIComponent(link.split('#key=')[1] ?? '');
  const asked = `ruleset=phase-1&version=1.0.0&asOf=2014-03-01&keep=${keep}&brief=true`;
  const response = await fetch(`${address}/api/v1/evaluations/batch?${asked}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson', Authorization: `Bearer ${key}` },
    body: families.join('\n'),
  });
  expect(response.status).toBe(200);
  expect(await response.text()).toContain(`"decisions":${String(count)}`);
}
