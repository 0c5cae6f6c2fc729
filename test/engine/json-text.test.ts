import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonDiagnostics } from '../../engine/json-code.ts';
import { readJson, type JsonLimits } from '../../engine/json-text.ts';

const mark = '\u{feff}';
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

interface Refused {
  readonly why: string;
  readonly text: string;
  readonly limits?: JsonLimits;
  /** Code, pointer, `line:column` (empty where there is none) and message. */
  readonly findings: readonly (readonly [code: string, pointer: string, at: string, message: string])[];
}

const refused: readonly Refused[] = [
  {
    why: 'one character more than is read',
    text: '"abcd"',
    limits: { maxCharacters: 5 },
    findings: [['too-large', '', '', 'the text is 6 characters long, more than the 5 that are read']],
  },
  {
    why: 'the second bracket is one too deep',
    text: '[\n  [1]]',
    limits: { maxDepth: 1 },
    findings: [['too-deep', '', '2:3', 'lists and objects lie inside one another more than 1 deep']],
  },
  {
    why: 'lists in objects count like lists',
    text: '{"a":{"b":[{}]}}',
    limits: { maxDepth: 3 },
    findings: [['too-deep', '', '1:12', 'lists and objects lie inside one another more than 3 deep']],
  },
  {
    why: 'there is nothing',
    text: '',
    findings: [['not-json', '', '1:1', 'the text ends where a value should stand']],
  },
  {
    why: 'only a byte-order mark',
    text: mark,
    findings: [['not-json', '', '1:1', 'the text ends where a value should stand']],
  },
  {
    why: 'a second byte-order mark is a character like another',
    text: `${mark}${mark}1`,
    findings: [['not-json', '', '1:1', '`�1` is not JSON: text stands in double quotation marks']],
  },
  {
    why: 'cut short in a list, after Windows line ends',
    text: '{"members": [\r\n1,\r\n2',
    findings: [['not-json', '/members/1', '3:2', 'the text ends where `,` or `]` should stand']],
  },
  {
    why: 'a comma too many in an object',
    text: '{"a": 1,\n}',
    findings: [['not-json', '/a', '2:1', 'there is a comma before `}` with nothing after it']],
  },
  {
    why: 'a comma too many in a list',
    text: '[1, 2, ]',
    findings: [['not-json', '/2', '1:8', 'there is a comma before `]` with nothing after it']],
  },
  {
    why: 'no comma between two keys',
    text: '{"a": {"b": 1 "c": 2}}',
    findings: [['not-json', '/a/b', '1:15', '`"c"` stands where `,` or `}` should']],
  },
  {
    why: 'no colon',
    text: '{"a" 1}',
    findings: [['not-json', '/a', '1:6', '`1` stands where `:` should']],
  },
  {
    why: 'a key without quotation marks',
    text: '{a: 1}',
    findings: [['not-json', '', '1:2', '`a` is not JSON: text stands in double quotation marks']],
  },
  {
    why: 'a number as a key',
    text: '{1: 1}',
    findings: [['not-json', '', '1:2', '`1` stands where a key in double quotation marks or `}` should']],
  },
  {
    why: 'single quotation marks',
    text: "['a']",
    findings: [['not-json', '/0', '1:2', "`'a'` is not JSON: text stands in double quotation marks"]],
  },
  {
    why: 'a comment',
    text: '{ // note\n}',
    findings: [['not-json', '', '1:3', 'comments are not part of JSON']],
  },
  {
    why: 'a comment that does not close',
    text: '1 /* note',
    findings: [['not-json', '', '1:3', 'comments are not part of JSON']],
  },
  {
    why: 'two values',
    text: '{} {}',
    findings: [['not-json', '', '1:4', '`{` stands after the end of the value']],
  },
  {
    why: 'a leading zero',
    text: '{"pence": 01}',
    findings: [['not-json', '/pence', '1:12', '`1` stands where `,` or `}` should']],
  },
  {
    why: 'a fraction without digits',
    text: '[1.]',
    findings: [['not-json', '/0', '1:2', '`1.` is a number that stops short']],
  },
  {
    why: 'a number that only a program knows',
    text: '[NaN]',
    findings: [['not-json', '/0', '1:2', '`NaN` is not JSON: text stands in double quotation marks']],
  },
  {
    why: 'a line break inside quotation marks',
    text: '["a\nb"]',
    findings: [['not-json', '/0', '1:2', '`"a` has no closing quotation mark on its line']],
  },
  {
    why: 'an escape that JSON lacks',
    text: '["C:\\data"]',
    findings: [
      ['not-json', '/0', '1:2', '`"C:\\data"` has a backslash before a character that cannot follow one'],
    ],
  },
  {
    why: 'half an escape',
    text: '["\\u12"]',
    findings: [['not-json', '/0', '1:2', '`"\\u12"` has `\\u` without four hexadecimal digits after it']],
  },
  {
    why: 'a tab inside quotation marks',
    text: '["\t"]',
    findings: [
      [
        'not-json',
        '/0',
        '1:2',
        '`"�"` has a tab or another control character that must be written as an escape, such as `\\t`',
      ],
    ],
  },
  {
    why: 'a key twice: JSON.parse would silently keep the last',
    text: '{"id": "F-001",\n "closedOn": null,\n "id": "F-002"}',
    findings: [['duplicate-key', '/id', '3:2', 'the key `id` stands twice in one object, first on line 1']],
  },
  {
    why: 'the same key written two ways, deep inside',
    text: '[{"a/b": {"k": 1, "\\u006b": 2}}]',
    findings: [
      ['duplicate-key', '/0/a~1b/k', '1:19', 'the key `k` stands twice in one object, first on line 1'],
    ],
  },
  {
    why: 'each repetition is named, and one key in two objects is none',
    text: '[{"a": 1, "a": 2, "a": 3}, {"a": 1}]',
    findings: [
      ['duplicate-key', '/0/a', '1:11', 'the key `a` stands twice in one object, first on line 1'],
      ['duplicate-key', '/0/a', '1:19', 'the key `a` stands twice in one object, first on line 1'],
    ],
  },
  {
    why: 'reserved keys, one of them written with an escape',
    text: '{"\\u005f_proto__": {"constructor": 1}, "prototype": []}',
    findings: [
      ['reserved-key', '/__proto__', '1:2', 'no key may be named `__proto__`'],
      ['reserved-key', '/__proto__/constructor', '1:21', 'no key may be named `constructor`'],
      ['reserved-key', '/prototype', '1:40', 'no key may be named `prototype`'],
    ],
  },
  {
    why: 'what repeats before the text stops being JSON is told too',
    text: '{"a": 1, "a": 2',
    findings: [
      ['duplicate-key', '/a', '1:10', 'the key `a` stands twice in one object, first on line 1'],
      ['not-json', '/a', '1:16', 'the text ends where `,` or `}` should stand'],
    ],
  },
];

const findingsOf = (text: string, limits?: JsonLimits) => {
  const result = readJson(text, limits);
  return result.ok ? [] : result.error;
};

describe('a text is refused', () => {
  test.for(refused)('when $why', ({ text, limits, findings }) => {
    const wanted = findings.map(([code, pointer, at, message]) => {
      const [line, column] = at.split(':').map(Number);
      const place = column === undefined ? {} : { line, column };
      return { code, severity: 'error', pointer, message, ...place };
    });
    expect(findingsOf(text, limits)).toEqual(wanted);
  });

  test('and every code but the last has its row', () => {
    const codes = new Set(refused.flatMap(({ findings }) => findings.map(([code]) => code)));
    expect([...codes, 'too-many-findings'].sort()).toEqual(Object.keys(jsonDiagnostics).sort());
  });

  test('with 1000 findings and one that says there are more', () => {
    const many = (count: number) => findingsOf(`{${'"a":1,'.repeat(count)}"a":1}`);
    expect(many(999)).toHaveLength(999);
    expect(many(1001)).toHaveLength(1001);
    expect(many(1001).at(-1)).toMatchObject({
      code: 'too-many-findings',
      message: 'only the first 1000 findings are listed',
    });
  });
});

describe('a text is read', () => {
  test.for([
    { why: 'as deep as is read', text: '[[1]]', limits: { maxDepth: 2 }, value: [[1]] },
    { why: 'a value on its own has no depth', text: '1', limits: { maxDepth: 0 }, value: 1 },
    { why: 'as long as is read', text: '"abc"', limits: { maxCharacters: 5 }, value: 'abc' },
    { why: 'the mark is no character of it', text: `${mark}123`, limits: { maxCharacters: 3 }, value: 123 },
    {
      why: 'brackets and colons in text',
      text: '{"[[[":"}:{"}',
      limits: { maxDepth: 1 },
      value: { '[[[': '}:{' },
    },
    {
      why: 'an escaped mark does not end text',
      text: '["\\"[[", "\\\\"]',
      limits: { maxDepth: 1 },
      value: ['"[[', '\\'],
    },
    { why: 'one key in two objects', text: '[{"a":1},{"a":2}]', limits: {}, value: [{ a: 1 }, { a: 2 }] },
    { why: 'a reserved word as a value', text: '["__proto__"]', limits: {}, value: ['__proto__'] },
    { why: 'other names that objects inherit', text: '{"toString":1}', limits: {}, value: { toString: 1 } },
    { why: '64 deep is the default', text: nested(64), limits: {}, value: JSON.parse(nested(64)) as unknown },
  ])('when $why', ({ text, limits, value }) => {
    expect(readJson(text, limits)).toEqual({ ok: true, value });
  });
});

describe('no text overflows the stack', () => {
  test.for([
    { why: '65 is one too deep', text: nested(65) },
    { why: 'a web server’s worst', text: '['.repeat(10_000) },
    { why: 'a million', text: '['.repeat(1_000_000) },
    { why: 'a million objects', text: '{"a":'.repeat(1_000_000) },
  ])('$why', ({ text }) => {
    expect(findingsOf(text).map(({ code }) => code)).toEqual(['too-deep']);
  });

  test.for([
    { why: 'hidden behind a line break in text', text: `"a\n${'['.repeat(1_000_000)}`, limits: {} },
    { why: 'hidden behind a comment', text: `/* " */${'['.repeat(1_000_000)}`, limits: {} },
    { why: 'allowed by the caller', text: '['.repeat(100_000), limits: { maxDepth: 1_000_000 } },
    { why: 'repeated marks and backslashes', text: `"${'\\'.repeat(1_000_001)}"`, limits: {} },
  ])('$why', ({ text, limits }) => {
    expect(findingsOf(text, limits).map(({ code }) => code)).toEqual(['not-json']);
  });
});

/** Pieces that make texts near to JSON, so that both answers come up often. */
const nearJson = fc
  .array(
    fc.constantFrom(
      ...['{', '}', '[', ']', ',', ':', '"', '"a"', '"b":', '"a":1', '\\', '\\u0041', '/', '//', '/*', '*/'],
      ...[
        '1',
        '-',
        '0',
        '.5',
        'e9',
        '1e',
        'true',
        'null',
        'nul',
        'NaN',
        ' ',
        '\n',
        '\r',
        '\t',
        '\u{a0}',
        '\u{0}',
        mark,
      ],
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));

const isJson = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('for any text', () => {
  test.for([
    { texts: nearJson, called: 'near to JSON', numRuns: 500 },
    { texts: fc.string({ unit: 'binary', maxLength: 8 }), called: 'of any characters', numRuns: 100 },
  ])('$called, what JSON.parse refuses is not JSON, and nothing else is', ({ texts, numRuns }) => {
    const agrees = (text: string) => {
      const body = text.startsWith(mark) ? text.slice(1) : text;
      return findingsOf(text).some(({ code }) => code === 'not-json') !== isJson(body);
    };
    fc.assert(fc.property(texts, agrees), { numRuns });
  });

  test('every value that JSON can say is read as it is, unless a key is reserved', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        const result = readJson(text);
        if (result.ok) expect(result.value).toEqual(JSON.parse(text));
        else expect(new Set(result.error.map(({ code }) => code))).toEqual(new Set(['reserved-key']));
      }),
    );
  });
});
