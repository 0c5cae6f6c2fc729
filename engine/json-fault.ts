import { createScanner, type JSONScanner } from 'jsonc-parser';
import type { Diagnostic } from './check/diagnostic.ts';
import { isReserved, mostFindings, type JsonCode } from './json-code.ts';
import { pointerOf } from './pointer.ts';
import { quote } from './quote.ts';

type Token = '{' | '}' | '[' | ']' | ',' | ':' | 'scalar' | 'text' | 'comment' | 'space' | 'end' | 'unknown';

/** By jsonc-parser's SyntaxKind, which counts from 1. */
const tokens: readonly Token[] = [
  'unknown',
  ...(['{', '}', '[', ']', ',', ':'] as const),
  ...(['scalar', 'scalar', 'scalar', 'text', 'scalar'] as const),
  ...(['comment', 'comment', 'space', 'space', 'unknown', 'end'] as const),
];

/** By jsonc-parser's ScanError, which counts from 1; a comment is refused whole or not. */
const broken: readonly string[] = [
  '',
  '',
  'has no closing quotation mark on its line',
  'is a number that stops short',
  'has `\\u` without four hexadecimal digits after it',
  'has a backslash before a character that cannot follow one',
  'has a tab or another control character that must be written as an escape, such as `\\t`',
];

type Place =
  'value' | 'first-item' | 'item' | 'first-key' | 'key' | 'colon' | 'after-value' | 'after-item' | 'end';
type Move = 'open' | 'close' | 'done' | 'name' | 'value' | 'key' | 'item';

const value = { '{': 'open', '[': 'open', text: 'done', scalar: 'done' } as const;

/** What may stand at each place of a JSON text, and the move it makes. */
const grammar: Readonly<
  Record<Place, { readonly wants: string; readonly moves: Partial<Record<Token, Move>> }>
> = {
  value: { wants: 'a value', moves: value },
  'first-item': { wants: 'a value or `]`', moves: { ...value, ']': 'close' } },
  item: { wants: 'a value', moves: value },
  'first-key': { wants: 'a key in double quotation marks or `}`', moves: { text: 'name', '}': 'close' } },
  key: { wants: 'a key in double quotation marks', moves: { text: 'name' } },
  colon: { wants: '`:`', moves: { ':': 'value' } },
  'after-value': { wants: '`,` or `}`', moves: { ',': 'key', '}': 'close' } },
  'after-item': { wants: '`,` or `]`', moves: { ',': 'item', ']': 'close' } },
  end: { wants: 'nothing more', moves: {} },
};

/** An object or a list that is not closed yet, and the step of the pointer that reading has come to in it. */
interface Open {
  readonly list: boolean;
  step: string | number | undefined;
  /** Lines on which the object's keys first stand. */
  readonly lines: Map<string, number>;
}

interface Walk {
  readonly scanner: JSONScanner;
  readonly open: Open[];
  readonly faults: Diagnostic[];
  place: Place;
}

function report(walk: Walk, code: JsonCode, message: string): void {
  const path = walk.open.flatMap(({ step }) => (step === undefined ? [] : [step]));
  const line = walk.scanner.getTokenStartLine() + 1;
  const column = walk.scanner.getTokenStartCharacter() + 1;
  walk.faults.push({ code, severity: 'error', pointer: pointerOf(path), message, line, column });
}

function take(walk: Walk, key: string): void {
  const inner = walk.open.at(-1);
  if (inner === undefined) return;
  inner.step = key;
  if (isReserved(key)) report(walk, 'reserved-key', `no key may be named ${quote(key)}`);
  const first = inner.lines.get(key);
  if (first === undefined) inner.lines.set(key, walk.scanner.getTokenStartLine() + 1);
  else
    report(walk, 'duplicate-key', `the key ${quote(key)} stands twice in one object, first on line ${first}`);
}

function after(walk: Walk): Place {
  const inner = walk.open.at(-1);
  if (inner === undefined) return 'end';
  return inner.list ? 'after-item' : 'after-value';
}

const begin = (walk: Walk, list: boolean): Place => {
  walk.open.push({ list, step: list ? 0 : undefined, lines: new Map() });
  return list ? 'first-item' : 'first-key';
};

const nextItem = (walk: Walk): Place => {
  const inner = walk.open.at(-1);
  if (typeof inner?.step === 'number') inner.step += 1;
  return 'item';
};

const moves: Readonly<Record<Move, (walk: Walk, token: Token) => Place>> = {
  open: (walk, token) => begin(walk, token === '['),
  close: (walk) => {
    walk.open.pop();
    return after(walk);
  },
  done: after,
  name: (walk) => {
    take(walk, walk.scanner.getTokenValue());
    return 'colon';
  },
  value: () => 'value',
  key: () => 'key',
  item: nextItem,
};

function misfit(walk: Walk, token: Token, words: string): string {
  if (token === 'comment') return 'comments are not part of JSON';
  if (token === 'unknown') return `${quote(words)} is not JSON: text stands in double quotation marks`;
  if (walk.place === 'end') return `${quote(words)} stands after the end of the value`;
  const { wants } = grammar[walk.place];
  if (token === 'end') return `the text ends where ${wants} should stand`;
  const trailing = walk.place === 'key' || walk.place === 'item';
  if (trailing && (token === '}' || token === ']'))
    return `there is a comma before ${quote(words)} with nothing after it`;
  return `${quote(words)} stands where ${wants} should`;
}

/**
 * Every repeated or reserved key of a text, up to the first place that is not JSON, which is the last finding. Without
 * recursion, so that depth is no danger.
 */
export function faultsOf(text: string): Diagnostic[] {
  const scanner = createScanner(text);
  const walk: Walk = { scanner, open: [], faults: [], place: 'value' };
  while (walk.faults.length < mostFindings) {
    const token = tokens[scanner.scan()] ?? 'unknown';
    if (token === 'space') continue;
    if (token === 'end' && walk.place === 'end') break;
    const start = scanner.getTokenOffset();
    const words = text.slice(start, start + scanner.getTokenLength());
    const move = grammar[walk.place].moves[token];
    const fault = broken[scanner.getTokenError()];
    if (move !== undefined && !fault) walk.place = moves[move](walk, token);
    else {
      const message = token !== 'comment' && fault ? `${quote(words)} ${fault}` : misfit(walk, token, words);
      report(walk, 'not-json', message);
      break;
    }
  }
  if (walk.faults.length === mostFindings)
    report(walk, 'too-many-findings', `only the first ${mostFindings} findings are listed`);
  return walk.faults;
}
