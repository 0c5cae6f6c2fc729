import { expect, type Page } from '@playwright/test';
import { unlikeHarrow } from '../builders/like-harrow.ts';
import { excludedThrice } from './beside.ts';
import { begin, button, choose, errorsOf, field, go, held, saved, test, title, value } from './drafting.ts';
import { signIn } from './governors.ts';
import { pastTheKeyboard, press, pressBefore, tabTo, typeDay, typeInto, typeOver } from './keyboard.ts';
import { familyText } from './trial.ts';

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1200, height: 900 });
});

test('the exclusion threshold is changed from 3 to 4, and back by undo, by keyboard alone', async ({
  page,
  heard,
}) => {
  await signIn(page, 'mary');
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
  await press(page, field(page, 'Only those that did not pass'), 'Space');
  await expect(page.getByText('the rules say').first()).toBeVisible();
  expect(heard.complaints).toEqual([]);
});

test('a local criterion with a same-child conjunction and a three-term window, by keyboard alone', async ({
  page,
  heard,
}) => {
  test.setTimeout(180_000);
  const past = await pastTheKeyboard(page);
  await signIn(page, 'mary');
  await go(page, page.getByRole('link', { name: 'Rulesets', exact: true }));
  await expect(title(page, 'Rulesets')).toBeFocused();
  await go(page, page.getByRole('link', { name: 'phase-1 1.0.0' }));
  await go(page, button(page, 'Make a draft from 1.0.0'));
  await expect(title(page, 'Overview')).toBeFocused();
  const draft = new URL(page.url()).pathname;
  await open(page, 'Facts');
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

  await open(page, 'Identify');
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

  await open(page, 'Try a family');
  await typeDay(page, page.getByRole('group', { name: 'As of' }), '1 12 2014');
  await tabTo(page, page.getByRole('radio', { name: 'Form' }));
  await page.keyboard.press('ArrowDown');
  const changed = page
    .getByRole('region', { name: 'What this draft changes for this family' })
    .getByRole('row')
    .filter({ hasText: 'A child is excluded and away from school' });
  for (const { away, verdict } of [
    { away: 'm1', verdict: /Met$/ },
    { away: 'm2', verdict: /Not met$/ },
  ]) {
    await tabTo(page, familyText(page));
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(JSON.stringify(twoChildren(away)));
    await expect(changed).toHaveText(verdict);
  }
  expect(past).toEqual([]);
  expect(heard.complaints).toEqual([]);
});

/** Two children, the first of whom was excluded three times in the last three terms; one of them was away from school. */
function twoChildren(away: string) {
  const children = ['m1', 'm2'];
  const terms = ['2013-14/autumn', '2013-14/spring', '2013-14/summer'];
  return {
    ...excludedThrice,
    members: children.map((id) => ({ id, role: 'child', dateOfBirth: '2000-05-11', resident: true })),
    records: {
      ...excludedThrice.records,
      'term-attendance': children.flatMap((member) =>
        terms.map((term) => ({
          ...{ member, term, possible: 100, authorised: 0, unauthorised: member === away ? 20 : 0 },
        })),
      ),
    },
  };
}

/** Opens a part of the draft from wherever its page is. */
async function open(page: Page, part: string) {
  await saved(page);
  await pressBefore(
    page,
    page
      .getByRole('navigation', { name: 'Parts of this draft' })
      .getByRole('link', { name: part, exact: true }),
  );
  await expect(title(page, part)).toBeFocused();
}

interface Added {
  /** The part of the draft that it is one of, and what leads from there to its form. */
  readonly part: string;
  readonly way: string;
  readonly name: string;
  readonly choose: Readonly<Record<string, string>>;
}

/** Adds a thing by its form, and is on its own screen afterwards. */
async function add(page: Page, { part, way, name, choose: choices }: Added) {
  await open(page, part);
  await go(page, page.getByRole('link', { name: way }));
  await expect(title(page, way)).toBeFocused();
  await typeInto(page, field(page, 'Name'), name);
  for (const [label, option] of Object.entries(choices)) await choose(page, field(page, label), option);
  await go(page, button(page, /^Add the /));
  await expect(title(page, name)).toBeFocused();
}

const aParameter = { part: 'Parameters', way: 'Add a parameter' };
const aFact = { part: 'Facts', way: 'Add a fact' };
const measured = 'What does it measure?';

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
  const past = await pastTheKeyboard(page);
  await signIn(page, 'mary');
  await go(page, page.getByRole('link', { name: 'Drafts', exact: true }));
  await expect(title(page, 'Drafts')).toBeFocused();
  await go(page, page.getByRole('link', { name: 'A new ruleset' }));
  await typeInto(page, field(page, 'What is it called?'), 'Harrow, written again');
  await typeInto(page, field(page, 'Short name'), 'harrow-again');
  await typeInto(page, field(page, 'Whose is it?'), 'Harrow');
  await go(page, button(page, 'Begin the draft'));
  await expect(title(page, 'Overview')).toBeFocused();
  const draft = new URL(page.url()).pathname;
  for (const { name, unit, of } of figures) {
    await add(page, { ...aParameter, name, choose: { Unit: unit } });
    await typeOver(page, value(page), of);
  }
  await add(page, {
    ...aFact,
    name: 'fixed-term exclusions',
    choose: { 'From which records?': 'exclusions', 'Measured for': 'each member by themselves' },
  });
  await go(page, page.getByRole('checkbox', { name: 'child' }), 'Space');
  await choose(page, field(page, 'Every record counts. Test a field'), 'kind of exclusion');
  await go(page, button(page, 'Add this test'));
  await expect(page.getByRole('checkbox', { name: 'fixed-term' })).toBeChecked();
  await choose(page, field(page, 'Window'), 'the last school terms');
  await choose(page, field(page, 'How many terms'), 'School terms looked at');
  await add(page, {
    ...aFact,
    name: 'unauthorised absence',
    choose: { [measured]: 'a share, over school terms', 'Measured for': 'each member by themselves' },
  });
  await go(page, page.getByRole('checkbox', { name: 'child' }), 'Space');
  await choose(page, field(page, 'How many terms'), 'School terms looked at');
  for (const { name, records } of falls) {
    await add(page, {
      ...aFact,
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

  await open(page, 'Outcomes');
  await go(page, page.getByRole('link', { name: 'Add an outcome' }));
  await expect(title(page, 'Add an outcome')).toBeFocused();
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
    await go(page, page.getByRole('navigation', { name: 'Above this page' }).getByRole('link').last());
    await expect(title(page, 'Crime and education')).toBeFocused();
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
  expect(past).toEqual([]);
  expect(heard.complaints).toEqual([]);
});

test('a case that fails is told what the rules say now, by an act of its own', async ({ page, heard }) => {
  await signIn(page, 'mary');
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
