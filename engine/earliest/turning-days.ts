import { begin } from '../decide/evaluate.ts';
import type { CompiledRuleset } from '../decide/compile.ts';
import type { Days } from '../decide/parameters.ts';
import type { Ruleset } from '../document/ruleset.ts';
import type { Family } from '../family/family.ts';
import { addDays, addMonths, dayOf, parseDay, partsOf, type Day } from '../time/civil-date.ts';
import type { TermCalendar } from '../time/term.ts';
import type { Edges } from './edges.ts';

/** The days asked about, both included. */
export interface Stretch {
  readonly asOf: Day;
  readonly until: Day;
  readonly restateAttachment?: Day | undefined;
}

const withNext = (days: readonly Day[]): Day[] => days.flatMap((day) => [day, addDays(day, 1)]);

/** Days on which something of a family of some record types begins or ends, whoever may be a member then. */
function daysOfTypes(family: Family, types: Iterable<string>, attachedOn: Day | null): Day[] {
  const ofType = [...types].flatMap((type) => [
    ...(family.records.get(type) ?? []),
    ...(family.coverage.get(type) ?? []),
  ]);
  const dated = [attachedOn, family.closedOn].flatMap((day) => day ?? []);
  return [
    ...ofType.flatMap(({ from, to }) => [from, to]),
    ...family.members.flatMap(({ joinedOn, leftOn }) => [joinedOn, leftOn]),
    ...dated,
  ];
}

/** Days on which members grow older, by either rule for 29 February. */
function birthdays(family: Family, { asOf, until }: Stretch): Day[] {
  const [first, last] = [partsOf(asOf).year, partsOf(until).year];
  return family.members.flatMap(({ dateOfBirth: born }) =>
    born === undefined
      ? []
      : Array.from({ length: last - first + 1 }, (_, at) => (first + at - partsOf(born).year) * 12).flatMap(
          (months) => [addMonths(born, months, 'clamp'), addMonths(born, months, 'overflow')],
        ),
  );
}

/** Days on which a run of terms may become another. */
function termDays(calendar: TermCalendar, { asOf, until }: Stretch): Day[] {
  const [first, last] = [partsOf(asOf).year, partsOf(until).year];
  const years = Array.from({ length: last - first + 1 }, (_, at) => dayOf(first + at, 9, 1));
  return [...years, ...withNext([...calendar.terms.values()].flatMap(({ from, to }) => [from, to]))];
}

/** Days from or until which a parameter has a value, and days that parameters hold. */
function parameterDays({ parameters }: Ruleset): Day[] {
  return Object.values(parameters)
    .flatMap(({ value, values = [] }) => [value, ...values.flatMap((one) => [one.from, one.to, one.value])])
    .flatMap((held) => (typeof held === 'string' ? (parseDay(held) ?? []) : []));
}

/** Days on which a moving edge passes one of some days, or its neighbours. */
function passing(at: (day: Day) => Day | undefined, passed: readonly Day[], { asOf, until }: Stretch): Day[] {
  const wanted = new Set(passed.flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]));
  if (wanted.size === 0) return [];
  const found: Day[] = [];
  let before = at(asOf);
  for (let day = addDays(asOf, 1); day <= until; day = addDays(day, 1)) {
    const now = at(day);
    const [low, high] = [Math.min(before ?? 0, now ?? 0), Math.max(before ?? 0, now ?? 0)];
    let isPassed = before === undefined || now === undefined;
    for (let edge = low + 1; edge <= high && !isPassed; edge += 1) isPassed = wanted.has(edge as Day);
    if (isPassed && before !== now) found.push(day);
    before = now;
  }
  return found;
}

/**
 * The days of a stretch on which a family to whom nothing new happens may be decided otherwise than the day before, its first
 * day among them, in order. Between two of them every window holds the same records, and only lengths grow or shrink.
 */
export function turningDays(
  compiled: CompiledRuleset,
  family: Family,
  { stretch, edges }: { readonly stretch: Stretch; readonly edges: Edges },
): Day[] {
  const { asOf, until, restateAttachment } = stretch;
  const calendar = compiled.calendarFor(family.localAuthority);
  const attachedOn = restateAttachment ?? family.attachedOn;
  const begun = new Map<Day, Days>();
  const on = (day: Day): Days => {
    const ground = { calendar, slots: compiled.compiler.slots };
    const days = begun.get(day) ?? begin(ground, family, { asOf: day, restateAttachment });
    begun.set(day, days);
    return days;
  };
  const types = new Set([...family.records.keys(), ...family.coverage.keys()]);
  const moving = edges.moving.flatMap((edge) =>
    passing((day) => edge.at(on(day)), daysOfTypes(family, edge.types, attachedOn), stretch),
  );
  const fixed = edges.fixed.flatMap((edge) =>
    daysOfTypes(family, edge.types, attachedOn).flatMap((day) => edge.after(day, on(asOf)) ?? []),
  );
  const days = [
    asOf,
    ...withNext(daysOfTypes(family, types, attachedOn)),
    ...withNext([...family.claims, ...family.overrides].map((one) => one.on)),
    ...birthdays(family, stretch),
    ...termDays(calendar, stretch),
    ...parameterDays(compiled.ruleset),
    ...moving,
    ...withNext(fixed),
  ];
  return [...new Set(days.filter((day) => day >= asOf && day <= until))].sort((one, other) => one - other);
}
