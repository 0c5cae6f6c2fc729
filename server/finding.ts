import type * as z from 'zod';
import { type Diagnostic, nearest, pointerOf } from '../engine/index.ts';
import { type Choice, choiceOf } from './choice.ts';
import { type Form, keysAt } from './keys-at.ts';
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
  number: 'a number',
  int: 'a whole number',
  tuple: 'a list',
  null: 'nothing (`null`)',
};

/** Where another type is wanted, text is said to be one: quoted alone, `12` would look like the number. */
const typed = (value: unknown) => (typeof value === 'string' ? `the text ${quoted(value)}` : quoted(value));

function suggested(word: unknown, known: readonly unknown[]): { suggestion?: string } {
  const suggestion = nearest(String(word), known.map(String));
  return suggestion === undefined ? {} : { suggestion };
}

/** What came, and the form that was asked for; where that is not known, nothing is suggested for an unknown key. */
interface Asked {
  readonly input: unknown;
  readonly form: Form | undefined;
}

/** A key that the object has already was not meant by another. */
function unknownFields(
  keys: readonly string[],
  { input, form }: Asked,
  path: readonly PropertyKey[],
): Finding[] {
  const given = Object.keys(valueAt(input, path) ?? {});
  const absent = keysAt(form, path).filter((key) => !given.includes(key));
  return keys.map((key) => ({
    code: 'unknown-key',
    pointer: pointerOf([...path, key]),
    message: `no key here is named ${quoted(key)}`,
    ...suggested(key, absent),
  }));
}

const isNumber = (origin: string) => origin === 'number' || origin === 'int' || origin === 'bigint';

const partsOf = (origin: string) => (origin === 'string' ? 'characters' : 'entries');

function wording(issue: Issue, value: unknown): Pick<Finding, 'code' | 'message' | 'suggestion'> {
  if (issue.code === 'invalid_type') {
    if (issue.expected === 'int' && typeof value === 'number')
      return { code: 'not-whole', message: `${quoted(value)} is not a whole number` };
    const kind = kinds[issue.expected] ?? issue.expected;
    return { code: 'wrong-type', message: `${typed(value)} stands where ${kind} should` };
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
  if (issue.code === 'custom')
    return { code: 'out-of-range', message: `${quoted(value)} is not accepted: ${issue.message}` };
  if (issue.code === 'too_small' && isNumber(issue.origin))
    return {
      code: 'out-of-range',
      // because the bound itself is not taken where it is not inclusive
      message: `${quoted(value)} is ${issue.inclusive === false ? 'not more' : 'less'} than \`${String(issue.minimum)}\``,
    };
  if (issue.code === 'too_big' && isNumber(issue.origin))
    return { code: 'out-of-range', message: `${quoted(value)} is more than \`${String(issue.maximum)}\`` };
  if (issue.code === 'too_small' && Number(issue.minimum) > 1) {
    const few = `has fewer than ${String(issue.minimum)} ${partsOf(issue.origin)}`;
    return { code: 'out-of-range', message: `${quoted(value)} ${few}` };
  }
  if (issue.code === 'too_small') return { code: 'empty-text', message: `${quoted(value)} is empty` };
  if (issue.code === 'too_big') {
    const many = `has more than ${String(issue.maximum)} ${partsOf(issue.origin)}`;
    return { code: 'too-long', message: `${quoted(value)} ${many}` };
  }
  return { code: 'bad-form', message: `${quoted(value)} is not of the form that is wanted here` };
}

function ofIssue(issue: Issue, asked: Asked, above: readonly PropertyKey[]): Finding[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') return unknownFields(issue.keys, asked, path);
  const value = valueAt(asked.input, path);
  if (value === undefined) return missingKeys([String(path.at(-1))], path.slice(0, -1));
  if (issue.code === 'invalid_union') return ofChoice(choiceOf(issue.errors, value), asked, path);
  return [{ pointer: pointerOf(path), ...wording(issue, value) }];
}

const listed = (keys: readonly string[]) => keys.map(quoted).join(', ');

function missingKeys(keys: readonly string[], path: readonly PropertyKey[]): Finding[] {
  return keys.map((key) => ({
    code: 'missing-key',
    pointer: pointerOf([...path, key]),
    message: `the key ${quoted(key)} is missing`,
  }));
}

function ofChoice(choice: Choice, asked: Asked, path: readonly PropertyKey[]): Finding[] {
  const pointer = pointerOf(path);
  switch (choice.kind) {
    case 'begun':
      return ofAll(choice.issues, asked, path);
    case 'mixed':
      return [
        {
          code: 'several-forms',
          pointer,
          message: `only one of these keys can be given: ${listed(choice.keys)}`,
        },
      ];
    case 'none-begun':
      return [
        { code: 'unknown-form', pointer, message: `one of these keys is wanted: ${listed(choice.lacking)}` },
        ...missingKeys(choice.missing, path),
        ...unknownFields(choice.unknown, asked, path),
      ];
  }
}

function ofAll(issues: readonly Issue[], asked: Asked, above: readonly PropertyKey[]): Finding[] {
  return issues.flatMap((issue) => ofIssue(issue, asked, above));
}

/** Everything that a request has wrong with its form, in the order in which zod found it. */
export function requestFindings(error: z.ZodError, input: unknown, form?: Form): Finding[] {
  return ofAll(error.issues, { input, form }, []);
}
