import { expect, type Page } from '@playwright/test';
import { unlikeHarrow } from '../builders/like-harrow.ts';
import { begin, button, choose, errorsOf, field, go, held, saved, test, title, value } from './drafting.ts';
import { signIn } from './governors.ts';
import { press, tabTo, typeInto, typeOver } from './keyboard.ts';

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
  await tabTo(page, value(page));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('4');
  expect((await held(page, draft)).document.parameters['exclusion-threshold']?.value).toBe(4);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('four');
  await expect(page.getByText('Enter a whole number, such as 3')).toBeVisible();
  await expect(value(page)).toHaveValue('four');
  expect((await held(page, draft)).document.parameters['exclusion-threshold']?.value).toBe(4);
  await go(page, button(page, /^Undo/));
  await expect(value(page)).toHaveValue('3');
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
  await typeInto(page, field(page, 'Name'), name);
  for (const [label, option] of Object.entries(choices)) await choose(page, field(page, label), option);
  await go(page, button(page, /^Add the /));
  await expect(title(page, name)).toBeFocused();
}

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

test('Harrow’s outcome of crime and education is built from nothing, and decides as Harrow’s does, by keyboard alone', async ({
  page,
  heard,
}) => {
  test.setTimeout(480_000);
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
    await typeOver(page, value(page), of);
  }
  const measured = 'What does it measure?';
  await add(page, `${draft}/add-fact`, {
    name: 'fixed-term exclusions',
    choose: { 'From which records?': 'exclusions', 'Measured for': 'each member by themselves' },
  });
  await go(page, page.getByRole('checkbox', { name: 'child' }), 'Space');
  await choose(page, field(page, 'Every record counts. Test a field'), 'kind of exclusion');
  await go(page, button(page, 'Add this test'));
  await expect(page.getByRole('checkbox', { name: 'fixed-term' })).toBeChecked();
  await choose(page, field(page, 'Window'), 'the last school terms');
  await choose(page, field(page, 'How many terms'), 'School terms looked at');
  await add(page, `${draft}/add-fact`, {
    name: 'unauthorised absence',
    choose: { [measured]: 'a share, over school terms', 'Measured for': 'each member by themselves' },
  });
  await go(page, page.getByRole('checkbox', { name: 'child' }), 'Space');
  await choose(page, field(page, 'How many terms'), 'School terms looked at');
  for (const { name, records } of falls) {
    await add(page, `${draft}/add-fact`, {
      name,
      choose: { [measured]: 'by how much a number has fallen', 'From which records?': records },
    });
    if (records === 'offences') {
      await choose(page, field(page, 'Every record counts. Test a field'), 'proven');
      await go(page, button(page, 'Add this test'));
    }
    await choose(page, field(page, 'How many months'), 'Months of a result');
    await choose(page, field(page, 'The day looked from'), 'Before that day');
    await choose(page, field(page, 'All of it since'), 'the family was attached');
    await choose(page, field(page, 'How many months it is compared with'), 'Months of a result');
  }

  await saved(page);
  await page.goto(`${draft}/add-outcome`);
  await typeOver(page, field(page, 'Name'), 'Crime and education');
  await choose(page, field(page, 'What must hold?'), 'Every member');
  await choose(page, field(page, 'Which fact is compared in it first?'), 'fixed-term exclusions');
  await go(page, button(page, 'Add the outcome'));
  await expect(title(page, 'Crime and education')).toBeVisible();
  await go(page, button(page, 'Add a part'));
  await typeOver(page, field(page, 'Name of the part'), 'Education result');
  await go(page, button(page, 'Add the part'));
  for (const { part, fact } of [
    { part: 'ASB result', fact: 'the fall in anti-social behaviour' },
    { part: 'Offending result', fact: 'the fall in offences' },
  ]) {
    await go(page, button(page, 'Add a part'));
    await typeOver(page, field(page, 'Name of the part'), part);
    await choose(page, field(page, 'Which fact?'), fact);
    await go(page, button(page, 'Add the part'));
  }
  for (const { part, fact } of [
    { part: 'ASB result', fact: 'Fall in anti-social behaviour' },
    { part: 'Offending result', fact: 'Fall in offending' },
  ]) {
    await go(page, page.getByRole('link', { name: part }));
    await expect(title(page, part)).toBeVisible();
    await go(page, button(page, /^Change: /));
    await choose(page, field(page, 'Threshold'), fact);
    await page.goBack();
  }
  await go(page, page.getByRole('link', { name: 'Education result' }));
  await expect(title(page, 'Education result')).toBeVisible();
  await go(page, button(page, /^Change: (Every|No) child/));
  await go(page, button(page, 'Only those of compulsory school age'));
  await choose(page, field(page, 'How many terms'), 'School terms looked at');
  await go(page, button(page, /^Change: That child has had/));
  await choose(page, field(page, 'How it is compared'), 'fewer than');
  await choose(page, field(page, 'Threshold'), 'Exclusions that are too many');
  await choose(page, field(page, 'Put it inside'), 'All of these');
  await go(page, button(page, 'Put it inside'));
  await go(page, button(page, /^Add a condition to: /));
  await choose(page, field(page, 'Which fact?'), 'unauthorised absence');
  await go(page, button(page, 'Add it'));
  await choose(page, field(page, 'How it is compared'), 'less than');
  await choose(page, field(page, 'Threshold'), 'Absence that is too much');

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
  await field(page, 'JSON').check();
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
