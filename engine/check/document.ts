import * as z from 'zod';
import { calendar, type Calendar } from '../document/calendar.ts';
import { caseFile, type CaseFile } from '../document/cases.ts';
import { releases } from '../document/release.ts';
import { ruleset, type Ruleset } from '../document/ruleset.ts';
import { vocabulary, type Vocabulary } from '../document/vocabulary.ts';
import { pointerOf } from '../pointer.ts';
import { err, ok, type Result } from '../result.ts';
import { syntheticProfile, type SyntheticProfile } from '../synthetic/profile.ts';
import type { Diagnostic } from './diagnostic.ts';
import { finding, inOrder, type Finding } from './finding.ts';
import { overLimits } from './form/limits.ts';
import { misfits } from './form/misfits.ts';
import { nestedQuantifiers } from './form/nesting.ts';

/** The format that this engine reads. */
const newest = 1;

type Read<T> = Result<T, Diagnostic[]>;

function newerFormat(document: unknown): Finding[] {
  if (typeof document !== 'object' || document === null || !('format' in document)) return [];
  const { format } = document;
  if (typeof format !== 'number' || format <= newest) return [];
  const message = `this document is of format \`${format}\`, and the newest that can be read is \`${newest}\``;
  return [finding('newer-format', '/format', { message })];
}

/** What can be said before the form is looked at: of size, of keys that are never allowed, of a newer format. */
function firstFindings(document: unknown): { readonly fatal: boolean; readonly findings: Finding[] } {
  const limits = overLimits(document);
  const newer = limits.fatal ? [] : newerFormat(document);
  return { fatal: limits.fatal || newer.length > 0, findings: [...limits.findings, ...newer] };
}

/** Everything that is wrong with a document which zod does not read. zod has the last word: what it alone refuses is reported at the place it names. */
function misread(schema: z.ZodType, document: unknown, error: z.ZodError): Finding[] {
  const found = misfits(schema, document, '');
  if (found.length > 0) return found;
  const message = 'this is not what its place takes';
  return error.issues.map((issue) => finding('bad-form', pointerOf(issue.path), { message }));
}

/** The form is read first, and looked at slip by slip only where it is not read: most documents have none. */
export function readForm<T>(schema: z.ZodType<T>, document: unknown): Read<T> {
  const { fatal, findings } = firstFindings(document);
  if (fatal) return err(inOrder(findings));
  const result = schema.safeParse(document);
  if (!result.success) return err(inOrder([...findings, ...misread(schema, document, result.error)]));
  return findings.length > 0 ? err(inOrder(findings)) : ok(result.data);
}

/** A ruleset of the right form; whether its names and units hold together is for `checkRuleset`. Never throws. */
export function readRuleset(document: unknown): Read<Ruleset> {
  const result = readForm(ruleset, document);
  if (!result.ok) return result;
  const nested = nestedQuantifiers(document);
  return nested.length > 0 ? err(inOrder(nested)) : result;
}

export function readVocabulary(document: unknown): Read<Vocabulary> {
  return readForm(vocabulary, document);
}

export function readCalendar(document: unknown): Read<Calendar> {
  return readForm(calendar, document);
}

export function readCaseFile(document: unknown): Read<CaseFile> {
  return readForm(caseFile, document);
}

export function readReleases(document: unknown): Read<z.infer<typeof releases>> {
  return readForm(releases, document);
}

export function readSyntheticProfile(document: unknown): Read<SyntheticProfile> {
  return readForm(syntheticProfile, document);
}
