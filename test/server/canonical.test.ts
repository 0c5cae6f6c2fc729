import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical, sha256 } from '../../server/canonical.ts';
import { canonicalOf } from '../../server/library/hash.ts';

describe('canonical JSON', () => {
  test('is what the reference of RFC 8785 writes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6, stringUnit: 'grapheme' }), (value) => {
        expect(canonical(value)).toBe(canonicalize(value));
      }),
    );
  });

  // RFC 8785, 3.2.2 and appendix B: numbers, escapes, and keys by their UTF-16 units
  test.for([
    ['333333333.33333329', '333333333.3333333'],
    ['1E30', '1e+30'],
    ['1e21', '1e+21'],
    ['1e20', '100000000000000000000'],
    ['2e-3', '0.002'],
    ['0.000000000000000000000000001', '1e-27'],
    ['-0', '0'],
    ['4.50', '4.5'],
    ['"\\u20ac$\\u000f\\nA\'\\u0042\\u0022\\u005c\\\\\\"\\/"', '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'],
    ['"\\u2028\\u007f"', '"\u2028\u007f"'],
    ['{"10": 1, "9": 2, "": 3}', '{"":3,"10":1,"9":2}'],
    ['{"__proto__": {"b": 1, "a": 2}, "A": 3}', '{"A":3,"__proto__":{"a":2,"b":1}}'],
    ['{"\\ufb33": 1, "\\ud83d\\ude02": 2, "\\u20ac": 3}', '{"€":3,"😂":2,"\ufb33":1}'],
    ['{"toJSON": "text", "a": [{}, [], null]}', '{"a":[{},[],null],"toJSON":"text"}'],
  ] as const)('of %s is %s', ([text, expected]) => {
    expect(canonical(JSON.parse(text))).toBe(expected);
    expect(canonicalize(JSON.parse(text))).toBe(expected);
  });

  test('of an object with more keys than are sorted by hand', () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [String((n * 7919) % 300), n]));
    expect(canonical(many)).toBe(canonicalize(many));
  });

  test.for([
    { what: 'a number that is none', value: Number.NaN },
    { what: 'a number beyond a double', value: { a: Number.POSITIVE_INFINITY } },
    { what: 'nothing', value: undefined },
    { what: 'a function', value: [() => 1] },
  ])('is refused of $what', ({ value }) => {
    expect(() => canonical(value)).toThrow();
  });

  test('of a text that speaks of half a pair stands; half a pair has none', () => {
    expect(canonicalOf('a \\ud83d b')).toEqual({ ok: true, value: '"a \\\\ud83d b"' });
    expect(canonicalOf({ a: '\ud83d' })).toMatchObject({ ok: false, error: [{ pointer: '/a' }] });
    expect(canonicalOf({ '\ude02': 1 })).toMatchObject({ ok: false });
  });
});

test('a digest is of the bytes of UTF-8', () => {
  // FIPS 180-4, its example of three letters
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(sha256('€')).toBe(
    createHash('sha256')
      .update(Buffer.from([0xe2, 0x82, 0xac]))
      .digest('hex'),
  );
});
