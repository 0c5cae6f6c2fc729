import type { agedOn } from '../document/fact.ts';
import type { NumberValue } from '../document/parameter.ts';
import type { FieldTest, Where } from '../document/where.ts';
import type { Field } from '../document/vocabulary.ts';
import type * as z from 'zod';
import { kindText, numberWords, valuesText, type Reader } from './values.ts';
import { listed, plain, say, value, type Words } from './words.ts';

/** One of these: a single kind, some, or those of a parameter. */
function kindsWords(
  reader: Reader,
  field: Field | undefined,
  kinds: string | readonly string[] | { readonly parameter: string },
): Words {
  if (typeof kinds === 'string') return value(kindText(field, kinds));
  if ('parameter' in kinds) return value(valuesText(reader, kinds.parameter, 'or'), kinds.parameter);
  return value(kinds.map((kind) => kindText(field, kind)).join(' or '));
}

function testWords(reader: Reader, field: Field | undefined, test: FieldTest): Words {
  if (test === null) return value('none');
  if (typeof test === 'boolean') return value(test ? 'yes' : 'no');
  if (typeof test === 'object' && 'not' in test) return say`not ${kindsWords(reader, field, test.not)}`;
  return kindsWords(reader, field, test);
}

/** " (kind of exclusion: fixed-term)", or nothing. */
export function testsWords(reader: Reader, recordType: string, where: Where | undefined): Words {
  const entries = Object.entries(where ?? {});
  if (entries.length === 0) return [];
  const fields = reader.vocabulary.recordTypes[recordType]?.fields ?? {};
  const tests = entries.map(
    ([name, test]) => say`${fields[name]?.label ?? name}: ${testWords(reader, fields[name], test)}`,
  );
  return say` (${listed(tests, '; ')})`;
}

export function agesWords(
  reader: Reader,
  { from, below }: { from?: NumberValue | undefined; below?: NumberValue | undefined },
): Words {
  const limits = [
    ...(from === undefined ? [] : [say`${numberWords(reader, from)} or over`]),
    ...(below === undefined ? [] : [say`under ${numberWords(reader, below)}`]),
  ];
  return limits.length === 0 ? plain('of any age') : say`aged ${listed(limits)}`;
}

/** Whose records count by age, and on which day the age is taken. */
export function agedWords(reader: Reader, aged: z.infer<typeof agedOn> | undefined): Words {
  if (aged === undefined) return [];
  const days: Readonly<Record<string, string>> = { event: 'when it happened', lookedFrom: 'on that day' };
  const on =
    typeof aged.on === 'string' ? value(days[aged.on] ?? aged.on) : choiceDay(reader, aged.on.parameter);
  return say` of someone ${agesWords(reader, aged)} ${on}`;
}

function choiceDay(reader: Reader, parameter: string): Words {
  const held = reader.ruleset.parameters[parameter]?.value;
  if (held === 'event') return value('when it happened', parameter);
  if (held === 'looked-from') return value('on that day', parameter);
  return say`on the day that ${value(`“${reader.ruleset.parameters[parameter]?.label ?? parameter}” says (${valuesText(reader, parameter)})`, parameter)}`;
}
