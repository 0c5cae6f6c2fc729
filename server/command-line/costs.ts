import { type Diagnostic, err, nearest, ok, type Result } from '../../engine/index.ts';
import type { Basis } from '../library/basis.ts';
import { bytesOf, documentOf } from '../library/document-text.ts';
import { costsCsv } from '../programme/costs-csv.ts';
import { costsOf, type CostsRefused } from '../programme/costs-of.ts';
import { bytesFrom, unreadable } from './evaluate.ts';
import type { Io } from './io.ts';
import { opened } from './opened.ts';
import { type Failure, failure, type Outcome } from './problem.ts';

export interface CostsOptions {
  readonly unitCosts: string;
  /** A file with the family whose records are counted. */
  readonly family?: string;
  /** The day its records are seen on. */
  readonly asOf?: string;
  readonly rulesets: string;
  /** Whether it is written as CSV, a row a line of the sheet. */
  readonly csv?: boolean;
}

type Read<T> = Result<T, Failure>;

/** The document in some bytes, or why there is none; what it is stands in `what`. */
function documentFrom(bytes: Result<Uint8Array, Diagnostic[]>, what: string): Read<unknown> {
  if (!bytes.ok) return err(failure('file-unreadable', `there is no file for ${what} that can be read`));
  const document = documentOf(bytes.value);
  return document.ok ? document : err(invalid(what, document.error));
}

function invalid(what: string, findings: Diagnostic[]): Failure {
  return failure('costs-invalid', `${what} cannot be used`, { findings });
}

const nothing: Basis = { vocabularies: new Map(), calendars: new Map() };

/** `hertfordshire@1.0.0`: unit costs of the rulesets folder; anything else is a file. */
const published = /^[a-z][a-z0-9-]*@\d+\.\d+\.\d+/;

/** The unit costs that are named, as they lie in the folder or in a file. */
function unitCostsOf({ unitCosts, rulesets }: CostsOptions, what: string): Read<unknown> {
  if (!published.test(unitCosts)) return documentFrom(bytesOf(unitCosts), what);
  const library = opened(rulesets);
  if (!library.ok) return library;
  const held = library.value.programme.unitCosts;
  const found = held.get(unitCosts);
  if (found !== undefined) return ok(found.document);
  const there = held.size === 0 ? 'there are none' : `there are ${[...held.keys()].join(', ')}`;
  const suggestion = nearest(unitCosts, [...held.keys()]);
  const detail = `the folder has no unit costs \`${unitCosts}\`: ${there}`;
  return err(failure('unit-costs-not-found', detail, suggestion === undefined ? {} : { suggestion }));
}

/** What the unit costs rest on: the rulesets folder, where they say that they rest on it. */
function basisFor(unitCosts: unknown, rulesets: string): Read<Basis> {
  const rests = typeof unitCosts === 'object' && unitCosts !== null && 'vocabulary' in unitCosts;
  if (!rests) return ok(nothing);
  const library = opened(rulesets);
  return library.ok ? ok(library.value.basis) : library;
}

/** The family in a file with the day it is seen on; nothing where no family is counted. */
function givenBy({ family, asOf }: CostsOptions): Read<{ family: unknown; asOf: string } | undefined> {
  if ((family === undefined) !== (asOf === undefined))
    return err(
      failure('usage', '`--family` and `--as-of`, the day its records are seen on, are given together'),
    );
  if (family === undefined || asOf === undefined) return ok(undefined);
  const bytes = bytesOf(family);
  if (!bytes.ok) return err(failure('file-unreadable', `there is no file \`${family}\` that can be read`));
  const document = documentOf(bytes.value);
  return document.ok ? ok({ family: document.value, asOf }) : err(unreadable(family, document.error));
}

/** Adds up the cost sheet in a file. */
export async function costsCommand(file: string, options: CostsOptions, io: Io): Promise<Outcome> {
  const names: Readonly<Record<Exclude<CostsRefused['document'], 'family'>, string>> = {
    unitCosts: `the unit costs \`${options.unitCosts}\``,
    sheet: file === '-' ? 'the cost sheet on standard input' : `the cost sheet \`${file}\``,
  };
  const unitCosts = unitCostsOf(options, names.unitCosts);
  if (!unitCosts.ok) return unitCosts.error;
  const sheet = documentFrom(await bytesFrom(file, io), names.sheet);
  if (!sheet.ok) return sheet.error;
  const given = givenBy(options);
  if (!given.ok) return given.error;
  const basis = basisFor(unitCosts.value, options.rulesets);
  if (!basis.ok) return basis.error;
  const asked = { unitCosts: unitCosts.value, sheet: sheet.value, given: given.value };
  const found = costsOf(asked, basis.value);
  if (!found.ok) {
    const { document, findings } = found.error;
    return document === 'family'
      ? unreadable(options.family ?? '', findings)
      : invalid(names[document], findings);
  }
  return options.csv === true ? { exit: 0, text: costsCsv(found.value) } : { exit: 0, output: found.value };
}
