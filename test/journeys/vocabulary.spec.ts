import { expect, type Page } from '@playwright/test';
import { clean } from './clean.ts';
import { begin, button, choose, errorsOf, field, go, held, narrow, saved, test, title } from './drafting.ts';
import { signIn } from './governors.ts';
import { press, tabTo, typeInto } from './keyboard.ts';

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1200, height: 900 });
});

interface Words {
  readonly title: string;
  readonly roles: readonly { readonly id: string }[];
  readonly schoolAge: { readonly cutOff: Readonly<Record<string, string>> };
  readonly recordTypes: Readonly<Record<string, { readonly fields: Readonly<Record<string, unknown>> }>>;
}

/** The vocabulary as the server has it, and what it found in it. */
async function kept(page: Page, address: string) {
  const draft = await held(page, address);
  return { words: draft.document as unknown as Words, errors: errorsOf(draft) };
}

/** Types over what stands in a field. */
async function retype(page: Page, label: string, text: string) {
  await tabTo(page, field(page, label), 120);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

const summary = (page: Page, text: string) => page.locator('summary').filter({ hasText: text });

test('a vocabulary is begun, and given a record type, by keyboard alone', async ({ page, heard }) => {
  test.setTimeout(120_000);
  await signIn(page, 'mary', '/drafts');
  await press(page, page.getByRole('link', { name: 'A new vocabulary' }));
  await typeInto(page, field(page, 'What is it called?'), 'What we know of families');
  await typeInto(page, page.getByLabel('Short name'), 'local-words');
  await typeInto(page, page.getByLabel('Whose is it?'), 'England');
  await press(page, button(page, 'Begin the draft'));
  await expect(title(page, 'Overview')).toBeFocused();
  const draft = new URL(page.url()).pathname;

  await press(page, page.getByRole('link', { name: 'Record types' }));
  await expect(title(page, 'Record types')).toBeFocused();
  await expect(
    page.getByText('an event, of a member or of the family, with no field of its own'),
  ).toBeVisible();
  await go(page, page.getByRole('link', { name: 'Add a record type' }));
  await typeInto(page, field(page, 'One is called'), 'contact');
  await typeInto(page, field(page, 'Several are called'), 'school visits');
  await retype(page, 'Its id', 'contact');
  await press(page, button(page, 'Add the record type'));
  await expect(page.getByRole('alert')).toContainText('is there already, and no id is used twice');
  await expect(field(page, 'Its id')).toHaveAttribute('aria-invalid', 'true');
  await go(page, page.getByRole('alert').getByRole('link'));
  await expect(field(page, 'Its id')).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('school-visit');
  await press(page, button(page, 'Add the record type'));
  await expect(title(page, 'school visits')).toBeFocused();

  await retype(page, 'One is called', 'school visit');
  await retype(page, 'Id of “school visit”', 'contact');
  await press(page, button(page, 'Change the id'));
  await expect(page.getByRole('alert')).toContainText('is there already');
  await go(page, page.getByRole('alert').getByRole('link'));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('visit');
  await press(page, button(page, 'Change the id'));
  await expect(title(page, 'school visits')).toBeFocused();
  await expect(page).toHaveURL(/record-types\/visit$/);
  await go(page, button(page, 'Add a field'));
  await expect(field(page, 'Label of the field')).toBeFocused();
  await page.keyboard.type('parents came');
  await press(page, button(page, 'Add the field'));
  await expect(summary(page, 'Change “parents came”')).toBeFocused();
  await go(page, button(page, 'Add a field'));
  await page.keyboard.type('how it went');
  await choose(page, page.locator('[id="add-field:type"]'), 'A choice');
  await press(page, button(page, 'Add the field'));
  await expect(page.getByRole('alert')).toContainText('nter at least one value');
  await go(page, page.getByRole('alert').getByRole('link'));
  await page.keyboard.type('well');
  await page.keyboard.press('Enter');
  await page.keyboard.type('badly');
  await press(page, button(page, 'Add the field'));
  await expect(page.getByText('parents came (yes or no), how it went (one of well or badly)')).toBeVisible();

  await expect(summary(page, 'Change “how it went”')).toBeFocused();
  await go(page, button(page, 'Add a value'));
  await page.keyboard.type('not at all');
  await retype(page, 'Its id', 'well');
  await go(page, button(page, 'Add the value'));
  await expect(page.getByRole('alert')).toContainText('is there already');
  await go(page, page.getByRole('alert').getByRole('link'));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('not-at-all');
  await go(page, button(page, 'Add the value'));
  await expect(page.getByText('how it went (one of well, badly or not at all)')).toBeVisible();
  await go(page, button(page, 'Move up: how it went'));
  await expect(button(page, 'Move down: how it went')).toBeFocused();
  await expect(page.getByText('(one of well, badly or not at all), parents came (yes or no)')).toBeVisible();

  const { words, errors } = await kept(page, draft);
  expect(errors).toEqual([]);
  expect(Object.keys(words.recordTypes['visit']?.fields ?? {})).toEqual(['howItWent', 'parentsCame']);
  expect(words.recordTypes['visit']).toMatchObject({
    label: { one: 'school visit', many: 'school visits' },
  });
  await page.keyboard.press('Control+Z');
  await expect(page.getByText('parents came (yes or no), how it went')).toBeVisible();
  // because of a vocabulary that is not published the server says that it has none, and the browser tells that too
  expect(heard.complaints.filter((one) => !one.includes('404 (Not Found)'))).toEqual([]);
});

test('what is published stays under its id, and a change says what it means for families', async ({
  page,
}) => {
  await signIn(page, 'mary');
  const draft = await begin(page, { content: { kind: 'vocabulary', id: 'family@1' } });
  await page.goto(`${draft}/review`);
  await expect(
    page.getByText('What it means for families that are written already stands beside'),
  ).toBeVisible();
  await expect(page.getByRole('heading', { name: 'The vocabulary', exact: true })).toBeVisible();
  await page.goto(`${draft}/record-types/offence`);
  await expect(page.getByText('Nothing: they are read as they are by what is published.')).toBeVisible();
  await expect(page.getByText('so that it stays').first()).toBeVisible();
  await page.getByLabel('How it lies in time').selectOption('spell');
  const means = page.getByRole('region', { name: 'What it means for families' });
  await expect(means).toContainText('it is written as an event, and must be a spell');
  await button(page, 'Add a field').click();
  await page.keyboard.type('weapon used');
  await button(page, 'Add the field').click();
  await expect(means).toContainText('Of records that are written already, “weapon used” is not known.');
  const added = page.getByRole('listitem').filter({ hasText: 'Change “weapon used”' });
  await expect(summary(page, 'Change “weapon used”')).toBeFocused();
  await field(added, 'Id of “weapon used”').fill('on');
  await button(added, 'Change the id').click();
  await expect(added.getByText('is reserved and can name no field')).toBeVisible();
  await page.getByText('error in this draft').click();
  await page.getByRole('link', { name: 'is reserved and can name no field' }).click();
  await expect(added).toBeFocused();
  await page.goto(`${draft}/vocabulary`);
  await page.getByRole('link', { name: /must be a spell/ }).click();
  await expect(title(page, 'offences')).toBeVisible();
  await expect(page.getByLabel('How it lies in time')).toBeFocused();
});

test('roles and ages: a role of an id that is there already, and half a day, are told', async ({ page }) => {
  await signIn(page, 'mary');
  const made = { kind: 'vocabulary', id: 'more-words', title: 'More words', jurisdiction: 'England' };
  const draft = await begin(page, { new: made });
  await page.goto(`${draft}/members`);
  await button(page, 'Add a role').click();
  await page.keyboard.type('carer');
  await button(page, 'Add the role').click();
  await summary(page, 'carer').click();
  const carer = page.getByRole('listitem').filter({ has: summary(page, 'carer') });
  await field(carer, 'Id of “carer”').fill('child');
  await expect(carer.getByText('is already the id of a role').first()).toBeVisible();
  await field(carer, 'Id of “carer”').fill('main-carer');
  const autumn = page.getByRole('group', { name: 'For the autumn term' });
  await field(autumn, 'Day').fill('31');
  await field(autumn, 'Month').fill('9');
  await expect(autumn.getByText('Enter a day and a month that every year has')).toBeVisible();
  await field(autumn, 'Day').fill('30');
  await saved(page);
  const { words, errors } = await kept(page, draft);
  expect(errors).toEqual([]);
  expect(words.roles).toEqual([
    { id: 'child', label: 'child' },
    { id: 'main-carer', label: 'carer' },
  ]);
  expect(words.schoolAge.cutOff['autumn']).toBe('09-30');
  await page.goto(`${draft}/vocabulary`);
  await expect(page.getByText('Nothing: it is not published yet')).toBeVisible();
});

const screens = [
  'vocabulary',
  'record-types',
  'add-record-type',
  'record-types/term-attendance',
  'record-types/asb-intervention',
  'every-record',
  'members',
];

for (const media of [
  { colorScheme: 'light' },
  { colorScheme: 'dark' },
  { forcedColors: 'active' },
] as const) {
  test(`without an accessibility violation, and on 320 pixels: ${Object.values(media).join()}`, async ({
    page,
  }) => {
    test.setTimeout(240_000);
    await page.emulateMedia(media);
    await signIn(page, 'mary');
    const draft = await begin(page, { content: { kind: 'vocabulary', id: 'family@1' } });
    await page.goto(`${draft}/record-types/asb-intervention`);
    await page.getByLabel('How it lies in time').selectOption('spell');
    await saved(page);
    for (const screen of screens) {
      await page.goto(`${draft}/${screen}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await saved(page);
      await page.evaluate(() => {
        for (const one of [...document.querySelectorAll('details')].slice(0, 4)) one.open = true;
      });
      await clean(page);
      await narrow(page);
    }
  });
}
