import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { familyDiagnostics } from '../../engine/family/codes.ts';
import { familyParser } from '../../engine/family/parse.ts';
import { smallFamily, smallVocabulary } from '../builders/vocabulary.ts';

interface Reject {
  readonly document: unknown;
  readonly findings: readonly { readonly code: string }[];
}

const folder = new URL('../rejects/family/', import.meta.url);
const files = readdirSync(folder).sort();
const parse = familyParser(smallVocabulary);

test.for(files)('%s is refused with just these findings', (file) => {
  const { document, findings } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Reject;
  const wanted = findings.map((finding) => ({ severity: 'error', ...finding }));
  expect(parse(document)).toEqual({ ok: false, error: wanted });
  expect(new Set(findings.map(({ code }) => code))).toEqual(new Set([file.replace('.json', '')]));
});

test('every code but the last has its file', () => {
  const codes = files.map((file) => file.replace('.json', ''));
  expect([...codes, 'too-many-findings'].sort()).toEqual(Object.keys(familyDiagnostics).sort());
});

test.for([
  { strangers: 1000, listed: 1000, last: 'unknown-key', why: 'all of them can be listed' },
  { strangers: 1001, listed: 1001, last: 'too-many-findings', why: 'one more says that there are more' },
  { strangers: 5000, listed: 1001, last: 'too-many-findings', why: 'it says so once' },
])('$strangers findings end with $last: $why', ({ strangers, listed, last }) => {
  const keys = Array.from({ length: strangers }, (_, at) => [`key${at}`, at] as const);
  const result = parse({ ...smallFamily(), ...Object.fromEntries(keys) });
  const findings = result.ok ? [] : result.error;
  expect(findings).toHaveLength(listed);
  expect(findings.at(-1)?.code).toBe(last);
});
