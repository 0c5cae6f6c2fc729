import fc from 'fast-check';

type Json = Record<string, unknown>;
export type Path = readonly (string | number)[];

/** Every place of a JSON value, from the whole of it down. */
export function placesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const steps = Array.isArray(value) ? value.map((item, at) => [at, item] as const) : Object.entries(value);
  return [path, ...steps.flatMap(([step, inner]) => placesOf(inner, [...path, step]))];
}

/** What a place of a family might hold by mistake, beside any JSON at all. */
const word = fc.constantFrom(
  ...[
    '',
    ' ',
    'm1',
    'm2',
    'm3',
    'parent',
    'child',
    'fixed-term',
    'work-programme',
    'met',
    'small@1',
    'small@2',
  ],
  ...['2012-05-01', '2012-02-30', '0000-01-01', '9999-12-31', '2012-05-01T00:00:00Z', '1/2/2013'],
  ...['2012-13/autumn', '2012-13/summer', '2012-14/autumn', '2012-13/winter'],
  ...['x'.repeat(200), 'x'.repeat(201), '\u{1f600}'.repeat(12), '\u{1f600}'.repeat(13)],
);
const amount = fc.constantFrom(-1, 0, 1, 90, 91, 140, 141, 0.5, 1e9, 1e9 + 1);
const leaf = fc.oneof(word, amount, fc.boolean(), fc.constant(null), fc.constant([]), fc.constant({}));
const key = fc.constantFrom(
  ...[
    'id',
    'role',
    'member',
    'on',
    'from',
    'to',
    'term',
    'kind',
    'source',
    'resident',
    'exclusion',
    'arrears',
  ],
  ...['__proto__', 'constructor', 'toString', '', 'a/b~c', 'localAuthority', 'evidence', '0'],
);

export type Edit =
  | { readonly do: 'put'; readonly value: unknown }
  | { readonly do: 'remove' }
  | { readonly do: 'add'; readonly key: string; readonly value: unknown }
  | { readonly do: 'repeat' };

const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('put' as const), value: fc.oneof(leaf, fc.jsonValue()) }),
  },
  { weight: 2, arbitrary: fc.constant({ do: 'remove' as const }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('add' as const), key, value: leaf }) },
  { weight: 1, arbitrary: fc.constant({ do: 'repeat' as const }) },
);

/** Puts an own key even where its name is `__proto__`, as JSON.parse does. */
function own(object: object, name: string | number, value: unknown): void {
  Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
}

/** The document with one edit at a place; one that does not fit there (a key for a number) changes nothing. */
export function edited(document: Json, path: Path, change: Edit): unknown {
  const copy = structuredClone(document);
  const last = path.at(-1);
  if (last === undefined) return change.do === 'put' ? change.value : copy;
  let holder: unknown = copy;
  for (const step of path.slice(0, -1)) holder = (holder as Json)[step];
  const place = (holder as Json)[last];
  if (change.do === 'put') own(holder as Json, last, change.value);
  else if (change.do === 'add' && typeof place === 'object' && place !== null && !Array.isArray(place))
    own(place, change.key, change.value);
  else if (Array.isArray(holder))
    holder.splice(Number(last), 1, ...(change.do === 'repeat' ? [place, place] : []));
  else if (change.do === 'remove') Reflect.deleteProperty(holder as Json, last);
  return copy;
}

/** A document with one edit anywhere in it. */
export function withOneEdit(document: Json): fc.Arbitrary<unknown> {
  return fc
    .tuple(fc.constantFrom(...placesOf(document)), edit)
    .map(([path, change]) => edited(document, path, change));
}

const wrong = fc.oneof(
  { weight: 1, arbitrary: fc.constant(null) },
  {
    weight: 3,
    arbitrary: fc.constantFrom<unknown>('', 'x', 0, 1.5, -1, true, [], {}, [[]], [null], ['x'], { a: null }),
  },
);

/** A document with null, or a value of some type that may not be the right one, anywhere in it. */
export function withAnyType(document: Json): fc.Arbitrary<unknown> {
  return fc
    .tuple(fc.constantFrom(...placesOf(document)), wrong)
    .map(([path, value]) => edited(document, path, { do: 'put', value }));
}
