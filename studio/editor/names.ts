import type { Option } from '../ui/select-field.tsx';
import { valueInWords, type Unit } from './parameters/units.ts';
import { heldBy } from './parameters/value-on-day.ts';
import type { Rules } from './rules.ts';
import { entriesOf, idOf, listOf, memberOf, textOf, textsOf, valueAt } from './value.ts';

/** What is called by an id, or else the id. */
const labelOr = (value: unknown, id: string) => textOf(memberOf(value, 'label')) || id;

export function recordTypes({ vocabulary }: Rules): readonly Option[] {
  return Object.entries(vocabulary()?.recordTypes ?? {}).map(([value, { label }]) => ({
    value,
    text: label.many,
  }));
}

export function recordType({ vocabulary }: Rules, id: string) {
  return vocabulary()?.recordTypes[id];
}

/** The fields of a record type, with those that every record may carry. */
export function fieldsOf(rules: Rules, type: string) {
  return { ...recordType(rules, type)?.fields, ...rules.vocabulary()?.everyRecord };
}

export function roleOptions({ vocabulary }: Rules): readonly Option[] {
  return (vocabulary()?.roles ?? []).map(({ id, label }) => ({ value: id, text: label }));
}

export function rolesInWords(rules: Rules, role: unknown): string {
  const labels = roleOptions(rules);
  return textsOf(role)
    .map((id) => labels.find(({ value }) => value === id)?.text ?? id)
    .join(' or ');
}

/** Parameters of these units, each with what it is set to. */
export function parametersOf(rules: Rules, units: readonly Unit[]): readonly Option[] {
  return entriesOf(memberOf(rules.document(), 'parameters'))
    .filter(([, one]) => units.some((unit) => unit === memberOf(one, 'unit')))
    .map(([value, one]) => ({ value, text: `${labelOr(one, value)} (${setTo(rules, one)})` }));
}

/** What a parameter is set to, in words. */
export function setTo(rules: Rules, parameter: unknown): string {
  const unit = textOf(memberOf(parameter, 'unit'));
  const values = heldBy(parameter).map(({ value }) =>
    valueInWords(value, unit, (kind) => kindInWords(rules, kind)),
  );
  const said = values.length > 1 ? `${values.length} values by day` : (values[0] ?? '');
  return said.length > 60 ? `${said.slice(0, 57)}…` : said;
}

/** A kind by the label that any field of the vocabulary gives it. */
export function kindInWords({ vocabulary }: Rules, kind: string): string {
  for (const { fields } of Object.values(vocabulary()?.recordTypes ?? {}))
    for (const field of Object.values(fields))
      if (field.type === 'kind') {
        const found = field.values.find(({ id }) => id === kind);
        if (found !== undefined) return found.label;
      }
  return kind;
}

/** Facts by what they are called; those that have the same name are told apart by their id. */
export function factOptions(
  rules: Rules,
  wanted: (fact: unknown) => boolean = () => true,
): readonly Option[] {
  const all = entriesOf(memberOf(rules.document(), 'facts')).filter(([, fact]) => wanted(fact));
  const labels = all.map(([id, fact]) => labelOr(fact, id));
  return all.map(([value], at) => {
    const label = labels[at] ?? value;
    return { value, text: labels.filter((one) => one === label).length > 1 ? `${label} (${value})` : label };
  });
}

export const factOf = ({ document }: Pick<Rules, 'document'>, id: string) =>
  valueAt(document(), ['facts', id]);

/** What can be referred to: criteria and outcomes. */
export function judgedOptions({ document }: Rules): readonly Option[] {
  const of = (list: unknown, word: string) =>
    listOf(list).map((one) => ({ value: idOf(one), text: `${word}: ${labelOr(one, idOf(one))}` }));
  return [
    ...of(memberOf(document(), 'criteria'), 'Criterion'),
    ...of(memberOf(document(), 'outcomes'), 'Outcome'),
  ];
}

export function listOptions({ document }: Rules, list: 'payments' | 'pots'): readonly Option[] {
  return listOf(memberOf(document(), list)).map((one) => ({
    value: idOf(one),
    text: labelOr(one, idOf(one)),
  }));
}

export function sourceOptions({ document }: Rules): readonly Option[] {
  return entriesOf(memberOf(document(), 'sources')).map(([value, one]) => ({
    value,
    text: textOf(memberOf(one, 'title')) || value,
  }));
}
