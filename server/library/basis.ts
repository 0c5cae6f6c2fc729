import type { Calendar, Diagnostic, Family, Result, Vocabulary } from '../../engine/index.ts';

/** A document that rulesets rest on, with its content hash. */
export interface Held<Document> {
  readonly document: Document;
  readonly hash: string;
  /** Path from the rulesets folder. */
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
