import type * as z from 'zod';
import { type Diagnostic, nearest, pointerOf } from '../engine/index.ts';
import type { Finding } from './problem.ts';

type Issue = z.core.$ZodIssue;

/** Findings of the engine as the API gives them; `at` is where in the request body their pointers begin. */
export function findingsOf(diagnostics: readonly Diagnostic[], at = ''): Finding[] {
  return diagnostics.map(({ code, pointer, message, suggestion, line, column }) => ({
    code,
    pointer: at + pointer,
    message,
    ...(suggestion === undefined ? {} : { suggestion }),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  }));
}

const longest = 60;

function quoted(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const line = text.replaceAll(/[\p{C}`]/gu, ' ');
  return `\`${line.slice(0, longest)}${line.length > longest ? '…' : ''}\``;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? Reflect.get(value, key)
        : undefined,
    input,
  );
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  object: 'an object',
  record: 'an object',
  array: 'a list',
  boolean: '`true` or `false`',
};

function suggested(word: unknown, known: readonly unknown[]): { suggestion?: string } {
  const suggestion = nearest(String(word), known.map(String));
  return suggestion === undefined ? {} : { suggestion };
}

/** The branch of a union that was probably meant: the one with the least wrong, and of those the first. */
function likeliest(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  return branches.reduce<readonly Issue[]>(
    (best, branch) => (best.length === 0 || branch.length < best.length ? branch : best),
    [],
  );
}

/** What was asked and what came, and the names of the fields that could have been meant. */
interface Asked {
  readonly input: unknown;
  readonly fields: readonly string[];
}

function unknownFields(issue: z.core.$ZodIssueUnrecognizedKeys, asked: Asked, path: readonly PropertyKey[]) {
  return issue.keys.map((key) => ({
    code: 'unknown-key',
    pointer: pointerOf([...path, key]),
    message: `no key here is named ${quoted(key)}`,
    ...suggested(key, asked.fields),
  }));
}

function wording(issue: Issue, value: unknown): Pick<Finding, 'code' | 'message' | 'suggestion'> {
  if (issue.code === 'invalid_type') {
    const kind = kinds[issue.expected] ?? issue.expected;
    return { code: 'wrong-type', message: `${quoted(value)} stands where ${kind} should` };
  }
  if (issue.code === 'invalid_value') {
    const choices = issue.values.map(quoted).join(', ');
    return {
      code: 'not-allowed',
      message: `${quoted(value)} is not one of ${choices}`,
      ...suggested(value, issue.values),
    };
  }
  if (issue.code === 'invalid_format' && issue.format === 'date') {
    return {
      code: 'not-a-day',
      message: `${quoted(value)} is not a day that exists, written as \`2012-12-01\``,
    };
  }
  if (issue.code === 'too_small') return { code: 'empty-text', message: `${quoted(value)} is empty` };
  if (issue.code === 'too_big') return { code: 'too-long', message: `${quoted(value)} is too long` };
  return { code: 'bad-form', message: `${quoted(value)} is not of the form that is wanted here` };
}

function ofIssue(issue: Issue, asked: Asked, above: readonly PropertyKey[]): Finding[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') return unknownFields(issue, asked, path);
  const value = valueAt(asked.input, path);
  const pointer = pointerOf(path);
  if (value === undefined) {
    return [{ code: 'missing-key', pointer, message: `the key ${quoted(path.at(-1) ?? 'body')} is missing` }];
  }
  if (issue.code === 'invalid_union') return ofAll(likeliest(issue.errors), asked, path);
  return [{ pointer, ...wording(issue, value) }];
}

function ofAll(issues: readonly Issue[], asked: Asked, above: readonly PropertyKey[]): Finding[] {
  return issues.flatMap((issue) => ofIssue(issue, asked, above));
}

/** Everything that a request has wrong with its form, in the order in which zod found it. */
export function requestFindings(error: z.ZodError, input: unknown): Finding[] {
  return ofAll(error.issues, { input, fields: requestFields }, []);
}

/** Every field that a request of any route can have. */
const requestFields = [
  ...['ruleset', 'asOf', 'family', 'trace', 'restateAttachment'],
  ...['id', 'version', 'hash', 'inForceOn', 'knownOn', 'on'],
];
