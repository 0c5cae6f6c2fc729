import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitLines } from '../../server/batch/split-lines.ts';

const encoder = new TextEncoder();

async function* given(parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield await Promise.resolve(part);
}

/** Every line with its number, and the numbers of those too long. */
async function linesOf(parts: readonly Uint8Array[], limit = 100) {
  const lines: [number, string][] = [];
  const tooLong: number[] = [];
  for await (const block of splitLines(given(parts), limit)) {
    const text = new TextDecoder().decode(block.bytes);
    for (const [at, line] of text.split('\n').slice(0, -1).entries())
      lines.push([block.firstLine + at, line]);
    tooLong.push(...block.tooLong);
  }
  return { lines, tooLong };
}

describe('an input is cut into whole lines', () => {
  test.for<{ text: string; lines: string[]; tooLong?: number[]; why: string }>([
    { text: '', lines: [], why: 'nothing has no lines' },
    { text: '\n', lines: [''], why: 'a blank line is a line' },
    { text: 'a', lines: ['a'], why: 'the last line needs no end' },
    { text: 'a\n', lines: ['a'], why: 'nor does its end begin another' },
    { text: 'a\n\nb\n', lines: ['a', '', 'b'], why: 'blank ones are counted' },
    { text: 'a\r\nb\r\n', lines: ['a\r', 'b\r'], why: 'a carriage return is white space to JSON' },
    { text: '\u{feff}a\nb', lines: ['a', 'b'], why: 'a byte-order mark is no part of the first line' },
    { text: 'a\n\u{feff}b', lines: ['a', '\u{feff}b'], why: 'anywhere else it is' },
    { text: `${'x'.repeat(100)}\nb`, lines: ['x'.repeat(100), 'b'], why: 'as long as can be' },
    { text: `a\n${'x'.repeat(101)}\nb\n`, lines: ['a', '', 'b'], tooLong: [2], why: 'one byte too long' },
    { text: 'x'.repeat(101), lines: [''], tooLong: [1], why: 'too long, and the last' },
  ])('$why', async ({ text, lines, tooLong = [] }) => {
    const whole = await linesOf([encoder.encode(text)]);
    expect(whole).toEqual({ lines: lines.map((line, at) => [at + 1, line]), tooLong });
  });

  test('wherever it is cut on its way', async () => {
    const line = fc.string({ maxLength: 30 }).filter((one) => !/[\n\u{feff}]/u.test(one));
    await fc.assert(
      fc.asyncProperty(fc.array(line), fc.array(fc.nat({ max: 200 })), async (lines, cuts) => {
        const bytes = encoder.encode(lines.map((one) => `${one}\n`).join(''));
        const at = [0, ...cuts.filter((cut) => cut < bytes.length).toSorted((a, b) => a - b), bytes.length];
        const parts = at.slice(1).map((to, index) => bytes.subarray(at[index], to));
        expect(await linesOf(parts)).toEqual(await linesOf([bytes]));
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  test('a long input comes in blocks, each from the line after the last', async () => {
    const line = encoder.encode(`${'x'.repeat(99)}\n`);
    const firsts: number[] = [];
    let lines = 0;
    for await (const block of splitLines(given(Array.from({ length: 10_000 }, () => line)), 100)) {
      expect(block.firstLine).toBe(lines + 1);
      lines += block.bytes.length / 100;
      firsts.push(block.firstLine);
    }
    expect(lines).toBe(10_000);
    expect(firsts.length).toBeGreaterThan(2);
  });
});
