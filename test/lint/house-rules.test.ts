import { ESLint } from 'eslint';
import path from 'node:path';
import tseslint from 'typescript-eslint';
import { expect, test } from 'vitest';
import { root } from '../../server/setup/ensure.mjs';

/** The project's own configuration, without the rules that need types: a planted file is in no program. */
const eslint = new ESLint({ cwd: root, overrideConfig: [tseslint.configs.disableTypeChecked] });

async function report(file: string, code: string) {
  const [result] = await eslint.lintText(`${code}\n`, { filePath: path.join(root, file) });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

const imports = '@typescript-eslint/no-restricted-imports';
const syntax = 'no-restricted-syntax';
const manyLines = (count: number) => Array.from({ length: count }, (_, line) => `f(${line});`).join('\n');

test.for([
  [
    'engine/decide/planted.ts',
    'export const day = new Date();',
    'no-restricted-globals',
    'the engine has no calendar but its own',
  ],
  [
    'engine/decide/planted.ts',
    'export const day = globalThis.Date;',
    'no-restricted-properties',
    'nor by another name',
  ],
  [
    'engine/decide/planted.ts',
    'export const n = Math.random();',
    'no-restricted-properties',
    'the engine has no chance',
  ],
  [
    'engine/decide/planted.ts',
    "export { app } from '../../server/app.ts';",
    imports,
    'the engine imports no room',
  ],
  [
    'engine/decide/planted.ts',
    "import '../../rulesets/england/one.json';",
    imports,
    'rulesets are data, passed in',
  ],
  [
    'engine/decide/planted.ts',
    "import { Engine } from 'json-rules-engine';",
    imports,
    'one file knows the public engine',
  ],
  [
    'engine/second-opinion/planted.ts',
    "import { Engine } from 'json-rules-engine';",
    imports,
    'not even the translator',
  ],
  [
    'engine/second-opinion/planted.ts',
    "import type { Run } from '../decide/run.ts';",
    imports,
    'the translator knows nothing that decides',
  ],
  [
    'engine/second-opinion.ts',
    "import { evaluate } from './decide/evaluate.ts';",
    imports,
    'nor does its door',
  ],
  [
    'engine/second-opinion/planted.ts',
    "import { allOf } from '../verdict.ts';",
    imports,
    'it folds by itself',
  ],
  [
    'engine/index.ts',
    "export { secondOpinion } from './second-opinion.ts';",
    imports,
    'the page would carry the public engine',
  ],
  [
    'studio/screen/planted.ts',
    "import { secondOpinion } from '../../engine/second-opinion.ts';",
    imports,
    'the page asks for no second opinion',
  ],
  [
    'engine/document/planted.ts',
    "import { z } from 'zod';",
    syntax,
    'this form bundles more than twice as much',
  ],
  ['engine/document/planted.ts', "import z from 'zod';", syntax, 'and this one'],
  [
    'server/routes/planted.ts',
    "import { decide } from '../../engine/decide/decide.ts';",
    imports,
    'deep import into the engine',
  ],
  [
    'server/routes/planted.ts',
    "import type { D } from '../../engine/decide/decide.ts';",
    imports,
    'nor for a type',
  ],
  [
    'server/routes/planted.ts',
    "export const d = import('../../engine/decide/decide.ts');",
    syntax,
    'nor when it is run',
  ],
  [
    'server/routes/planted.ts',
    "import { Engine } from 'json-rules-engine';",
    imports,
    'one file knows the public engine',
  ],
  [
    'server/routes/planted.ts',
    "import { main } from '../../studio/main.tsx';",
    imports,
    'the server does not know the studio',
  ],
  [
    'server/routes/planted.ts',
    'export const port = process.env.PORT;',
    'no-restricted-properties',
    'env.ts reads the environment',
  ],
  ['server/routes/planted.ts', "import { env } from 'node:process';", imports, 'nor under a name of its own'],
  [
    'server/routes/planted.ts',
    'export const now = Date.now();',
    'no-restricted-properties',
    'the clock is passed in',
  ],
  ['server/routes/planted.ts', 'export const now = new Date();', syntax, 'the clock is passed in'],
  [
    'studio/screen/planted.ts',
    "import { app } from '../../server/app.ts';",
    imports,
    'a value of the server',
  ],
  [
    'studio/screen/planted.ts',
    "import type { Row } from '../../server/store/schema.ts';",
    imports,
    'a type that is not the app’s',
  ],
  [
    'studio/screen/planted.ts',
    "import { decide } from '../../engine/decide/decide.ts';",
    imports,
    'deep import into the engine',
  ],
  [
    'studio/screen/planted.ts',
    "export const a = import('../../server/app.ts');",
    syntax,
    'a value of the server, when it is run',
  ],
  [
    'studio/screen/planted.ts',
    'export const v = process.version;',
    'no-restricted-globals',
    'the page has no Node',
  ],
  [
    'studio/screen/planted.tsx',
    'export const Row = ({ name }) => <p>{name}</p>;',
    'solid/no-destructure',
    'props lose their signals',
  ],
  ['studio/screen/planted.ts', "export * from './row.ts';", syntax, 'an export is written out'],
  ['studio/screen/planted.ts', "export { row } from './row';", syntax, 'a file is named with its extension'],
  ['studio/screen/index.ts', 'export const a = 1;', syntax, 'one index, in engine/'],
  ['server/store/utils.ts', 'export const a = 1;', syntax, 'a file is named for its subject'],
  [
    'server/planted.ts',
    'export function f(a, b, c, d) { return [a, b, c, d]; }',
    'max-params',
    'at most three parameters',
  ],
  ['server/planted.ts', manyLines(301), 'max-lines', 'a file is at most 300 lines'],
  [
    'server/planted.ts',
    `export function g() {\n${manyLines(59)}\n}`,
    'max-lines-per-function',
    'a function is at most 60 lines',
  ],
  ['server/planted.ts', 'export const a: any = 1;', '@typescript-eslint/no-explicit-any', 'no any'],
  [
    'server/planted.ts',
    '// eslint-disable-next-line no-var\nexport var a = 1;',
    'eslint-comments/require-description',
    'no reason given',
  ],
  [
    'server/planted.ts',
    '// eslint-disable-next-line no-var -- it was\nexport const a = 1;',
    "Unused eslint-disable directive (no problems were reported from 'no-var').",
    'a reason that is gone',
  ],
  [
    'test/lint/lock-check.ts',
    "import './lock-check.test.ts';",
    'house/import-cycle',
    'that test imports this file',
  ],
  [
    'test/lint/lock-check.ts',
    "import type { A } from './lock-check.test.ts';",
    'house/import-cycle',
    'types tie files together too',
  ],
] as const)('%s may not say %s (%s: %s)', async ([file, code, rule]) => {
  expect(await report(file, code)).toContain(rule);
});

test.for([
  ['engine/time/civil-date.ts', 'export const day = new Date(0);', 'the one file that may'],
  ['engine/second-opinion.ts', "export { Engine } from 'json-rules-engine';", 'the one file that may'],
  [
    'engine/document/planted.ts',
    "import * as z from 'zod';\nexport const s = z.string();",
    'the form to use',
  ],
  ['engine/document/planted.ts', "export { parse } from '../time/civil-date.ts';", 'within the room'],
  ['server/routes/planted.ts', "export { decide } from '../../engine/index.ts';", 'the door'],
  [
    'server/main.ts',
    'export const port = [process.env.PORT, Date.now(), new Date()];',
    'the composition root',
  ],
  ['studio/screen/planted.ts', "export type { Api } from '../../server/app.ts';", 'the type of the app'],
  ['studio/screen/planted.ts', "export { decide } from '../../engine/index.ts';", 'the door'],
  [
    'server/planted.ts',
    "export { secondOpinion } from '../engine/second-opinion.ts';",
    'the door of the second opinion',
  ],
  [
    'engine/second-opinion/planted.ts',
    "export { placesOf } from '../document/places.ts';\nexport type { Verdict } from '../verdict.ts';",
    'documents, and the words of verdicts',
  ],
  [
    'test/engine/planted.ts',
    "export { decide } from '../../engine/decide/decide.ts';",
    'a test may look inside',
  ],
  ['test/engine/planted.ts', `export function g() {\n${manyLines(100)}\n}`, 'a test may be long'],
  ['server/planted.ts', `export function g() {\n${manyLines(58)}\n}`, 'sixty lines, braces included'],
  ['server/planted.ts', 'export function f(a, b, c) { return [a, b, c]; }', 'three parameters'],
] as const)('%s may say %s (%s)', async ([file, code]) => {
  expect(await report(file, code)).toEqual([]);
});
