import { expect, type Locator, type Page } from '@playwright/test';
import { unlikeHarrow } from '../builders/like-harrow.ts';
import { clean } from './clean.ts';
import { addGovernors, signIn } from './governors.ts';
import { press, tabTo, typeInto } from './keyboard.ts';
import { serverOfWorker, type Started, test as journey } from './started.ts';

/** On a server of its own, where people are known. */
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

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const button = (page: Page | Locator, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const field = (page: Page | Locator, label: string) => page.getByLabel(label, { exact: true });
const saved = (page: Page) => expect(page.getByText('Saved', { exact: true })).toBeVisible();

/** A draft that is begun over the API, by whoever is signed in; its address. */
async function begin(page: Page, from: unknown): Promise<string> {
  const id = await page.evaluate(async (body) => {
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch('/api/v1/drafts', { method: 'POST', headers, body: JSON.stringify(body) });
    return ((await response.json()) as { id: string }).id;
  }, from);
  return `/drafts/${id}`;
}

interface Held {
  readonly document: Document;
  readonly findings: readonly {
    readonly code: string;
    readonly severity: string;
    readonly pointer: string;
  }[];
}

interface Document {
  readonly parameters: Readonly<Record<string, { readonly value: unknown; readonly values: unknown }>>;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly criteria: readonly { readonly id: string; readonly when: unknown }[];
  readonly outcomes: readonly { readonly id: string; readonly when: unknown }[];
}

/** The draft as the server has it. */
async function held(page: Page, address: string): Promise<Held> {
  await saved(page);
  return page.evaluate(async (path) => {
    const draft = (await (await fetch(`/api/v1${path}`)).json()) as {
      document: string;
      findings: Held['findings'];
    };
    return { document: JSON.parse(draft.document) as Document, findings: draft.findings };
  }, address);
}

const errorsOf = ({ findings }: Held) => findings.filter(({ severity }) => severity === 'error');

const narrow = async (page: Page) => {
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.setViewportSize({ width: 1200, height: 900 });
};

/** Chooses by keyboard: by Tab, then by the letters of what is chosen. */
async function choose(page: Page, select: Locator, text: string) {
  await tabTo(page, select, 120);
  await page.keyboard.type(text, { delay: 5 });
  await expect(select.locator('option:checked')).toContainText(text);
}

const go = (page: Page, control: Locator, by: 'Enter' | 'Space' = 'Enter') =>
  tabTo(page, control, 120).then(() => page.keyboard.press(by));

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1200, height: 900 });
  await signIn(page, 'mary');
});

test('the exclusion threshold is changed from 3 to 4, and back by undo, by keyboard alone', async ({
  page,
  heard,
}) => {
  const draft = await begin(page, { version: { id: 'phase-1', version: '1.0.0' } });
  await page.goto(`${draft}/parameters`);
  await expect(title(page, 'Parameters')).toBeVisible();
  await typeInto(page, field(page, 'Look for'), 'fixed-term exclusions that identify');
  await expect(page.getByText('1 of 40 parameters')).toBeVisible();
  await go(page, page.getByRole('link', { name: 'Fixed-term exclusions that identify a child' }));
  await expect(title(page, 'Fixed-term exclusions that identify a child')).toBeFocused();
  await tabTo(page, page.getByRole('textbox', { name: 'Value', exact: true }));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('4');
  expect((await held(page, draft)).document.parameters['exclusion-threshold']?.value).toBe(4);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('four');
  await expect(page.getByText('Enter a whole number, such as 3')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Value', exact: true })).toHaveValue('four');
  expect((await held(page, draft)).document.parameters['exclusion-threshold']?.value).toBe(4);
  await go(page, button(page, /^Undo/));
  await expect(page.getByRole('textbox', { name: 'Value', exact: true })).toHaveValue('3');
  await go(page, button(page, /^Redo/));
  await page.goto(`${draft}/cases`);
  await field(page, 'Only those that did not pass').check();
  await expect(page.getByText('the rules say').first()).toBeVisible();
  expect(heard.complaints).toEqual([]);
});

test('a local criterion with a same-child conjunction and a three-term window, by keyboard alone', async ({
  page,
  heard,
}) => {
  test.setTimeout(120_000);
  const draft = await begin(page, { version: { id: 'phase-1', version: '1.0.0' } });
  await page.goto(`${draft}/facts`);
  await go(page, page.getByRole('link', { name: 'Add a fact' }));
  await expect(title(page, 'Add a fact')).toBeFocused();
  await typeInto(page, field(page, 'Name'), 'exclusions of any kind');
  await choose(page, field(page, 'From which records?'), 'exclusions');
  await choose(page, field(page, 'Measured for'), 'each member');
  await expect(field(page, 'Its id')).toHaveValue('exclusions-of-any-kind');
  await go(page, button(page, 'Add the fact'));
  await expect(title(page, 'exclusions of any kind')).toBeFocused();
  await go(page, page.getByRole('checkbox', { name: 'child' }), 'Space');
  await choose(page, field(page, 'Window'), 'the last school');
  await choose(page, field(page, 'How many terms'), 'How many school terms');
  await expect(page.getByText('How many exclusions over the last 3 completed terms')).toBeVisible();

  await go(page, page.getByRole('link', { name: 'Identify', exact: true }));
  await go(page, page.getByRole('link', { name: 'Add a criterion' }));
  await expect(title(page, 'Add a criterion')).toBeFocused();
  await typeInto(page, field(page, 'Name'), 'A child is excluded and away from school');
  await typeInto(page, field(page, 'Paragraph, page or row'), '7');
  await choose(page, field(page, 'What must hold?'), 'At least one member');
  await choose(page, field(page, 'Which fact is compared in it first?'), 'exclusions of any');
  await go(page, button(page, 'Add the criterion'));
  await expect(title(page, 'A child is excluded and away from school')).toBeFocused();

  await go(page, button(page, /^Change: That child has had .* exclusions of any kind/));
  await choose(page, field(page, 'Threshold'), 'Fixed-term exclusions that identify');
  await choose(page, field(page, 'Put it inside'), 'All of these');
  await go(page, button(page, 'Put it inside'));
  await expect(button(page, /^Close: This must hold/)).toBeFocused();
  await go(page, button(page, /^Add a condition to: /));
  await choose(page, field(page, 'Which fact?'), 'unauthorised absence');
  await go(page, button(page, 'Add it'));
  await expect(button(page, /^Close: That child has .* unauthorised absence/)).toBeFocused();
  await choose(page, field(page, 'Threshold'), 'Unauthorised absence that');
  await go(page, button(page, 'Move up'));
  await expect(button(page, /^Close: That child has .* unauthorised absence/)).toBeFocused();

  const now = await held(page, draft);
  expect(errorsOf(now)).toEqual([]);
  expect(now.document.facts['exclusions-of-any-kind']).toEqual({
    label: 'exclusions of any kind',
    each: { role: 'child' },
    count: 'exclusion',
    window: { lastTerms: { parameter: 'school-terms' } },
  });
  const id = 'a-child-is-excluded-and-away-from-school';
  expect(now.document.criteria.at(-1)).toMatchObject({
    id,
    group: 'local',
    source: { at: '7', standing: 'unverified' },
    when: {
      id: `${id}.some`,
      some: { role: 'child' },
      satisfies: {
        id: `${id}.all`,
        all: [
          {
            id: `${id}.unauthorised-absence`,
            fact: 'unauthorised-absence',
            operator: 'greaterThanInclusive',
            value: { parameter: 'absence-threshold' },
          },
          { fact: 'exclusions-of-any-kind', value: { parameter: 'exclusion-threshold' } },
        ],
      },
    },
  });
  expect(heard.complaints).toEqual([]);
});

interface Added {
  readonly name: string;
  readonly choose: Readonly<Record<string, string>>;
}

/** Adds a thing by its form, and is on its own screen afterwards. */
async function add(page: Page, address: string, { name, choose: choices }: Added) {
  await saved(page);
  await page.goto(address);
  await field(page, 'Name').fill(name);
  for (const [label, option] of Object.entries(choices))
    await field(page, label).selectOption({ label: option });
  await button(page, /^Add the /).click();
  await expect(title(page, name)).toBeVisible();
}

const value = (page: Page) => page.getByRole('textbox', { name: 'Value', exact: true });

const figures = [
  { name: 'School terms looked at', unit: 'a number of school terms', of: '3' },
  { name: 'Months of a result', unit: 'a number of months', of: '6' },
  { name: 'Exclusions that are too many', unit: 'a number of things', of: '3' },
  { name: 'Absence that is too much', unit: 'a percentage', of: '15' },
  { name: 'Fall in anti-social behaviour', unit: 'a percentage', of: '60' },
  { name: 'Fall in offending', unit: 'a percentage', of: '33' },
];

const falls = [
  { name: 'the fall in anti-social behaviour', records: 'incidents of anti-social behaviour' },
  { name: 'the fall in offences', records: 'offences' },
];

/** Chooses the parameter that begins so, whatever it is set to. */
async function byParameter(page: Page | Locator, label: string, name: string) {
  const select = field(page, label);
  const option = await select.locator('option', { hasText: name }).getAttribute('value');
  await select.selectOption(option);
}

test('Harrow’s outcome of crime and education is built from nothing, and decides as Harrow’s does', async ({
  page,
  heard,
}) => {
  test.setTimeout(240_000);
  const made = {
    kind: 'ruleset',
    id: 'harrow-again',
    title: 'Harrow, written again',
    jurisdiction: 'Harrow',
  };
  const draft = await begin(page, { new: made });
  await page.goto(draft);
  for (const { name, unit, of } of figures) {
    await add(page, `${draft}/add-parameter`, { name, choose: { Unit: unit } });
    await value(page).fill(of);
  }
  const measured = 'What does it measure?';
  await add(page, `${draft}/add-fact`, {
    name: 'fixed-term exclusions',
    choose: { 'From which records?': 'exclusions', 'Measured for': 'each member by themselves' },
  });
  await page.getByRole('checkbox', { name: 'child' }).check();
  await field(page, 'Every record counts. Test a field').selectOption({ label: 'kind of exclusion' });
  await button(page, 'Add this test').click();
  await expect(page.getByRole('checkbox', { name: 'fixed-term' })).toBeChecked();
  await field(page, 'Window').selectOption({ label: 'the last school terms' });
  await byParameter(page, 'How many terms', 'School terms looked at');
  await add(page, `${draft}/add-fact`, {
    name: 'unauthorised absence',
    choose: { [measured]: 'a share, over school terms', 'Measured for': 'each member by themselves' },
  });
  await page.getByRole('checkbox', { name: 'child' }).check();
  await byParameter(page, 'How many terms', 'School terms looked at');
  for (const { name, records } of falls) {
    await add(page, `${draft}/add-fact`, {
      name,
      choose: { [measured]: 'by how much a number has fallen', 'From which records?': records },
    });
    if (records === 'offences') {
      await field(page, 'Every record counts. Test a field').selectOption({ label: 'proven' });
      await button(page, 'Add this test').click();
    }
    await byParameter(page, 'How many months', 'Months of a result');
    await field(page, 'The day looked from').selectOption({ label: 'Before that day' });
    await field(page, 'All of it since').selectOption({ label: 'the family was attached' });
    await byParameter(page, 'How many months it is compared with', 'Months of a result');
  }

  await saved(page);
  await page.goto(`${draft}/add-outcome`);
  await field(page, 'Name').fill('Crime and education');
  await field(page, 'What must hold?').selectOption({ label: 'Every member' });
  await field(page, 'Which fact is compared in it first?').selectOption({ label: 'fixed-term exclusions' });
  await button(page, 'Add the outcome').click();
  await expect(title(page, 'Crime and education')).toBeVisible();
  await button(page, 'Add a part').click();
  await field(page, 'Name of the part').fill('Education result');
  await button(page, 'Add the part').click();
  for (const { part, fact } of [
    { part: 'ASB result', fact: 'the fall in anti-social behaviour' },
    { part: 'Offending result', fact: 'the fall in offences' },
  ]) {
    await button(page, 'Add a part').click();
    await field(page, 'Name of the part').fill(part);
    await field(page, 'Which fact?').selectOption({ label: fact });
    await button(page, 'Add the part').click();
  }
  for (const { part, fact } of [
    { part: 'ASB result', fact: 'Fall in anti-social behaviour' },
    { part: 'Offending result', fact: 'Fall in offending' },
  ]) {
    await page.getByRole('link', { name: part }).click();
    await expect(title(page, part)).toBeVisible();
    await button(page, /^Change: /).click();
    await byParameter(page, 'Threshold', fact);
    await page.goBack();
  }
  await page.getByRole('link', { name: 'Education result' }).click();
  await expect(title(page, 'Education result')).toBeVisible();
  await button(page, /^Change: (Every|No) child/).click();
  await button(page, 'Only those of compulsory school age').click();
  await byParameter(page, 'How many terms', 'School terms looked at');
  await button(page, /^Change: That child has had/).click();
  await field(page, 'How it is compared').selectOption({ label: 'fewer than' });
  await byParameter(page, 'Threshold', 'Exclusions that are too many');
  await field(page, 'Put it inside').selectOption({ label: 'All of these' });
  await button(page, 'Put it inside').click();
  await button(page, /^Add a condition to: /).click();
  await field(page, 'Which fact?').selectOption({ label: 'unauthorised absence' });
  await button(page, 'Add it').click();
  await field(page, 'How it is compared').selectOption({ label: 'less than' });
  await byParameter(page, 'Threshold', 'Absence that is too much');

  const now = await held(page, draft);
  expect(errorsOf(now)).toEqual([]);
  const { asked, unlike } = unlikeHarrow(now.document);
  expect(asked).toBeGreaterThan(300);
  expect(unlike).toEqual([]);
  expect(heard.complaints).toEqual([]);
});

test('a case that fails is told what the rules say now, by an act of its own', async ({ page, heard }) => {
  const draft = await begin(page, { version: { id: 'phase-1', version: '1.0.0' } });
  await page.goto(`${draft}/parameters/exclusion-threshold`);
  await value(page).fill('4');
  await page.getByRole('link', { name: 'Cases', exact: true }).click();
  await field(page, 'Only those that did not pass').check();
  const failing = page.getByRole('listitem').filter({ has: page.getByText('Failed', { exact: true }) });
  await expect(failing.first()).toContainText('the rules say');
  await failing.first().getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'What the rules must say' })).toBeVisible();
  await expect(page.getByText('Failed', { exact: true })).toBeVisible();
  const now = button(page, /^Use what the rules say now: /);
  const differing = await now.count();
  expect(differing).toBeGreaterThan(0);
  for (let left = differing; left > 0; left -= 1) {
    await press(page, now.first());
    await expect(now).toHaveCount(left - 1);
  }
  await expect(page.getByText('Passed', { exact: true })).toBeVisible();
  await button(page, 'Copy this case').click();
  await expect(title(page, /\(copy\)$/)).toBeVisible();
  await field(page, 'Expect something more').selectOption({ label: 'Due in all' });
  await button(page, 'Expect it').click();
  await field(page, 'Due in all').fill('12.34');
  await expect(page.getByText('expected £12.34')).toBeVisible();
  await field(page, 'Family of this case')
    .or(field(page, 'What is otherwise in this case'))
    .fill('{ "/records/arrest": 3 }');
  await expect(page.getByText('The family cannot be read').first()).toBeVisible();
  await field(page, 'What is otherwise in this case').fill('{ "/records');
  await expect(page.getByText(/^Error: Line 1/)).toBeVisible();
  await button(page, 'Remove this case').click();
  await button(page, 'Yes, remove').click();
  await expect(title(page, 'Cases')).toBeVisible();
  expect(heard.complaints).toEqual([]);
});

/** Pastes as from the clipboard. */
const paste = (into: Locator, text: string) =>
  into.evaluate((one, said) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', said);
    one.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);

test('JSON is pasted with 50 errors: all are listed, each leads to its place, and nothing is lost', async ({
  page,
  heard,
}) => {
  const draft = await begin(page, { version: { id: 'phase-1', version: '1.0.0' } });
  await page.goto(`${draft}/json`);
  const editor = page.getByRole('textbox', { name: 'The document as JSON' });
  await expect(editor).toBeVisible();
  const before = (await held(page, draft)).document;
  const facts = Object.entries(before.facts).map(([name, fact], at): [string, unknown] => [
    name,
    at < 25 ? { ...(fact as object), colour: 'red', size: 7 } : fact,
  ]);
  const wrong = { ...before, facts: Object.fromEntries(facts) };
  const text = JSON.stringify(wrong, null, 2);
  await editor.focus();
  await page.keyboard.press('Control+A');
  await paste(editor, text);
  const found = page.getByRole('list', { name: 'Findings' }).getByRole('listitem');
  await expect(found).toHaveCount(50);
  await found.nth(10).getByRole('button').click();
  await expect(editor).toBeFocused();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(' x');
  await expect(page.getByText(/thing is to be looked at/)).toBeVisible();
  await page.goto(`${draft}/parameters`);
  await page.goto(`${draft}/json`);
  await expect(page.getByText(/to be looked at/)).toBeVisible();
  await editor.focus();
  await page.keyboard.press('Control+End');
  await expect(page.locator('.cm-line').last()).toContainText('x');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await expect(found).toHaveCount(50);
  await page.keyboard.press('Control+A');
  await paste(editor, JSON.stringify(before));
  await expect(page.getByText('Nothing is wrong.')).toBeVisible();
  expect(heard.complaints).toEqual([]);
});

test('JSON is completed from the schema and from the ids of the document', async ({ page }) => {
  const draft = await begin(page, { version: { id: 'phase-1', version: '1.0.0' } });
  await page.goto(`${draft}/json`);
  const editor = page.getByRole('textbox', { name: 'The document as JSON' });
  await editor.focus();
  await page.keyboard.press('Control+A');
  await paste(editor, '{ "facts": { "away": {} }, "criteria": [ { "when": { "fact": ');
  await page.keyboard.type('"');
  await page.keyboard.press('Control+Space');
  await expect(page.getByRole('option', { name: /"away"/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.insertText(', ');
  await page.keyboard.type('"');
  await page.keyboard.press('Control+Space');
  await expect(page.getByRole('option', { name: /"operator"/ })).toBeVisible();
});

test('school terms are written in a calendar of their own', async ({ page }) => {
  const made = {
    kind: 'calendar',
    id: 'harrow-terms',
    title: 'School terms of Harrow',
    jurisdiction: 'Harrow',
  };
  const draft = await begin(page, { new: made });
  await page.goto(`${draft}/terms`);
  await button(page, 'Add the next term').click();
  await expect(button(page, 'Close: Spring term 2020/21')).toBeFocused();
  const first = page.getByRole('group', { name: 'First day', exact: true });
  await first.getByLabel('Day', { exact: true }).fill('31');
  await first.getByLabel('Month', { exact: true }).fill('2');
  await expect(first.getByText('Enter a day that there is')).toBeVisible();
  await first.getByLabel('Day', { exact: true }).fill('4');
  await first.getByLabel('Month', { exact: true }).fill('1');
  await saved(page);
  const now = (await held(page, draft)) as unknown as {
    document: { terms: readonly unknown[] };
    findings: [];
  };
  expect(now.document.terms).toHaveLength(2);
  expect(now.document.terms[1]).toMatchObject({ id: '2020-21/spring', from: '2021-01-04' });
  await clean(page);
  await narrow(page);
});

const screens = [
  'about',
  'identify',
  'add-criterion',
  'criteria/education',
  'routes/discretionary',
  'outcomes',
  'outcomes/crime-and-education',
  'outcomes/crime-and-education/education-result',
  'payments',
  'payments/result-progress-to-work',
  'pots/results',
  'add-payment',
  'parameters',
  'parameters/attachment-fee',
  'add-parameter',
  'facts',
  'facts/time-in-work',
  'add-fact',
  'cases',
  'add-case',
  'json',
];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`without an accessibility violation in the ${colorScheme} theme, and on 320 pixels`, async ({
    page,
  }) => {
    test.setTimeout(240_000);
    await page.emulateMedia({ colorScheme });
    const draft = await begin(page, { version: { id: 'phase-1', version: '1.0.0' } });
    for (const screen of screens) {
      await page.goto(`${draft}/${screen}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByText('Saved', { exact: true })).toBeVisible();
      const change = button(page, /^Change: /).first();
      if (await change.isVisible()) await change.click();
      await clean(page);
      await narrow(page);
    }
    await page.goto(`${draft}/cases`);
    await page.getByRole('heading', { level: 2 }).getByRole('link').first().click();
    await expect(page.getByRole('heading', { name: 'What the rules must say' })).toBeVisible();
    await expect(page.getByText('Passed', { exact: true })).toBeVisible();
    await clean(page);
    await narrow(page);
  });
}
