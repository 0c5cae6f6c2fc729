import type { RecordType } from '../document/vocabulary.ts';
import type { Fields } from './fields.ts';
import type { Reading } from './reading.ts';
import type { JsonObject } from './value.ts';

interface Limit {
  readonly sum: readonly string[];
  readonly atMost: string;
}

/** What is known to be there: a field that is absent, or not a number, adds nothing. */
function known(object: JsonObject, name: string): number {
  const value = object[name];
  return typeof value === 'number' ? value : 0;
}

/** Reports sums that exceed what they are part of, such as absences and possible sessions, in the vocabulary's words. */
export function sumChecker(type: RecordType, fields: Fields) {
  const counts = new Map(fields.filter(([, { type: of }]) => of === 'count'));
  const limits: readonly Limit[] = (type.limits ?? [])
    .map(({ sum, atMost }) => ({ sum: sum.filter((name) => counts.has(name)), atMost }))
    .filter(({ atMost }) => counts.has(atMost));
  const label = (name: string) => counts.get(name)?.label ?? name;
  return (object: JsonObject, reading: Reading): void => {
    for (const { sum, atMost } of limits) {
      const most = object[atMost];
      if (typeof most !== 'number') continue;
      const total = sum.reduce((so, name) => so + known(object, name), 0);
      if (total <= most) continue;
      const parts = sum.map(label).join(' and ');
      const message = `${parts} come to ${total}, more than ${label(atMost)}: ${most}`;
      reading.report(undefined, { code: 'more-than-limit', message });
    }
  };
}
