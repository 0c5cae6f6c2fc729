import type { Field, RecordType, Vocabulary } from '../document/vocabulary.ts';
import { verdicts } from '../verdict.ts';
import { fieldsOf, nameOf, recordTypesOf } from './fields.ts';
import { claimKeys, coverageKeys, overrideKeys } from './history.ts';
import type { Keys } from './keys.ts';
import { familyLimits } from './limits.ts';
import { memberKeys } from './members.ts';
import { familyKeys } from './parse.ts';
import { recordKeys } from './records.ts';

/** A JSON Schema, draft 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

type Properties = Readonly<Record<string, JsonSchema>>;

const day: JsonSchema = { type: 'string', format: 'date', pattern: '^(?!0000)\\d{4}-\\d{2}-\\d{2}$' };
const term: JsonSchema = { type: 'string', pattern: '^\\d{4}-\\d{2}/(autumn|spring|summer)$' };
const name: JsonSchema = { type: 'string', minLength: 1, maxLength: familyLimits.name, pattern: '\\S' };
const statement: JsonSchema = { ...name, maxLength: familyLimits.text };
const yesNo: JsonSchema = { type: 'boolean' };

const freeText = (maxLength: number = familyLimits.text): JsonSchema => ({ type: 'string', maxLength });
const whole = (minimum: number, maximum: number = familyLimits.count): JsonSchema => ({
  type: 'integer',
  minimum,
  maximum,
});

/** What the value is called stays outside, where a reader of the schema looks for it. */
function orNull({ title, description, ...schema }: JsonSchema): JsonSchema {
  return {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    anyOf: [schema, { type: 'null' }],
  };
}

const described = (description: string, schema: JsonSchema): JsonSchema => ({ description, ...schema });
const list = (items: JsonSchema, maxItems: number): JsonSchema => ({ type: 'array', items, maxItems });

/** A closed object: its keys are the parser's own, so that the two cannot drift apart. */
function object({ slots, required }: Keys, properties: Properties): JsonSchema {
  const own = [...slots].map(([key, slot]) => {
    const schema = properties[key] ?? {};
    const isNullable = slot.required ? slot.onNull === 'known' : true;
    return [key, isNullable ? orNull(schema) : schema] as const;
  });
  return { type: 'object', additionalProperties: false, required, properties: Object.fromEntries(own) };
}

/** A closed list of words, described by their labels. */
function choice(words: readonly { readonly id: string; readonly label: string }[]): JsonSchema {
  return {
    enum: words.map(({ id }) => id),
    description: words.map(({ id, label }) => `${id}: ${label}`).join('; '),
  };
}

function valueOf(field: Field): JsonSchema {
  switch (field.type) {
    case 'kind':
      return choice(field.values);
    case 'yes-no':
      return yesNo;
    case 'count':
      return { ...whole(0, field.max), description: field.unit };
    case 'day':
      return day;
    case 'text':
      return freeText(field.maxLength);
  }
}

const membersId = described('The id of a member.', name);
const from = described('The first day.', day);
const to = described('The first day outside; null while it lasts.', orNull(day));

function recordOf(typeName: string, type: RecordType, vocabulary: Vocabulary): JsonSchema {
  const fields = fieldsOf(vocabulary, type);
  const values = fields.map(([key, field]) => [key, { title: field.label, ...valueOf(field) }] as const);
  const placed = {
    on: day,
    from,
    to,
    term: described('An academic year and its term, such as 2012-13/autumn.', term),
    member: membersId,
  };
  const properties = { ...placed, ...Object.fromEntries(values) };
  return { title: type.label.one, ...object(recordKeys(typeName, type, fields), properties) };
}

function spanOf({ member }: RecordType): JsonSchema {
  return object(coverageKeys(member !== 'none'), { from, to, member: membersId });
}

/** An object keyed by record type; a type that is absent or null was not supplied. */
function byType(vocabulary: Vocabulary, itemOf: (name: string, type: RecordType) => JsonSchema): JsonSchema {
  const types = recordTypesOf(vocabulary).map(([key, type]) => [key, orNull(itemOf(key, type))] as const);
  return { type: 'object', additionalProperties: false, properties: Object.fromEntries(types) };
}

const claim = object(claimKeys, {
  programme: name,
  phase: whole(1),
  payment: name,
  on: day,
  pence: whole(0),
  localAuthority: name,
});

const override = object(overrideKeys, {
  outcome: name,
  part: name,
  verdict: { enum: verdicts },
  by: name,
  role: name,
  on: day,
  reason: statement,
  evidence: freeText(),
});

function membersOf({ roles }: Vocabulary): JsonSchema {
  const member = object(memberKeys, {
    id: name,
    role: choice(roles),
    dateOfBirth: day,
    resident: described('Whether the member lives with the family.', yesNo),
    joinedOn: described('The first day as a member.', day),
    leftOn: described('The first day no longer a member.', day),
    personRef: described('A keyed reference to the person, never a name.', name),
  });
  return { ...list(member, familyLimits.members), minItems: 1 };
}

/**
 * The JSON Schema of a family, generated from the vocabulary. It says all that `familyParser` refuses but what a schema
 * cannot: that members named are listed and ids differ, that `to` comes after `from`, that term rows do not repeat, that
 * sums stay within their limits and that an academic year's two halves follow one another.
 */
export function familySchema(vocabulary: Vocabulary): JsonSchema {
  const records = byType(vocabulary, (key, type) => ({
    title: type.label.many,
    ...list(recordOf(key, type, vocabulary), familyLimits.records),
  }));
  const coverage = byType(vocabulary, (_, type) => list(spanOf(type), familyLimits.coverage));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:threshold:vocabulary:${nameOf(vocabulary)}`,
    title: vocabulary.title,
    ...object(familyKeys, {
      id: name,
      localAuthority: name,
      vocabulary: { const: nameOf(vocabulary) },
      attachedOn: described('The day the family was attached to the programme.', day),
      closedOn: described('The day work with the family ended.', day),
      formerIds: list(name, familyLimits.formerIds),
      members: membersOf(vocabulary),
      records: described('By record type. A type that is absent or null was not supplied.', records),
      coverage: described('By record type, the spans whose records are known to be complete.', coverage),
      claims: described('Payments claimed before.', list(claim, familyLimits.claims)),
      overrides: described('Recorded judgements.', list(override, familyLimits.overrides)),
    }),
  };
}
