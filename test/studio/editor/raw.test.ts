import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { marksOf } from '../../../studio/editor/raw/marks.ts';
import { idsFor, namesAt, valuesAt } from '../../../studio/editor/raw/schema-words.ts';

const schema: unknown = JSON.parse(
  readFileSync(new URL('../../../rulesets/ruleset.schema.json', import.meta.url), 'utf8'),
);

describe('what the schema knows at a place', () => {
  test('names at the top, but for those that are there', () => {
    expect(namesAt(schema, [], ['id', 'version'])).toEqual(
      expect.arrayContaining(['title', 'criteria', 'pots']),
    );
    expect(namesAt(schema, [], ['id'])).not.toContain('id');
  });
  test('names of a condition are those of the form that it has begun', () => {
    const path = ['criteria', 0, 'when', 'all', 1];
    expect(namesAt(schema, path, ['fact'])).toEqual(['id', 'label', 'source', 'operator', 'value']);
    expect(namesAt(schema, path, [])).toEqual(expect.arrayContaining(['all', 'some', 'fact', 'parameter']));
  });
  test('values of a place that takes a few', () => {
    expect(valuesAt(schema, ['monthEnd'])).toEqual(['clamp', 'overflow']);
    expect(valuesAt(schema, ['criteria', 0, 'when', 'operator'])).toContain('greaterThanInclusive');
  });
});

test('ids of the document stand for what refers to them', () => {
  const document = {
    facts: { exclusions: {} },
    parameters: { terms: {} },
    criteria: [{ id: 'education' }],
    outcomes: [{ id: 'work' }],
  };
  expect(idsFor(document, 'fact')).toEqual(['exclusions']);
  expect(idsFor(document, 'parameter')).toEqual(['terms']);
  expect(idsFor(document, 'condition')).toEqual(['education', 'work']);
  expect(idsFor(document, 'label')).toEqual([]);
});

describe('where a finding stands in a text', () => {
  const text = '{\n  "a": [1, "two"],\n  "b": {}\n}';
  const found = (finding: { pointer: string; line?: number; column?: number }) => {
    const [mark] = marksOf(text, [
      { code: 'x', severity: 'error', file: 'document', message: 'm', ...finding },
    ]);
    return mark && { text: text.slice(mark.from, mark.to), line: mark.line };
  };
  test('at the value that it names', () => {
    expect(found({ pointer: '/a/1' })).toEqual({ text: '"two"', line: 2 });
  });
  test('at the nearest around what is not there', () => {
    expect(found({ pointer: '/b/c/d' })).toEqual({ text: '{}', line: 3 });
  });
  test('at its line and column, where the text itself is at fault', () => {
    expect(found({ pointer: '', line: 3, column: 3 })).toEqual({ text: '"b": {}', line: 3 });
  });
});
