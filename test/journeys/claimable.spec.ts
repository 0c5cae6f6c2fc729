import { expect } from '@playwright/test';
import { clean } from './clean.ts';
import { narrow } from './drafting.ts';
import { pastTheKeyboard, tabTo } from './keyboard.ts';
import { test } from './started.ts';
import { answer, asJson, familyText, opening, tryExample } from './trial.ts';

test('when the example family can first be claimed for, and not what was found of it as it was before, by keyboard alone', async ({
  page,
  started,
}) => {
  await tryExample(page, started.link);
  const past = await pastTheKeyboard(page);
  const section = page.getByRole('region', { name: 'When it can first be claimed for' });
  await tabTo(page, section.getByRole('button', { name: 'Find the days' }), 200);
  await page.keyboard.press('Enter');
  await expect(section.getByRole('status')).toHaveText(
    /^Nothing is due for sure by .*could be from 1 April 2013/,
    opening,
  );
  const row = section.getByRole('row', { name: /^Crime and education result/ });
  await expect(row.getByRole('cell')).toHaveText(['On no day', '1 April 2013 to 31 May 2015: £700']);
  const result = section.getByRole('region', { name: 'Crime and education result' });
  await expect(result.getByRole('listitem')).toHaveText([
    /^Evidence to find It is not known whether m2 has less than 15% unauthorised absence/,
    /^Time must pass .* incidents of anti-social behaviour .* It changes on 1 April 2013 if nothing new happens\.$/,
    /^Time must pass .* proven offences by minors .* It changes on 1 April 2013 if nothing new happens\.$/,
  ]);
  await clean(page);
  await narrow(page);
  expect(past).toEqual([]);

  await asJson(page);
  const text = await familyText(page).inputValue();
  await familyText(page).fill(text.replace('"2012-10-01"', '"2012-11-01"'));
  await expect(section.getByRole('status')).toHaveCount(0);
  await expect(answer(page)).toContainText('is eligible');
  await section.getByRole('button', { name: 'Find the days' }).press('Enter');
  await expect(section.getByRole('status')).toHaveText(/could be from 1 May 2013/, opening);
});
