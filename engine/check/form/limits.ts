import { isReserved } from '../../json-code.ts';
import { pointerOf, step } from '../../pointer.ts';
import { quote } from '../../quote.ts';
import { finding, type Finding } from '../finding.ts';

const mostLevels = 64;
const mostValues = 100_000;
const mostCharacters = 4_000_000;

interface Visit {
  readonly value: unknown;
  readonly level: number;
  /** What it stands in, and under which key; undefined for the document. */
  readonly above?: Visit;
  readonly key?: string;
}

/** Put together only where something is said of the place: most documents have nothing said of any. */
function pointerTo(visit: Visit): string {
  const path: string[] = [];
  for (let at = visit; at.above !== undefined; at = at.above) path.unshift(at.key ?? '');
  return pointerOf(path);
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
  const open: Visit[] = [{ value: document, level: 0 }];
  let values = 0;
  let characters = 0;
  let deepest: string | undefined;
  for (let visit = open.pop(); visit !== undefined; visit = open.pop()) {
    const { value, level } = visit;
    values += 1;
    characters += charactersOf(value);
    if (values > mostValues || characters > mostCharacters) return { fatal: true, findings: [tooLarge()] };
    if (typeof value !== 'object' || value === null) continue;
    if (level >= mostLevels) {
      const pointer = pointerTo(visit);
      if (deepest === undefined || pointer < deepest) deepest = pointer;
      continue;
    }
    if (values + Object.keys(value).length > mostValues) return { fatal: true, findings: [tooLarge()] };
    for (const [key, inner] of Object.entries(value)) {
      if (!Array.isArray(value)) characters += key.length;
      if (isReserved(key)) findings.push(reservedKey(step(pointerTo(visit), key), key));
      else open.push({ value: inner, level: level + 1, above: visit, key });
    }
  }
  return deepest === undefined ? { fatal: false, findings } : { fatal: true, findings: [tooDeep(deepest)] };
}
