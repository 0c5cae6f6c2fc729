import { isReserved } from '../../json-code.ts';
import { step } from '../../pointer.ts';
import { quote } from '../../quote.ts';
import { finding, type Finding } from '../finding.ts';

const mostLevels = 64;
const mostValues = 100_000;
const mostCharacters = 4_000_000;

interface Visit {
  readonly value: unknown;
  readonly pointer: string;
  readonly level: number;
}

function tooLarge(): Finding {
  const message = `the document holds more than ${mostValues} values or ${mostCharacters} characters, the most that is read`;
  return finding('too-large', '', { message });
}

function tooDeep(pointer: string): Finding {
  return finding('too-deep', pointer, {
    message: `this is nested deeper than ${mostLevels} levels, the most that is read`,
  });
}

function reservedKey(pointer: string, key: string): Finding {
  return finding('reserved-key', pointer, { message: `${quote(key)} is reserved and can be no key` });
}

function charactersOf(value: unknown): number {
  return typeof value === 'string' ? value.length : 0;
}

/** What may not be read at all, whatever it says; looked for without recursion, before anything that recurses. */
export function overLimits(document: unknown): { readonly fatal: boolean; readonly findings: Finding[] } {
  const findings: Finding[] = [];
  const open: Visit[] = [{ value: document, pointer: '', level: 0 }];
  let values = 0;
  let characters = 0;
  let deepest: string | undefined;
  for (let visit = open.pop(); visit !== undefined; visit = open.pop()) {
    const { value, pointer, level } = visit;
    values += 1;
    characters += charactersOf(value);
    if (values > mostValues || characters > mostCharacters) return { fatal: true, findings: [tooLarge()] };
    if (typeof value !== 'object' || value === null) continue;
    if (level >= mostLevels) {
      if (deepest === undefined || pointer < deepest) deepest = pointer;
      continue;
    }
    if (values + Object.keys(value).length > mostValues) return { fatal: true, findings: [tooLarge()] };
    for (const [key, inner] of Object.entries(value)) {
      if (!Array.isArray(value)) characters += key.length;
      const place = step(pointer, key);
      if (isReserved(key)) findings.push(reservedKey(place, key));
      else open.push({ value: inner, pointer: place, level: level + 1 });
    }
  }
  return deepest === undefined ? { fatal: false, findings } : { fatal: true, findings: [tooDeep(deepest)] };
}
