import type { Diagnostic } from './check/diagnostic.ts';
import { isReserved, jsonDiagnostics, type JsonCode } from './json-code.ts';
import { faultsOf } from './json-fault.ts';
import { err, ok, type Result } from './result.ts';

/** How much text is read. A character is a UTF-16 code unit; a number is at depth 0, a list of numbers at depth 1. */
export interface JsonLimits {
  readonly maxDepth?: number;
  readonly maxCharacters?: number;
}

export const jsonLimits = { maxDepth: 64, maxCharacters: 10_000_000 } as const satisfies JsonLimits;

const quotation = 0x22;
const colon = 0x3a;
const openBracket = 0x5b;
const backslash = 0x5c;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const byteOrderMark = 0xfeff;

function isEscaped(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charCodeAt(before) === backslash) before -= 1;
  return (at - before) % 2 === 0;
}

/** Where the string that begins at `start` closes; the end of the text where it never does. */
function closeOf(text: string, start: number): number {
  let at = text.indexOf('"', start + 1);
  while (at !== -1 && isEscaped(text, at)) at = text.indexOf('"', at + 1);
  return at === -1 ? text.length : at;
}

interface Scan {
  /** Keys written, counting each time that one is repeated. */
  readonly keys: number;
  /** Offset of the bracket that goes too deep, or -1. */
  readonly tooDeepAt: number;
}

/** One pass without recursion, so that no depth of text can overflow the stack. Exact for a text that is JSON. */
function scan(text: string, maxDepth: number): Scan {
  let keys = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quotation) at = closeOf(text, at);
    else if (code === colon) keys += 1;
    else if (code === openBrace || code === openBracket) {
      depth += 1;
      if (depth > maxDepth) return { keys, tooDeepAt: at };
    } else if (code === closeBrace || code === closeBracket) depth -= 1;
  }
  return { keys, tooDeepAt: -1 };
}

type Inner = Readonly<Record<string, unknown>>;

function isInner(value: unknown): value is Inner {
  return typeof value === 'object' && value !== null;
}

/** Whether the value has as many keys as the text, none of them reserved: otherwise JSON.parse has dropped one. */
function keepsEveryKey(value: unknown, keys: number): boolean {
  const open: Inner[] = isInner(value) ? [value] : [];
  let left = keys;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (Array.isArray(next)) {
      for (const item of next) if (isInner(item)) open.push(item);
      continue;
    }
    for (const key in next) {
      if (isReserved(key)) return false;
      left -= 1;
      const inner = next[key];
      if (isInner(inner)) open.push(inner);
    }
  }
  return left === 0;
}

function parsed(text: string): Result<unknown, undefined> {
  try {
    return ok(JSON.parse(text));
  } catch {
    return err(undefined);
  }
}

function refusal(code: JsonCode, message: string, place: { line?: number; column?: number }): Diagnostic[] {
  return [{ code, severity: 'error', pointer: '', message, ...place }];
}

function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

/**
 * The value a JSON text holds, or every repeated or reserved key in it, or the first place that is not JSON. A
 * byte-order mark at its head is passed over. Never throws.
 */
export function readJson(text: string, limits: JsonLimits = {}): Result<unknown, Diagnostic[]> {
  const { maxDepth, maxCharacters } = { ...jsonLimits, ...limits };
  const body = text.charCodeAt(0) === byteOrderMark ? text.slice(1) : text;
  if (body.length > maxCharacters) {
    const message = `the text is ${body.length} characters long, more than the ${maxCharacters} that are read`;
    return err(refusal('too-large', message, {}));
  }
  const { keys, tooDeepAt } = scan(body, maxDepth);
  if (tooDeepAt !== -1) {
    const message = `lists and objects lie inside one another more than ${maxDepth} deep`;
    return err(refusal('too-deep', message, lineAndColumn(body, tooDeepAt)));
  }
  const value = parsed(body);
  if (value.ok && keepsEveryKey(value.value, keys)) return value;
  const faults = faultsOf(body);
  if (faults.length > 0) return err(faults);
  return value.ok ? value : err(refusal('not-json', jsonDiagnostics['not-json'], { line: 1, column: 1 }));
}
