import { expect as atOnce, type Page } from '@playwright/test';
import { decided, excludedThrice, readDraft } from './beside.ts';
import { clean } from './clean.ts';
import { addGovernors, pageOf, signIn } from './governors.ts';
import { pastTheKeyboard, press, pressBefore, tabTo, typeDay, typeInto, typeOver } from './keyboard.ts';
import { serverOfWorker, type Started, test as journey } from './started.ts';

/** Every case is run, here and by the server, whatever else the machine is at. */
const expect = atOnce.configure({ timeout: 30_000 });

/** On a server of its own, with people who govern; each test goes on where the one before left it. */
const test = journey.extend<object, { started: Started }>({
  started: [
    async ({}, use) =>
      serverOfWorker(async (started) => {
        await addGovernors(started);
        await use(started);
      }),
    { scope: 'worker' },
  ],
});
// Each runs every case of phase 1 several times over.
test.describe.configure({ mode: 'serial', timeout: 240_000 });

const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const way = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Studio' }).getByRole('link', { name, exact: true });
const part = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Parts of this draft' }).getByRole('link', { name });
const saved = (page: Page) => page.getByRole('status').filter({ hasText: /^Saved$/ });
/** What a draft's overview says once its rules and all its cases were read and run. */
const checked = /\d cases (pass|fail)\.$/;
const draftIn = (page: Page) => /\/drafts\/([^/]+)/.exec(page.url())?.[1] ?? '';

test('the threshold goes from 3 to 4: a case fails, is mended, and the draft is submitted, by keyboard alone', async ({
  page,
  heard,
}) => {
  const past = await pastTheKeyboard(page);
  await signIn(page, 'mary');
  await press(page, way(page, 'Rulesets'));
  await expect(title(page, 'Rulesets')).toBeFocused();
  await press(page, page.getByRole('link', { name: 'phase-1 1.0.0' }));
  await press(page, button(page, 'Make a draft from 1.0.0'));
  await expect(title(page, 'Overview')).toBeFocused();
  await expect(page.getByText('All 226 cases pass.')).toBeVisible();

  await press(page, part(page, 'Try a family'));
  await expect(title(page, 'Try a family')).toBeFocused();
  await typeDay(page, page.getByRole('group', { name: 'As of' }), '1 12 2014');
  await tabTo(page, page.getByRole('radio', { name: 'Form' }));
  await page.keyboard.press('ArrowDown');
  await tabTo(page, page.getByLabel('Family', { exact: true }));
  await page.keyboard.insertText(JSON.stringify(excludedThrice));
  await expect(page.getByText('Nothing: phase-1 1.0.0 decides the same.')).toBeVisible();

  await pressBefore(page, part(page, 'Parameters'));
  await expect(title(page, 'Parameters')).toBeFocused();
  const threshold = 'Fixed-term exclusions that identify a child';
  await typeInto(page, page.getByLabel('Look for', { exact: true }), threshold);
  await press(page, page.getByRole('link', { name: threshold }));
  await expect(title(page, threshold)).toBeFocused();
  await typeOver(page, page.getByRole('textbox', { name: 'Value', exact: true }), '4');
  await expect(saved(page)).toBeVisible();

  await pressBefore(page, part(page, 'Try a family'));
  await expect(title(page, 'Try a family')).toBeFocused();
  const changed = page.getByRole('region', { name: 'What this draft changes for this family' });
  await expect(changed.getByRole('row').filter({ hasText: 'Criterion' })).toHaveText(
    /^Criterion “.*school.*”Met ?Not known$/,
  );
  await clean(page);
  await pressBefore(page, part(page, 'Overview'));
  await expect(page.getByText('5 of 226 cases fail.')).toBeVisible();
  await press(page, part(page, 'Review and release'));
  await expect(title(page, 'Review and release')).toBeFocused();
  await expect(page.getByRole('heading', { name: /exclusion-threshold/ })).toBeVisible();
  await expect(page.getByText('Fixed-term exclusions that identify a child: 4.')).toBeVisible();
  await expect(page.getByText('It cannot be submitted yet: it has 5 cases that fail.')).toBeVisible();

  const expectIt = page.getByRole('button', { name: /^Expect what is decided/ });
  await press(page, expectIt.first());
  await expect(expectIt).toHaveCount(4);
  await page.keyboard.press('Control+z');
  await expect(expectIt).toHaveCount(5);
  await page.keyboard.press('Control+Shift+z');
  for (const left of [3, 2, 1, 0]) {
    await expect(expectIt).toHaveCount(left + 1);
    await press(page, expectIt.first());
  }
  await expect(page.getByText('226 of 226 cases pass.')).toBeVisible();
  await expect(saved(page)).toBeVisible();
  await typeInto(page, page.getByLabel('What do you expect it to change?'), 'Fewer by exclusions alone');
  await press(page, button(page, 'Submit'));
  await expect(page.getByText(/^Submitted by Mary Somerville/)).toBeVisible();
  await expect(button(page, 'Approve')).toHaveCount(0);
  // what checks and what decides behind the page ends with the draft
  expect(page.workers().length).toBeGreaterThan(1);
  await pressBefore(page, page.getByRole('link', { name: 'Drafts', exact: true }).first());
  await expect.poll(() => page.workers().length).toBe(0);
  expect(past).toEqual([]);
  expect(heard.complaints).toEqual([]);
});

test('another person approves it, and a third puts it in force: decided before and after, by keyboard alone', async ({
  page,
  browser,
  started,
}) => {
  const past = await pastTheKeyboard(page);
  await signIn(page, 'octavia');
  const waiting = page.getByRole('region', { name: 'Waiting for my approval' });
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('Waiting for my approval');
  await press(page, waiting.getByRole('link', { name: 'Ruleset phase-1' }));
  await expect(title(page, 'Review and release')).toBeFocused();
  await press(page, button(page, 'Approve'), 'Space');
  await expect(page.getByText(/^Approved by Octavia Hill/)).toBeVisible();
  await expect(button(page, 'Release')).toHaveCount(0);

  const releaser = await (await browser.newContext({ baseURL: started.address })).newPage();
  const pastHers = await pastTheKeyboard(releaser);
  await signIn(releaser, 'eleanor');
  expect(await decided(page, '2015-05-31')).toEqual(['1.0.0', 'met']);
  await press(releaser, way(releaser, 'Drafts'));
  await expect(title(releaser, 'Drafts')).toBeFocused();
  await press(releaser, releaser.getByRole('link', { name: 'All', exact: true }));
  await press(releaser, releaser.getByRole('main').getByRole('link', { name: 'Ruleset phase-1' }));
  await expect(title(releaser, 'Overview')).toBeFocused();
  await press(releaser, part(releaser, 'Review and release'));
  await expect(title(releaser, 'Review and release')).toBeFocused();
  await press(releaser, button(releaser, 'Release'));
  await expect(releaser.getByRole('alert')).toContainText('Enter a day that exists');
  await typeDay(releaser, releaser.getByRole('group', { name: 'In force from' }), '1 1 2099');
  await press(releaser, button(releaser, 'Release'));
  await expect(releaser.getByText('It is released, for good.')).toBeVisible();
  expect(await decided(page, '2015-05-31')).toEqual(['1.0.0', 'met']);
  expect(await decided(page, '2099-01-01')).toEqual(['1.0.1', 'unknown']);
  await pressBefore(releaser, releaser.getByRole('banner').getByRole('link', { name: 'Threshold' }));
  await expect(
    releaser.getByText('1 January 2099: Troubled Families, Phase 1, version 1.0.1 comes into force'),
  ).toBeVisible();
  expect([...past, ...pastHers]).toEqual([]);
  await releaser.close();
});

test('nobody approves what is not there any more, nor what somebody else sent back', async ({
  page,
  browser,
  started,
}) => {
  const author = await pageOf(browser, started, 'mary');
  await author.goto('/rulesets/phase-1');
  await button(author, 'Make a draft from 1.0.1').click();
  await expect(title(author, 'Overview')).toBeVisible();
  await author.getByLabel('Title').fill('Troubled Families, Phase 1, once more');
  await expect(saved(author)).toBeVisible();
  await part(author, 'Review and release').click();
  await author.getByLabel('Number of the version').fill('1.0.1');
  await button(author, 'Submit').click();
  await expect(author.getByRole('alert')).toContainText('above every one that is published, such as 1.0.2');
  await author.getByLabel('Number of the version').fill('1.1.0');
  await button(author, 'Submit').click();
  await expect(author.getByText(/as version 1\.1\.0/)).toBeVisible();

  await signIn(page, 'octavia', new URL(author.url()).pathname);
  await expect(button(page, 'Approve')).toBeVisible();
  await button(author, 'Edit it again').click();
  await part(author, 'Overview').click();
  await author.getByLabel('Title').fill('Troubled Families, Phase 1, and again');
  await expect(author.getByText('Draft: it is being written.')).toBeVisible();
  await button(page, 'Approve').click();
  await expect(page.getByText('Nothing is wrong with it. Whoever writes it can submit it.')).toBeVisible();

  await part(author, 'Review and release').click();
  await button(author, 'Submit').click();
  await expect(author.getByText(/^Submitted by/)).toBeVisible();
  await page.reload();
  await button(page, 'Send back').click();
  await expect(page.getByRole('alert')).toContainText('Say what has to change');
  await page.getByLabel('What has to change?').fill('The title says nothing');
  await button(page, 'Send back').click();
  await part(page, 'History').click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Sent back' })).toContainText(
    'The title says nothing',
  );
  await expect(page.getByRole('listitem').filter({ hasText: 'Taken back by an edit' })).toBeVisible();
  await author.close();
});

test('versions are compared in words from the history, an old one comes back as a draft, and a revision is restored, by keyboard alone', async ({
  page,
  heard,
}) => {
  const past = await pastTheKeyboard(page);
  await signIn(page, 'mary');
  await press(page, way(page, 'Rulesets'));
  await expect(title(page, 'Rulesets')).toBeFocused();
  await press(
    page,
    page.getByRole('main').getByRole('link', { name: 'Troubled Families, Phase 1', exact: true }),
  );
  await press(page, page.getByRole('link', { name: 'What happened to it' }));
  await expect(title(page, 'History of phase-1')).toBeFocused();
  await expect(page.getByRole('listitem').filter({ hasText: 'Published, as version 1.0.0' })).toContainText(
    'by the server itself',
  );
  await press(page, page.getByRole('link', { name: 'What changed from 1.0.0 to 1.0.1' }));
  await expect(title(page, 'What changed in phase-1 from 1.0.0 to 1.0.1')).toBeFocused();
  const edits = page.getByRole('region', { name: 'Edits' });
  await expect(edits).toContainText('Fixed-term exclusions that identify a child: 3.');
  await expect(edits).toContainText('Fixed-term exclusions that identify a child: 4.');
  await pressBefore(page, page.getByRole('main').getByRole('link', { name: 'phase-1', exact: true }));
  await press(page, page.getByRole('link', { name: 'What happened to it' }));
  await expect(title(page, 'History of phase-1')).toBeFocused();
  await press(page, button(page, 'Bring 1.0.0 back as a draft'), 'Space');
  await expect(title(page, 'Overview')).toBeFocused();

  const threshold = 'Fixed-term exclusions that identify a child';
  await press(page, part(page, 'Parameters'));
  await expect(title(page, 'Parameters')).toBeFocused();
  await typeInto(page, page.getByLabel('Look for', { exact: true }), threshold);
  await press(page, page.getByRole('link', { name: threshold }));
  await typeOver(page, page.getByRole('textbox', { name: 'Value', exact: true }), '7');
  await expect(saved(page)).toBeVisible();
  await pressBefore(page, part(page, 'History'));
  await expect(title(page, 'History')).toBeFocused();
  await press(page, page.getByRole('link', { name: 'Revision 2' }));
  await expect(page.getByRole('region', { name: 'What it changed' })).toContainText(`${threshold}: 7.`);
  await press(page, page.getByRole('link', { name: 'All of its history' }));
  await press(page, page.getByRole('link', { name: 'Revision 1' }));
  await expect(page.getByRole('region', { name: 'What changed since' })).toContainText(`${threshold}: 7.`);
  await press(page, button(page, 'Restore revision 1'));
  await expect(page.getByText('It is restored, and saved as a new revision.')).toBeVisible();
  await expect(saved(page)).toBeVisible();
  expect((await readDraft(page, draftIn(page))).document).toMatch(
    /"exclusion-threshold": \{[^}]*?"value": 3/,
  );
  await pressBefore(page, part(page, 'Review and release'));
  await expect(page.getByText('Nothing: both say the same.')).toBeVisible();
  expect(past).toEqual([]);
  expect(heard.complaints).toEqual([]);
});

test('two people edit one draft: the second is told at once, sees both, and keeps either, by keyboard alone', async ({
  page,
  browser,
  started,
}) => {
  const hers = await (await browser.newContext({ baseURL: started.address })).newPage();
  const past = [await pastTheKeyboard(page), await pastTheKeyboard(hers)];
  await signIn(hers, 'annie');
  await signIn(page, 'mary', '/rulesets/phase-1');
  await press(page, button(page, 'Make a draft from 1.0.1'));
  await expect(title(page, 'Overview')).toBeFocused();
  await hers.goto(page.url());
  await expect(title(hers, 'Overview')).toBeVisible();
  await typeOver(page, page.getByLabel('Title'), 'As Mary has it');
  await expect(saved(page)).toBeVisible();
  await tabTo(hers, hers.getByLabel('Title'));
  await hers.keyboard.type(', as Annie has it');
  await expect(title(hers, 'Two of you changed this draft')).toBeFocused();
  await expect(hers.getByRole('region', { name: 'What you changed' })).toContainText('as Annie has it');
  await expect(hers.getByRole('region', { name: 'What Mary Somerville changed' })).toContainText(
    'As Mary has it',
  );
  await press(hers, button(hers, 'Keep mine'));
  await expect(saved(hers)).toBeVisible();
  await expect(hers.getByLabel('Title')).toHaveValue(/as Annie has it$/);

  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await pressBefore(page, button(page, 'Show what they saved'));
  await expect(page.getByLabel('Title')).toHaveValue(/as Annie has it$/);
  await press(page, part(page, 'History'));
  await expect(page.getByText('Does not count: another was saved in between')).toHaveCount(1);
  await press(page, page.getByRole('link', { name: 'Revision 3' }));
  await expect(page.getByText(/It does not count/)).toBeVisible();

  await pressBefore(page, part(page, 'Overview'));
  await typeOver(page, page.getByLabel('Title'), 'Mary once more');
  await expect(saved(page)).toBeVisible();
  await typeOver(hers, hers.getByLabel('Title'), 'Annie once more');
  await expect(title(hers, 'Two of you changed this draft')).toBeFocused();
  await press(hers, button(hers, 'Keep what Mary Somerville saved'));
  await expect(hers.getByLabel('Title')).toHaveValue('Mary once more');
  expect(past.flat()).toEqual([]);
  await hers.close();
});

test('what is typed while another’s save is being told is not lost', async ({ page, browser, started }) => {
  const hers = await (await browser.newContext({ baseURL: started.address })).newPage();
  await signIn(hers, 'annie');
  await signIn(page, 'mary', '/rulesets/phase-1');
  await press(page, button(page, 'Make a draft from 1.0.1'));
  await expect(title(page, 'Overview')).toBeFocused();
  await hers.clock.install();
  await hers.goto(page.url());
  await expect(hers.getByText(checked)).toBeVisible();
  await page.getByLabel('Title').fill('As Mary has it');
  await expect(saved(page)).toBeVisible();
  await hers.clock.pauseAt(Date.now() + 60_000);
  await hers.getByLabel('Title').fill('As Annie');
  const refused = hers.waitForResponse((answer) => answer.status() === 412);
  await hers.clock.runFor(1000);
  await (await refused).finished();
  await hers.getByLabel('Title').press('End');
  await hers.keyboard.type(' has it');
  await hers.clock.resume();
  await expect(title(hers, 'Two of you changed this draft')).toBeFocused();
  await expect(hers.getByRole('region', { name: 'What you changed' })).toContainText('As Annie has it');
  await hers.close();
});

test('a session that ends while somebody types: what was typed is saved after signing in again', async ({
  page,
  context,
}) => {
  await signIn(page, 'mary', '/drafts');
  await page.getByRole('link', { name: 'Ruleset phase-1' }).first().click();
  await expect(page.getByLabel('Title')).toBeVisible();
  // because what the page asks for itself as it opens would else be the first to be refused
  await expect(page.getByText(checked)).toBeVisible();
  await context.clearCookies();
  await page.getByLabel('Title').fill('Typed when nobody was signed in');
  await expect(title(page, 'Sign in')).toBeVisible();
  await page.getByLabel('Email address').fill('mary@example.org');
  await page.getByLabel('Password', { exact: true }).fill('correct horse battery');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Title')).toHaveValue('Typed when nobody was signed in');
  await expect(saved(page)).toBeVisible();
  expect((await readDraft(page, draftIn(page))).document).toContain('Typed when nobody was signed in');
});

test('no server: the draft says that it is not saved, and saves what was typed once there is one', async ({
  page,
  context,
}) => {
  await signIn(page, 'mary', '/drafts');
  await page.getByRole('link', { name: 'Ruleset phase-1' }).first().click();
  await expect(page.getByLabel('Title')).toBeVisible();
  await context.setOffline(true);
  await page.getByLabel('Title').fill('Typed without a server');
  await expect(page.getByText('Not saved: The server did not answer.')).toBeVisible();
  await context.setOffline(false);
  await expect(saved(page)).toBeVisible();
  expect((await readDraft(page, draftIn(page))).document).toContain('Typed without a server');
});

test('a save whose answer never came is one’s own: the page is loaded anew, and typing goes on', async ({
  page,
}) => {
  await signIn(page, 'mary', '/drafts');
  await page.getByRole('link', { name: 'Ruleset phase-1' }).first().click();
  await expect(page.getByLabel('Title')).toBeVisible();
  const address = '**/api/v1/drafts/*';
  await page.route(address, async (route) => {
    if (route.request().method() !== 'PUT') return route.continue();
    await route.fetch();
    return route.abort();
  });
  await page.getByLabel('Title').fill('Saved, and never answered');
  await expect(page.getByText('Not saved: The server did not answer.')).toBeVisible();
  await page.unroute(address);
  await page.reload();
  await expect(page.getByLabel('Title')).toHaveValue('Saved, and never answered');
  await page.getByLabel('Title').fill('Typed after that');
  await expect(saved(page)).toBeVisible();
  await expect(page.getByText(/saved in between/)).toHaveCount(0);
  expect((await readDraft(page, draftIn(page))).document).toContain('Typed after that');
});
