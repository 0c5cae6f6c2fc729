import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { checkCalendar, checkCases, checkRuleset, checkVocabulary } from '../../engine/check/check.ts';
import { diagnosticCodes } from '../../engine/check/codes.ts';
import { diagnostic, type Diagnostic } from '../../engine/check/diagnostic.ts';
import { checkedSmallRuleset, smallLibrary } from '../builders/check-library.ts';
import { smallCases } from '../builders/check-cases.ts';
import { smallCalendar, smallVocabulary } from '../builders/check-vocabulary.ts';
import { patched } from '../builders/patch.ts';
import { smallRuleset } from '../builders/ruleset.ts';

/** One bad document, as what makes it differ from a good one, and all that is to be found in it. */
const reject = z.strictObject({
  why: z.string(),
  patch: z.strictObject({
    set: z.record(z.string(), z.unknown()).optional(),
    remove: z.array(z.string()).optional(),
    nest: z.record(z.string(), z.int()).optional(),
    fill: z.record(z.string(), z.strictObject({ count: z.int(), of: z.unknown() })).optional(),
  }),
  findings: z.array(diagnostic),
});

function rulesetFindings(document: unknown): readonly Diagnostic[] {
  const result = checkRuleset(document, smallLibrary);
  return result.ok ? result.value.warnings : result.error;
}

function findingsOf(
  result: ReturnType<typeof checkVocabulary | typeof checkCalendar | typeof checkCases>,
): readonly Diagnostic[] {
  return result.ok ? [] : result.error;
}

const { ruleset } = checkedSmallRuleset();

/** The good document of each folder of rejects, and what looks at it. */
const folders = [
  { folder: 'ruleset', base: smallRuleset(), find: rulesetFindings },
  {
    folder: 'vocabulary',
    base: smallVocabulary(),
    find: (document: unknown) => findingsOf(checkVocabulary(document)),
  },
  {
    folder: 'calendar',
    base: smallCalendar(),
    find: (document: unknown) => findingsOf(checkCalendar(document)),
  },
  {
    folder: 'cases',
    base: smallCases(),
    find: (document: unknown) => findingsOf(checkCases(document, ruleset)),
  },
];

function filesOf(folder: string): { file: string; code: string; why: string; text: unknown }[] {
  const place = new URL(`../rejects/${folder}/`, import.meta.url);
  return readdirSync(place).map((file) => {
    const text: unknown = JSON.parse(readFileSync(new URL(file, place), 'utf8'));
    return { file, code: file.split('.')[0] ?? '', why: reject.parse(text).why, text };
  });
}

describe.for(folders)('a bad $folder', ({ folder, base, find }) => {
  test('the good one has nothing to find in it', () => {
    expect(find(base)).toEqual([]);
  });

  test.for(filesOf(folder))('$file: $why', ({ text, code }) => {
    const { patch, findings } = reject.parse(text);
    expect(find(patched(base, patch))).toEqual(findings);
    expect(findings.map((one) => one.code)).toContain(code);
  });
});

/** What one bad document cannot show: more findings than are listed, and what is found beside the version before. */
const shownElsewhere = ['too-many-findings', 'id-of-another-kind', 'id-of-another-meaning'];

test('every code has a bad document that shows it, but for those that one document cannot show', () => {
  const shown = folders.flatMap(({ folder }) => filesOf(folder).map(({ code }) => code));
  expect([...new Set(shown), ...shownElsewhere].toSorted()).toEqual(Object.keys(diagnosticCodes).toSorted());
});
