import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { root } from '../../server/setup/ensure.mjs';
import { clean } from './clean.ts';
import { button, choose, field, narrow, title } from './drafting.ts';
import { addGovernors, signIn } from './governors.ts';
import { press, typeDay, typeInto } from './keyboard.ts';
import { serverOfWorker, type Started, test as journey } from './started.ts';

/** On a server of its own, because other journeys count what is claimed on theirs. */
const test = journey.extend<object, { started: Started }>({
  started: [
    async ({}, use) =>
      serverOfWorker(async (started) => {
        await addGovernors(started);
        await use(started);
      }),
    { scope: 'worker', timeout: 120_000 },
  ],
});

/** A file of a family with the fee and the results of phase 1 met in February 2015, as the cases have it. */
function familyFile() {
  const text = readFileSync(path.join(root, 'rulesets/england/phase-1/1.0.0.cases.json'), 'utf8');
  const { families } = JSON.parse(text) as { readonly families: Readonly<Record<string, object>> };
  const family = JSON.stringify({ ...families['results'], id: 'F-alone', claims: [] });
  return { name: 'family.json', mimeType: 'application/json', buffer: Buffer.from(family) };
}

test('one family is claimed for by itself, and whoever began the run is told that somebody else judges it', async ({
  page,
}) => {
  await signIn(page, 'beatrice', '/claims');
  await press(page, page.getByRole('link', { name: 'Begin a claim run' }));
  await typeInto(page, field(page, 'Name of the run'), 'One family');
  await choose(page, field(page, 'Version'), 'phase-1 1.0.0');
  await choose(page, field(page, 'Cohort'), 'No cohort: one family at a time');
  await typeDay(page, page.getByRole('group', { name: 'Day of the claims' }), '2 2 2015');
  await press(page, button(page, 'Begin'));
  await expect(title(page, 'One family')).toBeFocused();
  const alone = page.getByRole('region', { name: 'Claim for one family' });
  await press(page, button(alone, 'Propose this claim'));
  await expect(page.getByRole('alert').getByRole('link')).toHaveText([/Choose a file/i, /Choose a payment/i]);
  await clean(page);
  await narrow(page);
  await alone.getByLabel('Family').setInputFiles(familyFile());
  await choose(page, alone.getByLabel('Payment'), 'Attachment fee');
  await press(page, button(alone, 'Propose this claim'));
  await expect(page.getByRole('status').filter({ hasText: 'The claim was proposed' })).toBeVisible();
  const claims = page.getByRole('region', { name: 'Claims of this run' });
  await expect(claims.getByRole('row')).toHaveText([/Claim for/, /F-alone.*£3,200/]);
  await alone.getByLabel('Family').setInputFiles(familyFile());
  await choose(page, alone.getByLabel('Payment'), 'Attachment fee');
  await press(page, button(alone, 'Propose this claim'));
  await expect(alone).toContainText('£3,200 of £3,200 was claimed before');
  await press(page, button(alone, 'No more families'));
  await expect(page.getByRole('main').locator('strong').first()).toHaveText('To be audited');
  await press(page, button(page, 'Draw the sample'));
  const audit = page.getByRole('region', { name: 'Audit sample' });
  await expect(audit).toContainText('You began this run: somebody else judges its sample.');
  await expect(button(audit, /The evidence holds/)).toHaveCount(0);
  await clean(page);
});
