import { dayAway, dayInLondon } from '../../day-away.ts';
import { dayTyped } from '../../day-typed.ts';
import { isVerdict } from '../../decision/verdict-words.ts';
import { endOfDay } from '../../end-of-day.ts';
import { isoDay, keptDay } from '../../ui/day-text.ts';
import type { Filter } from './filter.ts';
import { keptRows, rowsIn } from './part-rows.ts';

export type FilterField =
  'rules' | 'family' | 'from' | 'to' | 'parts' | 'because' | 'standing' | 'keptFrom' | 'keptTo';
export type FilterTyped = Readonly<Record<FilterField, string>>;
type Mistakes = Partial<Record<FilterField, string>>;

const noDay = '//';
const isDay = (day: string) => isoDay(keptDay(dayTyped(day))) !== undefined;
/** What is not a day, as an address may say it, is not typed. */
const typed = (day: string | undefined) =>
  day === undefined || !isDay(day) ? noDay : keptDay(dayTyped(day));
const lastDay = (firstOutside: string | undefined) =>
  firstOutside === undefined || !isDay(firstOutside) ? undefined : dayAway(firstOutside, -1);

/** The days in London from and up to which something was kept, of instants. */
const firstKept = (instant: string | undefined) =>
  instant === undefined || Number.isNaN(Date.parse(instant)) ? undefined : dayInLondon(instant);
const lastKept = (firstOutside: string | undefined) =>
  firstOutside === undefined || Number.isNaN(Date.parse(firstOutside))
    ? undefined
    : dayInLondon(new Date(Date.parse(firstOutside) - 1).toISOString());

/** A filter as its form has it. */
export function fieldsOf({ ruleset = '', version, parts, ...filter }: Filter): FilterTyped {
  return {
    rules: version === undefined ? ruleset : `${ruleset}@${version}`,
    family: filter.family ?? '',
    from: typed(filter.asOfFrom),
    to: typed(lastDay(filter.asOfTo)),
    parts: keptRows(parts.map((part) => ({ ...part, weight: '' }))),
    because: filter.onlyBecause ?? '',
    standing: filter.superseded ?? '',
    keptFrom: typed(firstKept(filter.keptFrom)),
    keptTo: typed(lastKept(filter.keptTo)),
  };
}

const dayFields = ['from', 'to', 'keptFrom', 'keptTo'] as const;

/** What can be seen to be wrong with what is typed. */
export function mistakesInFilter(fields: FilterTyped): Mistakes {
  const rows = rowsIn(fields.parts);
  const days = dayFields.filter((name) => fields[name] !== noDay && isoDay(fields[name]) === undefined);
  const oneMet = rows.length === 1 && rows[0]?.verdict === 'met';
  return {
    ...Object.fromEntries(days.map((name) => [name, 'Enter a day that there is, or none'])),
    ...(rows.some(({ node }) => node === '') && { parts: 'Choose a part of the rules, or remove the row' }),
    ...(fields.because !== '' &&
      !oneMet && { because: 'This goes with one part of the rules that is met: choose that above' }),
  };
}

const given = <Name extends string, Value>(name: Name, value: Value | undefined) =>
  // because the one name is the one that is given
  (value === undefined ? {} : { [name]: value }) as Partial<Record<Name, Value>>;

interface TypedInstant {
  /** The day as it is typed, and as the form had it. */
  readonly day: string;
  readonly before: string;
  /** The instant that the form had it of. */
  readonly was: string | undefined;
}

/** The end of a day that is typed, or of one so many days away; not typed anew, it stays exact to the millisecond. */
function instant({ day, before, was }: TypedInstant, days: number): string | undefined {
  const typedNow = isoDay(day);
  if (day === before) return was;
  return typedNow === undefined ? undefined : endOfDay(dayAway(typedNow, days));
}

/** The filter that is typed, with what the one before says and no field has. */
export function filterTyped(fields: FilterTyped, was: Filter): Filter {
  const [ruleset = '', version] = fields.rules.split('@');
  const before = fieldsOf(was);
  const to = isoDay(fields.to);
  const parts = rowsIn(fields.parts).flatMap(({ node, verdict }) =>
    isVerdict(verdict) ? [{ node, verdict }] : [],
  );
  const { standing } = fields;
  return {
    ...given('ruleset', ruleset === '' ? undefined : ruleset),
    ...given('version', version),
    ...given('family', fields.family.trim() === '' ? undefined : fields.family.trim()),
    ...given('asOfFrom', isoDay(fields.from)),
    ...given('asOfTo', to === undefined ? undefined : dayAway(to, 1)),
    ...given('keptFrom', instant({ day: fields.keptFrom, before: before.keptFrom, was: was.keptFrom }, -1)),
    ...given('keptTo', instant({ day: fields.keptTo, before: before.keptTo, was: was.keptTo }, 0)),
    ...given('onlyBecause', fields.because === '' ? undefined : fields.because),
    ...(standing === 'true' || standing === 'false' ? { superseded: standing } : {}),
    ...given('who', was.who),
    ...given('restsOn', was.restsOn),
    parts,
  };
}
