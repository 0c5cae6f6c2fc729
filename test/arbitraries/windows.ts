import * as fc from 'fast-check';
import type { Anchor, TimeWindow } from '../../engine/document/time-window.ts';
import type { NumberValue } from '../../engine/document/parameter.ts';
import type { Where } from '../../engine/document/where.ts';
import { parameter } from './parameters.ts';

const tests: Readonly<Record<string, readonly Where[]>> = {
  offence: [
    { proven: true },
    { proven: false },
    { kind: 'theft' },
    { kind: ['theft', 'damage'] },
    { kind: { not: 'theft' } },
    { kind: { parameter: 'offence-kinds' }, proven: true },
    { kind: { not: { parameter: 'offence-kinds' } } },
  ],
  incident: [{ kind: 'noise' }, { kind: { not: ['noise'] } }],
  visit: [{ planned: true }],
  benefit: [
    { kind: 'JSA' },
    { kind: { parameter: 'benefit-kinds' } },
    { seeking: true },
    { seeking: null },
    { kind: { not: { parameter: 'benefit-kinds' } }, seeking: false },
  ],
  placement: [
    { via: null },
    { via: 'court' },
    { via: { not: 'court' } },
    { via: { not: ['court', 'school'] } },
  ],
};

/** A test over the fields of a record type; now and then none. */
export function where(type: string): fc.Arbitrary<Where | undefined> {
  const among = tests[type] ?? [];
  return among.length === 0
    ? fc.constant(undefined)
    : fc.option(fc.constantFrom(...among), { nil: undefined, freq: 2 });
}

/** Whose records an anchor may be: a fact of one member has its own. */
export type Whose = 'member' | 'family';

function eventAnchor(whose: Whose): fc.Arbitrary<Anchor> {
  const types = ['offence', 'incident', 'benefit', 'placement', ...(whose === 'family' ? ['visit'] : [])];
  return fc.constantFrom(...types).chain((type) =>
    fc.record({ first: fc.boolean(), test: where(type) }).map(({ first, test }) => {
      const tested = test === undefined ? {} : { where: test };
      return first ? { first: type, ...tested } : { last: type, ...tested };
    }),
  );
}

export function anchor(whose: Whose): fc.Arbitrary<Anchor> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant<Anchor>('attachedOn') },
    { weight: 1, arbitrary: fc.constant<Anchor>('closedOn') },
    { weight: 3, arbitrary: eventAnchor(whose) },
  );
}

const yesNo = fc.oneof(
  { weight: 4, arbitrary: fc.boolean() },
  { weight: 1, arbitrary: parameter('includes') },
);
const months = fc.oneof(fc.constantFrom(1, 2, 3, 6, 12), parameter('back-months'));
const weeks = fc.oneof(fc.constantFrom(1, 2), parameter('back-weeks'));
const days = fc.oneof(fc.constantFrom(1, 7, 14, 30), parameter('back-days'));
const years = fc.oneof(fc.constantFrom(1, 2), parameter('back-years'));
const terms: fc.Arbitrary<NumberValue> = fc.oneof(fc.constantFrom<number[]>(1, 2, 3, 4), parameter('terms'));

const guard = (whose: Whose) =>
  fc.oneof(fc.constant<Anchor>('attachedOn'), fc.constant<Anchor>('attachedOn'), anchor(whose));

/** The keys that are always there; the others come and go. */
const always = <const K extends string>(...keys: K[]) => ({ requiredKeys: keys });

/** One window in five waits for an anchor: a test that is too early says nothing of the records. */
function waiting<W extends object>(
  whose: Whose,
  window: fc.Arbitrary<W>,
): fc.Arbitrary<W & { notBefore?: Anchor }> {
  return fc.oneof(
    { weight: 4, arbitrary: window },
    {
      weight: 1,
      arbitrary: fc.tuple(window, guard(whose)).map(([given, notBefore]) => ({ ...given, notBefore })),
    },
  );
}

const look = { includes: yesNo, includesFirst: yesNo };

export function relativeWindow(whose: Whose) {
  return fc.oneof(
    waiting(whose, fc.record({ lastDays: days, ...look }, always('lastDays', 'includes'))),
    waiting(whose, fc.record({ lastWeeks: weeks, ...look }, always('lastWeeks', 'includes'))),
    waiting(whose, fc.record({ lastMonths: months, ...look }, always('lastMonths', 'includes'))),
    waiting(whose, fc.record({ lastYears: years, ...look }, always('lastYears', 'includes'))),
  );
}

type TermWindow = Extract<TimeWindow, { lastTerms: unknown }>;

export function termWindow(whose: Whose): fc.Arbitrary<TermWindow> {
  return waiting(whose, rangeTerms);
}

/** A window of a range may not wait for a record: it belongs to no fact. */
export const rangeTerms: fc.Arbitrary<TermWindow> = fc.record(
  { lastTerms: terms, partTerm: yesNo },
  always('lastTerms'),
);

export function timeWindow(whose: Whose): fc.Arbitrary<TimeWindow> {
  const from = anchor(whose);
  return fc.oneof(
    { weight: 4, arbitrary: relativeWindow(whose) },
    { weight: 2, arbitrary: termWindow(whose) },
    { weight: 1, arbitrary: fc.record({ since: from, includes: yesNo }) },
    { weight: 1, arbitrary: fc.record({ after: from, days }) },
    { weight: 1, arbitrary: fc.record({ after: from, weeks }) },
    { weight: 1, arbitrary: fc.record({ after: from, months }) },
    { weight: 1, arbitrary: fc.record({ before: from, months }) },
    { weight: 1, arbitrary: fc.record({ on: fc.oneof(fc.constant<'lookedFrom'>('lookedFrom'), from) }) },
    { weight: 2, arbitrary: fc.record({ ever: fc.constant<true>(true), includes: yesNo }) },
  );
}

export function baseline(whose: Whose) {
  return fc.oneof(
    { weight: 1, arbitrary: fc.record({ days }) },
    { weight: 1, arbitrary: fc.record({ weeks }) },
    { weight: 4, arbitrary: fc.record({ months }) },
    { weight: 1, arbitrary: fc.record({ before: anchor(whose), months }) },
  );
}
