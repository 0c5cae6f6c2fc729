import { readFileSync } from 'node:fs';
import { CompletionContext } from '@codemirror/autocomplete';
import { EditorState } from '@codemirror/state';
import { expect, test } from 'vitest';
import { completeJson } from '../../../studio/editor/raw/complete.ts';

const schema: unknown = JSON.parse(
  readFileSync(new URL('../../../rulesets/ruleset.schema.json', import.meta.url), 'utf8'),
);

/** What is offered where the text has a bar. */
function offered(text: string): readonly string[] {
  const at = text.indexOf('|');
  const state = EditorState.create({ doc: text.replace('|', '') });
  const found = completeJson(() => schema)(new CompletionContext(state, at, true));
  return (found?.options ?? []).map(({ label }) => label);
}

test.for([
  { text: '{ "facts": { "away": {} }, "criteria": [{ "when": { "fact": "|"', has: ['"away"'] },
  { text: '{ "facts": { "away": {} }, "criteria": [{ "when": { "fact": "aw|ay" } }] }', has: ['"away"'] },
  { text: '{ "criteria": [{ "when": { "fact": "away", "|" } }] }', has: ['"operator"', '"value"'] },
  { text: '{ "criteria": [{ "when": { "fact": "away", "operator": | } }] }', has: ['"lessThan"'] },
  { text: '{ "monthEnd": "|" }', has: ['"clamp"', '"overflow"'] },
  { text: '{ | }', has: ['"criteria"', '"pots"'] },
])('$text offers $has', ({ text, has }) => {
  expect(offered(text)).toEqual(expect.arrayContaining(has));
});

test('a name that is there is not offered again', () => {
  expect(offered('{ "monthEnd": "clamp", "|" }')).not.toContain('"monthEnd"');
});
