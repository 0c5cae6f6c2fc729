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

function formFindings(schema: z.ZodType, document: unknown): Finding[] {
  const { fatal, findings } = overLimits(document);
  if (fatal) return findings;
  const newer = newerFormat(document);
  if (newer.length > 0) return [...findings, ...newer];
  return [...findings, ...misfits(schema, document, '')];
}

/** Reads what has no misfits. zod has the last word: what it alone refuses is reported at the place it names. */
function parsed<T>(schema: z.ZodType<T>, document: unknown): Read<T> {
  const result = schema.safeParse(document);
  if (result.success) return ok(result.data);
  const message = 'this is not what its place takes';
  return err(
    inOrder(result.error.issues.map((issue) => finding('bad-form', pointerOf(issue.path), { message }))),
  );
}

function read<T>(schema: z.ZodType<T>, document: unknown): Read<T> {
  const findings = formFindings(schema, document);
  return findings.length > 0 ? err(inOrder(findings)) : parsed(schema, document);
}

/** A ruleset of the right form; whether its names and units hold together is for `checkRuleset`. Never throws. */
export function readRuleset(document: unknown): Read<Ruleset> {
  const findings = formFindings(ruleset, document);
  const all = findings.length > 0 ? findings : nestedQuantifiers(document);
  return all.length > 0 ? err(inOrder(all)) : parsed(ruleset, document);
}

export function readVocabulary(document: unknown): Read<Vocabulary> {
  return read(vocabulary, document);
}

export function readCalendar(document: unknown): Read<Calendar> {
  return read(calendar, document);
}

export function readCaseFile(document: unknown): Read<CaseFile> {
  return read(caseFile, document);
}

export function readReleases(document: unknown): Read<z.infer<typeof releases>> {
  return read(releases, document);
}

export function readSyntheticProfile(document: unknown): Read<SyntheticProfile> {
  return read(syntheticProfile, document);
}
