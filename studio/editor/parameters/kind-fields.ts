import type { Option } from '../../ui/select-field.tsx';
import { recordTypeOfFact } from '../facts/record-type.ts';
import { fieldsOf } from '../names.ts';
import type { Rules } from '../rules.ts';
import { entriesOf, memberOf, parameterIn } from '../value.ts';

/** A field of a record type whose values are kinds. */
export interface KindField {
  /** `exclusion/kind`: unique among the fields. */
  readonly id: string;
  readonly text: string;
  readonly kinds: readonly Option[];
}

export function kindFields(rules: Rules): readonly KindField[] {
  return Object.entries(rules.vocabulary()?.recordTypes ?? {}).flatMap(([type, { label }]) =>
    Object.entries(fieldsOf(rules, type)).flatMap(([name, field]): KindField[] =>
      field.type === 'kind'
        ? [
            {
              id: `${type}/${name}`,
              text: `${label.many}: ${field.label}`,
              kinds: field.values.map(({ id, label: text }) => ({ value: id, text })),
            },
          ]
        : [],
    ),
  );
}

/** The field that a parameter of kinds is a test of, by the facts that name it. */
export function fieldTestedBy(rules: Rules, parameter: string): KindField | undefined {
  const fields = kindFields(rules);
  for (const [, fact] of entriesOf(memberOf(rules.document(), 'facts')))
    for (const [name, test] of entriesOf(memberOf(fact, 'where')))
      if (parameterIn(test) === parameter || parameterIn(memberOf(test, 'not')) === parameter)
        return fields.find(({ id }) => id === `${recordTypeOfFact(fact) ?? ''}/${name}`);
  return undefined;
}
