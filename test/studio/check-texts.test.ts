import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createChecker } from '../../studio/draft/check-texts.ts';

const folder = fileURLToPath(new URL('../../rulesets/', import.meta.url));
const read = (path: string) => readFileSync(`${folder}${path}`, 'utf8');
const all = (of: string) =>
  readdirSync(`${folder}${of}`).map((file): unknown => JSON.parse(read(`${of}/${file}`)));

const ground = { vocabularies: all('vocabulary'), calendars: all('calendars') };
const [document, cases] = [read('harrow/harrow/1.0.0.json'), read('harrow/harrow/1.0.0.cases.json')];
const otherwise = (text: string, from: string, to: string) => {
  expect(text).toContain(from);
  return text.replace(from, to);
};

test.for([
  { why: 'nothing', document, cases, found: [] },
  { why: 'rules that cannot be read', document: '{', cases, found: ['document'] },
  { why: 'cases that cannot be read', document, cases: '[', found: ['cases'] },
  { why: 'neither can be read', document: '{', cases: '[', found: ['document', 'cases'] },
  {
    why: 'a case that expects what the rules have not',
    document,
    cases: otherwise(cases, '"criteria": {', '"criteria": { "nothing-of-this-name": "met",'),
    found: ['cases'],
  },
  {
    why: 'rules that no longer have what a case expects',
    document: otherwise(document, '"version": "1.0.0"', '"version": "1.0.1"'),
    cases,
    found: ['cases'],
  },
])('what is wrong is found in its file: $why', ({ document: rules, cases: written, found }) => {
  const checker = createChecker(ground);
  const checks = checker.ruleset({ document: rules, cases: written });
  expect([...new Set(checks.findings.map(({ file }) => file))]).toEqual(found);
  expect(checks.ids.length > 0).toBe(found.length === 0);
});

test('what was found goes as soon as it is put right, in either file', () => {
  const { ruleset } = createChecker(ground);
  expect(ruleset({ document, cases }).findings).toEqual([]);
  const next = otherwise(document, '"version": "1.0.0"', '"version": "1.0.1"');
  expect(ruleset({ document: next, cases }).findings).toHaveLength(1);
  const both = otherwise(cases, '"version": "1.0.0"', '"version": "1.0.1"');
  expect(ruleset({ document: next, cases: both }).findings).toEqual([]);
  expect(ruleset({ document, cases: both }).findings).toHaveLength(1);
});
