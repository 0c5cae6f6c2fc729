import * as fc from 'fast-check';
import type { Fact } from '../../engine/document/fact.ts';
import { parameter } from './parameters.ts';
import {
  anchor,
  baseline,
  relativeWindow,
  rangeTerms,
  termWindow,
  timeWindow,
  where,
  type Whose,
} from './windows.ts';

/** Record types by their shape and by whether they may name a member. */
const dated = {
  member: ['offence', 'incident', 'benefit', 'placement'],
  family: ['offence', 'incident', 'visit', 'benefit', 'placement'],
};
const spells = ['benefit', 'placement'];

const ages = fc.oneof(
  fc.constantFrom({ below: 18 }, { from: 18 }, { from: 10, below: 18 }, { below: 16 }),
  parameter('age').map((below) => ({ below })),
  parameter('age').map((from) => ({ from })),
);
export const ageRange = ages;

const aged = fc
  .tuple(ages, fc.oneof(fc.constantFrom('event' as const, 'lookedFrom' as const), parameter('age-day')))
  .map(([range, on]) => ({ ...range, on }));

/** What only a measure of one member has, or only one of the family. */
function whoseRecords(whose: Whose, type: string) {
  const each = fc.constantFrom({}, { role: ['parent', 'child'] });
  if (whose === 'member') return each.map((given) => ({ each: given }));
  if (type === 'visit') return fc.constant({});
  const roles = fc.constantFrom({ role: 'child' }, { role: ['parent'] });
  return fc.option(roles, { nil: undefined, freq: 2 }).map((by) => (by === undefined ? {} : { by }));
}

function about(whose: Whose, type: string) {
  const limit = type === 'visit' ? fc.constant(undefined) : fc.option(aged, { nil: undefined, freq: 2 });
  return fc.tuple(whoseRecords(whose, type), where(type), limit).map(([given, test, age]) => ({
    label: `${whose} ${type}`,
    ...given,
    ...(test === undefined ? {} : { where: test }),
    ...(age === undefined ? {} : { aged: age }),
  }));
}

function ofSome(types: readonly string[], make: (type: string) => fc.Arbitrary<Fact>): fc.Arbitrary<Fact> {
  return fc.oneof(...types.map(make));
}

type Counts = 'count' | 'exists';
type Common = Omit<Extract<Fact, { count: unknown }>, 'count'>;

function counting(key: Counts, type: string, common: Common): Fact {
  return key === 'count' ? { count: type, ...common } : { exists: type, ...common };
}

function overTerms(whose: Whose, key: Counts): fc.Arbitrary<Fact> {
  return fc
    .tuple(fc.constantFrom('attendance', 'tuition'), termWindow(whose), whoseRecords(whose, 'attendance'))
    .map(([type, window, given]) => counting(key, type, { label: `${whose} rows`, window, ...given }));
}

function overDays(whose: Whose, key: Counts): fc.Arbitrary<Fact> {
  return ofSome(dated[whose], (type) =>
    fc
      .tuple(about(whose, type), timeWindow(whose))
      .map(([common, window]) => counting(key, type, { ...common, window })),
  );
}

function counted(whose: Whose, key: Counts): fc.Arbitrary<Fact> {
  return fc.oneof(
    { weight: 6, arbitrary: overDays(whose, key) },
    { weight: 1, arbitrary: overTerms(whose, key) },
  );
}

type Ratio = Extract<Fact, { ratio: unknown }>['ratio'];

const ratios = fc.constantFrom<Ratio[]>(
  { of: 'attendance', sum: 'unauthorised', over: 'possible' },
  { of: 'attendance', sum: ['authorised', 'unauthorised'], over: 'possible' },
  { of: 'attendance', sum: 'possible', minus: ['authorised'], over: 'possible' },
  { of: 'tuition', sum: 'attended', over: 'offered' },
);

const eachOf = (whose: Whose) => (whose === 'member' ? { each: {} } : {});

function ratio(whose: Whose): fc.Arbitrary<Fact> {
  return fc
    .tuple(ratios, termWindow(whose))
    .map(([of, window]) => ({ ratio: of, label: `${whose} ratio`, ...eachOf(whose), window }));
}

function reduction(whose: Whose): fc.Arbitrary<Fact> {
  const types = dated[whose].filter((type) => !spells.includes(type));
  return ofSome(types, (type) =>
    fc
      .tuple(about(whose, type), relativeWindow(whose), baseline(whose))
      .map(([common, window, before]) => ({ reduction: type, ...common, window, baseline: before })),
  );
}

function length(whose: Whose): fc.Arbitrary<Fact> {
  const measure = fc.constantFrom('total' as const, 'longest' as const);
  return ofSome(spells, (of) =>
    fc
      .tuple(about(whose, of), timeWindow(whose), measure)
      .map(([common, window, by]) => ({ length: { of, measure: by }, ...common, window })),
  );
}

const age: fc.Arbitrary<Fact> = fc
  .oneof(fc.constant('lookedFrom' as const), anchor('member'))
  .map((on) => ({ age: on, label: 'age', each: {} }));
const schoolAge: fc.Arbitrary<Fact> = rangeTerms.map((terms) => ({
  schoolAge: terms,
  label: 'school age',
  each: {},
}));
const resident = fc.constant<Fact>({ resident: true, label: 'resident', each: {} });
const datedFact: fc.Arbitrary<Fact> = fc
  .constantFrom('attachedOn' as const, 'closedOn' as const)
  .map((day) => ({ dated: day, label: 'dated' }));
const claimed: fc.Arbitrary<Fact> = fc
  .constantFrom('payment-1', 'payment-2')
  .map((payment) => ({ claimed: payment, label: 'claimed' }));

/** One slot for each measure, so that a condition can name a fact without knowing what it is; unused ones are dropped. */
export const facts: fc.Arbitrary<Record<string, Fact>> = fc.record({
  'm-count': counted('member', 'count'),
  'm-count-2': counted('member', 'count'),
  'm-exists': counted('member', 'exists'),
  'm-ratio': ratio('member'),
  'm-reduction': reduction('member'),
  'm-length': length('member'),
  'm-age': age,
  'm-resident': resident,
  'm-school-age': schoolAge,
  'f-count': counted('family', 'count'),
  'f-count-2': counted('family', 'count'),
  'f-exists': counted('family', 'exists'),
  'f-ratio': ratio('family'),
  'f-reduction': reduction('family'),
  'f-length': length('family'),
  'f-dated': datedFact,
  'f-claimed': claimed,
});
