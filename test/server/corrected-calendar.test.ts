import { expect, test } from 'vitest';
import { correctedCalendar } from '../builders/corrected.ts';
import { governed } from '../builders/governed.ts';
import { rulesetsFolder } from '../builders/rulesets-folder.ts';
import { databases } from '../builders/stores.ts';

test.for(databases)(
  'a corrected calendar is taken by new versions, and by none before: $name',
  async ({ open }) => {
    const product = await governed(open, rulesetsFolder());
    const { ask, deps } = product;
    const [before] = (await deps.shelf.current()).rulesets.get('tiny') ?? [];
    await correctedCalendar(product);
    const [old, now] = (await deps.shelf.current()).rulesets.get('tiny') ?? [];
    expect(old?.hash).toBe(before?.hash);
    expect(old?.basis.calendars.get('england')?.document.title).not.toBe('Corrected');
    expect(now?.basis.calendars.get('england')?.document.title).toBe('Corrected');
    expect((await ask('lead', 'GET /calendars/england/contents')).body).toMatchObject({
      contents: [
        { current: false, by: { actor: 'system' }, dependents: [{ version: '1.0.0', hash: before?.hash }] },
        { current: true, by: { name: 'releaser' }, dependents: [{ version: '1.0.1' }] },
      ],
    });
  },
);
