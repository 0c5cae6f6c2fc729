import { canonical } from '../canonical.ts';
import { hashOf } from '../library/hash.ts';
import type { Manifest, PackBody, Section } from './format.ts';

type Part = readonly [at: string, value: unknown];

const each = (at: string, items: readonly unknown[]): Part[] =>
  items.map((item, place) => [`${at}/${String(place)}`, item]);

/** Everything in a pack, in parts that are hashed one by one. */
export function partsOf({ format, made, families, decisions, documents, audit }: PackBody): readonly Part[] {
  return [
    ['/format', format],
    ['/made', made],
    ...each('/families', families),
    ...each('/decisions', decisions),
    ...each('/documents/rulesets', documents.rulesets),
    ...each('/documents/vocabularies', documents.vocabularies),
    ...each('/documents/calendars', documents.calendars),
    ...each('/audit/entries', audit.entries),
    ['/audit/head', audit.head],
  ];
}

export function sectionsOf(body: PackBody): Section[] {
  return partsOf(body).map(([at, value]) => ({ at, hash: hashOf(value) }));
}

/** The hash of a pack: whatever is changed in it, in its manifest or on its page gives another. */
export function packHash({ sections, page }: Omit<Manifest, 'hash'>): string {
  return hashOf({ sections, page });
}

/** The same JSON with its keys in canonical order, so that what is written of it is the same wherever it came from. */
export function inOrder<Value>(value: Value): Value {
  // because a JSON value that is written and read again is the same value
  return JSON.parse(canonical(value)) as Value;
}
