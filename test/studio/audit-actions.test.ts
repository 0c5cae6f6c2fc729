import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { actionGroups, actionInWords } from '../../studio/audit/actions.ts';
import { root } from '../../server/setup/ensure.mjs';

/** What the server writes into the audit log where it says so on the spot: one word, or one of two. */
function actionsWritten(): readonly string[] {
  const folder = `${root}/server`;
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'));
  const said = sources.flatMap(
    (text) => text.match(/\baction: (?:[\w.]+ \? )?'[a-z-]+'(?: : '[a-z-]+')?/g) ?? [],
  );
  return said.flatMap((one) => one.match(/(?<=')[a-z]+(?:-[a-z]+)+(?=')/g) ?? []);
}

test('entries can be looked for by every act that is written into the audit log', () => {
  const listed = actionGroups.flatMap(({ options }) => options.map(({ value }) => value));
  const written = actionsWritten();
  expect(written.length).toBeGreaterThan(20);
  expect(written.filter((action) => !listed.includes(action))).toEqual([]);
  expect(new Set(listed).size).toBe(listed.length);
});

test('an act is read as words', () => {
  expect(actionInWords('evidence-pack-made')).toBe('Evidence pack made');
});
