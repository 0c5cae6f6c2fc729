import type { MeasureName } from '../conditions/measured.ts';
import { fieldsOf, listOptions, recordType, recordTypes } from '../names.ts';
import type { Rules } from '../rules.ts';

type Shape = 'event' | 'spell' | 'term';

interface FactKindRow {
  readonly word: string;
  readonly hint: string;
  /** How the records that it looks at lie in time; absent where it looks at none. */
  readonly shapes?: readonly Shape[];
  /** Of whom it is measured: as is chosen, where it may be of either. */
  readonly each: 'always' | 'never' | 'either';
  /** What one begins with, of a record type where it looks at records. */
  readonly fresh: (type: string, rules: Rules) => Readonly<Record<string, unknown>>;
}

/** A window that suits the records: of terms where they are of terms. */
function windowFor(rules: Rules, type: string) {
  return recordType(rules, type)?.shape === 'term' ? { lastTerms: 1 } : { lastMonths: 1, includes: true };
}

function countsIn(rules: Rules, type: string): readonly string[] {
  return Object.entries(fieldsOf(rules, type))
    .filter(([, { type: of }]) => of === 'count')
    .map(([name]) => name);
}

/** Every kind of fact: what it is called, what it can look at, and what one begins with. Its form is in `fact-form.tsx`. */
export const factKinds: Readonly<Record<MeasureName, FactKindRow>> = {
  count: {
    word: 'how many records there are',
    hint: 'such as exclusions in the last three terms',
    shapes: ['event', 'spell'],
    each: 'either',
    fresh: (type, rules) => ({ count: type, window: windowFor(rules, type) }),
  },
  exists: {
    word: 'whether there is any record',
    hint: 'such as a child protection plan on that day',
    shapes: ['event', 'spell'],
    each: 'either',
    fresh: (type, rules) => ({ exists: type, window: windowFor(rules, type) }),
  },
  ratio: {
    word: 'a share, over school terms',
    hint: 'such as sessions missed without leave, of those that were possible',
    shapes: ['term'],
    each: 'either',
    fresh: (type, rules) => {
      const fields = countsIn(rules, type);
      const [over = ''] = fields;
      return { ratio: { of: type, sum: fields.at(-1) ?? over, over }, window: { lastTerms: 1 } };
    },
  },
  reduction: {
    word: 'by how much a number has fallen',
    hint: 'such as offences in the last six months, against the six before',
    shapes: ['event'],
    each: 'either',
    fresh: (type) => ({
      reduction: type,
      window: { lastMonths: 1, includes: true },
      baseline: { months: 1 },
    }),
  },
  length: {
    word: 'how long spells last',
    hint: 'such as weeks in work',
    shapes: ['spell'],
    each: 'either',
    fresh: (type, rules) => ({ length: { of: type, measure: 'total' }, window: windowFor(rules, type) }),
  },
  age: {
    word: 'how old a member is',
    hint: 'in whole years',
    each: 'always',
    fresh: () => ({ age: 'lookedFrom' }),
  },
  resident: {
    word: 'whether a member lives with the family',
    hint: 'as the family record says',
    each: 'always',
    fresh: () => ({ resident: true }),
  },
  schoolAge: {
    word: 'whether a member is of compulsory school age',
    hint: 'in any of some terms',
    each: 'always',
    fresh: () => ({ schoolAge: { lastTerms: 1 } }),
  },
  dated: {
    word: 'whether the family has been attached, or its case closed',
    hint: 'by the day asked about',
    each: 'never',
    fresh: () => ({ dated: 'attachedOn' }),
  },
  claimed: {
    word: 'whether a payment has been claimed before',
    hint: 'in this programme and phase',
    each: 'never',
    fresh: (_, rules) => ({ claimed: listOptions(rules, 'payments')[0]?.value ?? '' }),
  },
};

export const factNames = Object.keys(factKinds) as readonly MeasureName[];
export const isFactKind = (text: string): text is MeasureName => Object.hasOwn(factKinds, text);

/** The record types that a kind of fact can look at. */
export function typesFor(rules: Rules, kind: MeasureName) {
  const { shapes } = factKinds[kind];
  return recordTypes(rules).filter(({ value }) => {
    const shape = recordType(rules, value)?.shape;
    return shape !== undefined && shapes?.includes(shape) === true;
  });
}
