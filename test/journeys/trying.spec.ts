import { expect, type Page } from '@playwright/test';
import { clean } from './clean.ts';
import { pastTheKeyboard, press, tabBackTo, tabTo } from './keyboard.ts';
import { test } from './started.ts';
import { answer, asJson, familyOf, familyText, missing, opening, tryAt, tryExample } from './trial.ts';

const terms = ['autumn 2011-12', 'spring 2011-12', 'summer 2011-12'];

test.describe('a family with missing attendance: exactly which terms of which child are needed', () => {
  test('by the form, by keyboard alone', async ({ page, started }) => {
    test.slow();
    const past = await pastTheKeyboard(page);
    await tryAt(page, started.link);
    await press(page, page.getByRole('button', { name: 'Use the example family' }));
    await expect(missing(page)).toContainText('Attendance records (term-attendance) of m2', opening);
    for (const term of terms) await expect(missing(page)).toContainText(term);
    await expect(missing(page)).toContainText('Needed for: Children in school, less crime');
    const [autumn = '', ...others] = terms;
    await tabBackTo(page, page.getByRole('link', { name: /missing that could change it/ }));
    await page.keyboard.press('Enter');
    await press(page, page.getByRole('button', { name: `Fill in ${autumn} of m2` }), 'Space');
    await expect(page.getByLabel('Possible sessions').last()).toBeFocused();
    for (const sessions of ['130', '2', '1']) {
      await page.keyboard.type(sessions);
      await page.keyboard.press('Tab');
    }
    await expect(missing(page)).not.toContainText(autumn);
    for (const term of others) await expect(missing(page)).toContainText(term);
    await tabBackTo(page, page.getByRole('button', { name: /^Undo: Changing “Sessions of unauthorised/ }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: /^Redo: / })).toBeVisible();
    expect(past).toEqual([]);
  });

  test('as JSON: the row that is taken away is asked for, and undone it is not', async ({
    page,
    started,
  }) => {
    await tryAt(page, started.link, '?version=harrow@1.0.0&as-of=2013-10-01');
    await page.getByRole('button', { name: 'Use the example family' }).click();
    await asJson(page);
    const whole = await familyText(page).inputValue();
    const row = { member: 'm2', possible: 130, authorised: 2, unauthorised: 1 };
    const family = JSON.parse(whole) as { records: Record<string, unknown[]> };
    family.records['term-attendance'] = ['autumn', 'spring', 'summer'].map((season) => ({
      ...row,
      term: `2011-12/${season}`,
    }));
    await familyText(page).fill(JSON.stringify(family, null, 2));
    await expect(missing(page)).not.toContainText('term-attendance');
    family.records['term-attendance'].splice(1, 1);
    await familyText(page).fill(JSON.stringify(family, null, 2));
    await expect(missing(page)).toContainText('Attendance records (term-attendance) of m2');
    await expect(missing(page)).toContainText('spring 2011-12');
    await expect(missing(page)).not.toContainText('autumn 2011-12');
  });
});

test.describe('one family, given in three ways', () => {
  const type = (page: Page, name: string) =>
    page.locator('details').filter({ has: page.locator(`summary[id="family:/records/${name}"]`) });

  test('not known, known to be none and some are three states, and each is said', async ({
    page,
    started,
  }) => {
    await tryExample(page, started.link);
    const offences = type(page, 'offence');
    await expect(offences.locator('summary').first()).toContainText('Known: 1');
    await offences.locator('summary').first().click();
    await page.getByRole('button', { name: 'There are none: offences' }).click();
    await expect(offences.locator('summary').first()).toContainText('Known to be none');
    await page.getByRole('button', { name: 'It is not known: offences' }).click();
    await expect(offences.locator('summary').first()).toContainText('Not known');
    await asJson(page);
    await expect(familyText(page)).not.toHaveValue(/"offence": \[/);
    await page.getByRole('button', { name: /^Undo: Saying that offences are not known/ }).click();
    await expect(familyText(page)).toHaveValue(/"offence": \[\]/);
    await page.getByRole('button', { name: /^Undo: Saying there are no offences/ }).click();
    await expect(familyText(page)).toHaveValue(/"proven": true/);
  });

  test('what is wrong leads to its field', async ({ page, started }) => {
    await tryExample(page, started.link);
    const born = page.getByRole('group', { name: 'Date of birth' }).first();
    await born.getByLabel('Month').fill('13');
    await expect(answer(page)).toHaveText('Nothing can be decided: one thing is wrong with the family.');
    await page.getByRole('link', { name: /1978-13-02/ }).click();
    await expect(born.getByLabel('Day')).toBeFocused();
    await born.getByLabel('Month').fill('3');
    await expect(answer(page)).toContainText('is eligible');
  });

  test('a JSON with fifty mistakes shows twenty, and how many more', async ({ page, started }) => {
    await tryExample(page, started.link);
    await asJson(page);
    const family = JSON.parse(await familyText(page).inputValue()) as { records: Record<string, unknown[]> };
    family.records['police-call-out'] = Array.from({ length: 50 }, () => ({ on: 'some day' }));
    await familyText(page).fill(JSON.stringify(family));
    await expect(answer(page)).toHaveText('Nothing can be decided: 50 things are wrong with the family.');
    await expect(page.getByText('And 30 more.')).toBeVisible();
    await expect(page.getByRole('article', { name: 'The decision in full' })).toBeVisible();
  });

  test('a made family is found by what it shows, and its address gives the same one', async ({
    page,
    started,
    context,
  }) => {
    await tryAt(page, started.link, '?version=phase-2@1.0.0');
    await page.getByRole('radio', { name: 'Made families' }).check();
    await page.getByLabel('One that shows').selectOption({ label: 'Eligible' });
    await page.getByRole('button', { name: 'Find the next one' }).click();
    await expect(answer(page)).toContainText(/ is eligible, by the two-problems route/, opening);
    await expect(page).toHaveURL(/made=hertfordshire\.1\.\d+/);
    const [said, address] = [await answer(page).textContent(), page.url()];
    const other = await context.newPage();
    await other.goto(started.link);
    await expect(other.getByRole('heading', { name: 'In force today' })).toBeVisible();
    await other.goto(address);
    await expect(answer(other)).toHaveText(said ?? '', opening);
    await asJson(page);
    await familyText(page).fill((await familyText(page).inputValue()).replace('"S-', '"Harrow-'));
    await expect(page).not.toHaveURL(/made=/);
    expect(page.url()).not.toContain('Harrow');
  });

  test('a case is an address', async ({ page, started }) => {
    await tryAt(page, started.link, '?version=phase-1@1.0.0');
    await page.getByRole('radio', { name: 'Made families' }).check();
    await page.getByRole('button', { name: 'Use this case' }).click();
    await expect(page).toHaveURL(/case=/);
    await expect(answer(page)).toHaveText(/^Family /, opening);
    const said = await answer(page).textContent();
    await page.reload();
    await expect(answer(page)).toHaveText(said ?? '', opening);
  });
});

test.describe('a family of 5 MB', () => {
  const open = (page: Page, text: string) =>
    page.getByLabel('Or open a file').setInputFiles({
      ...{ name: 'large.json', mimeType: 'application/json' },
      buffer: Buffer.from(text),
    });

  test('is decided, and the page goes on answering', async ({ page, started }) => {
    test.slow();
    await tryAt(page, started.link, '?version=phase-1@1.0.0&as-of=2012-12-01&by=json');
    const text = familyOf(5_000_000);
    expect(text.length).toBeGreaterThan(5_000_000);
    await page.evaluate(() => {
      const held = window as unknown as { longest: number };
      held.longest = 0;
      let last = performance.now();
      const beat = () => {
        held.longest = Math.max(held.longest, performance.now() - last);
        last = performance.now();
        requestAnimationFrame(beat);
      };
      requestAnimationFrame(beat);
    });
    await open(page, text);
    await expect(page.getByText(/This family has 5,\d{3},\d{3} characters/)).toBeVisible();
    await expect(answer(page)).toContainText('family F-LARGE', opening);
    const longest = await page.evaluate(() => (window as unknown as { longest: number }).longest);
    test.info().annotations.push({ type: 'longest pause, ms', description: String(Math.round(longest)) });
    await page.getByRole('radio', { name: 'Form' }).check();
    await expect(page.getByText('This family is too large for a form.')).toBeVisible();
    await page.getByRole('button', { name: /^Undo: Opening large.json/ }).click();
    await expect(answer(page)).toHaveText('Nothing is asked yet');
  });

  test('and one that is longer than is read is said to be', async ({ page, started }) => {
    await tryAt(page, started.link, '?version=phase-1@1.0.0&as-of=2012-12-01&by=json');
    await open(page, familyOf(10_100_000));
    await expect(answer(page)).toHaveText(
      'Nothing can be decided: one thing is wrong with the family.',
      opening,
    );
    await expect(page.getByRole('region', { name: /^Nothing can/ })).toContainText('10000000');
  });
});

test.describe('the page and the server decide the same', () => {
  for (const version of ['harrow@1.0.0', 'phase-2@1.2.0']) {
    test(`of cases of ${version}; of all of them, test/studio says so`, async ({ page, started }) => {
      test.slow();
      await tryAt(page, started.link, `?version=${version}&by=made`);
      const cases = page.getByLabel('Case', { exact: true });
      await expect(cases).toBeVisible(opening);
      const ids = await cases
        .locator('option')
        .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
      const server = page.getByRole('region', { name: 'What the server says' });
      for (const id of ids.slice(0, 5)) {
        await cases.selectOption(id);
        await page.getByRole('button', { name: 'Use this case' }).click();
        await expect(page).toHaveURL(new RegExp(`case=${id}&`));
        await expect(page.locator('[data-stale]')).toHaveCount(0);
        await page.getByRole('button', { name: 'Ask the server' }).click();
        await expect(server.getByRole('status'), id).toContainText('The server decides the same.');
      }
    });
  }
});

test('from a keystroke to new verdicts on the screen, under phase-2', async ({ page, started }) => {
  await tryAt(page, started.link, '?version=phase-2@1.0.0&as-of=2016-03-01&made=corners.1.7&by=json');
  await expect(answer(page)).toContainText('amily ', opening);
  await page.evaluate(() => {
    const held = window as unknown as { pressed: number; times: number[] };
    held.times = [];
    addEventListener('keydown', (event) => (held.pressed = event.timeStamp), true);
    new PerformanceObserver(() => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => held.times.push(performance.now() - held.pressed);
        port2.postMessage('painted');
      });
    }).observe({ entryTypes: ['measure'] });
  });
  const text = await familyText(page).inputValue();
  const at = text.indexOf('"localAuthority": "') + '"localAuthority": "'.length;
  await familyText(page).evaluate((box, start) => {
    (box as HTMLTextAreaElement).focus();
    (box as HTMLTextAreaElement).setSelectionRange(start, start);
  }, at);
  const times = () => page.evaluate(() => (window as unknown as { times: number[] }).times);
  for (let typed = 1; typed <= 40; typed += 1) {
    await page.keyboard.press('a');
    await expect.poll(async () => (await times()).length).toBeGreaterThanOrEqual(typed);
  }
  const sorted = (await times()).toSorted((one, other) => one - other);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const said = `median ${median.toFixed(1)} ms, slowest ${(sorted.at(-1) ?? 0).toFixed(1)} ms`;
  test.info().annotations.push({ type: 'keystroke to verdicts', description: said });
  expect(sorted.length).toBeGreaterThanOrEqual(40);
});

test.describe('the trace and the picture', () => {
  test('each line of the rule has its verdict, what was found, asked for, and counted', async ({
    page,
    started,
  }) => {
    await tryExample(page, started.link);
    const trace = page.getByRole('region', { name: 'The rule, line by line' });
    await expect(trace).toContainText('offence of m2 on 3 August 2012');
    await expect(trace.getByText('1 below')).toHaveCount(0);
    // By its key: parts above take their true height only as they come near, which moves it under a pointer.
    await trace.getByLabel('Only what decided it').press('Space');
    await expect(trace).toContainText('2 below');
    await expect(trace).toContainText('at least 3');
  });

  test('what is drawn stands in a table: the window, what is not known, and the records', async ({
    page,
    started,
  }) => {
    await tryExample(page, started.link);
    const picture = page.getByRole('region', { name: 'The family along time' });
    await expect(picture).toContainText('12 records up to 1 December 2012.');
    await page.getByText('The same as a table').click();
    const row = (text: RegExp) => picture.getByRole('row', { name: text });
    await expect(
      row(/m2 attendance records 5 September 2011 18 July 2012 What the rule looks at/),
    ).toBeVisible();
    await expect(row(/m2 attendance records .* Not known/)).toHaveCount(3);
    await picture.getByLabel('Window of the rule').selectOption('crime.offence@m2');
    await expect(row(/m2 offences 3 August 2012 3 August 2012 Counted by the rule/)).toBeVisible();
  });
});

test.describe('everyone can use it', () => {
  test('without an accessibility violation, on 320 pixels, in each way to give a family', async ({
    page,
    started,
    heard,
  }) => {
    test.setTimeout(240_000);
    await tryExample(page, started.link);
    await page.getByText('The same as a table').click();
    await page.locator('summary[id="family:/records/term-attendance"]').click();
    await clean(page);
    await page.setViewportSize({ width: 320, height: 640 });
    for (const way of ['Form', 'JSON', 'Made families']) {
      await page.getByRole('radio', { name: way }).check();
      await clean(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    }
    expect([...heard.hosts]).toEqual([new URL(started.address).host]);
    expect(heard.complaints).toEqual([]);
  });

  test('with what is wrong, in the dark, and where nothing is given', async ({ page, started }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: 'dark' });
    await tryAt(page, started.link);
    await clean(page);
    await tryExample(page, started.link);
    await page.getByRole('group', { name: 'Date of birth' }).first().getByLabel('Month').fill('13');
    await expect(answer(page)).toContainText('Nothing can be decided');
    await clean(page);
  });

  test('a version that there is not is said to be none', async ({ page, started }) => {
    await tryAt(page, started.link, '?version=phase-1@9.9.9');
    await expect(page.getByText('There is no version phase-1@9.9.9')).toBeVisible();
  });

  test('the focus is where a mistake leads by keyboard alone', async ({ page, started }) => {
    await tryExample(page, started.link);
    await asJson(page);
    await familyText(page).fill((await familyText(page).inputValue()).replace('"child"', '"chid"'));
    const link = page.getByRole('link', { name: /chid/ });
    await page.getByLabel('Version of the rules').focus();
    await tabTo(page, link);
    await page.keyboard.press('Enter');
    await expect(familyText(page)).toBeFocused();
  });
});
