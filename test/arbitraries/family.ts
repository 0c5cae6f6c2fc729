import * as fc from 'fast-check';
import { LOCAL, termIds } from '../builders/reference-calendars.ts';
import type { RawMember, RawRecord } from '../reference/raw-family.ts';
import { attachmentDay, birthDay, happeningDay } from './days.ts';

const member = fc.record(
  {
    role: fc.constantFrom('child', 'child', 'parent'),
    dateOfBirth: fc.option(birthDay, { nil: undefined, freq: 8 }),
    resident: fc.constantFrom(true, false, undefined),
    joinedOn: fc.option(happeningDay, { nil: undefined, freq: 1 }),
    leftOn: fc.option(happeningDay, { nil: undefined, freq: 1 }),
  },
  { requiredKeys: ['role', 'dateOfBirth'] },
);

/** Which member is settled when it is known how many there are; -1 is none where none may be named. */
const which = fc.nat({ max: 5 });
const anyOrNone = fc.integer({ min: -2, max: 5 });

const offence = fc.record(
  { of: which, on: happeningDay, kind: fc.constantFrom('theft', 'damage', 'assault'), proven: fc.boolean() },
  { requiredKeys: ['of', 'on'] },
);
const incident = fc.record({ of: anyOrNone, on: happeningDay, kind: fc.constantFrom('noise', 'harm') });
const visit = fc.record({ on: happeningDay, planned: fc.boolean() }, { requiredKeys: ['on'] });
const benefit = fc.record(
  {
    of: which,
    from: happeningDay,
    to: fc.option(happeningDay),
    kind: fc.constantFrom('JSA', 'ESA', 'UC'),
    seeking: fc.constantFrom(true, false, null),
  },
  { requiredKeys: ['of', 'from', 'to', 'kind'] },
);
const placement = fc.record(
  {
    of: anyOrNone,
    from: happeningDay,
    to: fc.option(happeningDay),
    via: fc.constantFrom('court', 'school', null),
  },
  { requiredKeys: ['of', 'from', 'to'] },
);

const term = fc.constantFrom(...termIds.slice(3));
/** 10 possible sessions make 10 % exact and two rows of them 15 %, 3 tell 33.33 % from a third, and 0 is a term without any. */
const possible = fc.constantFrom(0, 3, 10, 10, 10);
const attendance = fc
  .record(
    { of: which, term, possible, authorised: fc.nat({ max: 4 }), unauthorised: fc.nat({ max: 4 }) },
    { requiredKeys: ['of', 'term', 'possible'] },
  )
  .map((row) => ({
    ...row,
    ...(row.authorised === undefined ? {} : { authorised: Math.min(row.authorised, row.possible) }),
    ...(row.unauthorised === undefined
      ? {}
      : {
          unauthorised: Math.min(
            row.unauthorised,
            row.possible - Math.min(row.authorised ?? 0, row.possible),
          ),
        }),
  }));
const tuition = fc
  .record(
    { of: which, term, offered: fc.constantFrom(0, 3, 20, 100), attended: fc.nat({ max: 20 }) },
    { requiredKeys: ['of', 'term'] },
  )
  .map(({ attended, ...row }) => ({
    ...row,
    ...(attended === undefined ? {} : { attended: Math.min(attended, row.offered ?? attended) }),
  }));

/** Absent, known to be empty, or a few. */
function list<T>(record: fc.Arbitrary<T>): fc.Arbitrary<T[] | undefined> {
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constant<T[]>([]) },
    { weight: 6, arbitrary: fc.array(record, { minLength: 1, maxLength: 5 }) },
  );
}

/** Rows come in numbers, or every ratio lacks one. */
function rows<T>(row: fc.Arbitrary<T>): fc.Arbitrary<T[] | undefined> {
  return fc.oneof(
    { weight: 1, arbitrary: list(row) },
    { weight: 4, arbitrary: fc.array(row, { minLength: 10, maxLength: 40 }) },
  );
}

const span = fc.record(
  { of: anyOrNone, from: fc.oneof(fc.constant('2010-06-01'), happeningDay), to: fc.option(happeningDay) },
  { requiredKeys: ['of', 'from', 'to'] },
);
const spans = fc.option(fc.array(span, { maxLength: 3 }), { nil: undefined, freq: 1 });
const familySpans = fc.option(
  fc.array(
    span.map((given) => ({ ...given, of: -1 })),
    { maxLength: 3 },
  ),
  {
    nil: undefined,
    freq: 1,
  },
);

const claim = fc.record(
  {
    programme: fc.constantFrom('generated', 'generated', 'generated', 'other'),
    phase: fc.constantFrom(1, 1, 1, 2),
    payment: fc.constantFrom('payment-1', 'payment-2', 'payment-3', 'elsewhere'),
    on: happeningDay,
    pence: fc.constantFrom(100, 700, 800, 2000),
    localAuthority: fc.constantFrom(LOCAL, 'Otherham'),
  },
  { requiredKeys: ['programme', 'phase', 'payment', 'on', 'pence'] },
);

const override = fc.record({
  outcome: fc.constantFrom('outcome-1', 'outcome-2'),
  part: fc.constantFrom('part-1', 'part-2', null, null),
  verdict: fc.constantFrom('met', 'not-met', 'not-applicable'),
  by: fc.constant('J Smith'),
  role: fc.constantFrom('head', 'clerk', 'visitor'),
  on: happeningDay,
  reason: fc.constant('judged on the evidence'),
  evidence: fc.constant(null),
});

const blindFamily = fc.record({
  localAuthority: fc.constantFrom(LOCAL, 'Otherham'),
  attachedOn: fc.option(attachmentDay, { freq: 6 }),
  closedOn: fc.option(happeningDay, { freq: 2 }),
  members: fc.array(member, { minLength: 1, maxLength: 4 }),
  records: fc.record({
    offence: list(offence),
    incident: list(incident),
    visit: list(visit),
    benefit: list(benefit),
    placement: list(placement),
    attendance: rows(attendance),
    tuition: rows(tuition),
  }),
  coverage: fc.record({
    offence: spans,
    incident: spans,
    visit: familySpans,
    benefit: spans,
    placement: spans,
  }),
  claims: fc.array(claim, { maxLength: 2 }),
  overrides: fc.array(override, { maxLength: 3 }),
});
type Blind = typeof blindFamily extends fc.Arbitrary<infer T> ? T : never;

interface Unsettled {
  readonly [field: string]: unknown;
  readonly of?: number | undefined;
  readonly from?: string | undefined;
  readonly to?: string | null | undefined;
}

/** Names its member, and lets a span that would end before it begins go on. */
function settled(given: Unsettled, members: number): RawRecord {
  const { of, to, ...rest } = given;
  const named = of === undefined || of < 0 ? {} : { member: `m${(of % members) + 1}` };
  const ends = to === undefined ? {} : { to: to !== null && to > (given.from ?? '') ? to : null };
  return { ...named, ...rest, ...ends };
}

function settledLists(lists: Readonly<Record<string, readonly Unsettled[] | undefined>>, members: number) {
  const given = Object.entries(lists).filter(([, list]) => list !== undefined);
  return Object.fromEntries(
    given.map(([type, list = []]) => [type, list.map((one) => settled(one, members))]),
  );
}

/** At most one row for a member and a term. */
function oneEach(records: readonly RawRecord[]): RawRecord[] {
  const keys = records.map((row) => `${String(row['member'])} ${String(row['term'])}`);
  return records.filter((row, at) => row['term'] === undefined || keys.indexOf(keys[at] ?? '') === at);
}

/** A family as JSON. */
export type FamilyDocument = Readonly<Record<string, unknown>> & {
  readonly members: readonly RawMember[];
  readonly records: Readonly<Record<string, readonly RawRecord[]>>;
  readonly coverage: Readonly<Record<string, readonly RawRecord[]>>;
};

function assembled({ members, records, coverage, ...family }: Blind): FamilyDocument {
  const settledRecords = settledLists(records, members.length);
  return {
    id: 'F-1',
    ...family,
    closedOn:
      family.closedOn !== null && family.closedOn < (family.attachedOn ?? '') ? null : family.closedOn,
    members: members.map(({ joinedOn, leftOn, dateOfBirth, resident, ...rest }, at) => ({
      id: `m${at + 1}`,
      ...rest,
      ...(dateOfBirth === undefined ? {} : { dateOfBirth }),
      ...(resident === undefined ? {} : { resident }),
      ...(joinedOn === undefined || at % 2 === 0 ? {} : { joinedOn }),
      ...(leftOn === undefined || leftOn <= (joinedOn ?? '') || leftOn <= (dateOfBirth ?? '')
        ? {}
        : { leftOn }),
    })),
    records: Object.fromEntries(Object.entries(settledRecords).map(([type, all]) => [type, oneEach(all)])),
    coverage: settledLists(coverage, members.length),
  };
}

/** Families of one to four, with everything that may be missing missing somewhere. */
export const family: fc.Arbitrary<FamilyDocument> = blindFamily.map(assembled);
