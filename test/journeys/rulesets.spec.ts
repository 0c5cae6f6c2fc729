import { expect, type Page } from '@playwright/test';
import { clean } from './clean.ts';
import { test } from './started.ts';

const phase1 = '/rulesets/phase-1/1.0.0';
const placement = 'That child has a placement in a pupil referral unit';

/** Leaves the key with the tab, and goes to an address as if it were typed. */
async function open(page: Page, link: string, address: string) {
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'In force today' })).toBeVisible();
  await page.goto(address);
}

async function openPhase1(page: Page, link: string, rest = '') {
  await open(page, link, `${phase1}${rest}`);
  await expect(page.getByRole('heading', { name: 'Who is identified' })).toBeVisible();
}

const place = (page: Page, id: string) => page.locator(`[id="${id}"]`);

const hashOf = (page: Page) => page.getByText('Hash of this version', { exact: true }).locator('~ dd');

test.describe('a version is read as English', () => {
  test('by its address: what it is, its parts, and each sentence with its source and standing', async ({
    page,
    started,
    heard,
  }) => {
    await openPhase1(page, started.link);
    await expect(page).toHaveTitle('phase-1 1.0.0 – Threshold');
    await expect(
      page.getByRole('heading', { level: 1, name: 'Troubled Families, Phase 1, version 1.0.0' }),
    ).toBeVisible();
    await expect(page.getByText('In force from 1 April 2012 to 31 May 2015.')).toBeVisible();
    await expect(hashOf(page)).toHaveText(/^sha256:[0-9a-f]{64}$/);
    await expect(hashOf(page)).toBeVisible();
    const absence = place(page, 'education.absence');
    await expect(absence).toContainText('15% or more unauthorised absence');
    await expect(absence.getByText('15%')).toHaveJSProperty('tagName', 'A');
    await expect(absence).toContainText('Sourced');
    await expect(absence).toContainText('Report on the Troubled Families programme');
    await expect(place(page, 'education.placement')).toContainText('Putting families first, 2.1');
    await expect(place(page, 'permanent-exclusion-lookback')).toContainText('Disputed');
    expect([...heard.hosts]).toEqual([new URL(started.address).host]);
    expect(heard.complaints).toEqual([]);
  });

  test('at a line that the address names, which has the focus', async ({ page, started }) => {
    await openPhase1(page, started.link, '#education.placement');
    await expect(place(page, 'education.placement')).toBeFocused();
    await expect(place(page, 'education.placement')).toBeInViewport();
    await expect(place(page, 'education.placement')).toContainText(placement);
  });

  test('from part to part, and from a value to the figure that holds it', async ({ page, started }) => {
    await openPhase1(page, started.link);
    await page
      .getByRole('navigation', { name: 'Parts of the rules' })
      .getByRole('link', { name: 'Payments' })
      .click();
    await expect(page.getByRole('heading', { name: 'What is paid' })).toBeFocused();
    await place(page, 'education.absence').getByRole('link', { name: '15%' }).click();
    await expect(page).toHaveURL(/#absence-threshold$/);
    await expect(place(page, 'absence-threshold')).toBeFocused();
    await page.goBack();
    await expect(page.getByRole('heading', { name: 'What is paid' })).toBeFocused();
  });

  test('and says so where the line named is not there', async ({ page, started }) => {
    await openPhase1(page, started.link, '#education.nowhere');
    await expect(page.getByRole('alert')).toHaveText('This version has no line education.nowhere.');
  });

  test.describe('what is looked for is found', () => {
    const rows = [
      { why: 'by words, in any order', find: 'absence UNAUTHORISED 15', there: 'education.absence' },
      { why: 'by its id', find: 'education.placement', there: 'education.placement' },
      { why: 'by its source', find: 'havering', there: 'education.off-roll' },
      { why: 'by its standing', find: 'disputed', there: 'education.older-permanent-exclusion' },
    ];
    for (const { why, find, there } of rows) {
      test(why, async ({ page, started }) => {
        await openPhase1(page, started.link);
        await page.getByLabel('Look for').fill(find);
        await expect(page.getByRole('search').getByRole('status')).toHaveText(/^\d+ of 157 lines/);
        await expect(place(page, there)).toBeVisible();
        await expect(place(page, 'work.adult')).toHaveCount(0);
        await expect(page).toHaveURL(/\?find=/);
      });
    }

    test('or nothing is, and all can be shown again', async ({ page, started }) => {
      await open(page, started.link, `${phase1}?find=no-such-word`);
      await expect(page.getByText('No line of this version has “no-such-word”')).toBeVisible();
      await page.getByRole('button', { name: 'Show all' }).click();
      await expect(page.getByText('157 lines', { exact: true })).toBeVisible();
      await expect(page.getByLabel('Look for')).toHaveValue('');
    });
  });

  test('on paper with its hash, and without what is only for the screen', async ({ page, started }) => {
    await openPhase1(page, started.link);
    await page.emulateMedia({ media: 'print' });
    await expect(hashOf(page)).toBeVisible();
    await expect(place(page, 'education.placement')).toBeVisible();
    await expect(page.getByLabel('Look for')).toBeHidden();
    await expect(page.getByRole('navigation')).toHaveCount(0);
  });
});

test.describe('a reason leads to its rule, and back', () => {
  const criterion = (page: Page) =>
    page
      .getByRole('region', { name: 'Criteria' })
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: 'A child is not in school as they should be' }) });

  test('by keyboard alone', async ({ page, started }) => {
    await open(page, started.link, '/try?version=phase-1@1.0.0');
    await expect(page.getByLabel('Version of the rules')).toHaveValue('phase-1@1.0.0');
    await page.getByRole('button', { name: 'Use the example family' }).click();
    await expect(page.getByRole('heading', { name: /^Family F-001 is eligible/ })).toBeVisible();
    const says = criterion(page).getByText('What the rule says education.placement');
    await says.press('Enter');
    await expect(criterion(page)).toContainText(placement);
    const way = criterion(page).getByRole('link', { name: 'Read education.placement among the rules' });
    await page.keyboard.press('Tab');
    await expect(way).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`${started.address}${phase1}#education.placement`);
    await expect(place(page, 'education.placement')).toBeFocused();
    await page.goBack();
    await expect(page.getByRole('heading', { name: /^Family F-001 is eligible/ })).toBeVisible();
    await expect(way).toBeFocused();
    await expect(page).toHaveTitle('Family F-001 – Threshold');
  });

  test('every criterion, part and reason has its line in that very version', async ({ page, started }) => {
    await open(page, started.link, '/try');
    await page.getByRole('button', { name: 'Use the example family' }).click();
    const rules = page.getByRole('article').locator('summary');
    await expect(rules.first()).toBeVisible();
    const reasons = page.getByRole('article').getByText('Source:');
    expect(await rules.count()).toBeGreaterThan(await reasons.count());
    for (const one of await rules.all()) await one.click();
    const links = page.getByRole('article').getByRole('link', { name: /^Read .* among the rules$/ });
    const addresses = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
    expect(addresses.length).toBe(await rules.count());
    await page.goto(phase1);
    await expect(page.getByRole('heading', { name: 'Who is identified' })).toBeVisible();
    const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
    const lost = addresses.filter(
      (address) => !address.startsWith(`${phase1}#`) || !ids.includes(address.split('#')[1] ?? ''),
    );
    expect(lost).toEqual([]);
  });
});

test.describe('what changed from one version to another', () => {
  const edit = (page: Page, id: string) =>
    page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: id }) });

  test('is read as was and now, each looser, tighter, neither or wording only', async ({ page, started }) => {
    await open(page, started.link, '/rulesets/phase-2');
    await page.getByRole('link', { name: 'What changed from 1.0.0 to 1.1.0' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await expect(page).toHaveTitle('phase-2 1.0.0 to 1.1.0 – Threshold');
    await expect(edit(page, 'absence-threshold')).toContainText('Looser');
    await expect(edit(page, 'absence-threshold').getByRole('deletion')).toHaveText('15%');
    await expect(edit(page, 'absence-threshold').getByRole('insertion')).toHaveText('10%');
    await expect(edit(page, 'attendance-needed')).toContainText('Tighter');
    await page.getByRole('link', { name: 'Looser (1)' }).click();
    await expect(page).toHaveURL(/\?effect=looser$/);
    await expect(page.getByRole('status').filter({ hasText: 'edits' })).toHaveText('1 of 5 edits');
    await expect(edit(page, 'attendance-needed')).toHaveCount(0);
    await page.goBack();
    await expect(edit(page, 'attendance-needed')).toBeVisible();
    await page.getByLabel('Look for').fill('attendance');
    await expect(edit(page, 'absence-threshold')).toHaveCount(0);
  });

  test('leads to the line in either version', async ({ page, started }) => {
    await open(page, started.link, '/rulesets/phase-2/1.0.0/changes-to/1.1.0');
    await edit(page, 'absence-threshold').getByRole('link', { name: 'Now, in 1.1.0' }).click();
    await expect(place(page, 'absence-threshold')).toBeFocused();
    await expect(place(page, 'absence-threshold')).toContainText('10%');
    await page.goBack();
    await expect(edit(page, 'absence-threshold').getByRole('link', { name: 'Now, in 1.1.0' })).toBeFocused();
  });
});

test.describe('every state has a screen', () => {
  test('a version that is not there: those there are', async ({ page, started }) => {
    await open(page, started.link, '/rulesets/phase-2/9.9.9');
    await expect(page.getByRole('alert')).toContainText('The ruleset has no such version');
    await expect(page).toHaveTitle('Error: phase-2 9.9.9 – Threshold');
    await page.getByRole('alert').getByRole('link', { name: 'phase-2 1.1.0' }).click();
    await expect(page.getByRole('heading', { name: 'Who is identified' })).toBeVisible();
  });

  for (const address of [
    '/rulesets/phase-9',
    '/rulesets/phase-9/1.0.0',
    '/rulesets/phase-9/1.0.0/changes-to/1.1.0',
  ]) {
    test(`a ruleset that is not there, at ${address}: those there are`, async ({ page, started }) => {
      await open(page, started.link, address);
      await page.getByRole('alert').getByRole('link', { name: 'phase-1' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Troubled Families, Phase 1' })).toBeFocused();
    });
  }

  test('an address that is no screen', async ({ page, started }) => {
    await open(page, started.link, '/no/such/screen');
    await expect(page.getByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: 'Rulesets' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Rulesets' })).toBeFocused();
  });

  test('no key: it is asked for, and the line of the address is then read', async ({ page, started }) => {
    await page.goto(`${phase1}#education.placement`);
    await page.getByLabel('Key', { exact: true }).fill(started.link.split('#key=')[1] ?? '');
    await page.keyboard.press('Enter');
    await expect(place(page, 'education.placement')).toBeFocused();
  });

  test('no server: it can be asked again', async ({ page, started, context }) => {
    await openPhase1(page, started.link);
    await context.setOffline(true);
    await page.getByRole('link', { name: 'All versions' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await context.setOffline(false);
    await page.getByRole('button', { name: /again/ }).click();
    await expect(page.getByRole('heading', { name: 'Version 1.0.0' })).toBeVisible();
  });
});

test.describe('everyone can use it', () => {
  const screens = [
    { name: 'rulesets', address: '/rulesets', shows: 'Troubled Families, Phase 1' },
    { name: 'versions', address: '/rulesets/phase-2', shows: 'Version 1.1.0' },
    { name: 'a reading', address: `${phase1}#education.placement`, shows: 'Who is identified' },
    { name: 'what was found', address: `${phase1}?find=exclusion`, shows: 'Who is identified' },
    { name: 'changes', address: '/rulesets/phase-2/1.0.0/changes-to/1.1.0', shows: 'Edits' },
    { name: 'no such version', address: '/rulesets/phase-1/9.9.9', shows: 'The ruleset has no such version' },
    { name: 'no such page', address: '/nowhere', shows: 'Page not found' },
  ];
  const show = async (page: Page, { address, shows }: (typeof screens)[number]) => {
    await page.goto(address);
    await expect(page.getByRole('heading', { name: shows })).toBeVisible();
  };

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const screen of screens) {
      test(`${screen.name}, without an accessibility violation in the ${colorScheme} theme`, async ({
        page,
        started,
      }) => {
        // A reading is long, and axe looks at all of it.
        test.slow();
        await page.emulateMedia({ colorScheme });
        await page.goto(started.link);
        await show(page, screen);
        for (const one of await page.locator('summary').all()) await one.click();
        await clean(page);
      });
    }
  }

  test('on 320 pixels nothing is wider than the page', async ({ page, started }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(started.link);
    for (const screen of screens) {
      await show(page, screen);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), screen.name).toBe(320);
    }
  });

  test('in forced colours a standing and an effect keep their word and their border', async ({
    page,
    started,
  }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await openPhase1(page, started.link);
    const disputed = page.getByText('Disputed', { exact: true }).last();
    expect(await disputed.evaluate((one) => getComputedStyle(one).borderTopStyle)).toBe('double');
    await page.goto('/rulesets/phase-2/1.0.0/changes-to/1.1.0');
    const looser = page.getByRole('main').getByRole('listitem').getByText('Looser', { exact: true });
    await expect(looser.locator('svg')).toBeVisible();
    expect(await looser.evaluate((one) => getComputedStyle(one).borderTopWidth)).toBe('1px');
  });
});

test('the first load is at most 150 KB of script, gzipped, and the engine is no part of it', async ({
  page,
  started,
}) => {
  const scripts = new Map<string, number>();
  page.on('response', async (response) => {
    if (response.request().resourceType() !== 'script') return;
    const { gzipSync } = await import('node:zlib');
    scripts.set(new URL(response.url()).pathname, gzipSync(await response.body()).length);
  });
  await page.goto(started.link);
  await expect(page.getByRole('heading', { name: 'In force today' })).toBeVisible();
  const first = [...scripts.values()].reduce((sum, size) => sum + size, 0);
  expect(first).toBeGreaterThan(0);
  expect(first).toBeLessThan(150 * 1024);
  expect([...scripts.keys()].filter((name) => name.includes('engine'))).toEqual([]);
});
