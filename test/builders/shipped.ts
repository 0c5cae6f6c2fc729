import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkCases } from '../../engine/check/check.ts';
import { compileRuleset, type CompiledRuleset } from '../../engine/decide/compile.ts';
import { calendar } from '../../engine/document/calendar.ts';
import type { CaseFile } from '../../engine/document/cases.ts';
import { vocabulary } from '../../engine/document/vocabulary.ts';
import type { Family } from '../../engine/family/family.ts';
import { familyParser } from '../../engine/family/parse.ts';

const folder = fileURLToPath(new URL('../../rulesets/', import.meta.url));

function read(path: string): unknown {
  return JSON.parse(readFileSync(`${folder}${path}`, 'utf8'));
}

/** The vocabulary and the calendars that ship with the product. */
export const shippedLibrary = {
  vocabularies: [vocabulary.parse(read('vocabulary/family@1.json'))],
  calendars: readdirSync(`${folder}calendars`).map((file) => calendar.parse(read(`calendars/${file}`))),
};

const [family1] = shippedLibrary.vocabularies;
if (family1 === undefined) throw new Error('the vocabulary ships');
const parse = familyParser(family1);

/** Every `<jurisdiction>/<ruleset>/<version>` that ships, without its extension. */
export const shippedRulesets = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => /^[^/]+\/[^/]+\/[^/]+\.cases\.json$/.test(path))
  .map((path) => path.replace('.cases.json', ''))
  .sort();

export function shippedRuleset(path: string): CompiledRuleset {
  const compiled = compileRuleset(read(`${path}.json`), shippedLibrary);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error, null, 2));
  return compiled.value;
}

export function shippedCases(path: string): CaseFile {
  const cases = checkCases(read(`${path}.cases.json`), shippedRuleset(path).ruleset);
  if (!cases.ok) throw new Error(JSON.stringify(cases.error, null, 2));
  return cases.value;
}

/** A family record, read; a fault in it is a fault of the test. */
export function readFamily(document: unknown): Family {
  const family = parse(document);
  if (!family.ok) throw new Error(JSON.stringify(family.error, null, 2));
  return family.value;
}

export { parse as parseFamily };
