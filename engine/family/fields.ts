import type { Field, RecordType, Vocabulary } from '../document/vocabulary.ts';
import { isReserved } from '../json-code.ts';

const structural = new Set(['on', 'from', 'to', 'term', 'member']);

/** Whether a field may have this name: not that of a record's days or member, nor one that every object inherits. */
function isReadable(name: string): boolean {
  return !structural.has(name) && !isReserved(name) && !(name in Object.prototype);
}

export type Fields = readonly (readonly [name: string, field: Field])[];

/**
 * The fields a record of this type may carry: its own, then those that every record may. One that a name would make
 * unsafe is left out, so that a record which has it is refused; checking the vocabulary is what tells its author.
 */
export function fieldsOf(vocabulary: Vocabulary, type: RecordType): Fields {
  const fields = new Map([...Object.entries(type.fields), ...Object.entries(vocabulary.everyRecord)]);
  for (const [name, field] of Object.entries(type.fields)) fields.set(name, field);
  return [...fields].filter(([name]) => isReadable(name));
}

export function recordTypesOf(vocabulary: Vocabulary): readonly (readonly [string, RecordType])[] {
  return Object.entries(vocabulary.recordTypes).filter(([name]) => !isReserved(name));
}

/** `family@1`. */
export function nameOf(vocabulary: Vocabulary): string {
  return `${vocabulary.id}@${vocabulary.version}`;
}
