import {
  type Calendar,
  checkCalendar,
  checkVocabulary,
  type Diagnostic,
  type Family,
  familyParser,
  type Library,
  type Result,
  type Vocabulary,
} from '../../engine/index.ts';
import { type Finding, found, inFile } from './finding.ts';
import type { Kind, Placed } from './folder.ts';
import { hashOf } from './hash.ts';

/** A document that rulesets rest on, with its content hash. */
export interface Held<Document> {
  readonly document: Document;
  readonly hash: string;
  readonly file: string;
}

export interface HeldVocabulary extends Held<Vocabulary> {
  /** Checks a family whole against this vocabulary. Built on first use, then kept. */
  readonly parseFamily: (document: unknown) => Result<Family, Diagnostic[]>;
}

/** The vocabularies, by `family@1`, and the calendars, by id, that rulesets rest on. */
export interface Basis {
  readonly vocabularies: ReadonlyMap<string, HeldVocabulary>;
  readonly calendars: ReadonlyMap<string, Held<Calendar>>;
}

/** The same documents as the engine's checker takes them. */
export function documentsOf({ vocabularies, calendars }: Basis): Library {
  const documents = <Document>(held: ReadonlyMap<string, Held<Document>>) =>
    [...held.values()].map(({ document }) => document);
  return { vocabularies: documents(vocabularies), calendars: documents(calendars) };
}

function vocabularyName({ id, version }: Vocabulary): string {
  return `${id}@${String(version)}`;
}

/** A vocabulary that reads families. */
export function withParser(held: Held<Vocabulary>): HeldVocabulary {
  let parse: HeldVocabulary['parseFamily'] | undefined;
  return { ...held, parseFamily: (document) => (parse ??= familyParser(held.document))(document) };
}

/** A kind of document that a folder keeps one content of each name of. */
export interface Kept<Document> {
  readonly kind: Kind;
  readonly check: (document: unknown) => Result<Document, Diagnostic[]>;
  readonly nameOf: (document: Document) => string;
}

const vocabularies: Kept<Vocabulary> = {
  kind: 'vocabulary',
  check: checkVocabulary,
  nameOf: vocabularyName,
};
const calendars: Kept<Calendar> = { kind: 'calendar', check: checkCalendar, nameOf: ({ id }) => id };

interface Collected<Document> {
  readonly held: Map<string, Held<Document>>;
  readonly findings: Finding[];
}

function twice(name: string, first: Held<unknown>, file: string): Finding[] {
  const message = `\`${name}\` is also in \`${first.file}\``;
  return inFile(file, [found('duplicate-document', '/id', { message })]);
}

/** What there is of a kind, by name, and what is wrong with the rest. */
export function collect<Document>(kept: Kept<Document>, placed: readonly Placed[]): Collected<Document> {
  const held = new Map<string, Held<Document>>();
  const findings: Finding[] = [];
  for (const { kind, file, read } of placed) {
    if (kind !== kept.kind) continue;
    const checked = read.ok ? kept.check(read.value) : read;
    if (!checked.ok) {
      findings.push(...inFile(file, checked.error));
      continue;
    }
    const name = kept.nameOf(checked.value);
    const first = held.get(name);
    if (first !== undefined) findings.push(...twice(name, first, file));
    else held.set(name, { document: checked.value, hash: hashOf(read.ok ? read.value : null), file });
  }
  return { held, findings };
}

/** The basis of what could be read, and every finding about the rest. */
export function basisOf(placed: readonly Placed[]): { basis: Basis; findings: Finding[] } {
  const words = collect(vocabularies, placed);
  const terms = collect(calendars, placed);
  const withParsers = [...words.held].map(([name, held]) => [name, withParser(held)] as const);
  return {
    basis: { vocabularies: new Map(withParsers), calendars: terms.held },
    findings: [...words.findings, ...terms.findings],
  };
}
