import comments from '@eslint-community/eslint-plugin-eslint-comments';
import solidRules from 'eslint-plugin-solid/configs/typescript';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { importCycle } from './test/lint/import-cycle.mjs';

// The house rules as code. test/lint/house-rules.test.ts plants a violation of each and sees it reported.

const code = ['**/*.{ts,tsx,mjs,js}'];

/** Written for an older ESLint's types, it runs with this one. */
const solid = /** @type {import('eslint').Linter.Config} */ (/** @type {unknown} */ (solidRules));

/** Of another room only its door. */
const engineDoor = {
  regex: '(^|/)engine/(?!(index|programme)\\.ts$)',
  message:
    'import from engine/index.ts, or what follows decisions from engine/programme.ts: they are the doors of the engine',
};
/** The server asks for a second opinion; the page would carry the public engine for nothing. */
const engineDoors = {
  regex: '(^|/)engine/(?!(index|programme|second-opinion)\\.ts$)',
  message:
    'import from engine/index.ts, what follows decisions from engine/programme.ts, or a second opinion from engine/second-opinion.ts: they are its only doors',
};
const apiType = {
  regex: '(^|/)server/app\\.ts$',
  allowTypeImports: true,
  message: 'studio may import the type of the server’s app, nothing that runs',
};

/**
 * @param {string} rooms
 * @param {string} message
 */
const closed = (rooms, message) => ({ regex: `^\\.\\.?/(.*/)?(${rooms})/`, message });

const rooms = closed('server|studio|test|rulesets', 'the engine imports no room');
/** A second opinion that folds with the first one's code is no opinion of its own. */
const ownOpinion = [
  rooms,
  closed('(?!document/|second-opinion/)[^/]+', 'the translator knows documents, and nothing that decides'),
  {
    regex: '^\\.\\.?/(.*/)?verdict\\.ts$',
    allowTypeImports: true,
    message: 'the translator has the words of verdicts, and folds them by itself',
  },
];

const secondOpinion = {
  name: 'json-rules-engine',
  message: 'only engine/second-opinion.ts knows the public engine',
};
const nodeProcess = ['process', 'node:process'].map((name) => ({
  name,
  message: 'write process, as a global',
}));
/** They compile in studio, because the type of the server's app brings Node's types with it. */
const nodeGlobals = ['process', 'Buffer', 'global', 'require', 'setImmediate'].map((name) => ({
  name,
  message: 'there is none in the page',
}));

/**
 * @param {readonly object[]} patterns
 * @returns {import('eslint').Linter.RulesRecord}
 */
const imports = (patterns, paths = [secondOpinion, ...nodeProcess]) => ({
  '@typescript-eslint/no-restricted-imports': ['error', { paths, patterns }],
});

const noStar = { selector: 'ExportAllDeclaration', message: 'write out by hand what is exported' };
const extension = {
  selector:
    ':matches(ImportDeclaration, ExportNamedDeclaration, ImportExpression) > Literal.source[value=/^\\.(?!.*\\.(ts|tsx|mjs|css|json|svg)(\\?\\w+)?$)/]',
  message: 'name the file with its extension',
};
/** @param {string} rooms */
const dynamic = (rooms) => ({
  selector: `:matches(ImportExpression, TSImportType) Literal[value=/^\\.\\.?\\/(.*\\/)?(${rooms})\\//]`,
  message: 'reach another room through an import at the head of the file',
});
const zodWhole = {
  selector: "ImportDeclaration[source.value='zod'] > :not(ImportNamespaceSpecifier, Literal)",
  message: "write import * as z from 'zod': the other forms bundle two and a half times as much",
};
const ambientClock = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'the clock is passed in: only main reads it',
  },
];

/**
 * @param {readonly object[]} more
 * @returns {import('eslint').Linter.RulesRecord}
 */
const syntax = (...more) => ({ 'no-restricted-syntax': ['error', noStar, extension, ...more] });

const environment = {
  object: 'process',
  property: 'env',
  message: 'read it in server/env.ts and pass it in',
};
const random = { object: 'Math', property: 'random', message: 'chance is passed in' };
const now = { object: 'Date', property: 'now', message: 'the clock is passed in: only main reads it' };

/**
 * @param {readonly object[]} restricted
 * @returns {import('eslint').Linter.RulesRecord}
 */
const properties = (...restricted) => ({ 'no-restricted-properties': ['error', ...restricted] });

/**
 * @param {string} message
 * @returns {import('eslint').Linter.RulesRecord}
 */
const forbiddenFile = (message) => ({ 'no-restricted-syntax': ['error', { selector: 'Program', message }] });

export default defineConfig(
  { ignores: ['dist/', 'test-results/', 'playwright-report/'] },
  {
    files: code,
    extends: [tseslint.configs.strictTypeChecked],
    plugins: { house: { rules: { 'import-cycle': importCycle } }, 'eslint-comments': comments },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      ...imports([]),
      ...syntax(),
      ...properties(environment),
      'house/import-cycle': 'error',
      'eslint-comments/require-description': 'error',
      'eslint-comments/no-unlimited-disable': 'error',
      eqeqeq: 'error',
      'max-params': ['error', 3],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { allowDefaultCaseForExhaustiveSwitch: false, requireDefaultForNonUnion: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['engine/**'],
    rules: {
      ...imports([
        rooms,
        { regex: '(^|/)second-opinion\\.ts$', message: 'the second opinion has its own door' },
      ]),
      ...syntax(dynamic('server|studio|test|rulesets'), zodWhole),
      ...properties(random, {
        object: 'globalThis',
        property: 'Date',
        message: 'see engine/time/civil-date.ts',
      }),
      'no-restricted-globals': [
        'error',
        { name: 'Date', message: 'only engine/time/civil-date.ts may say Date' },
      ],
    },
  },
  { files: ['engine/time/civil-date.ts'], rules: { 'no-restricted-globals': 'off' } },
  { files: ['engine/second-opinion/**'], rules: imports(ownOpinion) },
  { files: ['engine/second-opinion.ts'], rules: imports(ownOpinion, nodeProcess) },
  {
    files: ['server/**'],
    rules: {
      ...imports([engineDoors, closed('studio|test', 'the server imports neither studio nor test')]),
      ...syntax(dynamic('engine|studio|test'), ...ambientClock),
      ...properties(environment, random, now),
    },
  },
  {
    files: ['server/main.ts', 'server/env.ts', 'server/command-line/main.ts', 'server/setup/*.mjs'],
    rules: { ...syntax(dynamic('engine|studio|test')), ...properties(random) },
  },
  {
    files: ['studio/**'],
    extends: [solid],
    rules: {
      ...imports([
        engineDoor,
        apiType,
        closed('server/(?!app\\.ts$).*|test', 'studio imports nothing of this room'),
      ]),
      ...syntax(dynamic('engine|server|test')),
      'no-restricted-globals': ['error', ...nodeGlobals],
    },
  },
  {
    // A component is mostly markup: it may be as long as the house style's table says.
    files: ['studio/**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 150, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['test/**'],
    rules: {
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  {
    // As a developer runs an exported file, and as the benchmark times it: with the public engine alone.
    files: ['test/server/command-line-export.test.ts', 'test/bench/peers.ts'],
    rules: imports([], nodeProcess),
  },
  {
    files: ['test/*.config.ts', 'test/run.mjs', 'test/postgres.mjs', 'test/journeys/browser.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['**/{util,utils,types,helper,helpers,common,constants}.*'],
    rules: forbiddenFile('name the file for its subject, and keep a type with what makes it'),
  },
  {
    files: ['**/index.{ts,tsx,mjs,js}'],
    ignores: ['engine/index.ts'],
    rules: forbiddenFile('engine/index.ts is the only index: import the file you mean'),
  },
);
