import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { diagnosticCodes } from '../../engine/check/codes.ts';
import { familyDiagnostics } from '../../engine/family/codes.ts';
import { jsonDiagnostics } from '../../engine/json-code.ts';

const readme = readFileSync(new URL('../../engine/README.md', import.meta.url), 'utf8').split('\n');

test('engine/README.md lists every diagnostic, with its meaning, and no other', () => {
  const listed = readme.filter((line) => /^\| `[a-z-]+` \| /.test(line));
  const reasons = readme.slice(readme.indexOf('## Reasons'));
  const expected = [
    ...Object.entries(diagnosticCodes).map(
      ([code, { severity, meaning }]) => `| \`${code}\` | ${severity} | ${meaning} |`,
    ),
    ...Object.entries(familyDiagnostics).map(([code, meaning]) => `| \`${code}\` | ${meaning} |`),
    ...Object.entries(jsonDiagnostics).map(([code, meaning]) => `| \`${code}\` | ${meaning} |`),
  ];
  expect(listed.filter((line) => !reasons.includes(line))).toEqual(expected);
});

test('engine/README.md lists every reason code that a golden decision carries', () => {
  const goldens = ['f-001-phase-1-2012-12-01', 'f-001-phase-1-2013-10-01', 'f-001-phase-2-2016-03-01'];
  const codes = goldens.flatMap((golden) => {
    const text = readFileSync(new URL(`../golden/${golden}.json`, import.meta.url), 'utf8');
    return [...text.matchAll(/"code": "([a-z-]+)"/g)].map((match) => match[1] ?? '');
  });
  const reasons = readme.slice(readme.indexOf('## Reasons')).join('\n');
  expect([...new Set(codes)].filter((code) => !reasons.includes(`\`${code}\``))).toEqual([]);
});
