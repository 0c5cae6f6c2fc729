import { entriesOf, isObject, keysOf, listOf, memberOf, textOf, textsOf } from '../value.ts';

/** A JSON Schema as it is generated: everything named stands in its `$defs`. */
export type Schema = unknown;

function resolved(root: Schema, schema: Schema): Schema {
  const ref = textOf(memberOf(schema, '$ref'));
  if (ref === '') return schema;
  const named = ref
    .split('/')
    .slice(1)
    .reduce<unknown>((held, step) => memberOf(held, step), root);
  return resolved(root, named);
}

/** Every form that a value there may have: alternatives laid out flat. */
function forms(root: Schema, schema: Schema): readonly Schema[] {
  const one = resolved(root, schema);
  const others = [
    ...listOf(memberOf(one, 'anyOf')),
    ...listOf(memberOf(one, 'oneOf')),
    ...listOf(memberOf(one, 'allOf')),
  ];
  return others.length === 0 ? [one] : others.flatMap((other) => forms(root, other));
}

function below(root: Schema, schema: Schema, key: string | number): readonly Schema[] {
  if (typeof key === 'number') {
    const items = memberOf(schema, 'items');
    return items === undefined ? [] : forms(root, items);
  }
  const own = memberOf(memberOf(schema, 'properties'), key);
  if (own !== undefined) return forms(root, own);
  const more = memberOf(schema, 'additionalProperties');
  return isObject(more) ? forms(root, more) : [];
}

function at(root: Schema, path: readonly (string | number)[]): readonly Schema[] {
  return path.reduce<readonly Schema[]>(
    (schemas, key) => schemas.flatMap((schema) => below(root, schema, key)),
    forms(root, root),
  );
}

/** Names that an object at a path may have, of those forms that have all the names it has. */
export function namesAt(
  root: Schema,
  path: readonly (string | number)[],
  has: readonly string[],
): readonly string[] {
  const all = at(root, path).filter((schema) => memberOf(schema, 'properties') !== undefined);
  const fit = all.filter((schema) =>
    has.every((name) => keysOf(memberOf(schema, 'properties')).includes(name)),
  );
  const names = (fit.length > 0 ? fit : all).flatMap((schema) => keysOf(memberOf(schema, 'properties')));
  return [...new Set(names)].filter((name) => !has.includes(name));
}

/** Values that the schema itself lists for a place. */
export function valuesAt(root: Schema, path: readonly (string | number)[]): readonly unknown[] {
  const values = at(root, path).flatMap((schema) => [
    ...listOf(memberOf(schema, 'enum')),
    ...(memberOf(schema, 'const') === undefined ? [] : [memberOf(schema, 'const')]),
    ...(memberOf(schema, 'type') === 'boolean' ? [true, false] : []),
  ]);
  return [...new Set(values)];
}

const ids = (list: unknown) => listOf(list).map((one) => textOf(memberOf(one, 'id')));

/** Ids of the document that a value under a name may be. */
export function idsFor(document: unknown, name: string): readonly string[] {
  const member = (key: string) => memberOf(document, key);
  switch (name) {
    case 'fact':
      return keysOf(member('facts'));
    case 'parameter':
      return keysOf(member('parameters'));
    case 'condition':
      return [...ids(member('criteria')), ...ids(member('outcomes'))];
    case 'ref':
      return keysOf(member('sources'));
    case 'pot':
      return ids(member('pots'));
    case 'claimed':
      return ids(member('payments'));
    case 'use':
      return keysOf(member('families'));
    case 'group':
      return [...new Set(listOf(member('criteria')).flatMap((one) => textsOf(memberOf(one, 'group'))))];
    default:
      return [];
  }
}

/** The names that an object of a document has at a path. */
export function namesThere(document: unknown, path: readonly (string | number)[]): readonly string[] {
  return entriesOf(path.reduce(memberOf, document)).map(([name]) => name);
}
