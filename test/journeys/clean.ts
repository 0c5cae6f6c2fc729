import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Nothing on the page is what axe calls a violation. */
export async function clean(page: Page) {
  // because axe is run in the page alone: what is in a frame would not be looked at
  expect(page.frames()).toHaveLength(1);
  // because nobody reads what passed, and writing it down takes longer than finding it out
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}
