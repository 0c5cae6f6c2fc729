import { readingAddress } from '../addresses.ts';
import type { HeldVersion, Problem } from '../api.ts';
import {
  checkCalendar,
  type CheckedRuleset,
  checkRuleset,
  checkVocabulary,
  type Diagnostic,
  readRuleset,
} from '../engine.ts';
import { type Anchors, anchorsOf } from './anchors.ts';

export type Reading = ReturnType<typeof readRuleset>;
export type Section = Reading['sections'][number];
export type ReadLine = Section['lines'][number];
/** What a ruleset says of the documents it was written from, by the name its sources use. */
export type SourceDocuments = CheckedRuleset['ruleset']['sources'];

/** Rules that decide, in words: those of a version, or those of a draft as they are written. */
export interface DecidingRules {
  /** Differs where they say anything else. */
  readonly key: string;
  readonly held: Pick<HeldVersion, 'id' | 'title' | 'releases'> & {
    readonly cases: unknown;
    /** A draft has neither yet. */
    readonly version?: string;
    readonly hash?: string;
  };
  /** What decides by them. */
  readonly checked: CheckedRuleset;
  readonly reading: Reading;
  readonly sources: SourceDocuments;
  readonly anchors: Anchors;
  /** Where a line is read, or edited; the whole where none is named. */
  readonly addressOf: (anchor?: string) => string;
}

/** A version in words, and what it rests on. */
export interface ReadVersion extends DecidingRules {
  readonly held: HeldVersion;
  readonly description: string | undefined;
}

/** As the server gives them, not yet checked. */
export interface Parts {
  readonly held: HeldVersion;
  readonly vocabulary: unknown;
  readonly calendars: readonly unknown[];
}

function unreadable(findings: readonly Diagnostic[]): Problem {
  const [first] = findings;
  return {
    type: 'about:blank',
    title: 'This page cannot read that version: it may be older than the server. Load it again.',
    ...(first === undefined ? {} : { detail: `${first.message} (\`${first.pointer}\`)` }),
    status: 0,
    requestId: '',
  };
}

/** Checks a version with all that it rests on, and reads it as English. */
export function readVersion({ held, vocabulary, calendars }: Parts) {
  const words = checkVocabulary(vocabulary);
  if (!words.ok) return { ok: false, problem: unreadable(words.error) } as const;
  const terms = calendars.flatMap((calendar) => {
    const checked = checkCalendar(calendar);
    return checked.ok ? [checked.value] : [];
  });
  const checked = checkRuleset(held.document, { vocabularies: [words.value], calendars: terms });
  if (!checked.ok) return { ok: false, problem: unreadable(checked.error) } as const;
  const reading = readRuleset(checked.value);
  const { sources, description } = checked.value.ruleset;
  const value: ReadVersion = {
    ...{ held, description, reading, sources },
    ...{ checked: checked.value, anchors: anchorsOf(reading) },
    key: `${held.id}@${held.version} ${held.hash}`,
    addressOf: (anchor) => readingAddress(held, anchor),
  };
  return { ok: true, value } as const;
}
